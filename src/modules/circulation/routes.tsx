import { formatDate, localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../../platform/clock.ts'
import { get, may, post, type RequestContext, type Route, readForm } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/site.ts'
import { describeItems, itemByBarcode } from '../catalogue/index.ts'
import {
  type Institution,
  institutionByCode,
  institutionById,
  institutionsByIds,
  libraries,
} from '../institutions/index.ts'
import { cardByNumber, findPerson, normaliseCardNumber } from '../people/index.ts'
import { type DeskAct, lastActs, numberOf, overdueLines, patronPanel, textOf, workToday } from './desk.ts'
import { lend, normaliseBarcode } from './lend.ts'
import type { LoanRefusal } from './loan.ts'
import { DeskPage, DesksPage, OverduePage, words } from './pages.tsx'
import { type DeskMode, deskAt, deskPath, desksPath, overduePath } from './paths.ts'
import { renew } from './renew.ts'
import { returnItem } from './return.ts'

interface Given {
  readonly world: World
  readonly site: Site
}

export function circulationRoutes(world: World, site: Site): Route[] {
  const atCode = async (c: RequestContext) =>
    (await institutionByCode(world.database, c.req.param('code') ?? ''))?.id ?? null
  const given = { world, site }
  return [
    get(desksPath, may('circulate', 'some'), c => chooseDesk(given, c)),
    get(deskPath(':code'), may('circulate', atCode), c => showDesk(given, c)),
    post(deskPath(':code'), may('circulate', atCode), c => takeScan(given, c)),
    get(overduePath(':code'), may('circulate', atCode), c => showOverdue(given, c)),
  ]
}

const modeOf = (typed: string): DeskMode => (typed === 'tra' || typed === 'gia-han' ? typed : 'muon')

const named = (institution: Institution, c: RequestContext) => ({
  code: institution.code,
  name: textIn(institution.name, c.var.lang).text,
})

async function institutionAt({ world }: Given, c: RequestContext): Promise<Institution> {
  const institution = await institutionByCode(world.database, c.req.param('code') ?? '')
  if (institution === null) throw new Error('the door let an unknown institution pass')
  return institution
}

async function chooseDesk({ world, site }: Given, c: RequestContext) {
  const held = c.var.viewer.rights.filter(right => right.right === 'circulate')
  const ids = held.flatMap(right => (right.institution === null ? [] : [right.institution]))
  const everywhere = held.some(right => right.institution === null)
  const institutions = everywhere
    ? await libraries(world.database, localDateAt(c.var.now))
    : await institutionsByIds(world.database, [...new Set(ids)])
  const desks = institutions.map(institution => named(institution, c))
  const only = desks[0]
  if (desks.length === 1 && only) return c.redirect(deskPath(only.code), 303)
  return c.html(<DesksPage frame={site.staffFrame(c, null)} desks={desks} />)
}

interface DeskView {
  readonly mode: DeskMode
  readonly card: string | null
  readonly scanned?: string
  readonly refusal?: { title: string; reasons: readonly string[] }
  readonly justDone?: string
}

async function deskPage({ world, site }: Given, c: RequestContext, institution: Institution, view: DeskView) {
  const { lang, now } = c.var
  const db = world.database
  const patron = view.card === null ? null : await patronPanel(db, institution.id, view.card, now, lang)
  const acts = await lastActs(db, institution.id, now, lang, 8)
  const just = acts.find(act => act.id === view.justDone)
  const at = named(institution, c)
  return (
    <DeskPage
      frame={site.staffFrame(c, at)}
      institution={at}
      mode={view.mode}
      patron={patron}
      card={view.card}
      scanned={view.scanned ?? ''}
      refusal={view.refusal ?? null}
      done={just === undefined ? null : await doneSentence(world, c, institution, just)}
      acts={acts}
      today={await workToday(db, institution.id, now)}
      act={newId()}
      expired={patron !== null && patron.card.expiresOn < localDateAt(now)}
    />
  )
}

async function doneSentence(
  { database }: World,
  c: RequestContext,
  institution: Institution,
  act: DeskAct,
): Promise<string> {
  const say = words(c.var.lang)
  const due = textOf(act.answer, 'dueOn')
  const dueText = due === '' ? '' : formatDate(due as Parameters<typeof formatDate>[0], c.var.lang)
  if (act.type === 'circulation.lend') return say.lent(act.title, dueText)
  if (act.type === 'circulation.renew') return say.renewed(act.title, dueText)
  const late = numberOf(act.answer, 'overdueDays')
  const keeperId = textOf(act.answer, 'keeper')
  const keeper = keeperId === institution.id ? null : await institutionById(database, keeperId)
  return [
    say.returned(act.title),
    late > 0 ? say.returnedLate(late) : '',
    keeper === null ? '' : say.belongsTo(textIn(keeper.name, c.var.lang).text),
  ]
    .filter(part => part !== '')
    .join(' ')
}

async function showDesk(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const card = c.req.query('the') ?? null
  const justDone = c.req.query('vua')
  return c.html(
    await deskPage(given, c, institution, {
      mode: modeOf(c.req.query('viec') ?? ''),
      card: card === null ? null : normaliseCardNumber(card).slice(0, 64),
      ...(justDone === undefined ? {} : { justDone }),
    }),
  )
}

/** One field takes both: what names a card is a card, anything else a copy. */
async function takeScan(given: Given, c: RequestContext) {
  const { world } = given
  const institution = await institutionAt(given, c)
  const form = await readForm(c)
  const mode = modeOf(form.text('viec'))
  const scanned = normaliseBarcode(form.text('quet')).slice(0, 64)
  const card = form.text('the') === '' ? null : normaliseCardNumber(form.text('the')).slice(0, 64)
  const typedAct = form.text('act')
  const act = isUuid(typedAct) ? typedAct : newId()
  if (scanned === '') return c.redirect(deskAt(institution.code, mode, card), 303)
  if (mode !== 'tra') {
    const found = await cardByNumber(world.database, normaliseCardNumber(scanned))
    if (found !== null) return c.redirect(deskAt(institution.code, mode, found.number), 303)
    if (card === null) {
      const reasons = await noCardReasons(world, c, scanned)
      const refusal = { title: words(c.var.lang).noCardYet, reasons }
      return c.html(await deskPage(given, c, institution, { mode, card, scanned, refusal }), 422)
    }
  }
  const by = c.var.viewer.person ?? ''
  const doing = { act, by, institution: institution.id, cardNumber: card ?? '', barcode: scanned, now: c.var.now }
  const result = mode === 'tra' ? await returnItem(world, doing) : await (mode === 'muon' ? lend : renew)(world, doing)
  if (result.ok) return c.redirect(deskAt(institution.code, mode, card, act), 303)
  const refusal = await refusalOf(world, c, mode, scanned, result.problems)
  return c.html(await deskPage(given, c, institution, { mode, card, scanned, refusal }), 422)
}

/** A copy scanned before any card, or a card nobody knows: both are said. */
async function noCardReasons({ database }: World, c: RequestContext, scanned: string): Promise<string[]> {
  const { loanRefusals } = words(c.var.lang)
  const item = await itemByBarcode(database, scanned)
  return item === null ? [say<LoanRefusal>(loanRefusals, { code: 'unknown-card', typed: scanned })] : []
}

async function refusalOf(
  { database }: World,
  c: RequestContext,
  mode: DeskMode,
  scanned: string,
  problems: readonly LoanRefusal[],
): Promise<{ title: string; reasons: readonly string[] }> {
  const text = words(c.var.lang)
  const item = await itemByBarcode(database, scanned)
  const title = item === null ? '' : ((await describeItems(database, [item.id], c.var.lang)).get(item.id)?.title ?? '')
  return {
    title: { muon: text.refusedLend(title, problems.length), tra: text.refusedReturn, 'gia-han': text.refusedRenew }[
      mode
    ],
    reasons: problems.map(problem => say(text.loanRefusals, problem)),
  }
}

async function showOverdue(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const lines = await overdueLines(given.world.database, institution.id, c.var.now, c.var.lang)
  const named_ = named(institution, c)
  const readers = new Map<string, string>()
  for (const { person } of lines) {
    if (person === null || readers.has(person)) continue
    readers.set(person, (await findPerson(given.world.database, person))?.displayName ?? '')
  }
  return c.html(
    <OverduePage
      frame={given.site.staffFrame(c, named_)}
      institution={named_}
      lines={lines.map(line => ({ ...line, reader: readers.get(line.person ?? '') ?? '' }))}
    />,
  )
}
