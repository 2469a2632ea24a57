import { localDateAt } from '../../kernel/local-date.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import { type Asked, hasFilters, type ListedFacet, listedFacets } from './address.ts'
import type { Asking } from './answering.ts'
import type { Link, SearchPort } from './port.ts'
import type { SearchAnswer, Suggestion, SuggestQuery } from './query.ts'

/** All that the page of results shows. */
export interface SearchView {
  readonly asked: Asked
  readonly answer: SearchAnswer
  readonly pageSize: number
  /** Names of codes, by facet. */
  readonly labels: Readonly<Record<ListedFacet, ReadonlyMap<string, string>>>
  /** Only when nothing was found. */
  readonly perhaps: readonly Suggestion[]
  readonly offers: readonly Link[]
  /** Only when the filters leave nothing: what there would be without one of them. */
  readonly easier: readonly Easier[]
}

export interface Easier {
  readonly without: 'kind' | 'available' | ListedFacet
  readonly asked: Asked
  readonly total: number
}

export const pageSize = 20

export async function readView(index: Asking, port: SearchPort, asked: Asked, c: RequestContext): Promise<SearchView> {
  const viewer = { grants: c.var.viewer.grants, today: localDateAt(c.var.now) }
  const answer = await index.search({ ...asked, ...viewer, pageSize })
  const nothing = answer.total === 0 && (asked.text !== '' || hasFilters(asked))
  const labels = async (facet: ListedFacet) => {
    const values = answer.facets.find(one => one.name === facet)?.values ?? []
    return port.labels(
      facet,
      values.map(({ value }) => value),
      c.var.lang,
    )
  }
  const [institution, place, language, subject, decade] = await Promise.all(listedFacets.map(labels))
  const none = new Map<string, string>()
  return {
    asked,
    answer,
    pageSize,
    labels: {
      institution: institution ?? none,
      place: place ?? none,
      language: language ?? none,
      subject: subject ?? none,
      decade: decade ?? none,
    },
    perhaps:
      nothing && !hasFilters(asked) && answer.source === 'index' ? await nearMisses(index, asked.text, viewer) : [],
    easier: answer.total === 0 && answer.source === 'index' ? await easierThan(index, asked, viewer) : [],
    offers: nothing ? await port.whenNothingFound(asked.facets.place ?? [], c) : [],
  }
}

/** The same search with one filter less, as far as that finds something. */
async function easierThan(index: Asking, asked: Asked, viewer: Viewer): Promise<Easier[]> {
  const { kinds, facets } = asked
  const chosen: readonly (readonly [Easier['without'], boolean, Partial<Asked>])[] = [
    ['kind', kinds.length > 0, { kinds: [] }],
    ['available', facets.available === true, { facets: { ...facets, available: false } }],
    ...listedFacets.map(
      facet => [facet, (facets[facet] ?? []).length > 0, { facets: { ...facets, [facet]: [] } }] as const,
    ),
  ]
  const easier: Easier[] = []
  for (const [without, isChosen, change] of chosen) {
    if (!isChosen) continue
    const less = { ...asked, ...change, page: 1 }
    const { total } = await index.search({ ...less, ...viewer, pageSize: 1 })
    if (total > 0) easier.push({ without, asked: less, total })
  }
  return easier
}

type Viewer = Pick<SuggestQuery, 'grants' | 'today'>

/** What begins like the words typed, shortening the last one until something is found. */
async function nearMisses(index: Asking, text: string, viewer: Viewer): Promise<Suggestion[]> {
  const characters = [...text]
  for (let length = Math.min(characters.length, 40) - 1; length >= 2; length -= 1) {
    const found = await index.suggest({ text: characters.slice(0, length).join(''), limit: 5, ...viewer })
    if (found.length > 0) return found
  }
  return []
}
