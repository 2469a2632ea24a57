import type { SearchDocument } from '../document.ts'
import { emptyBitmap, setBit } from './bitmap.ts'
import { type ColumnName, type Columns, columnNames, columnOf, type Dictionaries, valuesOf } from './columns.ts'
import { keyTableOf } from './key-table.ts'
import { type AnalysedDocument, noYear, type Segment, type Stored } from './segment.ts'
import { compareText, poolOf, type TextPool } from './text-pool.ts'

/** Freezes documents with distinct keys into a segment. */
export function buildSegment(unsorted: readonly AnalysedDocument[], numbers: Dictionaries): Segment {
  const analysed = [...unsorted].sort(
    (a, b) => compareText(a.document.sortKey, b.document.sortKey) || compareText(a.key, b.key),
  )
  const documents = analysed.map(one => one.document)
  const keys = poolOf(analysed.map(one => one.key))
  const available = emptyBitmap(documents.length)
  documents.forEach((document, at) => {
    if (document.available) setBit(available, at)
  })
  return {
    size: documents.length,
    ...postingsOf(analysed),
    keys,
    keyTable: keyTableOf(keys),
    sortKeys: poolOf(documents.map(document => document.sortKey)),
    stored: poolOf(documents.map(storedText)),
    columns: columnsOf(documents, numbers),
    years: Int16Array.from(documents, document => yearOf(document.year)),
    versions: Float64Array.from(analysed, one => one.version),
    audiences: Uint32Array.from(documents, document => numbers.audience.idOf(document.audience)),
    available,
  }
}

const yearOf = (year: number | null): number => (year === null ? noYear : Math.max(-32767, Math.min(32767, year)))

function storedText({ url, title, display }: SearchDocument): string {
  const stored: Stored = { url, title, display }
  return JSON.stringify(stored)
}

function columnsOf(documents: readonly SearchDocument[], numbers: Dictionaries): Columns {
  const column = (name: ColumnName) => [name, columnOf(documents, valuesOf[name], numbers[name])] as const
  return Object.fromEntries(columnNames.map(column)) as Columns
}

interface Postings {
  readonly terms: TextPool
  readonly starts: Uint32Array<ArrayBuffer>
  readonly docs: Uint32Array<ArrayBuffer>
  readonly impacts: Uint8Array<ArrayBuffer>
}

/** Turns "terms of each document" into "documents of each term" by counting, without sorting postings. */
function postingsOf(analysed: readonly AnalysedDocument[]): Postings {
  const numberOf = new Map<string, number>()
  let total = 0
  for (const one of analysed) total += one.terms.size
  const termOf = new Uint32Array(total)
  const impactOf = new Uint8Array(total)
  let at = 0
  for (const one of analysed) {
    for (const [term, impact] of one.terms) {
      let number = numberOf.get(term)
      if (number === undefined) {
        number = numberOf.size
        numberOf.set(term, number)
      }
      termOf[at] = number
      impactOf[at] = impact
      at += 1
    }
  }
  const sorted = sortedTerms(numberOf.keys())
  const rankOf = new Uint32Array(sorted.length)
  sorted.forEach((term, rank) => {
    rankOf[numberOf.get(term) as number] = rank
  })
  const starts = new Uint32Array(sorted.length + 1)
  for (const number of termOf)
    starts[(rankOf[number] as number) + 1] = (starts[(rankOf[number] as number) + 1] as number) + 1
  for (let rank = 0; rank < sorted.length; rank += 1)
    starts[rank + 1] = (starts[rank + 1] as number) + (starts[rank] as number)
  const next = starts.slice()
  const docs = new Uint32Array(total)
  const impacts = new Uint8Array(total)
  at = 0
  analysed.forEach((one, ordinal) => {
    for (let left = one.terms.size; left > 0; left -= 1, at += 1) {
      const rank = rankOf[termOf[at] as number] as number
      const place = next[rank] as number
      docs[place] = ordinal
      impacts[place] = impactOf[at] as number
      next[rank] = place + 1
    }
  })
  return { terms: poolOf(sorted), starts, docs, impacts }
}

const hasSurrogate = /[\ud800-\udfff]/

/** Code-point order. The plain order of strings is the same but for surrogates, and far quicker than comparing by our own hand. */
function sortedTerms(terms: Iterable<string>): string[] {
  const plain: string[] = []
  const beyond: string[] = []
  for (const term of terms) (hasSurrogate.test(term) ? beyond : plain).push(term)
  plain.sort()
  beyond.sort(compareText)
  if (beyond.length === 0) return plain
  const merged: string[] = []
  let next = 0
  for (const term of beyond) {
    while (next < plain.length && compareText(plain[next] as string, term) < 0) {
      merged.push(plain[next] as string)
      next += 1
    }
    merged.push(term)
  }
  return merged.concat(plain.slice(next))
}
