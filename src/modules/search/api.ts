import { createHash } from 'node:crypto'
import { localDateAt } from '../../kernel/local-date.ts'
import { type Form, type RequestContext, readQuery } from '../../platform/http/index.ts'
import { apiNames, listedFacets, longestValue, mostValues, readAsked } from './address.ts'
import type { Asking } from './answering.ts'
import { deepestHit, largestPage } from './ask.ts'
import { documentKinds } from './document.ts'
import { words } from './messages.ts'
import type { Messages } from './messages.vi.ts'
import { keepPrivate } from './private.ts'
import { type Hit, sorts } from './query.ts'
import { markedTitle } from './row.ts'

const usualSize = 20
const usualSuggestions = 8
const mostSuggestions = 20

/**
 * GET /api/search: `q`; `kind`, `institution`, `place`, `language`, `subject`, `decade` (each may be repeated: "or" within,
 * "and" between); `available=true`; `sort` = relevance, newest, title; `page` from 1; `size` 1–100. What cannot be
 * understood is a problem of RFC 9457 with status 400, never a guess.
 */
export async function answerPrograms(index: Asking, c: RequestContext): Promise<Response> {
  const query = readQuery(c)
  const size = numberIn(query, 'size', usualSize)
  const page = numberIn(query, 'page', 1)
  const parameter = misunderstood(query, page, size)
  if (parameter !== null) return problem(c, parameter)
  const asked = readAsked(query, apiNames)
  const viewer = { grants: c.var.viewer.grants, today: localDateAt(c.var.now) }
  const { tookMs, hits, ...answer } = await index.search({ ...asked, ...viewer, page, pageSize: size })
  const json = { ...answer, page, size, hits: hits.map(hit => hitToJson(hit, c.var.origin)) }
  keepPrivate(c)
  // How long it took differs each time and is no reason to send all of it again.
  c.header('ETag', `W/"${createHash('sha256').update(JSON.stringify(json)).digest('base64url').slice(0, 22)}"`)
  return c.json({ ...json, tookMs })
}

const hitToJson = ({ display, institutions, highlights, ...hit }: Hit, origin: string) => ({
  ...hit,
  url: new URL(hit.url, origin).href,
  institution: institutions[0] ?? null,
  institutions,
  highlights: markedTitle({ title: hit.title, highlights }).map(piece =>
    typeof piece === 'string' ? { text: piece, match: false } : { text: piece.mark, match: true },
  ),
  facts: display,
})

/** GET /api/suggest: `q`, what is being typed; `size` 1–20. */
export async function suggestToPrograms(index: Asking, c: RequestContext): Promise<Response> {
  const query = readQuery(c)
  const limit = numberIn(query, 'size', usualSuggestions)
  if (!(limit >= 1 && limit <= mostSuggestions)) return problem(c, 'size', mostSuggestions)
  const viewer = { grants: c.var.viewer.grants, today: localDateAt(c.var.now) }
  const suggestions = await index.suggest({ text: query.text('q'), limit, ...viewer })
  keepPrivate(c)
  const json = suggestions.map(one => ({ ...one, url: one.url === null ? null : new URL(one.url, c.var.origin).href }))
  return c.json({ query: query.text('q'), suggestions: json })
}

type Parameter = keyof Messages['notUnderstood']

/** A whole number; NaN when it is none. */
const numberIn = (query: Form, name: string, usual: number): number => {
  const typed = query.text(name)
  return typed === '' ? usual : /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN
}

/** The first parameter that says nothing that we know. */
function misunderstood(query: Form, page: number, size: number): Parameter | null {
  const among = (name: string, known: readonly string[]) =>
    query.all(name).every(value => value === '' || known.includes(value))
  if (!among('kind', documentKinds)) return 'kind'
  if (!among('sort', sorts)) return 'sort'
  if (!among('available', ['true', '1', 'false', '0'])) return 'available'
  if (!query.all('decade').every(value => value === '' || /^-?\d{1,4}$/.test(value))) return 'decade'
  if (
    listedFacets.some(
      name => query.all(name).length > mostValues || query.all(name).some(value => value.length > longestValue),
    )
  )
    return 'many'
  if (!(size >= 1 && size <= largestPage)) return 'size'
  return page >= 1 && page * size <= deepestHit ? null : 'page'
}

function problem(c: RequestContext, parameter: Parameter, mostSize = largestPage): Response {
  const say = words(c.var.lang).notUnderstood
  const sentences: Readonly<Record<Parameter, string>> = {
    kind: say.kind(documentKinds.join(', ')),
    sort: say.sort(sorts.join(', ')),
    page: say.page(String(deepestHit)),
    size: say.size(String(mostSize)),
    decade: say.decade,
    available: say.available,
    many: say.many(String(mostValues)),
  }
  const body = { type: 'about:blank', title: 'Bad Request', status: 400, detail: sentences[parameter], parameter }
  return c.body(JSON.stringify(body), 400, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' })
}
