import type { SearchDocument } from '../document.ts'
import { type Interner, interner } from './interner.ts'

/** What documents are counted by: the facets that are lists of codes, and people, whom suggestions name. */
export const columnNames = ['kind', 'institution', 'place', 'language', 'subject', 'decade', 'person'] as const
export type ColumnName = (typeof columnNames)[number]

/** The values of every document: those of document `i` are `values[starts[i]] … values[starts[i + 1] - 1]`, as interned numbers. */
export interface Column {
  readonly starts: Uint32Array<ArrayBuffer>
  readonly values: Uint32Array<ArrayBuffer>
}

export type Columns = Readonly<Record<ColumnName, Column>>

/** Numbers for the values of each column and for audiences, shared by all segments of one index. */
export type Dictionaries = Readonly<Record<ColumnName | 'audience', Interner>>

export const dictionaries = (of: (name: ColumnName | 'audience') => readonly string[] = () => []): Dictionaries => ({
  kind: interner(of('kind')),
  institution: interner(of('institution')),
  place: interner(of('place')),
  language: interner(of('language')),
  subject: interner(of('subject')),
  decade: interner(of('decade')),
  person: interner(of('person')),
  audience: interner(of('audience')),
})

/** The first year of the decade a year lies in. */
export const decadeOf = (year: number): string => String(Math.floor(year / 10) * 10)

export const valuesOf: Readonly<Record<ColumnName, (document: SearchDocument) => readonly string[]>> = {
  kind: document => [document.kind],
  institution: document => document.institutions,
  place: document => document.places,
  language: document => (document.language === null ? [] : [document.language]),
  subject: document => document.subjectsFacet ?? document.subjects,
  decade: document => (document.year === null ? [] : [decadeOf(document.year)]),
  person: document => document.people,
}

export function columnOf(
  documents: readonly SearchDocument[],
  values: (document: SearchDocument) => readonly string[],
  ids: Interner,
): Column {
  const starts = new Uint32Array(documents.length + 1)
  const all: number[] = []
  documents.forEach((document, at) => {
    for (const value of new Set(values(document))) all.push(ids.idOf(value))
    starts[at + 1] = all.length
  })
  return { starts, values: Uint32Array.from(all) }
}
