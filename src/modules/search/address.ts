import type { Form } from '../../platform/http/index.ts'
import { type DocumentKind, documentKinds } from './document.ts'
import { paths } from './paths.ts'
import { type FacetChoice, type Sort, sorts } from './query.ts'

/** A search as its address says it: everything that a shared link must carry. */
export interface Asked {
  readonly text: string
  readonly kinds: readonly DocumentKind[]
  readonly facets: FacetChoice
  readonly sort: Sort
  /** From 1. */
  readonly page: number
  /** The filter of which more values are wanted. */
  readonly unfolded: ListedFacet | null
}

export const listedFacets = ['institution', 'place', 'language', 'subject', 'decade'] as const
export type ListedFacet = (typeof listedFacets)[number]

/** Names in the address of a page for people. */
export const pageNames = {
  text: 'q',
  kind: 'loai',
  institution: 'noi',
  place: 'xa',
  language: 'tieng',
  subject: 'de-tai',
  decade: 'thap-nien',
  available: 'con',
  sort: 'xep',
  page: 'trang',
  unfolded: 'them',
} as const

/** Names in the address of the interface for programs. */
export const apiNames = {
  text: 'q',
  kind: 'kind',
  institution: 'institution',
  place: 'place',
  language: 'language',
  subject: 'subject',
  decade: 'decade',
  available: 'available',
  sort: 'sort',
  page: 'page',
  unfolded: 'unfolded',
} as const

type Names = Readonly<Record<keyof typeof pageNames, string>>

export const mostValues = 20
export const longestValue = 120

const isKind = (text: string): text is DocumentKind => documentKinds.some(kind => kind === text)
const isSort = (text: string): text is Sort => sorts.some(sort => sort === text)

/** What cannot be understood is left out: a link from long ago still finds something. */
export function readAsked(query: Form, names: Names): Asked {
  const values = (name: string) =>
    [...new Set(query.all(name))].filter(value => value !== '' && value.length <= longestValue).slice(0, mostValues)
  const sort = query.text(names.sort)
  const page = Number(query.text(names.page))
  const unfolded = query.text(names.unfolded)
  return {
    text: query.text(names.text),
    kinds: values(names.kind).filter(isKind),
    facets: {
      institution: values(names.institution),
      place: values(names.place),
      language: values(names.language),
      subject: values(names.subject),
      decade: values(names.decade).filter(value => /^-?\d{1,4}$/.test(value)),
      available: ['1', 'true'].includes(query.text(names.available)),
    },
    sort: isSort(sort) ? sort : 'relevance',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    unfolded: listedFacets.find(facet => facet === unfolded) ?? null,
  }
}

/** Name and value of all that an address carries, but for the page. */
export function parametersOf(asked: Asked, names: Names = pageNames): [string, string][] {
  const parameters: [string, string][] = asked.text === '' ? [] : [[names.text, asked.text]]
  for (const kind of asked.kinds) parameters.push([names.kind, kind])
  for (const facet of listedFacets)
    for (const value of asked.facets[facet] ?? []) parameters.push([names[facet], value])
  if (asked.facets.available === true) parameters.push([names.available, '1'])
  if (asked.sort !== 'relevance') parameters.push([names.sort, asked.sort])
  return parameters
}

/** The address of this search with some of it changed; a change leads back to the first page. */
export function addressOf(asked: Asked, change: Partial<Asked> = {}): string {
  const next = { ...asked, page: 1, unfolded: null, ...change }
  const parameters = parametersOf(next)
  if (next.page > 1) parameters.push([pageNames.page, String(next.page)])
  if (next.unfolded !== null) parameters.push([pageNames.unfolded, next.unfolded])
  const query = new URLSearchParams(parameters).toString()
  return query === '' ? paths.search : `${paths.search}?${query}`
}

const nothingAsked: Asked = { text: '', kinds: [], facets: {}, sort: 'relevance', page: 1, unfolded: null }

/** The address of a search that another module leads to. */
export const searchAddress = (asked: Partial<Asked>): string => addressOf(nothingAsked, asked)

export const hasFilters = ({ facets, kinds }: Asked): boolean =>
  kinds.length > 0 || facets.available === true || listedFacets.some(facet => (facets[facet] ?? []).length > 0)
