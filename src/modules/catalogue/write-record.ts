import { ok, type Result } from '../../kernel/result.ts'
import { type MarcRecord, type WriteRefusal, writeIso2709, writeMarcxml } from '../../standards/marc/index.ts'
import type { KeptRecord } from './record-file.ts'

/** The record's octets: ISO 2709 as long as that can hold it, otherwise, or where it came as such, MARCXML. */
export function writeRecord(record: MarcRecord, format: KeptRecord['format']): Result<KeptRecord, WriteRefusal> {
  const short = format === 'iso2709' ? writeIso2709(record) : null
  if (short?.ok) return ok({ bytes: short.value, format: 'iso2709' })
  const long = writeMarcxml(record)
  return long.ok ? ok({ bytes: new TextEncoder().encode(long.value), format: 'marcxml' }) : long
}
