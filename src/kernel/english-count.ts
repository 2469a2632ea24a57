/** '1 day', '2 days': a count, as a number or already written, with its English noun. */
export const counted = (count: number | string, one: string, many = `${one}s`): string =>
  `${count} ${String(count) === '1' ? one : many}`
