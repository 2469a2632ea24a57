import {
  createIso2709Reader,
  createMarcxmlReader,
  type MarcRecord,
  type Outcome,
  readIso2709,
  readMarcxml,
} from '../../standards/marc/index.ts'
import type { ImportBatch } from './import-batch.ts'

/** The whole file, one outcome after another. */
export const readFile = (
  format: ImportBatch['format'],
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncIterable<Outcome> => (format === 'iso2709' ? readIso2709(stream) : readMarcxml(stream))

/** One record out of its own octets, as they were kept. */
export function readRecord(format: ImportBatch['format'], bytes: Uint8Array): MarcRecord {
  const reader = format === 'iso2709' ? createIso2709Reader() : createMarcxmlReader()
  const found = [...reader.push(bytes), ...reader.end()].find(outcome => outcome.kind === 'record')
  if (found === undefined) throw new Error('octets that were a record when staged are none now')
  return found.record
}
