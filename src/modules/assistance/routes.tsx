import { localDateAt, localTimeAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
import { parseShortCode } from '../../kernel/short-code.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { mayAt } from '../../kernel/viewer.ts'
import { newId } from '../../platform/clock.ts'
import {
  actOf,
  get,
  may,
  post,
  type RequestContext,
  type Route,
  readForm,
  readQuery,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { FormState, Site } from '../../site/index.ts'
import { eventForHelp, eventsForHelp } from '../activities/index.ts'
import { institutionByCode, institutionById, institutionsByIds, libraries } from '../institutions/index.ts'
import { type Assistance, consents, findPerson } from '../people/index.ts'
import { words } from './messages.ts'
import { activityChosen, choicesFor, doOneThing } from './one-thing.ts'
import { closeTurn, openTurn } from './open-turn.ts'
import { BeginPage, type Told, TurnPage } from './pages.tsx'
import { assistAt, assistPath, signUpInTurn, turnPath } from './paths.ts'
import { SignUpTurnPage } from './sign-up-page.tsx'
import { firstName, isOpen, type Turn, type TurnRefusal } from './turn.ts'
import { findTurn, spendTurn } from './turn-store.ts'

interface Given {
  readonly world: World
  readonly site: Site
}

export function assistanceRoutes(world: World, site: Site): Route[] {
  const ofTurn = async (c: RequestContext) => {
    const id = c.req.param('turn') ?? ''
    return isUuid(id) ? ((await findTurn(world.database, id))?.institution ?? null) : null
  }
  const given = { world, site }
  return [
    get(assistPath, may('assist', 'some'), c => showBegin(given, c)),
    post(assistPath, may('assist', 'some'), c => takeBegin(given, c)),
    get(turnPath(':turn'), may('assist', ofTurn), c => showTurn(given, c)),
    post(turnPath(':turn'), may('assist', ofTurn), c => takeTurn(given, c)),
  ]
}

/** Handlers behind `may` have a person and a session; anything else is a bug of the routes. */
function helperOf(c: RequestContext): { helper: string; session: string; now: Date } {
  const { viewer, session, now } = c.var
  if (viewer.person === null || session === null) throw new Error('this route needs somebody signed in')
  return { helper: viewer.person, session, now }
}

/** Where this helper may help; who may everywhere chooses among the libraries. */
async function placesOf({ world }: Given, c: RequestContext) {
  const held = c.var.viewer.rights.filter(({ right }) => right === 'assist')
  const institutions = held.some(({ institution }) => institution === null)
    ? await libraries(world.database, localDateAt(c.var.now))
    : await institutionsByIds(world.database, [
        ...new Set(held.flatMap(({ institution }) => (institution === null ? [] : [institution]))),
      ])
  return institutions.map(one => ({ code: one.code, name: textIn(one.name, c.var.lang).text }))
}

function toldIn(c: RequestContext): Told | undefined {
  const text = words(c.var.lang)
  const query = readQuery(c)
  const code = parseShortCode(query.text('ma'))
  const ends = new Map<string, Told>([
    ['roi', { kind: 'done', text: text.done, ...(code?.length === 4 ? { code } : {}) }],
    ['het', { kind: 'info', text: text.over }],
    ['thoi', { kind: 'info', text: text.closed }],
  ])
  return ends.get(query.text('xong'))
}

async function beginPage(given: Given, c: RequestContext, shown: { act: string; form?: FormState }) {
  const places = await placesOf(given, c)
  const told = shown.form === undefined ? toldIn(c) : undefined
  const frame = given.site.staffFrame(c, places.length === 1 ? (places[0] ?? null) : null)
  return <BeginPage frame={frame} places={places} {...shown} {...(told === undefined ? {} : { told })} />
}

const showBegin = async (given: Given, c: RequestContext) => c.html(await beginPage(given, c, { act: newId() }))

async function takeBegin(given: Given, c: RequestContext) {
  const form = await readForm(c)
  const act = actOf(form)
  const refuse = async (problems: readonly TurnRefusal[], status: 403 | 422, typed: FormState['typed']) => {
    const { turnRefusals } = words(c.var.lang)
    const errors = problems.map(problem => ({ field: problem.field, text: say(turnRefusals, problem) }))
    return c.html(await beginPage(given, c, { act, form: { typed, errors } }), status)
  }
  const cardNumber = form.text('the').slice(0, 40)
  const consent = consents.find(one => one === form.text('dong-y'))
  const place = await institutionByCode(given.world.database, form.text('noi'))
  // Of what belongs to somebody else nothing is said, not even what was typed.
  if (place !== null && !mayAt(c.var.viewer, 'assist', place.id))
    return refuse([{ code: 'not-yours', field: 'noi' }], 403, {})
  const problems: TurnRefusal[] = [
    ...(place === null ? [{ code: 'no-place' as const, field: 'noi' as const }] : []),
    ...(cardNumber === '' ? [{ code: 'no-card-number' as const, field: 'the' as const }] : []),
    ...(consent === undefined ? [{ code: 'no-consent' as const, field: 'dong-y' as const }] : []),
  ]
  if (place === null || consent === undefined || problems.length > 0) return refuse(problems, 422, form.typed)
  const { helper, session, now } = helperOf(c)
  const opened = await openTurn(given.world, {
    act,
    helper,
    session,
    institution: place.id,
    cardNumber,
    consent,
    now,
  })
  return opened.ok ? c.redirect(turnPath(opened.value.turn), 303) : refuse(opened.problems, 422, form.typed)
}

/** What every page of a turn shows: where, whose by first name, until when. */
async function frameOfTurn({ world, site }: Given, c: RequestContext, turn: Turn) {
  const institution = await institutionById(world.database, turn.institution)
  const at = institution && { code: institution.code, name: textIn(institution.name, c.var.lang).text }
  const person = await findPerson(world.database, turn.person)
  return {
    frame: site.staffFrame(c, at),
    turn: turn.id,
    name: firstName(person?.displayName ?? ''),
    until: localTimeAt(turn.expiresAt),
  }
}

async function turnPage(given: Given, c: RequestContext, turn: Turn, refused?: readonly string[]) {
  const { lang, now } = c.var
  const db = given.world.database
  const { person, institution } = turn
  const hrefOf = (activity: string) => signUpInTurn(turn.id, activity)
  return (
    <TurnPage
      {...(await frameOfTurn(given, c, turn))}
      choices={await choicesFor(db, person, now, lang)}
      events={await eventsForHelp(db, { person, institution, now, lang }, hrefOf)}
      newAct={newId}
      {...(refused === undefined ? {} : { refused })}
    />
  )
}

interface SignUpShown {
  readonly act: string
  readonly form?: FormState
  readonly refused?: readonly string[]
}

/** The form of one event; null for what the person cannot be signed up for. */
async function signUpPage(given: Given, c: RequestContext, turn: Turn, activity: string | null, shown: SignUpShown) {
  const { lang, now } = c.var
  const { database, config } = given.world
  const event = activity && (await eventForHelp(database, activity, { person: turn.person, now, lang }))
  if (!event) return null
  const whose = await frameOfTurn(given, c, turn)
  return <SignUpTurnPage {...whose} event={event} contactDays={config.contactDays} {...shown} />
}

/** The turn of the address; the door has looked it up already. */
async function turnOf({ world }: Given, c: RequestContext): Promise<Turn> {
  const turn = await findTurn(world.database, c.req.param('turn') ?? '')
  if (turn === null) throw new Error('the door let an unknown turn pass')
  return turn
}

/** Once it is over, or in another browser, there is nothing to see: who was helped is nobody's business. */
async function showTurn(given: Given, c: RequestContext) {
  const turn = await turnOf(given, c)
  const { session, now } = helperOf(c)
  if (!isOpen(turn, session, now)) return c.redirect(assistAt('het'), 303)
  const query = readQuery(c)
  if (!query.has('ghi-ten')) return c.html(await turnPage(given, c, turn))
  const activity = activityChosen(`ghi-ten:${query.text('ghi-ten')}`)
  const form = await signUpPage(given, c, turn, activity, { act: newId() })
  return c.html(form ?? (await turnPage(given, c, turn, [words(c.var.lang).chooseOne])))
}

async function takeTurn(given: Given, c: RequestContext) {
  const { world } = given
  const turn = await turnOf(given, c)
  const { helper, session, now } = helperOf(c)
  const form = await readForm(c)
  const act = actOf(form)
  const chosen = form.text('viec')
  const activity = activityChosen(chosen)
  // A second click on the same button: what the first did is done, and a sign-up answers again with its code.
  const second = turn.session === session && turn.act === act
  if (second && activity === null) return c.redirect(assistAt('roi'), 303)
  if (!second && !isOpen(turn, session, now)) return c.redirect(assistAt('het'), 303)
  if (chosen === 'khep') {
    await closeTurn(world, { act, helper, session, institution: turn.institution, now })
    return c.redirect(assistAt('thoi'), 303)
  }
  const assistance: Assistance = {
    by: helper,
    consent: turn.consent,
    spend: (tx, spent) => spendTurn(tx, { turn: turn.id, session, act: { id: spent.id, type: spent.type }, now }),
  }
  const { person } = turn
  const done = await doOneThing(world, { act, person, chosen, assistance, now, lang: c.var.lang, form })
  if (done.ok) return c.redirect(assistAt('roi', done.value?.code), 303)
  const after = await turnOf(given, c)
  if (!isOpen(after, session, now)) return c.redirect(assistAt(after.act === act ? 'roi' : 'het'), 303)
  const errors = done.problems.flatMap(({ field, text }) => (field === null ? [] : [{ field, text }]))
  const refused = done.problems.flatMap(({ field, text }) => (field === null ? [text] : []))
  const again = await signUpPage(given, c, turn, activity, { act, form: { typed: form.typed, errors }, refused })
  const all = done.problems.map(({ text }) => text)
  return c.html(again ?? (await turnPage(given, c, turn, all)), 422)
}
