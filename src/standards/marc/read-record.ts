import { createIso2709Reader } from './iso2709.ts'
import { createMarcxmlReader } from './marcxml.ts'
import type { MarcRecord } from './record.ts'

/** One record out of its own octets, which were a record when a reader met them in their file. */
export function readRecord(format: 'iso2709' | 'marcxml', bytes: Uint8Array): MarcRecord {
  const reader = format === 'iso2709' ? createIso2709Reader() : createMarcxmlReader()
  const found = [...reader.push(bytes), ...reader.end()].find(outcome => outcome.kind === 'record')
  if (found === undefined) throw new Error('octets that were a record are none now')
  return found.record
}
