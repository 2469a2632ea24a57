import type { Display, SearchDocument } from '../document.ts'
import type { Bitmap } from './bitmap.ts'
import type { Columns } from './columns.ts'
import type { KeyTable } from './key-table.ts'
import { bytesAt, compareBytes, type TextPool } from './text-pool.ts'

/** A document with its terms: the strength of each, 1–255. */
export interface AnalysedDocument {
  readonly key: string
  readonly document: SearchDocument
  readonly terms: ReadonlyMap<string, number>
  /** Which state of the document this is; equal versions have equal words. */
  readonly version: number
}

/**
 * An immutable set of documents ready to be searched. Documents are numbered in the order of their titles
 * (sort key, then key), so an ordinal is also a rank, equal scores fall in title order, and merging keeps order.
 */
export interface Segment {
  readonly size: number
  /** Sorted by code point. */
  readonly terms: TextPool
  /** Postings of term `t` are `docs[starts[t]] … docs[starts[t + 1] - 1]`, ascending, with their strengths beside. */
  readonly starts: Uint32Array<ArrayBuffer>
  readonly docs: Uint32Array<ArrayBuffer>
  readonly impacts: Uint8Array<ArrayBuffer>
  readonly keys: TextPool
  readonly keyTable: KeyTable
  readonly sortKeys: TextPool
  /** What a result shows of each document: JSON of {@link Stored}. */
  readonly stored: TextPool
  readonly columns: Columns
  /** {@link noYear} where there is none. */
  readonly years: Int16Array<ArrayBuffer>
  readonly versions: Float64Array<ArrayBuffer>
  /** Interned audience of each document. */
  readonly audiences: Uint32Array<ArrayBuffer>
  /** As it was when the segment was made. */
  readonly available: Bitmap
}

export const noYear = -32768

/** In a map of ordinals: no longer there. */
export const gone = 0xffffffff

export interface Stored {
  readonly url: string
  readonly title: string
  readonly display: Display
}

/** Title order of a document in one segment against one in another. */
export function compareDocuments(a: Segment, i: number, b: Segment, j: number): number {
  return (
    compareBytes(bytesAt(a.sortKeys, i), bytesAt(b.sortKeys, j)) || compareBytes(bytesAt(a.keys, i), bytesAt(b.keys, j))
  )
}
