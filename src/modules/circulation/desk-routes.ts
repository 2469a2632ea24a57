import { type Result, refused } from '../../kernel/result.ts'
import { say } from '../../kernel/sentences.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { actOf, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { formatCount } from '../../site/index.ts'
import { describeItems } from '../catalogue/index.ts'
import { type Given, institutionAt } from './at-desk.ts'
import { cardIn, longestScan, modeIn } from './desk-query.ts'
import { type DeskView, deskPage } from './desk-view.tsx'
import { lend } from './lend.ts'
import type { LoanRefusal, UndoRefusal } from './loan.ts'
import { words } from './messages.ts'
import { moveRequest } from './move-request.ts'
import { type DeskMode, deskAt, requestsAt } from './paths.ts'
import { countInRoom, readInRoom } from './reading.ts'
import { renew } from './renew.ts'
import { requestHolding } from './request-store.ts'
import { returnItem } from './return.ts'
import { isReadingKind, mostCounted, parseCount } from './room.ts'
import { findItem, findReader, normaliseBarcode } from './scanned.ts'
import { undo } from './undo.ts'

export async function showDesk(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const query = readQuery(c)
  const mode = modeIn(query)
  const card = cardIn(query)
  const view: DeskView = { mode, card, justDone: query.text('vua') }
  if (card === null || (await findReader(given.world.database, card)) !== null) {
    return c.html(await deskPage(given, c, institution, view))
  }
  const text = words(c.var.lang)
  const reasons = [say<LoanRefusal>(text.loanRefusals, { code: 'unknown-card', typed: card })]
  const refusal = { title: text.noSuchCard, reasons }
  return c.html(await deskPage(given, c, institution, { ...view, card: null, scanned: card, refusal }), 404)
}

/** One field takes both: what names a card is a card, anything else a copy. */
export async function takeScan(given: Given, c: RequestContext) {
  const { world } = given
  const institution = await institutionAt(given, c)
  const form = await readForm(c)
  const mode = modeIn(form)
  const scanned = normaliseBarcode(form.text('quet')).slice(0, longestScan)
  const card = cardIn(form)
  const act = actOf(form)
  // A second click, or a second Enter of the scanner, on the page that answered the first: what that one said stays.
  if (scanned === '') return c.redirect(deskAt(institution.code, mode, card, form.text('vua') || undefined), 303)
  if (mode !== 'tra') {
    const found = await findReader(world.database, scanned)
    if (found !== null) return c.redirect(deskAt(institution.code, mode, found.card.number), 303)
    if (card === null && mode !== 'doc-tai-cho') {
      const reasons = await noCardReasons(world, c, scanned)
      const refusal = { title: words(c.var.lang).noCardYet, reasons }
      return c.html(await deskPage(given, c, institution, { mode, card, scanned, refusal }), 422)
    }
  }
  const doing = { act, by: c.var.viewer.person, institution: institution.id, barcode: scanned, now: c.var.now }
  const result = await doScan(world, mode, card, doing)
  if (result.ok) return c.redirect(deskAt(institution.code, mode, card, act), 303)
  const refusal = await refusalOf(world, c, mode, scanned, result.problems)
  return c.html(await deskPage(given, c, institution, { mode, card, scanned, refusal }), 422)
}

type Doing = Parameters<typeof returnItem>[1]

/** A loan ends; a copy that was handed out in the room goes back to the stacks. */
async function takeBack(world: World, doing: Doing): Promise<Result<unknown, LoanRefusal>> {
  const item = await findItem(world.database, doing.barcode)
  const slip = item?.status === 'on-hold' ? await requestHolding(world.database, item.id) : null
  if (slip === null || slip.institution !== doing.institution) return returnItem(world, doing)
  const moved = await moveRequest(world, { ...doing, request: slip.id, step: 'shelve', reason: null })
  return moved.ok ? moved : refused([{ code: 'not-on-loan' }])
}

/** What a scanned copy means in each mode. */
const doScan = (
  world: World,
  mode: DeskMode,
  card: string | null,
  doing: Doing,
): Promise<Result<unknown, LoanRefusal>> =>
  ({
    muon: () => lend(world, { ...doing, cardNumber: card ?? '' }),
    tra: () => takeBack(world, doing),
    'gia-han': () => renew(world, { ...doing, cardNumber: card ?? '' }),
    'doc-tai-cho': () => readInRoom(world, { ...doing, cardNumber: card }),
  })[mode]()

/** A number of things read in the room: of the button that was tapped, or else of the field. */
export async function takeCount(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const form = await readForm(c)
  const mode = 'doc-tai-cho'
  const typed = form.has('so') ? form.text('so') : form.text('go')
  const [kind, count, act] = [form.text('loai'), parseCount(typed), actOf(form)]
  if (!isReadingKind(kind) || count === null) {
    const text = words(c.var.lang)
    const refusal = { title: text.refusedCount, reasons: [text.countWrong(formatCount(mostCounted, c.var.lang))] }
    const counted = { kind, typed: typed.slice(0, 10) }
    return c.html(await deskPage(given, c, institution, { mode, card: null, refusal, counted }), 422)
  }
  const by = c.var.viewer.person
  await countInRoom(given.world, { act, by, institution: institution.id, kind, count, now: c.var.now })
  return c.redirect(deskAt(institution.code, mode, null, act), 303)
}

export async function takeUndo(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const query = readQuery(c)
  const [mode, card] = [modeIn(query), cardIn(query)]
  const act = actOf(await readForm(c))
  const undone = c.req.param('act') ?? ''
  const undoing = { act, by: c.var.viewer.person, institution: institution.id, undone, now: c.var.now }
  const result = isUuid(undone) ? await undo(given.world, undoing) : refused([{ code: 'nothing-to-undo' }])
  if (result.ok) {
    const slips = query.text('ve') === 'yeu-cau'
    return c.redirect(
      slips ? requestsAt(institution.code, { just: act }) : deskAt(institution.code, mode, card, act),
      303,
    )
  }
  const text = words(c.var.lang)
  const refusal = {
    title: text.refusedUndo,
    reasons: result.problems.map(problem => say<UndoRefusal>(text.undoRefusals, problem)),
  }
  return c.html(await deskPage(given, c, institution, { mode, card, refusal }), 422)
}

/** A copy scanned before any card, or a card nobody knows: both are said. */
async function noCardReasons({ database }: World, c: RequestContext, scanned: string): Promise<string[]> {
  const { loanRefusals } = words(c.var.lang)
  const item = await findItem(database, scanned)
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
  const item = await findItem(database, scanned)
  const title = item === null ? '' : ((await describeItems(database, [item.id], c.var.lang)).get(item.id)?.title ?? '')
  const titles = {
    muon: text.refusedLend(title, problems.length),
    tra: text.refusedReturn,
    'gia-han': text.refusedRenew,
    'doc-tai-cho': text.refusedRead,
  }
  return {
    title: titles[mode],
    reasons: problems.map(problem => say(text.loanRefusals, problem)),
  }
}
