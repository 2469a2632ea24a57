import { formatDate, localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { mayAt } from '../../kernel/viewer.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import {
  actOf,
  get,
  post,
  type RequestContext,
  type Route,
  readForm,
  readQuery,
  signedIn,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { formatCount } from '../../site/index.ts'
import { describeEditions, workPath } from '../catalogue/index.ts'
import { institutionsByIds } from '../institutions/index.ts'
import { accountPath, signInPath } from '../people/index.ts'
import { askFor, cancelRequest } from './ask-for.ts'
import { type AskChoice, AskPage, type OwnSlip } from './ask-page.tsx'
import type { Given } from './at-desk.ts'
import { askPath, cancelPath, requestsAt } from './paths.ts'
import { type RequestRefusal, stateOn } from './request.ts'
import { requestById, requestsOf } from './request-store.ts'
import { roomWords } from './room-words.ts'
import { type StackHolding, stackHoldings } from './stacks-store.ts'

/** What readers do with slips. */
export const askRoutes = (given: Given): Route[] => [
  get(askPath(':work'), signedIn, c => showAsk(given, c)),
  post(askPath(':work'), signedIn, c => takeAsk(given, c)),
  post(cancelPath(':request'), signedIn, c => takeCancel(given, c)),
]

/** The place and the edition in one value, as one choice is about both. */
const valueOf = ({ institution, edition }: Pick<StackHolding, 'institution' | 'edition'>): string =>
  `${institution}/${edition}`

async function placeNames(db: Db, ids: readonly string[], c: RequestContext): Promise<Map<string, string>> {
  const institutions = await institutionsByIds(db, [...new Set(ids)])
  return new Map(institutions.map(one => [one.id, textIn(one.name, c.var.lang).text]))
}

async function choicesOf(db: Db, holdings: readonly StackHolding[], c: RequestContext): Promise<AskChoice[]> {
  const names = await placeNames(
    db,
    holdings.map(({ institution }) => institution),
    c,
  )
  return holdings.flatMap(holding => {
    const place = names.get(holding.institution)
    return place === undefined ? [] : [{ value: valueOf(holding), place, year: holding.year, free: holding.free }]
  })
}

interface AskView {
  readonly chosen?: string
  readonly refusal?: readonly string[]
  readonly done?: string
}

/** The page for a work; null when there is no such work in any stacks and none is known by its editions. */
async function askPage({ world, site }: Given, c: RequestContext, work: string, view: AskView) {
  const db = world.database
  const holdings = await stackHoldings(db, work)
  const editions = holdings.map(({ edition }) => edition)
  const described = (await describeEditions(db, editions, c.var.lang)).get(editions[0] ?? '')
  if (described === undefined) return null
  const choices = await choicesOf(db, holdings, c)
  return (
    <AskPage
      frame={site.frame(c)}
      work={{ id: work, title: described.title, path: described.path }}
      choices={choices}
      chosen={view.chosen ?? choices.find(({ free }) => free > 0)?.value ?? ''}
      refusal={view.refusal ?? null}
      done={view.done ?? null}
      act={newId()}
    />
  )
}

async function showAsk(given: Given, c: RequestContext) {
  const work = c.req.param('work') ?? ''
  if (!isUuid(work)) return c.notFound()
  const done = await sentNow(given, c, readQuery(c).text('vua'))
  const page = await askPage(given, c, work, done === null ? {} : { done })
  return page === null ? c.redirect(workPath(work), 303) : c.html(page)
}

/** The slip that was just sent, in a sentence; only its reader's own. */
async function sentNow({ world }: Given, c: RequestContext, request: string): Promise<string | null> {
  const slip = isUuid(request) ? await requestById(world.database, request) : null
  if (slip === null || slip.person !== c.var.viewer.person) return null
  const { lang } = c.var
  const place = (await placeNames(world.database, [slip.institution], c)).get(slip.institution) ?? ''
  return roomWords(lang).askDone(formatCount(slip.number, lang), formatDate(slip.forDay, lang), place)
}

async function takeAsk(given: Given, c: RequestContext) {
  const work = c.req.param('work') ?? ''
  const person = c.var.viewer.person
  if (!isUuid(work) || person === null) return c.notFound()
  const form = await readForm(c)
  const chosen = form.text('o')
  const holding = (await stackHoldings(given.world.database, work)).find(one => valueOf(one) === chosen)
  const answer = async (refusal: readonly string[]) => {
    const page = await askPage(given, c, work, { chosen, refusal })
    return page === null ? c.notFound() : c.html(page, 422)
  }
  const text = roomWords(c.var.lang)
  if (holding === undefined) return answer([text.chooseWhere])
  const { institution, edition } = holding
  const asking = { act: actOf(form), by: person, institution, for: { person }, book: { edition }, now: c.var.now }
  const result = await askFor(given.world, asking)
  if (result.ok) return c.redirect(`${askPath(work)}?vua=${result.value.request}`, 303)
  return answer(result.problems.map(problem => say<RequestRefusal>(text.requestRefusals, problem)))
}

async function takeCancel({ world }: Given, c: RequestContext) {
  const request = c.req.param('request') ?? ''
  const person = c.var.viewer.person
  if (!isUuid(request) || person === null) return c.notFound()
  const act = actOf(await readForm(c))
  const result = await cancelRequest(world, { act, person, request, now: c.var.now })
  const gone = !result.ok && result.problems.some(({ code }) => code === 'request-gone')
  // One that was fetched meanwhile is shown as such where they come back to.
  return gone ? c.notFound() : c.redirect(accountPath, 303)
}

const ownShown = 10

/** A reader's slips with what is told of them on their own page. */
export async function ownSlips(db: Db, c: RequestContext, person: string): Promise<OwnSlip[]> {
  const slips = await requestsOf(db, person, ownShown)
  const described = await describeEditions(
    db,
    slips.map(({ edition }) => edition),
    c.var.lang,
  )
  const places = await placeNames(
    db,
    slips.map(({ institution }) => institution),
    c,
  )
  return slips.map(slip => ({
    ...slip,
    state: stateOn(slip, localDateAt(c.var.now)),
    title: described.get(slip.edition)?.title ?? '',
    path: described.get(slip.edition)?.path ?? '',
    place: places.get(slip.institution) ?? '',
    act: newId(),
  }))
}

/** On the page of a work that stands in closed stacks: the way to ask for it; for staff, to write a slip at their desk. */
export async function stackLinks({ database }: World, c: RequestContext, work: string) {
  const holdings = await stackHoldings(database, work)
  if (holdings.length === 0) return null
  const text = roomWords(c.var.lang)
  const own = holdings.filter(({ institution }) => mayAt(c.var.viewer, 'circulate', institution))
  const firsts = own.filter(({ institution }, at) => own.findIndex(one => one.institution === institution) === at)
  const institutions = await institutionsByIds(
    database,
    firsts.map(({ institution }) => institution),
  )
  // A visitor signs in first, and comes back to ask.
  const ask =
    c.var.viewer.person === null ? `${signInPath}?${new URLSearchParams({ ve: askPath(work) })}` : askPath(work)
  return (
    <p class="row">
      <a class="button quiet" href={ask}>
        {text.askLink}
      </a>
      {institutions.map(one => (
        <a
          href={requestsAt(one.code, {
            edition: firsts.find(({ institution }) => institution === one.id)?.edition ?? '',
          })}
        >
          {text.askStaffLink(textIn(one.name, c.var.lang).text)}
        </a>
      ))}
    </p>
  )
}
