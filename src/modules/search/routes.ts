import { localDateAt } from '../../kernel/local-date.ts'
import { everyone, get, type Handler, type RequestContext, type Route, readQuery } from '../../platform/http/index.ts'
import type { Site } from '../../site/index.ts'
import { apiNames, pageNames, readAsked } from './address.ts'
import type { SearchIndex } from './open.ts'
import { SearchPage } from './pages.tsx'
import { paths } from './paths.ts'
import type { SearchPort } from './port.ts'
import type { SearchAnswer } from './query.ts'
import { readView } from './view.ts'

type Asking = Pick<SearchIndex, 'search' | 'suggest'>

/** The one box, for people and for programs. Nothing here writes down what was looked for. */
export function searchRoutes(index: Asking, site: Site, port: SearchPort): Route[] {
  const show: Handler = async c => {
    const asked = readAsked(readQuery(c), pageNames)
    const view = await readView(index, port, asked, c)
    if (asked.text !== '') keepPrivate(c)
    return c.html(SearchPage({ frame: site.frame(c), view }))
  }
  return [
    get(paths.search, everyone, show),
    get(paths.api, everyone, c => answerPrograms(index, c)),
    get(paths.suggest, everyone, c => suggestTo(index, c)),
  ]
}

/** What a person looked for stays on their own machine, and not there either once somebody has signed in. */
function keepPrivate(c: RequestContext): void {
  c.header('Cache-Control', c.var.session === null ? 'private, max-age=30' : 'private, no-store')
}

const usualSize = 20
const largestSize = 100

/**
 * GET /api/search: `q`; `kind`, `institution`, `place`, `language`, `subject`, `decade` (each may be repeated: "or" within,
 * "and" between); `available=true`; `sort` = relevance, newest, title; `page` from 1; `size` 1–100.
 */
function answerPrograms(index: Asking, c: RequestContext): Response {
  const query = readQuery(c)
  const asked = readAsked(query, apiNames)
  const size = Number(query.text('size'))
  const pageSize = Number.isInteger(size) && size > 0 ? Math.min(size, largestSize) : usualSize
  const answer = index.search({ ...asked, pageSize, grants: c.var.viewer.grants, today: localDateAt(c.var.now) })
  keepPrivate(c)
  return c.json({ ...toJson(answer, c.var.origin), page: asked.page, size: pageSize })
}

const toJson = ({ hits, ...answer }: SearchAnswer, origin: string) => ({
  ...answer,
  hits: hits.map(({ display, institutions, ...hit }) => ({
    ...hit,
    url: new URL(hit.url, origin).href,
    institution: institutions[0] ?? null,
    institutions,
    facts: display,
  })),
})

/** GET /api/suggest: `q`, what is being typed; `size` 1–20. */
function suggestTo(index: Asking, c: RequestContext): Response {
  const query = readQuery(c)
  const size = Number(query.text('size'))
  const limit = Number.isInteger(size) && size > 0 ? size : 8
  const viewer = { grants: c.var.viewer.grants, today: localDateAt(c.var.now) }
  const suggestions = index.suggest({ text: query.text('q'), limit, ...viewer })
  keepPrivate(c)
  return c.json({ query: query.text('q'), suggestions })
}
