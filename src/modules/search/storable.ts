/** JSON that PostgreSQL's jsonb takes: it refuses the character U+0000 and halves of surrogate pairs. */
export const storable = (value: object): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? cleanText(inner) : inner))

export const cleanText = (text: string): string => text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd')
