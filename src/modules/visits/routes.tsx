import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { refused } from '../../kernel/result.ts'
import { say as sentence } from '../../kernel/sentences.ts'
import { parseTypedDate } from '../../kernel/typed-date.ts'
import { isUuid } from '../../kernel/uuid.ts'
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
import { findEntry } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FormState, formatCount, type Site } from '../../site/index.ts'
import { type Institution, institutionByCode } from '../institutions/index.ts'
import { signInPath } from '../people/index.ts'
import { changeButtons } from './buttons.ts'
import { ButtonsPage } from './buttons-page.tsx'
import { countVisit, undoCount } from './count.ts'
import { kindName, readCounter, readSheet } from './counter.ts'
import { CounterPage, type CounterPageProps } from './counter-page.tsx'
import { DayPage } from './day-page.tsx'
import { typedNumber } from './forms.ts'
import { words } from './messages.ts'
import { buttonsPath, counterAt, counterPath, dayPath, undoCountPath } from './paths.ts'
import { kindsOf } from './store.ts'

interface Given {
  readonly world: World
  readonly site: Site
}

/** The counter at the door, its buttons, and what it counted on a day. */
export function visitsRoutes(world: World, site: Site): Route[] {
  const given = { world, site }
  const atCode = async (c: RequestContext) =>
    (await institutionByCode(world.database, c.req.param('code') ?? ''))?.id ?? null
  const permission = may('count-visits', atCode)
  return [
    get(counterPath(':code'), permission, c => showCounter(given, c)),
    post(counterPath(':code'), permission, c => takeCount(given, c)),
    post(undoCountPath(':code', ':count'), permission, c => takeUndo(given, c)),
    get(buttonsPath(':code'), permission, c => showButtons(given, c)),
    post(buttonsPath(':code'), permission, c => takeButtons(given, c)),
    get(dayPath(':code'), permission, c => showDay(given, c)),
  ]
}

/** The institution of the address; the door has looked it up already, so its absence is a bug. */
async function institutionAt({ world }: Given, c: RequestContext): Promise<Institution> {
  const institution = await institutionByCode(world.database, c.req.param('code') ?? '')
  if (institution === null) throw new Error('the door let an unknown institution pass')
  return institution
}

const named = (institution: Institution, c: RequestContext) => ({
  code: institution.code,
  name: textIn(institution.name, c.var.lang).text,
})

async function counterPage(
  { world, site }: Given,
  c: RequestContext,
  institution: Institution,
  view: Pick<CounterPageProps, 'refusal' | 'done'>,
) {
  const at = named(institution, c)
  const facility = readQuery(c).text('co-so')
  const counter = await readCounter(world.database, institution, facility, c.var.now, c.var.lang)
  return (
    <CounterPage
      frame={site.staffFrame(c, at)}
      institution={at}
      counter={counter}
      now={c.var.now}
      by={c.var.viewer.person ?? ''}
      signIn={`${signInPath}?ve=${counterPath(institution.code)}`}
      newAct={newId}
      {...view}
    />
  )
}

async function showCounter(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const done = await justDone(given, c, institution)
  // It names no reader, so it may be kept to open without a network.
  c.header('Bac-Thang-Device', 'keep')
  return c.html(await counterPage(given, c, institution, { refusal: null, done }))
}

/** What the act in the address did, said once more. */
async function justDone({ world }: Given, c: RequestContext, institution: Institution) {
  const id = readQuery(c).text('vua')
  const entry = isUuid(id) ? await findEntry(world.database, id) : null
  if (entry === null || entry.institution !== institution.id || !entry.type.startsWith('visits.')) return null
  const { kind, quantity } = Object(entry.answer) as { kind?: unknown; quantity?: unknown }
  if (typeof kind !== 'string' || typeof quantity !== 'number') return null
  const say = words(c.var.lang)
  const name = await kindName(world.database, institution, kind, c.var.lang)
  const count = formatCount(quantity, c.var.lang)
  return entry.type === 'visits.undo'
    ? { sentence: say.undone(name, count), undoable: null }
    : { sentence: say.counted(name, count), undoable: entry.id }
}

async function takeCount(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const form = await readForm(c)
  const facility = form.text('co-so')
  const act = actOf(form)
  const kind = form.text('loai')
  const result = await countVisit(given.world, {
    act,
    by: c.var.viewer.person,
    institution,
    kind,
    facility: facility === '' ? null : facility,
    quantity: typedNumber(form.text('so')),
    now: c.var.now,
  })
  if (result.ok) return c.redirect(counterAt(institution.code, facility === '' ? null : facility, act), 303)
  const say = words(c.var.lang)
  const refusal = {
    title: say.refusedCount,
    reasons: result.problems.map(problem => sentence(say.countRefusals, problem)),
    kind,
    number: form.text('so'),
  }
  return c.html(await counterPage(given, c, institution, { refusal, done: null }), 422)
}

async function takeUndo(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const facility = readQuery(c).text('co-so')
  const act = actOf(await readForm(c))
  const undone = c.req.param('count') ?? ''
  const asked = { act, by: c.var.viewer.person, institution: institution.id, undone, now: c.var.now }
  const result = isUuid(undone) ? await undoCount(given.world, asked) : refused([{ code: 'nothing-to-undo' }])
  if (result.ok) return c.redirect(counterAt(institution.code, facility === '' ? null : facility, act), 303)
  const say = words(c.var.lang)
  const reasons = result.problems.map(problem => sentence(say.undoRefusals, problem))
  const refusal = { title: say.refusedUndo, reasons }
  return c.html(await counterPage(given, c, institution, { refusal, done: null }), 422)
}

async function buttonsPage(
  { world, site }: Given,
  c: RequestContext,
  institution: Institution,
  form: FormState,
  act: string,
) {
  const at = named(institution, c)
  const kinds = await kindsOf(world.database, institution)
  return <ButtonsPage frame={site.staffFrame(c, at)} institution={at} kinds={kinds} form={form} act={act} />
}

async function showButtons(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  return c.html(await buttonsPage(given, c, institution, emptyForm, newId()))
}

async function takeButtons(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const form = await readForm(c)
  const act = actOf(form)
  const asked = { act, by: c.var.viewer.person, institution, form, now: c.var.now }
  const result = await changeButtons(given.world, asked)
  if (result.ok) return c.redirect(counterPath(institution.code), 303)
  const say = words(c.var.lang)
  const errors = result.problems.map(problem => ({
    field: problem.field,
    text: sentence(say.buttonProblems, problem),
  }))
  return c.html(await buttonsPage(given, c, institution, { typed: form.typed, errors }, act), 422)
}

async function showDay({ world, site }: Given, c: RequestContext) {
  const institution = await institutionAt({ world, site }, c)
  const typed = readQuery(c).text('ngay')
  const today = localDateAt(c.var.now)
  const asked = typed === '' ? today : parseTypedDate(typed)
  const known = asked !== null && asked <= today
  const day = known ? asked : today
  const at = named(institution, c)
  const errors = known ? [] : [{ field: 'ngay', text: words(c.var.lang).noSuchDay }]
  return c.html(
    <DayPage
      frame={site.staffFrame(c, at)}
      institution={at}
      day={day}
      {...(await readSheet(world.database, institution, day, c.var.lang))}
      form={known ? emptyForm : { typed: { ngay: typed }, errors }}
    />,
    known ? 200 : 422,
  )
}
