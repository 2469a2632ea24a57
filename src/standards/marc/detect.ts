import { cutFrame } from './frame.ts'
import { asciiText, fieldTerminator, isFiller, recordTerminator } from './octets.ts'

/** What a file is: one of our two formats, a compressed file to be unpacked first, or something else. */
export type FileFormat = 'iso2709' | 'marcxml' | 'gzip' | 'zip' | 'unknown'

/** How much of a file `detectFormat` looks at. */
export const detectOctets = 4096

/** What a file is, judged by its first octets (4,096 are enough). XML of any kind is called `marcxml`:
 *  only reading tells whether records are in it. */
export function detectFormat(head: Uint8Array): FileFormat {
  const bytes = head.subarray(0, detectOctets)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip'
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) return 'zip'
  if (firstSign(bytes) === 0x3c) return 'marcxml'
  return isIso2709(bytes) ? 'iso2709' : 'unknown'
}

/** The first octet past byte order marks (of UTF-8 and UTF-16) and blanks. */
function firstSign(bytes: Uint8Array): number | undefined {
  const mark = [0xef, 0xbb, 0xbf, 0xfe, 0xff]
  return bytes.find((octet, at) => !isFiller(octet) && !(at < 3 && mark.includes(octet)))
}

/** A record within sight, or the beginning of one whose directory is longer than what we see. */
function isIso2709(bytes: Uint8Array): boolean {
  if (!bytes.includes(fieldTerminator))
    return /^\s*\d{5}[a-z ]{4}.{3}\d{5}.{3}45[0-9 ]{2}[0-9A-Za-z]{3}\d{9}/.test(asciiText(bytes, 0, 64))
  // Terminators alone are in every picture and every old workbook; a directory is digits, 12 of them an entry.
  if (bytes.includes(recordTerminator) && /\d{12}/.test(asciiText(bytes, 0, bytes.length))) return true
  return cutFrame(bytes).some(({ kind }) => kind === 'record')
}
