import { readRecord } from '../../standards/marc/index.ts'
import type { ImportBatch } from './import-batch.ts'
import { cellsOf } from './layout.ts'
import type { Content } from './register.ts'

/** What the kept octets of one record say. */
export function contentOf({ format, layout }: Pick<ImportBatch, 'format' | 'layout'>, bytes: Uint8Array): Content {
  if (format === 'iso2709' || format === 'marcxml') return { form: 'marc', record: readRecord(format, bytes) }
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (format === 'json-lines') return { form: 'json', value }
  if (layout === null || !Array.isArray(value)) throw new Error('a row was kept without its columns')
  return { form: 'row', cells: cellsOf(layout, value.map(String)) }
}

/** A row as it is kept. */
export const rowBytes = (cells: readonly string[]): Uint8Array => new TextEncoder().encode(JSON.stringify(cells))
