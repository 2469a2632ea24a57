import { byteOrderMark, csvLine } from '../../kernel/csv.ts'
import type { Language } from '../../kernel/language.ts'
import { addDays, type LocalDate, localDateAt, parseLocalDate } from '../../kernel/local-date.ts'
import { firstDay, lastDay, monthOf, parseYearMonth, type YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { type RequestContext, readQuery } from '../../platform/http/index.ts'
import { languageName } from '../catalogue/index.ts'
import { type Given, institutionAt, named } from './at-desk.ts'
import { DayPage, type DaySheet } from './day-page.tsx'
import { type MonthLine, MonthPage, type MonthSheet, monthValues } from './month-page.tsx'
import { type Served, totalsOf } from './sheet.ts'
import { breakdowns, totalLines } from './sheet-parts.tsx'
import { servedIn, sheetCells } from './sheet-store.ts'
import { sheetWords } from './sheet-words.ts'

const nobody: Served = { known: 0, unnamed: 0 }

async function readDay(db: Db, institution: string, day: LocalDate, lang: Language): Promise<DaySheet> {
  const span = { institution, from: day, to: day }
  const cells = await sheetCells(db, span)
  const served = (await servedIn(db, span)).get(day) ?? nobody
  return { day, cells, served, breakdowns: breakdowns(cells, lang, tag => languageName(tag, lang)) }
}

async function readMonth(db: Db, institution: string, month: YearMonth, today: LocalDate): Promise<MonthSheet> {
  const [from, to] = [firstDay(month), lastDay(month)]
  const cells = await sheetCells(db, { institution, from, to })
  const served = await servedIn(db, { institution, from, to })
  const lines: MonthLine[] = []
  for (let day = from; day <= to && day <= today; day = addDays(day, 1)) {
    const ofDay = cells.filter(({ on }) => on === day)
    lines.push({ day, totals: totalsOf(ofDay), served: served.get(day) ?? nobody })
  }
  return { month, lines: [...lines, { day: null, totals: totalsOf(cells), served: served.get(null) ?? nobody }] }
}

/** A sheet as a file, under a name that says whose and when. */
function sendCsv(c: RequestContext, name: string, lines: readonly (readonly (string | number | null)[])[]) {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name}.csv"`)
  return c.body([byteOrderMark, ...lines.map(csvLine)].join(''))
}

export async function showDay(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const { lang, now } = c.var
  const query = readQuery(c)
  const typed = query.text('ngay') || localDateAt(now)
  const day = parseLocalDate(typed)
  const sheet = day && (await readDay(given.world.database, institution.id, day, lang))
  const at = named(institution, c)
  if (sheet !== null && query.text('dang') === 'csv') {
    const say = sheetWords(lang)
    const totals = totalLines(totalsOf(sheet.cells), sheet.served, lang)
    return sendCsv(c, `so-ngay-${at.code}-${sheet.day}`, [
      say.csv,
      ...totals.map(([line, count]) => [sheet.day, say.totals, line, count, null, null]),
      ...sheet.breakdowns.flatMap(({ title, lines }) =>
        lines.map(line => [sheet.day, title, line.key, line.lent, line.read, line.returned]),
      ),
    ])
  }
  const page = <DayPage frame={given.site.staffFrame(c, at)} institution={at} typed={typed} sheet={sheet} />
  return c.html(page, sheet === null ? 422 : 200)
}

export async function showMonth(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const { lang, now } = c.var
  const query = readQuery(c)
  const today = localDateAt(now)
  const typed = query.text('thang') || monthOf(today)
  const month = parseYearMonth(typed)
  const sheet = month && (await readMonth(given.world.database, institution.id, month, today))
  const at = named(institution, c)
  if (sheet !== null && query.text('dang') === 'csv') {
    const say = sheetWords(lang)
    return sendCsv(c, `so-thang-${at.code}-${sheet.month}`, [
      [say.day, ...Object.values(say.short)],
      ...sheet.lines.map(line => [line.day ?? say.sum, ...Object.values(monthValues(line))]),
    ])
  }
  const page = <MonthPage frame={given.site.staffFrame(c, at)} institution={at} typed={typed} sheet={sheet} />
  return c.html(page, sheet === null ? 422 : 200)
}
