import { emptyBitmap, setBit } from './bitmap.ts'
import { type Column, type ColumnName, type Columns, columnNames } from './columns.ts'
import { keyTableOf } from './key-table.ts'
import { mergePostings } from './postings-merge.ts'
import { compareDocuments, gone, type Segment } from './segment.ts'
import { step } from './steps.ts'
import { bytesAt, poolWriter, type TextPool } from './text-pool.ts'

/** A segment as it stands now: without its dead documents, with its changed attributes. */
export interface MergeSource {
  readonly segment: Segment
  readonly isDead: (ordinal: number) => boolean
  readonly isAvailable: (ordinal: number) => boolean
  /** JSON that replaces the stored one. */
  readonly storedInstead: (ordinal: number) => string | undefined
}

export interface Merged {
  readonly segment: Segment
  /** For each source, the new ordinal of each old one; {@link gone} when it was dead. */
  readonly moved: readonly Uint32Array<ArrayBuffer>[]
}

/** Makes one segment of several. A generator, so that a long merge can let others work between its steps. */
export function* mergeSegments(sources: readonly MergeSource[]): Generator<void, Merged> {
  const { order, moved } = yield* documentOrder(sources)
  const size = order.length
  const keys = poolWriter(size)
  const sortKeys = poolWriter(size)
  const stored = poolWriter(size)
  const years = new Int16Array(size)
  const versions = new Float64Array(size)
  const audiences = new Uint32Array(size)
  const available = emptyBitmap(size)
  for (let at = 0; at < size; at += 1) {
    const [from, old] = sourceAt(sources, order.sources[at] as number, order.ordinals[at] as number)
    const { segment } = from
    keys.addBytes(bytesAt(segment.keys, old))
    sortKeys.addBytes(bytesAt(segment.sortKeys, old))
    const instead = from.storedInstead(old)
    if (instead === undefined) stored.addBytes(bytesAt(segment.stored, old))
    else stored.add(instead)
    years[at] = segment.years[old] as number
    versions[at] = segment.versions[old] as number
    audiences[at] = segment.audiences[old] as number
    if (from.isAvailable(old)) setBit(available, at)
    if (at % step === step - 1) yield
  }
  const columns = {} as Record<ColumnName, Column>
  for (const name of columnNames) {
    columns[name] = mergeColumn(sources, order, name)
    yield
  }
  const keyPool: TextPool = keys.finish()
  const postings = yield* mergePostings(
    sources.map(source => source.segment),
    moved,
  )
  const segment: Segment = {
    size,
    ...postings,
    keys: keyPool,
    keyTable: keyTableOf(keyPool),
    sortKeys: sortKeys.finish(),
    stored: stored.finish(),
    columns: columns satisfies Columns,
    years,
    versions,
    audiences,
    available,
  }
  return { segment, moved }
}

interface Order {
  readonly length: number
  readonly sources: Uint8Array<ArrayBuffer>
  readonly ordinals: Uint32Array<ArrayBuffer>
}

const sourceAt = (sources: readonly MergeSource[], source: number, ordinal: number): readonly [MergeSource, number] => [
  sources[source] as MergeSource,
  ordinal,
]

/** Zips the living documents of all sources in title order. */
function* documentOrder(
  sources: readonly MergeSource[],
): Generator<void, { order: Order; moved: Uint32Array<ArrayBuffer>[] }> {
  if (sources.length > 255) throw new Error('at most 255 segments can be merged at once')
  const most = sources.reduce((sum, { segment }) => sum + segment.size, 0)
  const from = new Uint8Array(most)
  const ordinals = new Uint32Array(most)
  const moved = sources.map(({ segment }) => new Uint32Array(segment.size).fill(gone))
  const heads = sources.map(source => nextLiving(source, 0))
  let length = 0
  for (;;) {
    let best = -1
    for (let i = 0; i < sources.length; i += 1) {
      if (heads[i] === gone) continue
      if (best < 0 || isBefore(sources, heads, i, best)) best = i
    }
    if (best < 0) break
    const ordinal = heads[best] as number
    from[length] = best
    ordinals[length] = ordinal
    const map = moved[best] as Uint32Array
    map[ordinal] = length
    heads[best] = nextLiving(sources[best] as MergeSource, ordinal + 1)
    length += 1
    if (length % step === 0) yield
  }
  return { order: { length, sources: from, ordinals }, moved }
}

const isBefore = (sources: readonly MergeSource[], heads: readonly number[], a: number, b: number): boolean =>
  compareDocuments(
    (sources[a] as MergeSource).segment,
    heads[a] as number,
    (sources[b] as MergeSource).segment,
    heads[b] as number,
  ) < 0

function nextLiving({ segment, isDead }: MergeSource, from: number): number {
  let ordinal = from
  while (ordinal < segment.size && isDead(ordinal)) ordinal += 1
  return ordinal < segment.size ? ordinal : gone
}

function mergeColumn(sources: readonly MergeSource[], order: Order, name: ColumnName): Column {
  const columns = sources.map(({ segment }) => segment.columns[name])
  const starts = new Uint32Array(order.length + 1)
  let total = 0
  for (let at = 0; at < order.length; at += 1) {
    const column = columns[order.sources[at] as number] as Column
    const old = order.ordinals[at] as number
    total += (column.starts[old + 1] as number) - (column.starts[old] as number)
    starts[at + 1] = total
  }
  const values = new Uint32Array(total)
  for (let at = 0; at < order.length; at += 1) {
    const column = columns[order.sources[at] as number] as Column
    const old = order.ordinals[at] as number
    const from = column.starts[old] as number
    const count = (column.starts[old + 1] as number) - from
    for (let i = 0; i < count; i += 1) values[(starts[at] as number) + i] = column.values[from + i] as number
  }
  return { starts, values }
}
