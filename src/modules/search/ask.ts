import { readQueryText } from './analyse-query.ts'
import type { Engine } from './engine/engine.ts'
import { highlightsIn } from './highlight.ts'
import type { SearchAnswer, SearchQuery } from './query.ts'

export const largestPage = 100
/** Nobody reads further than this; whoever wants everything asks for an export. */
export const deepestHit = 10_000

/** Answers a query from the index as it is at this moment. `stale`: the index is known to lack something. */
export function ask(engine: Engine, query: SearchQuery, stale: boolean): SearchAnswer {
  const started = performance.now()
  const { text, tokens, terms } = readQueryText(query.text)
  const found = engine.find(terms, { ...query, ...pageOf(query) })
  return {
    query: text,
    understood: null,
    ...found,
    hits: found.hits.map(hit => ({ ...hit, highlights: highlightsIn(hit.title, tokens) })),
    tookMs: Math.round((performance.now() - started) * 100) / 100,
    source: 'index',
    ...(stale ? { stale } : {}),
  }
}

/** The page that is given for the one asked for. */
export function pageOf(query: Pick<SearchQuery, 'page' | 'pageSize'>): { page: number; pageSize: number } {
  const pageSize = between(1, query.pageSize, largestPage)
  return { pageSize, page: between(1, query.page, Math.floor(deepestHit / pageSize)) }
}

const between = (least: number, wanted: number, most: number): number =>
  Number.isFinite(wanted) ? Math.max(least, Math.min(most, Math.floor(wanted))) : least
