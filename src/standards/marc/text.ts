import { decodeMarc8 } from './marc8.ts'

/** Leader/09: "a" is UCS/Unicode (always UTF-8 in files), a blank is MARC-8. MARC 21 Record Structure, "Leader". */
export type Coding = 'utf-8' | 'marc-8'

export interface DecodedText {
  /** Not yet normalised; 1E and 1F pass through. */
  readonly text: string
  /** What the octets turned out to be. */
  readonly readAs: 'ascii' | 'utf-8' | 'marc-8'
  /** Offsets of the octets or sequences that became U+FFFD, or that had to be left as they are. */
  readonly damagedAt: readonly number[]
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const escape = 0x1b

/**
 * The text of one record's data, field and subfield delimiters included (neither UTF-8 nor MARC-8 uses their octets
 * for anything else). Data beyond ASCII that is well-formed UTF-8 is UTF-8 whatever the leader says: no sensible MARC-8
 * looks like it.
 */
export function decodeText(bytes: Uint8Array, coding: Coding): DecodedText {
  const text = utf8.decode(bytes)
  const suspect = text.includes('\ufffd')
  if (!suspect && text.length === bytes.length) {
    const isMarc8 = coding === 'marc-8' && (bytes.includes(escape) || text.includes('&#x'))
    return isMarc8 ? { ...decodeMarc8(bytes), readAs: 'marc-8' } : { text, readAs: 'ascii', damagedAt: [] }
  }
  const damagedAt = suspect ? invalidUtf8(bytes) : []
  if (coding === 'marc-8' && damagedAt.length > 0) return { ...decodeMarc8(bytes), readAs: 'marc-8' }
  return { text, readAs: 'utf-8', damagedAt }
}

/** Where ill-formed sequences begin, cut as the decoder cuts them. Unicode 3.9, D92 and table 3-7. */
export function invalidUtf8(bytes: Uint8Array): number[] {
  const found: number[] = []
  let at = 0
  while (at < bytes.length) {
    const length = wellFormedLength(bytes, at)
    if (length > 0) at += length
    else {
      found.push(at)
      at += Math.max(1, -length)
    }
  }
  return found
}

/** The length of the sequence at `at`; negative, the length of its well-formed beginning, when it is ill-formed. */
function wellFormedLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4) return -1
  const [low, high] = secondOctets(lead)
  for (let i = 1; i < length; i += 1) {
    const octet = bytes[at + i] ?? 0
    if (octet < (i === 1 ? low : 0x80) || octet > (i === 1 ? high : 0xbf)) return -i
  }
  return length
}

function secondOctets(lead: number): [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf]
  if (lead === 0xed) return [0x80, 0x9f]
  if (lead === 0xf0) return [0x90, 0xbf]
  if (lead === 0xf4) return [0x80, 0x8f]
  return [0x80, 0xbf]
}

/** Characters that neither a MARC field nor XML 1.0 may hold; 1D to 1F are structure. */
const unprintable = /[\u0000-\u001c\u007f\ufffe\uffff]/
const unprintables = new RegExp(unprintable, 'gu')

export const hasControlCharacters = (text: string): boolean => unprintable.test(text)

/** Line ends and tabs become one blank, other control characters U+FFFD. */
export const withoutControlCharacters = (text: string): string =>
  text.replace(/[\t\n\r]+/g, ' ').replace(unprintables, '\ufffd')

/** A delimiter with its code, at which NFC must not compose the code with a mark that begins the value. */
const markAfterCode = /\u001f[^\u001e\u001f]\p{M}/u
const stretches = /(\u001f[^\u001e\u001f]|\u001e|^)([^\u001e\u001f]*)/gu

/** The data of a record in NFC; its delimiters, indicators and codes stay as they are. */
export function normaliseData(text: string): string {
  const normalised = text.normalize('NFC')
  if (normalised === text || !markAfterCode.test(text)) return normalised
  return text.replace(stretches, (_, head: string, value: string) => head + value.normalize('NFC'))
}
