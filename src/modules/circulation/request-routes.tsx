import { localDateAt } from '../../kernel/local-date.ts'
import { say } from '../../kernel/sentences.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import { emptyForm, type FormState, formatCount } from '../../site/index.ts'
import { describeEditions } from '../catalogue/index.ts'
import type { Institution } from '../institutions/index.ts'
import { noteLook } from '../people/index.ts'
import { doneText } from './act-words.ts'
import { askFor } from './ask-for.ts'
import { type Given, institutionAt, named } from './at-desk.ts'
import { lastActs } from './desk.ts'
import { moveRequest } from './move-request.ts'
import { requestsAt, stacksPath, undoFromRequests } from './paths.ts'
import { isMissReason, isRequestStep, type RequestRefusal } from './request.ts'
import { requestById } from './request-store.ts'
import { RequestsPage } from './requests-page.tsx'
import { readQueue, slipLines } from './requests-view.ts'
import { roomWords } from './room-words.ts'
import { setStacks } from './set-stacks.ts'
import { SlipPage } from './slip-page.tsx'
import { locationOf, StacksPage } from './stacks-page.tsx'
import { hasClosedStacks, locationsOf } from './stacks-store.ts'

interface QueueView {
  readonly justDone?: string
  readonly refusal?: { title: string; reasons: readonly string[] }
  readonly form?: FormState
  readonly edition?: string
}

const reasonsOf = (c: RequestContext, problems: readonly RequestRefusal[]): string[] =>
  problems.map(problem => say<RequestRefusal>(roomWords(c.var.lang).requestRefusals, problem))

/** Writes down whose slips are shown. */
async function look({ world }: Given, c: RequestContext, institution: Institution, persons: readonly string[]) {
  const by = c.var.viewer.person
  if (by === null) return
  await noteLook(world.database, { by, institution: institution.id, purpose: 'desk', persons, now: c.var.now })
}

async function queuePage(given: Given, c: RequestContext, institution: Institution, view: QueueView) {
  const { lang, now } = c.var
  const db = given.world.database
  const at = named(institution, c)
  const slips = await readQueue(db, institution.id, now, lang)
  const persons = slips.map(({ person }) => person)
  await look(given, c, institution, persons)
  const edition = view.edition ?? ''
  const book = isUuid(edition) ? (await describeEditions(db, [edition], lang)).get(edition) : undefined
  return (
    <RequestsPage
      frame={given.site.staffFrame(c, at)}
      institution={at}
      today={localDateAt(now)}
      slips={slips}
      hasStacks={await hasClosedStacks(db, institution.id)}
      refusal={view.refusal ?? null}
      done={await doneHere(given, c, institution, view.justDone ?? '')}
      form={view.form ?? emptyForm}
      book={book === undefined ? null : { edition, title: book.title }}
      newAct={newId}
    />
  )
}

/** What was just done with a slip, in a sentence, and how it is undone. */
async function doneHere({ world }: Given, c: RequestContext, institution: Institution, just: string) {
  const { lang, now } = c.var
  const db = world.database
  if (!isUuid(just)) return null
  const written = await requestById(db, just)
  if (written !== null) {
    const sentence = roomWords(lang).slipWritten(formatCount(written.number, lang))
    return written.institution === institution.id ? { sentence, undo: null } : null
  }
  const act = (await lastActs(db, institution.id, now, lang, 20)).find(({ id }) => id === just)
  if (act?.type !== 'circulation.move-request') return null
  const undo = { action: undoFromRequests(institution.code, act.id), act: newId() }
  return { sentence: doneText(act, lang), undo: act.undoing || act.undone ? null : undo }
}

export async function showRequests(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const query = readQuery(c)
  const view = { justDone: query.text('vua'), edition: query.text('an-pham') }
  return c.html(await queuePage(given, c, institution, view))
}

/** A slip written by staff for a card. */
export async function takeSlip(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const form = await readForm(c)
  const edition = form.text('an-pham')
  const result = await askFor(given.world, {
    act: actOf(form),
    by: c.var.viewer.person,
    institution: institution.id,
    for: { cardNumber: form.text('the').slice(0, 64) },
    book: isUuid(edition) ? { edition } : { barcode: form.text('ma').slice(0, 64) },
    now: c.var.now,
  })
  if (result.ok) return c.redirect(requestsAt(institution.code, { just: result.value.request }), 303)
  const refusal = { title: roomWords(c.var.lang).refusedSlip, reasons: reasonsOf(c, result.problems) }
  return c.html(
    await queuePage(given, c, institution, { refusal, edition, form: { typed: form.typed, errors: [] } }),
    422,
  )
}

export async function takeStep(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const form = await readForm(c)
  const request = c.req.param('request') ?? ''
  const [step, reason, act] = [form.text('buoc'), form.text('ly-do'), actOf(form)]
  const slip = isUuid(request) ? await requestById(given.world.database, request) : null
  if (slip === null || slip.institution !== institution.id || !isRequestStep(step)) return c.notFound()
  const result = await moveRequest(given.world, {
    act,
    by: c.var.viewer.person,
    institution: institution.id,
    request,
    step,
    reason: isMissReason(reason) ? reason : null,
    now: c.var.now,
  })
  if (result.ok) return c.redirect(requestsAt(institution.code, { just: act }), 303)
  const refusal = { title: roomWords(c.var.lang).refusedStep, reasons: reasonsOf(c, result.problems) }
  return c.html(await queuePage(given, c, institution, { refusal }), 422)
}

export async function showSlip(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const request = c.req.param('request') ?? ''
  const found = isUuid(request) ? await requestById(given.world.database, request) : null
  if (found === null || found.institution !== institution.id) return c.notFound()
  const { lang, now } = c.var
  const [slip] = await slipLines(given.world.database, institution.id, [found], localDateAt(now), lang)
  if (slip === undefined) return c.notFound()
  await look(given, c, institution, [slip.person])
  const at = named(institution, c)
  return c.html(<SlipPage frame={given.site.staffFrame(c, at)} institution={at} slip={slip} />)
}

export async function showStacks(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const at = named(institution, c)
  const locations = await locationsOf(given.world.database, institution.id)
  const frame = given.site.staffFrame(c, at)
  const saved = readQuery(c).text('xong') === 'ghi'
  return c.html(<StacksPage frame={frame} institution={at} locations={locations} saved={saved} act={newId()} />)
}

export async function takeStacks(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const form = await readForm(c)
  const known = new Set((await locationsOf(given.world.database, institution.id)).map(({ location }) => location))
  const locations = form.all('kho').flatMap(value => locationOf(value) ?? [])
  await setStacks(given.world, {
    act: actOf(form),
    by: c.var.viewer.person,
    institution: institution.id,
    locations: locations.filter(location => known.has(location)),
    now: c.var.now,
  })
  return c.redirect(`${stacksPath(institution.code)}?xong=ghi`, 303)
}
