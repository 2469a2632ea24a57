/** A published count is never between 1 and k − 1: it could point at somebody. */
export const smallestPublished = 5

export interface Suppression {
  /** For each value: not published, because it is small or so that a small one cannot be reckoned from the total. */
  readonly hidden: readonly boolean[]
  /** The total itself is not published, because nothing else could hide what is in it. */
  readonly total: boolean
}

/** Less than nothing is small too: where a correction came in a later month than the mistake. */
const isSmall = (value: number | null): boolean => value !== null && value !== 0 && value < smallestPublished

/**
 * What of a breakdown and its total stays unpublished: every small count; and where the total would still give them
 * away (there is one, or all are 1, or all are k − 1), or what they are together is small itself, the next smallest
 * counts too (complementary suppression), else the total. All hidden values must be shown alike: a reader who could tell
 * the small from the others could reckon again.
 */
export function suppress(values: readonly (number | null)[]): Suppression {
  const small = values.flatMap(value => (value !== null && isSmall(value) ? [value] : []))
  const sum = small.reduce((total, value) => total + value, 0)
  const given =
    small.length === 1 ||
    sum < smallestPublished ||
    sum === small.length ||
    sum === small.length * (smallestPublished - 1)
  if (small.length === 0 || !given) return { hidden: values.map(isSmall), total: false }
  // All that are equal go together, or which one was taken would tell.
  const companion = Math.min(...values.flatMap(value => (value !== null && value >= smallestPublished ? [value] : [])))
  return {
    hidden: values.map(value => isSmall(value) || value === companion),
    total: companion === Number.POSITIVE_INFINITY,
  }
}
