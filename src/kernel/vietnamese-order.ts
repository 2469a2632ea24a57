import { remembered } from './remembered.ts'
import { type Tone, vietnameseLetter, withTrueD } from './vietnamese-letters.ts'

/** ngang < huyền < hỏi < ngã < sắc < nặng, the order of Vietnamese dictionaries, by VNI digit. */
const toneRank: Readonly<Record<Tone, string>> = { 0: '0', 2: '1', 3: '2', 4: '3', 1: '4', 5: '5' }
const foreignMark = '6'

/** A letter of its own follows its plain letter: '{' and '|' stand after 'z'. */
const ownLetters: Readonly<Record<string, string>> = { ă: 'a{', â: 'a|', đ: 'd{', ê: 'e{', ô: 'o{', ơ: 'o|', ư: 'u{' }

/** Foreign letters stand beside the Latin letters that they are made of, after them when all else is equal. */
const foreignLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
  ŋ: 'ng',
}

const apostrophes = /(?<=\p{L}\p{M}*)['’‘ʼʻ](?=\p{L})/gu
const piece = /[0-9]+|\p{L}[\p{L}\p{M}]*|\p{N}/gu
/** PostgreSQL refuses an index entry above 2,700 bytes. */
const longest = 600

/**
 * A key of ASCII characters; comparing keys byte by byte puts texts into the order of a Vietnamese dictionary. Syllable
 * by syllable: first the letters (a ă â b c d đ e ê …), then the tone, so that all of "ba" stands before all of "bà".
 * Digits stand before letters and count as numbers, other scripts stand after Latin by code point. Capitals decide last,
 * blanks and punctuation never. NFC and NFD give the same key, and so do hoà and hòa. At most 600 characters.
 */
export function sortKey(text: string): string {
  const keys: string[] = []
  let cases = ''
  for (const [written] of withTrueD(text).replace(apostrophes, '').matchAll(piece)) {
    keys.push(/^[0-9]/.test(written) ? numberKey(written) : wordKey(written))
    cases += caseDigit(written)
  }
  const trimmed = cases.replace(/0+$/, '')
  const key = keys.join('.')
  return (trimmed === '' ? key : `${key} ${trimmed}`).slice(0, longest)
}

/** Its length, then its digits: one character from '1' to '?', all before 'a', and three more beyond fifteen digits. */
function numberKey(digits: string): string {
  const value = digits.replace(/^0+(?=.)/, '')
  const { length } = value
  return (length < 16 ? String.fromCharCode(48 + length) : `@${String(Math.min(length, 999)).padStart(3, '0')}`) + value
}

const wordKey = remembered((word: string): string => {
  let letters = ''
  let tones = ''
  for (const char of word.toLowerCase().normalize('NFC')) {
    const found = vietnameseLetter(char)
    if (found !== undefined) {
      letters += ownLetters[found.letter] ?? found.letter
      if (found.tone !== 0) tones += toneRank[found.tone]
    } else if (!/\p{M}/u.test(char)) {
      const known = foreign(char)
      letters += known ?? `~${(char.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`
      if (known !== undefined) tones += foreignMark
    }
  }
  return letters + (tones === '' ? '0' : tones)
})

function foreign(char: string): string | undefined {
  const base = char.normalize('NFD').charAt(0)
  return foreignLetters[char] ?? (/[a-z]/.test(base) ? base : undefined)
}

/** Small letters, then a capital in front, then any other capitals; for a number the zeros in front of it. */
function caseDigit(written: string): string {
  if (/^[0-9]/.test(written)) return String(Math.min(9, /^0*(?=.)/.exec(written)?.[0].length ?? 0))
  if (written === written.toLowerCase()) return '0'
  const [first = ''] = written
  return written === first + written.slice(first.length).toLowerCase() ? '1' : '2'
}

/** Orders two texts as a Vietnamese dictionary does. For a long list, make the keys once and compare those. */
export function compareVietnamese(a: string, b: string): number {
  const [keyA, keyB] = [sortKey(a), sortKey(b)]
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
}
