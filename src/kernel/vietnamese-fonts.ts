import { isVietnameseSyllable } from './vietnamese-syllable.ts'

/**
 * Before Unicode, fonts drew Vietnamese over the signs of Latin-1: TCVN3 (TCVN 5712:1993, the fonts .VnTime) one sign for
 * a letter, VNI-Windows (VNI-Times) a letter and a mark. What was typed so and saved as Unicode reads "Tr­êng", "Tröôøng".
 */
export const fontCodings = ['tcvn3', 'vni'] as const
export type FontCoding = (typeof fontCodings)[number]

/** U+00A1 to U+00FE in the order of TCVN 5712:1993; the capitals with tones are of its full set VN1. */
const tcvn3 =
  'ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ'

/** What VNI writes behind a letter, as combining marks: tone, or circumflex or breve with the tone on it. */
const vniMarks: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}

/** Letters that VNI has as one sign; ô and ö are bases of their own for tones. */
const vniLetters: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}

const ofTcvn3 = (word: string): string =>
  [...word]
    .map(sign => tcvn3[sign.charCodeAt(0) - 0xa1] ?? sign)
    .join('')
    .normalize('NFC')

const sameCase = (letter: string, as: string): string => (as === as.toLowerCase() ? letter : letter.toUpperCase())

const ofVni = (word: string): string =>
  word
    .normalize('NFC')
    .replace(/([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñíìæóòî]/giu, (sign, letter?: string, mark?: string) => {
      const first = letter ?? sign
      const base = sameCase(vniLetters[first.toLowerCase()] ?? first, first)
      const marked = `${base}${vniMarks[mark?.toLowerCase() ?? ''] ?? ''}`.normalize('NFC')
      // A mark that no such letter bears is no mark.
      return [...marked].length === 1 ? marked : base + (mark ?? '')
    })

const ofFont: Readonly<Record<FontCoding, (word: string) => string>> = { tcvn3: ofTcvn3, vni: ofVni }

/** Letters and all signs beyond ASCII: in these fonts § is a letter. */
const wordRun = /[A-Za-z\u0080-\uffff]+/g
const beyondAscii = /[\u0080-\uffff]/
const letter = /\p{L}/u

/** Whether a word may have been typed in such a font; a sign that stands alone is just that. */
const isTyped = (word: string): boolean => beyondAscii.test(word) && (word.length > 1 || letter.test(word))

/** One word: what is a syllable already, or becomes none, stays as it is. */
function wordOf(word: string, coding: FontCoding): string {
  if (!isTyped(word)) return word
  const read = ofFont[coding](word)
  return !isVietnameseSyllable(read) && isVietnameseSyllable(word) ? word : read
}

/** Letters that only Unicode has, so that nothing around them was typed in these fonts. */
const unicodeOnly = /[\u0100-\u024f\u1ea0-\u1eff]/

/** The text in Unicode, composed, that was typed in a font of this coding. A text that is Unicode already stays as it is. */
export function fromFont(text: string, coding: FontCoding): string {
  const composed = text.normalize('NFC')
  if (!beyondAscii.test(composed) || unicodeOnly.test(composed)) return composed
  return composed.replace(wordRun, word => wordOf(word, coding)).normalize('NFC')
}

/** Fewer words tell nothing. */
const leastWords = 5

function typedWords(texts: Iterable<string>): string[] {
  const words: string[] = []
  for (const text of texts) for (const [word] of text.matchAll(wordRun)) if (isTyped(word)) words.push(word)
  return words
}

/** Whether most words beyond ASCII are syllables of Vietnamese as they stand. */
export function isMostlyVietnamese(texts: Iterable<string>): boolean {
  const words = typedWords(texts)
  return words.length >= leastWords && words.filter(isVietnameseSyllable).length >= words.length * 0.6
}

/**
 * In which coding these texts were typed, when it is not Unicode: most of their words beyond ASCII are syllables of
 * Vietnamese by it, and hardly any as they stand. Null when nothing says so.
 */
export function guessFont(texts: Iterable<string>): FontCoding | null {
  const words = typedWords(texts)
  if (words.length < leastWords) return null
  const share = (read: (word: string) => string): number =>
    words.filter(word => isVietnameseSyllable(read(word))).length / words.length
  const asTheyStand = share(word => word)
  const shares = fontCodings.map(coding => ({ coding, share: share(ofFont[coding]) })).sort((a, b) => b.share - a.share)
  const [best] = shares
  return best !== undefined && best.share >= 0.6 && best.share > asTheyStand + 0.3 ? best.coding : null
}
