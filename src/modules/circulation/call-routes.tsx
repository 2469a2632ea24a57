import { byteOrderMark, csvLine } from '../../kernel/csv.ts'
import { formatDate, localDateAt } from '../../kernel/local-date.ts'
import { refused } from '../../kernel/result.ts'
import { say as sayOf } from '../../kernel/sentences.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import type { Institution } from '../institutions/index.ts'
import { noteLook } from '../people/index.ts'
import { type Given, institutionAt, named } from './at-desk.ts'
import { type CallLine, callList } from './call-list.ts'
import { CallPage } from './call-page.tsx'
import { recordCall } from './call-reader.ts'
import { callWords } from './call-words.ts'
import { callListPath } from './paths.ts'

/** Handlers behind `may` have a person; anything else is a bug of the routes. */
function staffOf(c: RequestContext): string {
  const { person } = c.var.viewer
  if (person === null) throw new Error('this route needs somebody signed in')
  return person
}

/** The list, once it is written down who looked at it. */
async function linesAt({ world }: Given, c: RequestContext, institution: Institution): Promise<CallLine[]> {
  const lines = await callList(world.database, institution.id, c.var.now, c.var.lang)
  const persons = lines.map(line => line.person)
  const look = { by: staffOf(c), institution: institution.id, persons, now: c.var.now }
  await noteLook(world.database, { ...look, purpose: 'call-list' })
  return lines
}

async function callPage(given: Given, c: RequestContext, institution: Institution, refusals: readonly string[] = []) {
  const say = callWords(c.var.lang)
  const at = named(institution, c)
  return (
    <CallPage
      frame={given.site.staffFrame(c, at)}
      institution={{ ...at, id: institution.id }}
      lines={await linesAt(given, c, institution)}
      newAct={newId}
      {...(readQuery(c).text('xong') === 'goi' ? { done: say.done } : {})}
      {...(refusals.length > 0 ? { refused: { title: say.notDone, reasons: refusals } } : {})}
    />
  )
}

export const showCallList = async (given: Given, c: RequestContext) =>
  c.html(await callPage(given, c, await institutionAt(given, c)))

export async function takeCalled(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const act = actOf(await readForm(c))
  const loan = c.req.param('loan') ?? ''
  const result = isUuid(loan)
    ? await recordCall(given.world, { act, by: staffOf(c), institution: institution.id, loan, now: c.var.now })
    : refused([{ code: 'returned-meanwhile' as const }])
  if (result.ok) return c.redirect(`${callListPath(institution.code)}?xong=goi`, 303)
  const { refusals } = callWords(c.var.lang)
  const reasons = result.problems.map(problem => sayOf(refusals, problem))
  return c.html(await callPage(given, c, institution, reasons), 422)
}

/** The list as a table to take along, a line for each late book; what readers wrote is no formula in it. */
export async function showCallListFile(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const { lang, now } = c.var
  const lines = await linesAt(given, c, institution)
  const rows = lines.flatMap(line =>
    line.loans.map(loan =>
      csvLine([
        line.name,
        line.phone,
        loan.title,
        loan.barcode,
        formatDate(loan.dueOn, lang),
        -loan.daysLeft,
        line.calledAt === null ? '' : formatDate(localDateAt(line.calledAt), lang),
      ]),
    ),
  )
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="goi-dien-${institution.code}-${localDateAt(now)}.csv"`)
  c.header('Cache-Control', 'no-store')
  return c.body(`${byteOrderMark}${csvLine(callWords(lang).columns)}${rows.join('')}`)
}
