import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { monthOf, monthsBetween, type YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { pageAsked, type RequestContext, readQuery } from '../../platform/http/index.ts'
import { type Institution, institutionByCode } from '../institutions/index.ts'
import { type Borders, type Way, ways } from './breakdown.ts'
import { monthsUntil } from './figure.ts'
import { words } from './messages.ts'
import type { FiguresAddress } from './paths.ts'
import { type FigurePeriod, formatPeriod, parsePeriod, periodText, yearOfPeriod } from './period.ts'
import type { Published24 } from './publications.ts'

/** Ten years back are offered at most. */
const mostMonths = 120
const longestQuoted = 40

/** What an address of figures asks for, as far as it could be read. */
export interface Asked {
  readonly period: FigurePeriod
  /** What may be chosen: years, then months, the newest first. */
  readonly periods: readonly FigurePeriod[]
  readonly institution: Institution | null
  readonly way: Way
  readonly borders: Borders
  readonly page: number
  readonly today: LocalDate
  /** Sentences about what could not be read, and what is shown instead. */
  readonly misread: readonly string[]
}

/** `ky` = 2026-11 or 2026, `noi` = code of an institution, `theo`, `dia-gioi`, `trang` from 1. */
export async function readAsked(db: Db, published: Pick<Published24, 'firstMonth'>, c: RequestContext): Promise<Asked> {
  const query = readQuery(c)
  const say = words(c.var.lang)
  const today = localDateAt(c.var.now)
  const periods = periodsSince((await published.firstMonth()) ?? monthOf(today), today)
  const [typed, code] = [query.text('ky'), query.text('noi')]
  const institution = code === '' ? null : await institutionByCode(db, code)
  const known = periods.find(one => periodText(one) === typed)
  const period = known ?? thisYear(today)
  const way = ways.find(one => one === query.text('theo')) ?? 'noi'
  return {
    period,
    periods,
    institution,
    // An institution by institutions would be one line.
    way: institution !== null && way === 'noi' ? 'dia-diem' : way,
    borders: query.text('dia-gioi') === 'luc-do' ? 'luc-do' : 'hom-nay',
    page: pageAsked(query),
    today,
    misread: [
      ...(typed === '' || known !== undefined
        ? []
        : [say.unknownPeriod(quoted(typed), formatPeriod(period, c.var.lang))]),
      ...(code === '' || institution !== null ? [] : [say.unknownInstitution(quoted(code))]),
    ],
  }
}

const thisYear = (today: LocalDate): FigurePeriod => ({ kind: 'year', last: monthOf(today) })

function periodsSince(first: YearMonth, today: LocalDate): FigurePeriod[] {
  const current = monthOf(today)
  const count = Math.max(1, Math.min(mostMonths, monthsBetween(first, current) + 1))
  const months = monthsUntil(current, count).reverse()
  const years = [...new Set(months.map(month => yearOfPeriod({ last: month })))]
  return [
    ...years.flatMap(year => parsePeriod(String(year), today) ?? []),
    ...months.map((last): FigurePeriod => ({ kind: 'month', last })),
  ]
}

const quoted = (typed: string): string => {
  const points = [...typed]
  return points.length <= longestQuoted ? typed : `${points.slice(0, longestQuoted).join('')}…`
}

/** The address that asks just this, without its page. */
export const addressOf = (asked: Asked): FiguresAddress => ({
  period: periodText(asked.period),
  institution: asked.institution?.code ?? null,
  way: asked.way,
  borders: asked.borders,
})
