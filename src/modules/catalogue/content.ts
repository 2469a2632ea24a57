import type { Content } from '../imports/index.ts'
import { type MappedRecord, mapRecord } from './marc.ts'
import { mapRow } from './row.ts'

/** What a file says, as an edition with its copies. */
export function mapContent(content: Content): MappedRecord {
  if (content.form === 'marc') return mapRecord(content.record)
  if (content.form === 'row') return mapRow(content.cells)
  throw new Error(`the catalogue reads no ${content.form}`)
}
