/** 0 ngang, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng: the digits of the VNI way of typing. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5

const toneMarks = new Map<string, Tone>([
  ['\u0301', 1],
  ['\u0300', 2],
  ['\u0309', 3],
  ['\u0303', 4],
  ['\u0323', 5],
])

/** The letters that bear a tone, small. */
const vowels = [...'aăâeêioôơuưy']
const consonants = [...'bcdđfghjklmnpqrstvwxz']

/** Every small letter of Vietnamese in NFC, foreign f j w z too, without its tone and with the tone it bears. */
const letters = new Map<string, { readonly letter: string; readonly tone: Tone }>([
  ...[...vowels, ...consonants].map(letter => [letter, { letter, tone: 0 }] as const),
  ...vowels.flatMap(letter =>
    [...toneMarks].map(([mark, tone]) => [(letter + mark).normalize('NFC'), { letter, tone }] as const),
  ),
])

/** A small NFC letter as (letter without tone, tone); undefined when it is no letter of Vietnamese. */
export const vietnameseLetter = (char: string) => letters.get(char)

/** Composes the letters: ê + dấu sắc, as Windows-1258 and file names of macOS have it, becomes ế. */
export const nfc = (text: string): string => text.normalize('NFC')

/**
 * NFC, and a true đ: old library data writes it with the Icelandic eth, or with an African d that looks the same.
 * For comparing only; a text is kept as it was written.
 */
export const withTrueD = (text: string): string => nfc(text).replace(/[ðɖ]/g, 'đ').replace(/[ÐƉ]/g, 'Đ')

/** Marks that sit on a letter in any script; vowel signs of Khmer, Lao, Thai and Tai Viet are not among them. */
const marks = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g

/** Letters whose stroke or union is no mark that could be taken off. */
const plain: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
}

/**
 * The text in small letters without any mark, đ as d: how it is found when typed without marks. NFC and NFD give the
 * same, and folding twice changes nothing. It may be longer or shorter than what was given.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[đðɖøłıæœß]/g, letter => plain[letter] ?? letter)
    .normalize('NFC')
