import { localDateAt } from '../../kernel/local-date.ts'
import { type RequestContext, readQuery } from '../../platform/http/index.ts'
import type { Institution } from '../institutions/index.ts'
import { displayNames, noteLook } from '../people/index.ts'
import { type Given, institutionAt, named } from './at-desk.ts'
import { overdueLines } from './desk.ts'
import { cardIn } from './desk-query.ts'
import { type LateReader, OverduePage, RemindersPage } from './overdue-page.tsx'
import { cardsOfLoans } from './store.ts'

/** Who is late here, the longest first; of one card when it is given. Whose record is shown is written down. */
async function lateReaders({ world }: Given, c: RequestContext, institution: Institution, only: string | null) {
  const db = world.database
  const { lines, total } = await overdueLines(db, institution.id, c.var.now, c.var.lang)
  const cards = await cardsOfLoans(
    db,
    lines.map(({ loan }) => loan),
  )
  const shown = lines.filter(({ loan }) => only === null || cards.get(loan) === only)
  const persons = [...new Set(shown.flatMap(({ person }) => person ?? []))]
  const names = await displayNames(db, persons)
  const by = c.var.viewer.person
  if (by !== null) {
    await noteLook(db, { by, institution: institution.id, persons, now: c.var.now, purpose: 'overdue-list' })
  }
  const groups = new Map<string, LateReader & { loans: typeof shown }>()
  for (const line of shown) {
    const key = line.person ?? ''
    const group = groups.get(key) ?? { name: names.get(key) ?? '', card: cards.get(line.loan) ?? '', loans: [] }
    groups.set(key, { ...group, loans: [...group.loans, line] })
  }
  return { readers: [...groups.values()], listed: lines.length, total }
}

export async function showOverdue(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const at = named(institution, c)
  const late = await lateReaders(given, c, institution, null)
  const frame = given.site.staffFrame(c, at)
  return c.html(<OverduePage frame={frame} institution={at} today={localDateAt(c.var.now)} {...late} />)
}

export async function showReminders(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const at = named(institution, c)
  const { readers } = await lateReaders(given, c, institution, cardIn(readQuery(c)))
  const known = readers.filter(({ card }) => card !== '')
  const frame = given.site.staffFrame(c, at)
  return c.html(<RemindersPage frame={frame} institution={at} today={localDateAt(c.var.now)} readers={known} />)
}
