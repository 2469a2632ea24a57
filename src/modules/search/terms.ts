/**
 * Kinds of terms, told apart by their first character. A dictionary is sorted, so each kind is one run of it.
 * e: canonical syllable · f: folded syllable · b: neighbouring folded syllables · E: neighbouring canonical syllables ·
 * t, T: a whole title, canonical or folded, as a number · i: identifier
 */
export const exactTerm = (syllable: string): string => `e${syllable}`
export const foldedTerm = (syllable: string): string => `f${syllable}`
export const foldedPair = (first: string, second: string): string => `b${first} ${second}`
export const exactPair = (first: string, second: string): string => `E${first} ${second}`
export const exactTitle = (syllables: readonly string[]): string => `t${shortHash(syllables.join(' '))}`
export const foldedTitle = (syllables: readonly string[]): string => `T${shortHash(syllables.join(' '))}`
export const identifierTerm = (comparable: string): string => `i${comparable}`

/** 53 bits of a text, in base 36: two FNV-like lanes with different multipliers, so that a million titles hardly ever meet. */
function shortHash(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}
