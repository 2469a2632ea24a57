import type { LocalDate } from '../../kernel/local-date.ts'
import type { Display, DocumentKind } from './document.ts'

/** Filters a reader may combine: "or" within one, "and" between them. */
export const facetNames = ['kind', 'institution', 'place', 'language', 'subject', 'decade', 'available'] as const
export type FacetName = (typeof facetNames)[number]

/** Values given per facet, besides those that are chosen. */
export const offeredValues: Readonly<Record<FacetName, number>> = {
  kind: 20,
  institution: 100,
  place: 100,
  language: 30,
  subject: 30,
  decade: 40,
  available: 1,
}

export interface FacetChoice {
  readonly institution?: readonly string[]
  readonly place?: readonly string[]
  readonly language?: readonly string[]
  readonly subject?: readonly string[]
  /** First year of the decade: `1990`. */
  readonly decade?: readonly string[]
  readonly available?: boolean
}

export const sorts = ['relevance', 'newest', 'title'] as const
export type Sort = (typeof sorts)[number]

export interface SearchQuery {
  readonly text: string
  readonly kinds?: readonly DocumentKind[]
  readonly facets?: FacetChoice
  readonly sort?: Sort
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  /** What the viewer holds; audiences are decided by these inside the query. */
  readonly grants: ReadonlySet<string>
  readonly today: LocalDate
}

export interface Hit {
  readonly kind: DocumentKind
  readonly id: string
  readonly url: string
  readonly title: string
  readonly display: Display
  readonly institutions: readonly string[]
  readonly available: boolean
  /** Ranges [from, to) of the title in UTF-16 code units. */
  readonly highlights: readonly (readonly [number, number])[]
}

export interface FacetValue {
  readonly value: string
  /** Exact number of documents that would be found with this value alone in its facet. */
  readonly count: number
}

export interface Facet {
  readonly name: FacetName
  /** Most frequent first; values that are chosen are always there. */
  readonly values: readonly FacetValue[]
}

/** How far the answer had to go: every word in each document, some of the words, the number itself, or no words were given. */
export type Matching = 'all' | 'some' | 'identifier' | 'everything'

export interface SearchAnswer {
  /** The words as typed, cut to what was read. */
  readonly query: string
  /** Another reading of what was typed, when the index took one. */
  readonly understood: string | null
  readonly matching: Matching
  /** Words of the query that no document of this viewer has. */
  readonly unknown: readonly string[]
  /** Exact number of documents that all the pages hold. */
  readonly total: number
  /** Of all documents of this viewer, whatever the filters: how many have every word. */
  readonly complete: number
  readonly tookMs: number
  readonly hits: readonly Hit[]
  readonly facets: readonly Facet[]
  /** Who answered: the index, or the table of documents itself while the index is not whole. */
  readonly source: 'index' | 'database'
  /** True while the index is still catching up: something may be missing. */
  readonly stale?: boolean
}

export interface Suggestion {
  readonly kind: DocumentKind | 'person' | 'subject'
  readonly text: string
  /** Where it leads; null means: search for it. */
  readonly url: string | null
}

export interface SuggestQuery {
  readonly text: string
  readonly limit?: number
  readonly grants: ReadonlySet<string>
  readonly today: LocalDate
}
