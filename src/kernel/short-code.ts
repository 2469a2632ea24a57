/**
 * Signs that survive print, handwriting, a bad line and a Vietnamese voice: without 0 O, 1 I L, and without the second
 * of the pairs 5 S, 2 Z, V U.
 */
export const shortCodeAlphabet = '23456789ABCDEFGHJKMNPQRTVWXY'

/**
 * A public code such as 7F3K, 4–8 signs, made of two bytes of chance for each sign. It is a name, not a secret: 4 signs
 * are 614,656 codes, 8 signs 3.8 · 10^11. Whoever gives codes out looks whether one is taken.
 */
export function shortCode(bytes: Uint8Array, length: number): string {
  if (!Number.isInteger(length) || length < 4 || length > 8)
    throw new RangeError(`a short code has 4–8 signs, not ${length}`)
  if (bytes.length < 2 * length) throw new RangeError(`a short code of ${length} needs ${2 * length} bytes of chance`)
  const sign = (i: number): string =>
    shortCodeAlphabet.charAt(((bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0)) % shortCodeAlphabet.length)
  return Array.from({ length }, (_, i) => sign(i)).join('')
}

const readAs: Readonly<Record<string, string>> = { S: '5', Z: '2', U: 'V' }

/**
 * Reads a code as typed: small letters, blanks and hyphens are fine, and S, Z, U are read as the 5, 2, V they must have
 * been. 0 O 1 I L could be nothing, so they make it null, as does a wrong length.
 */
export function parseShortCode(typed: string): string | null {
  const signs = [...typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '')].map(sign => readAs[sign] ?? sign)
  const known = signs.every(sign => sign.length === 1 && shortCodeAlphabet.includes(sign))
  return known && signs.length >= 4 && signs.length <= 8 ? signs.join('') : null
}
