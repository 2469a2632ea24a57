import { declaredBase, exactTags, findBase } from './directory.ts'
import { findSpans, type Placement, repairDirectory } from './directory-repair.ts'
import { leaderLength, soundLeader } from './leader.ts'
import { asciiText, digits, fieldTerminator, isFiller, recordTerminator } from './octets.ts'
import type { Problem, Warning } from './problem.ts'
import { readField } from './read-field.ts'
import type { Field, MarcRecord } from './record.ts'
import { type DecodedText, decodeText, normaliseData } from './text.ts'
import { collectWarnings, type Warn } from './warnings.ts'

/** What the octets of one record say. */
export interface DecodedRecord {
  readonly record: MarcRecord
  readonly warnings: readonly Warning[]
  readonly normalised: boolean
}

/** The octets of a record whose parts have been found. */
interface Anatomy {
  readonly bytes: Uint8Array
  readonly leader: string
  /** Where the data begins and ends, its last field terminator included. */
  readonly base: number
  readonly end: number
}

/** A directory of 99,999 octets has 8,331 entries; over-long records of real files have 12,654. */
const maxFields = 50_000

/** Reads one record, from the first octet of its leader to its terminator. Its terminators are trusted over its
 *  lengths; a record without warnings, in UTF-8 and NFC, is written again as the same octets. Never throws. */
export function decodeRecord(bytes: Uint8Array): DecodedRecord | Problem {
  const { warn, warnings } = collectWarnings()
  const end = dataEnd(bytes, warn)
  const base = findBase(bytes, end)
  if (base === null || tooManyFields(bytes, base)) return { code: 'not-a-record', octets: bytes.length }
  const leader = readLeader(bytes, base, warn)
  const decoded = decodeText(bytes.subarray(base, end), leader.charAt(9) === 'a' ? 'utf-8' : 'marc-8')
  if (decoded.readAs === 'utf-8' && leader.charAt(9) !== 'a')
    warn({ code: 'coding-mislabelled', found: leader.charAt(9) })
  const text = decoded.readAs === 'ascii' ? decoded.text : normaliseData(decoded.text)
  const fields = readFields({ bytes, leader, base, end }, text, decoded, warn)
  if (fields.length === 0 && end > base) return { code: 'no-fields', octets: bytes.length }
  return { record: { leader, fields }, warnings: warnings(), normalised: text !== decoded.text }
}

/** Where the data ends: before the record terminator, or where it should be. */
function dataEnd(bytes: Uint8Array, warn: Warn): number {
  const last = bytes.length - 1
  if (bytes[last] === recordTerminator) return last
  warn({ code: 'record-terminator-missing' })
  if (bytes[last - 1] === fieldTerminator && digits(bytes, 0, 5) === bytes.length) return last
  let end = bytes.length
  while (end > leaderLength && isFiller(bytes[end - 1])) end -= 1
  return end
}

function tooManyFields(bytes: Uint8Array, base: number): boolean {
  if (bytes.length < maxFields) return false
  let count = 0
  for (let at = base; at >= base && count <= maxFields; at = bytes.indexOf(fieldTerminator, at) + 1) count += 1
  return count > maxFields
}

function readLeader(bytes: Uint8Array, base: number, warn: Warn): string {
  const leader = asciiText(bytes, 0, leaderLength)
  if (digits(bytes, 0, 5) !== bytes.length)
    warn({ code: 'record-length-wrong', declared: leader.slice(0, 5), octets: bytes.length })
  if (declaredBase(bytes) !== base) warn({ code: 'base-address-wrong', declared: leader.slice(12, 17), octets: base })
  if (bytes[base - 1] !== fieldTerminator) warn({ code: 'directory-terminator-missing' })
  if (!soundLeader.test(leader)) warn({ code: 'leader-mended', found: leader })
  return leader
}

/** Leader/10 is 2 in MARC 21; relatives of it use three indicators, of which two are kept. */
const indicatorCount = (leader: string): number => (/[3-9]/.test(leader.charAt(10)) ? Number(leader.charAt(10)) : 2)

function readFields(record: Anatomy, text: string, decoded: DecodedText, warn: Warn): Field[] {
  const pieces = text.split('\u001e')
  if (pieces.at(-1) === '') pieces.pop()
  const indicators = indicatorCount(record.leader)
  const fields: Field[] = []
  const keep = (tag: string, piece: string): void => {
    const field = readField(tag, piece, indicators, warn)
    if (field) fields.push(field)
  }
  const tags = exactTags(record.bytes, record.base, record.end, pieces.length)
  if (tags && decoded.damagedAt.length === 0) for (const [i, piece] of pieces.entries()) keep(tags[i] ?? '', piece)
  else for (const { tag, from, to } of placed(record, tags, decoded, warn)) keep(tag, pieces.slice(from, to).join(' '))
  return fields
}

/** Which stretches of the data are which fields, after all that is wrong with them has been said. */
function placed(record: Anatomy, tags: string[] | null, decoded: DecodedText, warn: Warn): Placement[] {
  const { bytes, base, end } = record
  const spans = findSpans(bytes.subarray(base, end))
  const placements =
    tags?.map((tag, from) => ({ tag, from, to: from + 1 })) ?? repairDirectory(bytes, base, spans, warn)
  const names = new Map(placements.map(({ tag, from }) => [from, tag]))
  const tagOf = (span: number): string => names.get(span) ?? '???'
  if (spans.length > 0 && bytes[end - 1] !== fieldTerminator)
    warn({ code: 'field-terminator-missing', tag: tagOf(spans.length - 1) })
  let next = 0
  for (const [index, { start, length }] of spans.entries()) {
    const first = next
    while ((decoded.damagedAt[next] ?? Infinity) < start + length) next += 1
    const octet = decoded.damagedAt[first]
    if (octet !== undefined && next > first)
      warn({ code: 'text-damaged', tag: tagOf(index), octet: base + octet, count: next - first })
  }
  return placements
}
