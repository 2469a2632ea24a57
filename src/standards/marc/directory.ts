import { leaderLength } from './leader.ts'
import { digits, fieldTerminator, strangers } from './octets.ts'

/** Twelve octets: tag 3, field length 4, starting character position 5, counted from the base address.
 *  MARC 21 Record Structure, "Directory". A number that cannot be read is -1. */
export interface Entry {
  readonly tag: string
  readonly length: number
  readonly start: number
}

export const entryLength = 12

/** Leader/12–16: the octet at which the data begins, right after the directory's own terminator. */
export const declaredBase = (bytes: Uint8Array): number => digits(bytes, 12, 5)

/** Where the data really begins; null when no directory ends. The terminator is trusted over the leader, unless the
 *  leader alone makes sense (the terminator was overwritten, or a false one stands inside the directory). */
export function findBase(bytes: Uint8Array, end: number): number | null {
  const declared = declaredBase(bytes)
  const terminator = bytes.indexOf(fieldTerminator, leaderLength)
  if (terminator < 0 || terminator >= end) return null
  if (terminator + 1 === declared || isDirectory(bytes, terminator, 0)) return terminator + 1
  if (declared <= leaderLength || declared > end) return terminator + 1
  const tolerated = bytes[declared - 1] === fieldTerminator ? 1 : 0
  const trusted = isDirectory(bytes, declared - 1, tolerated) && (tolerated === 1 || terminator >= declared)
  return trusted ? declared : terminator + 1
}

const isDirectory = (bytes: Uint8Array, end: number, tolerated: number): boolean =>
  (end - leaderLength) % entryLength === 0 && strangers(bytes, leaderLength, end) <= tolerated

const tags = new Map<number, string>()

/** Three octets as text; the few tags that exist are made once. */
function tagAt(bytes: Uint8Array, at: number): string {
  const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
  const key = (a << 16) | (b << 8) | c
  const known = tags.get(key)
  if (known !== undefined) return known
  const tag = String.fromCharCode(a, b, c)
  if (tags.size < 4096) tags.set(key, tag)
  return tag
}

/** The entries before `base`; a remainder shorter than an entry is left out. */
export function readEntries(bytes: Uint8Array, base: number): Entry[] {
  const entries: Entry[] = []
  for (let at = leaderLength; at + entryLength < base; at += entryLength)
    entries.push({ tag: tagAt(bytes, at), length: digits(bytes, at + 3, 4), start: digits(bytes, at + 7, 5) })
  return entries
}

/** The tags in order, when the directory describes `fields` fields, one after the other, to the octet; else null. */
export function exactTags(bytes: Uint8Array, base: number, end: number, fields: number): string[] | null {
  if (base - 1 - leaderLength !== fields * entryLength) return null
  const found: string[] = []
  let start = 0
  for (let at = leaderLength; at < base - 1; at += entryLength) {
    const length = digits(bytes, at + 3, 4)
    if (length < 1 || digits(bytes, at + 7, 5) !== start) return null
    start += length
    if (bytes[base + start - 1] !== fieldTerminator) return null
    found.push(tagAt(bytes, at))
  }
  return base + start === end ? found : null
}
