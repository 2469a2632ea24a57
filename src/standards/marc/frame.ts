import { entryLength } from './directory.ts'
import { leaderLength } from './leader.ts'
import { digits, fieldTerminator, isFiller, recordTerminator, strangers } from './octets.ts'

/** A stretch of a frame, `end` exclusive. */
export interface Piece {
  readonly kind: 'record' | 'garbage'
  readonly start: number
  readonly end: number
}

/** Leader/00–04: record length in octets, five digits, so a record ends at 99,999.
 *  MARC 21 Record Structure, "Leader". */
export const maxRecordOctets = 99_999

const shortest = leaderLength + 2

/** The length of the record that certainly begins at `at`: its length, base address and terminators agree. Else 0. */
export function soundLength(bytes: Uint8Array, at: number, end: number): number {
  const length = digits(bytes, at, 5)
  if (length < shortest || at + length > end || bytes[at + length - 2] !== fieldTerminator) return 0
  const base = digits(bytes, at + 12, 5)
  return base > leaderLength && base < length && bytes[at + base - 1] === fieldTerminator ? length : 0
}

/** Whether the directory's lengths add up to the data, which no other octets than a record's do by chance. */
function addsUp(bytes: Uint8Array, at: number, length: number): boolean {
  const base = digits(bytes, at + 12, 5)
  if ((base - leaderLength) % entryLength !== 1) return false
  let octets = base + 1
  for (let entry = at + leaderLength; entry < at + base - 1; entry += entryLength) octets += digits(bytes, entry + 3, 4)
  return octets === length
}

/** Where the next record begins that is sound in itself, at or after `from`; -1 when none does. */
export function nextSound(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at + shortest <= end; at += 1) {
    const length = soundLength(bytes, at, end)
    if (length > 0 && addsUp(bytes, at, length)) return at
  }
  return -1
}

const startsDirectory = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === fieldTerminator || (digits(bytes, at + 3, 9) >= 0 && strangers(bytes, at, at + 3) === 0)

/** A leader that may have been damaged once, seen amid other octets. */
const isLeader = (bytes: Uint8Array, at: number, end: number): boolean =>
  at + shortest <= end &&
  startsDirectory(bytes, at + leaderLength) &&
  digits(bytes, at + 12, 5) >= 0 &&
  (digits(bytes, at, 5) >= 0 || bytes[at + digits(bytes, at + 12, 5) - 1] === fieldTerminator)

/** A leader where one is due, which needs less proof. */
function mayBeLeader(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + shortest > end) return false
  let unprintable = 0
  for (let i = at; i < at + leaderLength; i += 1) {
    const octet = bytes[i] ?? 0
    if (octet < 0x20 || octet > 0x7e) unprintable += 1
  }
  return unprintable <= 1 && (digits(bytes, at + 12, 5) >= 0 || startsDirectory(bytes, at + leaderLength))
}

/** The first octet that means something: past blanks, line ends and byte order marks. */
function skipFiller(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end) {
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3
    else if (isFiller(bytes[at])) at += 1
    else break
  }
  return Math.min(at, end)
}

/**
 * Cuts what stands up to a record terminator into records and garbage; filler is left out. Usually that is one record;
 * where a terminator was lost the records are told apart by their own lengths, so that none takes a neighbour with it.
 */
export function cutFrame(bytes: Uint8Array): Piece[] {
  const end = bytes.length
  const begin = skipFiller(bytes, 0, end)
  if (begin === end) return []
  if (soundLength(bytes, begin, end) === end - begin) return [{ kind: 'record', start: begin, end }]
  const pieces: Piece[] = []
  let at = nextSound(bytes, begin, end)
  pieces.push(...cutDamaged(bytes, 0, at < 0 ? end : at))
  while (at >= 0) {
    const next = nextSound(bytes, at + leaderLength, end)
    pieces.push(...cutSound(bytes, at, next < 0 ? end : next))
    at = next
  }
  return pieces
}

/** A sound record and what follows it: another, damaged record, or else more of the same. */
function cutSound(bytes: Uint8Array, start: number, end: number): Piece[] {
  const after = start + soundLength(bytes, start, bytes.length)
  const rest = skipFiller(bytes, after, end)
  if (after >= end || rest === end) return [{ kind: 'record', start, end: Math.min(after, end) }]
  if (!mayBeLeader(bytes, rest, end)) return [{ kind: 'record', start, end }]
  return [{ kind: 'record', start, end: after }, ...cutDamaged(bytes, after, end)]
}

function cutDamaged(bytes: Uint8Array, from: number, end: number): Piece[] {
  const begin = skipFiller(bytes, from, end)
  if (begin === end) return []
  const start = findLeader(bytes, from, begin, end)
  if (start < 0) return [{ kind: 'garbage', start: begin, end }]
  const record: Piece = { kind: 'record', start, end }
  return start <= begin ? [record] : [{ kind: 'garbage', start: begin, end: start }, record]
}

/** Where a damaged record begins: at the first octet, some blanks before it (a length left blank), or further on. */
function findLeader(bytes: Uint8Array, from: number, begin: number, end: number): number {
  for (let at = begin; at >= Math.max(from, begin - 5); at -= 1) if (isLeader(bytes, at, end)) return at
  if (mayBeLeader(bytes, begin, end)) return begin
  for (let at = begin + 1; at + shortest <= end; at += 1) if (isLeader(bytes, at, end)) return at
  return -1
}

/** Whether the last record was cut off: no terminator of any kind ends it. */
export function isCut(bytes: Uint8Array): boolean {
  let last = bytes.length - 1
  while (last > 0 && isFiller(bytes[last])) last -= 1
  return bytes[last] !== recordTerminator && bytes[last] !== fieldTerminator && bytes[last - 1] !== fieldTerminator
}
