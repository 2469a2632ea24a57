import { type Facet, type FacetValue, offeredValues, type SearchQuery } from '../query.ts'
import { hasBit } from './bitmap.ts'
import type { Candidates } from './candidates.ts'
import type { Column, ColumnName, Dictionaries } from './columns.ts'
import type { Interner } from './interner.ts'
import type { Part } from './part.ts'

const listed = [
  'kind',
  'institution',
  'place',
  'language',
  'subject',
  'decade',
] as const satisfies readonly ColumnName[]

type Listed = (typeof listed)[number]

/** What the reader chose, as words and as interned numbers: `wanted[number]` is 1 for a chosen one. */
export interface Choice {
  readonly lists: readonly { readonly name: Listed; readonly chosen: readonly string[]; readonly wanted: Uint8Array }[]
  readonly available: boolean
}

export interface Tally {
  readonly counts: Readonly<Record<Listed, Uint32Array>>
  available: number
}

export function choiceOf({ kinds, facets = {} }: SearchQuery, numbers: Dictionaries): Choice {
  const chosen = { ...facets, kind: kinds }
  const lists = listed.flatMap(name => {
    const values = chosen[name] ?? []
    if (values.length === 0) return []
    const wanted = new Uint8Array(numbers[name].size())
    for (const value of values) {
      const id = numbers[name].find(value)
      if (id !== undefined) wanted[id] = 1
    }
    return [{ name, chosen: values, wanted }]
  })
  return { lists, available: facets.available === true }
}

export const emptyTally = (numbers: Dictionaries): Tally => ({
  counts: {
    kind: new Uint32Array(numbers.kind.size()),
    institution: new Uint32Array(numbers.institution.size()),
    place: new Uint32Array(numbers.place.size()),
    language: new Uint32Array(numbers.language.size()),
    subject: new Uint32Array(numbers.subject.size()),
    decade: new Uint32Array(numbers.decade.size()),
  },
  available: 0,
})

const passes = 0
const failsSeveral = 255

/**
 * Counts the candidates of one part into `tally` and drops those that do not fit the choice.
 * A document that fails one facet alone still counts in that facet: a reader sees what another choice there would give.
 */
export function countAndFilter(candidates: Candidates, part: Part, choice: Choice, tally: Tally): void {
  const failed = failuresOf(candidates, part, choice)
  for (const name of listed) {
    const own = choice.lists.findIndex(list => list.name === name) + 1
    countColumn(candidates, failed, own, part.segment.columns[name], tally.counts[name])
  }
  const availableOwn = choice.available ? choice.lists.length + 1 : 0
  for (let i = 0; i < candidates.length; i += 1) {
    const failure = failed === null ? passes : (failed[i] as number)
    const counts = failure === passes || failure === availableOwn
    if (counts && hasBit(part.available, candidates.docs[i] as number)) tally.available += 1
  }
  if (failed !== null) keepPassing(candidates, failed)
}

/** For each candidate: 0 when it fits, the number (from 1) of the only choice that it fails, or 255. Null: nothing was chosen. */
function failuresOf(candidates: Candidates, part: Part, choice: Choice): Uint8Array | null {
  if (choice.lists.length === 0 && !choice.available) return null
  const failed = new Uint8Array(candidates.length)
  const fail = (i: number, number: number) => {
    failed[i] = failed[i] === passes ? number : failsSeveral
  }
  choice.lists.forEach(({ name, wanted }, at) => {
    const column = part.segment.columns[name]
    for (let i = 0; i < candidates.length; i += 1) {
      if (!hasWanted(column, candidates.docs[i] as number, wanted)) fail(i, at + 1)
    }
  })
  if (choice.available) {
    for (let i = 0; i < candidates.length; i += 1) {
      if (!hasBit(part.available, candidates.docs[i] as number)) fail(i, choice.lists.length + 1)
    }
  }
  return failed
}

function hasWanted({ starts, values }: Column, doc: number, wanted: Uint8Array): boolean {
  const end = starts[doc + 1] as number
  for (let i = starts[doc] as number; i < end; i += 1) if (wanted[values[i] as number] === 1) return true
  return false
}

function countColumn(
  { docs, length }: Candidates,
  failed: Uint8Array | null,
  own: number,
  { starts, values }: Column,
  counts: Uint32Array,
): void {
  for (let i = 0; i < length; i += 1) {
    if (failed !== null && failed[i] !== passes && (own === 0 || failed[i] !== own)) continue
    const doc = docs[i] as number
    const end = starts[doc + 1] as number
    for (let at = starts[doc] as number; at < end; at += 1) {
      const value = values[at] as number
      counts[value] = (counts[value] as number) + 1
    }
  }
}

function keepPassing(candidates: Candidates, failed: Uint8Array): void {
  const { docs, scores, covered } = candidates
  let kept = 0
  for (let i = 0; i < candidates.length; i += 1) {
    if (failed[i] !== passes) continue
    docs[kept] = docs[i] as number
    scores[kept] = scores[i] as number
    covered[kept] = covered[i] as number
    kept += 1
  }
  candidates.length = kept
}

/** The tally as the reader sees it. */
export function facetsOf(tally: Tally, choice: Choice, numbers: Dictionaries): Facet[] {
  const lists: Facet[] = listed.map(name => {
    const chosen = choice.lists.find(list => list.name === name)?.chosen ?? []
    return { name, values: valuesOf(tally.counts[name], offeredValues[name], chosen, numbers[name]) }
  })
  const available = { value: 'true', count: tally.available }
  return [...lists, { name: 'available', values: tally.available > 0 || choice.available ? [available] : [] }]
}

function valuesOf(counts: Uint32Array, limit: number, chosen: readonly string[], numbers: Interner): FacetValue[] {
  const found: FacetValue[] = []
  counts.forEach((count, id) => {
    if (count > 0) found.push({ value: numbers.textOf(id), count })
  })
  found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const shown = found.slice(0, limit)
  // A chosen value is always shown, known or not: whether the index knows a word that nobody here may see is not told.
  for (const value of new Set(chosen)) {
    if (shown.some(other => other.value === value)) continue
    shown.push(found.find(other => other.value === value) ?? { value, count: 0 })
  }
  return shown
}
