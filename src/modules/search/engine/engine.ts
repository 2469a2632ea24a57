import type { LocalDate } from '../../../kernel/local-date.ts'
import type { Display } from '../document.ts'
import type { SearchQuery } from '../query.ts'
import { type Admits, admissions } from './admission.ts'
import { type Found, findIn } from './answer.ts'
import { hasBit } from './bitmap.ts'
import { type Dictionaries, dictionaries } from './columns.ts'
import { partsToMerge } from './merge-policy.ts'
import { frozenCopy, kill, livingCount, locate, type Part, partOf, setAttributes, storedOf, viewOf } from './part.ts'
import type { QueryTerms, Source } from './plan.ts'
import type { AnalysedDocument } from './segment.ts'
import { buildSegment } from './segment-build.ts'
import { type Merged, mergeSegments } from './segment-merge.ts'
import { atOnce, inTurns } from './steps.ts'
import { poolSize } from './text-pool.ts'

/** The index itself: segments in memory. It knows nothing of the database, of files, or of Vietnamese. */
export interface Engine {
  /** Adds documents or replaces those with the same key. Searches see all of them or none. */
  put(documents: readonly AnalysedDocument[]): void
  remove(keys: readonly string[]): void
  setAttributes(key: string, available: boolean | undefined, display: Display | undefined): void
  /** Version of the document that is held, or null. */
  versionOf(key: string): number | null
  find(terms: QueryTerms, query: SearchQuery): Found
  /** What a viewer may search. */
  sources(grants: ReadonlySet<string>, today: LocalDate): Source[]
  /** Merges until the shape is good, in turns with other work. */
  tidy(): Promise<void>
  /** Copies of parts as they are now, for writing. */
  parts(): readonly Part[]
  readonly numbers: Dictionaries
  size(): number
}

/** Up to this many documents are merged at once, without yielding. */
const smallMerge = 4096

export function createEngine(
  admits: Admits,
  numbers: Dictionaries = dictionaries(),
  initial: readonly Part[] = [],
): Engine {
  let parts: Part[] = [...initial]
  const busy = new Set<Part>()
  const admissionOf = admissions(numbers.audience, admits)
  let tidying: Promise<void> | null = null

  const find = (key: Uint8Array): { part: Part; ordinal: number } | null => {
    for (const part of parts) {
      const ordinal = locate(part, key)
      if (ordinal >= 0) return { part, ordinal }
    }
    return null
  }
  const forget = (key: string): void => {
    const place = find(Buffer.from(key))
    if (place !== null) kill(place.part, place.ordinal)
  }
  const nextMerge = (): Part[] => {
    const idle = parts.filter(part => !busy.has(part))
    return partsToMerge(idle.map(part => ({ living: livingCount(part), dead: part.deadCount }))).map(
      at => idle[at] as Part,
    )
  }
  const swap = (old: readonly Part[], merged: Part): void => {
    parts = parts.filter(part => !old.includes(part))
    if (merged.segment.size > 0) parts.push(merged)
  }
  const mergeSmall = (): void => {
    for (;;) {
      const chosen = nextMerge()
      const documents = chosen.reduce((sum, part) => sum + part.segment.size, 0)
      if (chosen.length === 0 || documents > smallMerge) return
      swap(chosen, partOf(atOnce(mergeSegments(chosen.map(frozenCopy))).segment))
    }
  }
  const mergeLarge = async (chosen: readonly Part[]): Promise<void> => {
    const copies = chosen.map(frozenCopy)
    for (const part of chosen) {
      busy.add(part)
      part.changedSince = new Set()
    }
    const merged = await inTurns(mergeSegments(copies))
    const part = partOf(merged.segment)
    chosen.forEach((old, at) => {
      bringUpToDate(
        part,
        old,
        (copies[at] as (typeof copies)[number]).dead,
        merged.moved[at] as Merged['moved'][number],
      )
      busy.delete(old)
    })
    swap(chosen, part)
  }
  const tidy = async (): Promise<void> => {
    for (let chosen = nextMerge(); chosen.length > 0; chosen = nextMerge()) await mergeLarge(chosen)
  }
  const sources = (grants: ReadonlySet<string>, today: LocalDate): Source[] => {
    const admission = admissionOf(grants, today)
    return parts.map(part => ({ part, view: viewOf(part, admission) })).filter(({ view }) => view.count > 0)
  }

  return {
    put(documents) {
      if (documents.length === 0) return
      const segment = buildSegment(lastOfEachKey(documents), numbers)
      for (const { key } of documents) forget(key)
      parts.push(partOf(segment))
      mergeSmall()
    },
    remove(keys) {
      for (const key of keys) forget(key)
    },
    setAttributes(key, available, display) {
      const place = find(Buffer.from(key))
      if (place !== null) setAttributes(place.part, place.ordinal, available, display)
    },
    versionOf(key) {
      const place = find(Buffer.from(key))
      return place === null ? null : (place.part.segment.versions[place.ordinal] ?? null)
    },
    find: (terms, query) => findIn(sources(query.grants, query.today), numbers, terms, query),
    sources,
    tidy() {
      tidying ??= tidy().finally(() => {
        tidying = null
      })
      return tidying
    },
    parts: () => parts,
    numbers,
    size: () => parts.reduce((sum, part) => sum + livingCount(part), 0),
  }
}

const lastOfEachKey = (documents: readonly AnalysedDocument[]): AnalysedDocument[] => [
  ...new Map(documents.map(document => [document.key, document])).values(),
]

/** Repeats on the merged part what happened to an old one while it was being copied. */
function bringUpToDate(merged: Part, old: Part, deadBefore: Part['dead'], moved: Uint32Array): void {
  for (const ordinal of old.changedSince ?? []) {
    if (hasBit(old.dead, ordinal)) continue
    const stored = old.storedInstead.has(ordinal) ? storedOf(old, ordinal).display : undefined
    setAttributes(merged, moved[ordinal] as number, hasBit(old.available, ordinal), stored)
  }
  for (let ordinal = 0; ordinal < old.segment.size; ordinal += 1) {
    if (hasBit(old.dead, ordinal) && !hasBit(deadBefore, ordinal)) kill(merged, moved[ordinal] as number)
  }
}

/** Octets of the arrays of a part. */
export function memoryOf({ segment }: Part): number {
  const pools = [segment.terms, segment.keys, segment.sortKeys, segment.stored]
  const columns = Object.values(segment.columns)
  return (
    pools.reduce((sum, pool) => sum + pool.bytes.byteLength + pool.starts.byteLength, 0) +
    columns.reduce((sum, column) => sum + column.starts.byteLength + column.values.byteLength, 0) +
    segment.docs.byteLength +
    segment.impacts.byteLength +
    segment.starts.byteLength +
    segment.keyTable.byteLength +
    segment.size * 16
  )
}

export const termCount = ({ segment }: Part): number => poolSize(segment.terms)
