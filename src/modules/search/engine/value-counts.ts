import { hasBit } from './bitmap.ts'
import type { ColumnName, Dictionaries } from './columns.ts'
import type { Source } from './plan.ts'

/** A value and the documents of one viewer that have it, by their kind. */
export interface ValueCount {
  readonly value: string
  readonly total: number
  readonly byKind: Readonly<Record<string, number>>
}

/** Every value of a column that the viewer of these sources has a document with, in no order. */
export function countValues(sources: readonly Source[], numbers: Dictionaries, name: ColumnName): ValueCount[] {
  const kinds = numbers.kind.all()
  const counts = kinds.map(() => new Uint32Array(numbers[name].size()))
  for (const { part, view } of sources) {
    const { columns, size } = part.segment
    const { starts, values } = columns[name]
    for (let doc = 0; doc < size; doc += 1) {
      if (view.visible !== null && !hasBit(view.visible, doc)) continue
      const own = counts[columns.kind.values[columns.kind.starts[doc] as number] as number] as Uint32Array
      const end = starts[doc + 1] as number
      for (let at = starts[doc] as number; at < end; at += 1) {
        const value = values[at] as number
        own[value] = (own[value] as number) + 1
      }
    }
  }
  return numbers[name].all().flatMap((value, id) => {
    const found = kinds.flatMap((kind, at) =>
      (counts[at]?.[id] ?? 0) > 0 ? [[kind, counts[at]?.[id] ?? 0] as const] : [],
    )
    if (found.length === 0) return []
    return [{ value, total: found.reduce((sum, [, count]) => sum + count, 0), byKind: Object.fromEntries(found) }]
  })
}
