import { utf16WithoutMark } from './detect.ts'
import { stop } from './problem.ts'

export type Decoder = InstanceType<typeof TextDecoder>

/** How the octets of a text stand for characters, from the beginning of it: a decoder, and the name of the coding.
 *  A byte order mark is believed over `asked`; without either it is UTF-8, and text that is not stops the reading. */
export function chooseCoding(head: Uint8Array, asked: string | undefined): { decoder: Decoder; coding: string } {
  const coding = markedCoding(head) ?? asked?.toLowerCase() ?? utf16WithoutMark(head.subarray(0, 4096)) ?? 'utf-8'
  const decoder = decoderOf(coding)
  if (coding === 'utf-8' && asked === undefined && !looksLikeUtf8(head)) stop({ code: 'coding-unknown' })
  return { decoder, coding }
}

function markedCoding([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

function decoderOf(coding: string): Decoder {
  try {
    return new TextDecoder(coding)
  } catch {
    return stop({ code: 'coding-unsupported', coding })
  }
}

/** Whether damaged places are fewer than well-formed ones: a slip of one octet in a text of UTF-8 is no other coding. */
function looksLikeUtf8(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head, { stream: true })
  let sound = 0
  let damaged = 0
  for (const sign of text)
    if (sign === '\ufffd') damaged += 1
    else if (sign > '\u007f') sound += 1
  return damaged === 0 || damaged < sound
}
