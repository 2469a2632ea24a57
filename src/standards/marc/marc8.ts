import { ansel, ascii, type CodeSet, codeSet, type NarrowCodes, type WideSet } from './marc8-sets.ts'
import { asciiText, delimiter, fieldTerminator } from './octets.ts'

const escape = 0x1b
const blank = 0x20
const ampersand = 0x26
const damaged = '\ufffd'

/** Characters of G1's control area. MARC 21 Specifications, "Basic and Extended Latin": non-sorting, joiners. */
const controls = new Map([
  [0x88, '\u0098'],
  [0x89, '\u009c'],
  [0x8d, '\u200d'],
  [0x8e, '\u200c'],
])

/** Second halves of ligature and double tilde: nothing after their first half (2004), alone their half mark (before). */
const secondHalves = new Map([
  [0x6c, { first: '\u0361', alone: '\ufe21' }],
  [0x7b, { first: '\u0360', alone: '\ufe23' }],
])

/** A character that MARC-8 has no code for, as a numeric reference. MARC 21 Specifications, "Lossless technique". */
const reference = /^&#x([0-9A-F]{2,6});/iu
const longestReference = 10

/** A tone before the circumflex or breve that it stands on: some writers turn the marks of ế and ắ round, and no language
 *  has them so. */
const toneFirst = /([\u0300\u0301\u0303\u0309])([\u0302\u0306])/g

interface Escape {
  readonly length: number
  readonly into: 'g0' | 'g1'
  readonly set: CodeSet
}

/**
 * Reads one record's data in MARC-8: ASCII in G0 and ANSEL in G1 at the start of each part, other sets by escape
 * sequences, combining marks before the letter that they stand on. Terminators and delimiters pass through. What has no
 * meaning becomes U+FFFD and its offset is told. MARC 21 Specifications for Record Structure, "MARC-8 Encoding
 * Environment".
 */
export function decodeMarc8(bytes: Uint8Array): { readonly text: string; readonly damagedAt: readonly number[] } {
  const damagedAt: number[] = []
  let sets: { g0: CodeSet; g1: CodeSet } = { g0: ascii, g1: ansel }
  let text = ''
  let marks = ''
  let marksAt = 0
  const put = (character: string): void => {
    text += character + marks.replace(toneFirst, '$2$1')
    marks = ''
  }
  /** Marks that nothing follows in their field. */
  const drop = (): void => {
    if (marks !== '') damagedAt.push(marksAt)
    text += marks
    marks = ''
  }
  const spoil = (at: number): void => {
    damagedAt.push(at)
    put(damaged)
  }
  const shift = (at: number): number => {
    const found = readEscape(bytes, at)
    if (found === null) spoil(at)
    else sets = { ...sets, [found.into]: found.set }
    return found?.length ?? 1
  }
  const passControl = (octet: number): number => {
    drop()
    text += String.fromCharCode(octet)
    // Writers return to ASCII before a delimiter; where one forgot, its code and what follows are ASCII all the same.
    if (octet === fieldTerminator || octet === delimiter) sets = { g0: ascii, g1: ansel }
    return 1
  }
  const putWide = (set: WideSet, at: number): number => {
    const length = wideLength(bytes, at)
    const character = length < 3 ? undefined : set.character(...lowOctets(bytes, at))
    if (character === undefined) spoil(at)
    else put(character)
    return length
  }
  const putNarrow = (set: NarrowCodes, low: number, at: number): number => {
    const character = set.characters[low]
    const half = set === ansel ? secondHalves.get(low) : undefined
    if (character !== undefined && set.marks.has(low)) {
      if (marks === '') marksAt = at
      marks += character
    } else if (character !== undefined) put(character)
    else if (half === undefined) spoil(at)
    else if (!hasFirstHalf(text, half.first)) marks += half.alone
    return 1
  }
  /** Reads what stands at an octet and gives how many octets it took. */
  const step = (at: number): number => {
    const octet = bytes[at] ?? 0
    if (octet === escape) return shift(at)
    if (octet < blank) return passControl(octet)
    const low = octet & 0x7f
    const control = controls.get(octet)
    if (control !== undefined) text += control
    else if (octet === blank) put(' ')
    else if (low <= blank || low === 0x7f) spoil(at)
    else {
      const set = octet < 0x80 ? sets.g0 : sets.g1
      const referred = set === ascii && octet === ampersand ? readReference(bytes, at) : null
      if (referred === null) return set.kind === 'wide' ? putWide(set, at) : putNarrow(set, low, at)
      put(referred.character)
      return referred.length
    }
    return 1
  }
  for (let at = 0; at < bytes.length; ) at += step(at)
  drop()
  return { text, damagedAt }
}

/** Whether the last letter bears the first half: "i͡a" is mark, i, second half, a. */
const hasFirstHalf = (text: string, first: string): boolean => text.slice(-4).includes(first)

const lowOctets = (bytes: Uint8Array, at: number): [number, number, number] => [
  (bytes[at] ?? 0) & 0x7f,
  (bytes[at + 1] ?? 0) & 0x7f,
  (bytes[at + 2] ?? 0) & 0x7f,
]

/** Three; fewer where a control character cuts the sequence, so that no delimiter is swallowed. */
function wideLength(bytes: Uint8Array, at: number): number {
  for (let i = 1; i < 3; i += 1) if (((bytes[at + i] ?? 0) & 0x7f) <= blank) return i
  return 3
}

/** Technique 1: ESC g, b, p, s. Technique 2: ESC, perhaps `$` for more octets, perhaps where to, perhaps `!`, final. */
function readEscape(bytes: Uint8Array, at: number): Escape | null {
  const found = /^\x1b(?:(?<alone>[gbps])|(?<many>\$?)(?<into>[(),-]?)!?(?<final>[0-9A-Z]))/u.exec(
    String.fromCharCode(...bytes.subarray(at, at + 5)),
  )
  const { alone, many, into, final } = found?.groups ?? {}
  const set = codeSet(alone ?? final ?? '')
  if (found === null || set === undefined) return null
  // A set of one octet needs to be told where it goes; one of three goes to G0 without a word.
  if (alone === undefined && many === '' && into === '') return null
  return { length: found[0].length, into: into === ')' || into === '-' ? 'g1' : 'g0', set }
}

function readReference(bytes: Uint8Array, at: number): { character: string; length: number } | null {
  const found = reference.exec(asciiText(bytes, at, at + longestReference))
  const point = Number.parseInt(found?.[1] ?? '', 16)
  const isText = (point >= 0x80 && point < 0xd800) || (point > 0xdfff && point <= 0x10ffff)
  return found !== null && isText ? { character: String.fromCodePoint(point), length: found[0].length } : null
}
