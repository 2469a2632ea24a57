import { type ColumnName, type Columns, columnNames } from './columns.ts'
import type { Segment } from './segment.ts'

export type NumberArray =
  | Uint8Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

const pools = ['terms', 'keys', 'sortKeys', 'stored'] as const
const plain = ['starts', 'docs', 'impacts', 'keyTable', 'years', 'versions', 'audiences', 'available'] as const

/** A segment as named arrays, the form in which it is written to disk. */
export function arraysOf(segment: Segment): Map<string, NumberArray> {
  const arrays = new Map<string, NumberArray>()
  for (const name of pools) {
    arrays.set(`${name}.bytes`, segment[name].bytes)
    arrays.set(`${name}.starts`, segment[name].starts)
  }
  for (const name of columnNames) {
    arrays.set(`column.${name}.starts`, segment.columns[name].starts)
    arrays.set(`column.${name}.values`, segment.columns[name].values)
  }
  for (const name of plain) arrays.set(name, segment[name])
  return arrays
}

/** The inverse of {@link arraysOf}; throws when an array is missing or of another type. */
export function segmentFrom(size: number, arrays: ReadonlyMap<string, NumberArray>): Segment {
  const take = <T extends NumberArray>(name: string, type: new (length: number) => T): T => {
    const found = arrays.get(name)
    if (!(found instanceof type)) throw new Error(`search snapshot lacks ${name}`)
    return found
  }
  const bytes = (name: string) => take<Uint8Array<ArrayBuffer>>(name, Uint8Array)
  const numbers = (name: string) => take<Uint32Array<ArrayBuffer>>(name, Uint32Array)
  const pool = (name: (typeof pools)[number]) => ({ bytes: bytes(`${name}.bytes`), starts: numbers(`${name}.starts`) })
  const column = (name: ColumnName) => ({
    starts: numbers(`column.${name}.starts`),
    values: numbers(`column.${name}.values`),
  })
  const columns: Columns = {
    kind: column('kind'),
    institution: column('institution'),
    place: column('place'),
    language: column('language'),
    subject: column('subject'),
    decade: column('decade'),
    person: column('person'),
  }
  return {
    size,
    terms: pool('terms'),
    starts: numbers('starts'),
    docs: numbers('docs'),
    impacts: bytes('impacts'),
    keys: pool('keys'),
    keyTable: numbers('keyTable'),
    sortKeys: pool('sortKeys'),
    stored: pool('stored'),
    columns,
    years: take<Int16Array<ArrayBuffer>>('years', Int16Array),
    versions: take<Float64Array<ArrayBuffer>>('versions', Float64Array),
    audiences: numbers('audiences'),
    available: numbers('available'),
  }
}
