import type { LocalDate } from '../../kernel/local-date.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import type { Engine } from './engine/engine.ts'
import { countValues, type ValueCount } from './engine/value-counts.ts'
import type { Name } from './port.ts'

/** What a catalogue can be leafed through by. */
export const browsedFacets = ['subject', 'place', 'institution'] as const
export type BrowsedFacet = (typeof browsedFacets)[number]

export interface BrowseQuery {
  readonly facet: BrowsedFacet
  readonly grants: ReadonlySet<string>
  readonly today: LocalDate
}

export interface Browsed {
  /** In no order. */
  readonly values: readonly ValueCount[]
  readonly source: 'index' | 'database'
  /** As in a search: something may be missing. */
  readonly stale?: boolean
}

export const browse = (engine: Engine, { facet, grants, today }: BrowseQuery, stale: boolean): Browsed => ({
  values: countValues(engine.sources(grants, today), engine.numbers, facet),
  source: 'index',
  ...(stale ? { stale } : {}),
})

/** One line of a list to leaf through. */
export interface Entry extends Name {
  /** The value that the filter of a search takes. */
  readonly value: string
  readonly total: number
  readonly byKind: Readonly<Record<string, number>>
}

const keys = new Map<string, string>()
const keysRemembered = 100_000

function keyOf(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  if (keys.size >= keysRemembered) keys.clear()
  const key = sortKey(text)
  keys.set(text, key)
  return key
}

/** In the order of a Vietnamese dictionary. */
export function inOrder<Named extends Pick<Name, 'sortBy'>>(entries: readonly Named[]): Named[] {
  const keyed = entries.map(entry => ({ entry, key: keyOf(entry.sortBy) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ entry }) => entry)
}

/** Longer keys first: ă is no a. */
const alphabet = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz']
  .map(letter => ({ letter: letter.toUpperCase(), key: sortKey(letter).replace(/\d.*/, '') }))
  .toSorted((a, b) => b.key.length - a.key.length)

/** The letter of the alphabet under which a name stands: Đ, Ê; `0–9` for figures, `…` for other scripts. */
export function letterOf(sortBy: string): string {
  const key = keyOf(sortBy)
  if (/^[1-9:;<=>?@]/.test(key)) return '0–9'
  return alphabet.find(one => key.startsWith(one.key))?.letter ?? '…'
}

export interface LetterPage {
  readonly letter: string
  /** The first page on which it stands, from 1. */
  readonly page: number
}

/** Every letter that is there, and where it begins. */
export function lettersOf(entries: readonly Pick<Name, 'sortBy'>[], perPage: number): LetterPage[] {
  const pages = new Map<string, number>()
  entries.forEach(({ sortBy }, at) => {
    const letter = letterOf(sortBy)
    if (!pages.has(letter)) pages.set(letter, Math.floor(at / perPage) + 1)
  })
  return [...pages].map(([letter, page]) => ({ letter, page }))
}
