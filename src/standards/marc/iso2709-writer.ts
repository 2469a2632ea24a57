import { ok, type Result, refused } from '../../kernel/result.ts'
import { maxRecordOctets } from './frame.ts'
import { leaderLength, writtenLeader } from './leader.ts'
import type { WriteRefusal } from './problem.ts'
import type { Field, MarcRecord } from './record.ts'
import { findUnwritable, writtenText } from './writable.ts'

/** Directory, "Length of field": four digits, so a field with its indicators and terminator ends at 9,999 octets.
 *  MARC 21 Record Structure, "Directory". */
const maxFieldOctets = 9_999

const utf8 = new TextEncoder()

/**
 * The record as ISO 2709 in UTF-8 (leader/09 "a"); all counts in octets; fields and directory in the record's order.
 * Refuses, with every reason, what the format cannot hold: a record over 99,999 octets or a field over 9,999
 * (MARCXML has no such bounds), and values that no MARC field may have.
 */
export function writeIso2709(record: MarcRecord): Result<Uint8Array, WriteRefusal> {
  const problems = findUnwritable(record)
  const data = record.fields.map(field => utf8.encode(fieldText(field)))
  const base = leaderLength + 12 * data.length + 1
  const octets = data.reduce((sum, field) => sum + field.length, base + 1)
  for (const [i, { length }] of data.entries())
    if (length > maxFieldOctets)
      problems.push({ code: 'field-too-long', tag: record.fields[i]?.tag ?? '', octets: length, limit: maxFieldOctets })
  if (octets > maxRecordOctets) problems.push({ code: 'record-too-long', octets, limit: maxRecordOctets })
  if (problems.length > 0) return refused(problems)
  return ok(assemble(writtenLeader(record.leader, octets, base), directoryOf(record.fields, data), data, octets))
}

function fieldText(field: Field): string {
  if (field.kind === 'control') return `${writtenText(field.value)}\u001e`
  let text = field.ind1 + field.ind2
  for (const { code, value } of field.subfields) text += `\u001f${code}${writtenText(value)}`
  return `${text}\u001e`
}

function directoryOf(fields: readonly Field[], data: readonly Uint8Array[]): string {
  let directory = ''
  let start = 0
  for (const [i, { tag }] of fields.entries()) {
    const length = data[i]?.length ?? 0
    directory += `${tag}${String(length).padStart(4, '0')}${String(start).padStart(5, '0')}`
    start += length
  }
  return `${directory}\u001e`
}

function assemble(leader: string, directory: string, data: readonly Uint8Array[], octets: number): Uint8Array {
  const bytes = new Uint8Array(octets)
  let at = utf8.encodeInto(leader + directory, bytes).written
  for (const field of data) {
    bytes.set(field, at)
    at += field.length
  }
  bytes[at] = 0x1d
  return bytes
}
