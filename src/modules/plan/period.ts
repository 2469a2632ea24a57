import type { Language } from '../../kernel/language.ts'
import { type LocalDate, yearOf } from '../../kernel/local-date.ts'
import { firstDay, formatMonth, monthOf, parseYearMonth, type YearMonth } from '../../kernel/year-month.ts'
import { monthsUntil } from './figure.ts'
import type { Indicator } from './indicator.ts'
import { addPublished, type Published } from './publish.ts'

/** What a figure is asked for: a month, or a year up to its last month that has begun. */
export interface FigurePeriod {
  readonly kind: 'month' | 'year'
  readonly last: YearMonth
}

/** Enough for the year so far and the same months of the year before. */
const monthsRead = 24
export const monthsShown = 12

/** The months that a period's page needs, the period's last one at the end. */
export const monthsOf = ({ last }: Pick<FigurePeriod, 'last'>): YearMonth[] => monthsUntil(last, monthsRead)

export const yearOfPeriod = ({ last }: Pick<FigurePeriod, 'last'>): number => yearOf(firstDay(last))

/** As it stands in an address: '2026-11' or '2026'. */
export const periodText = (period: FigurePeriod): string =>
  period.kind === 'year' ? String(yearOfPeriod(period)) : period.last

/** Reads '2026-11' or '2026'; null for anything else, and for what has not begun on `today`. */
export function parsePeriod(text: string, today: LocalDate): FigurePeriod | null {
  const current = monthOf(today)
  if (/^\d{4}$/.test(text)) {
    const end = parseYearMonth(`${text}-12`)
    if (end === null || Number(text) > yearOf(today)) return null
    return { kind: 'year', last: end < current ? end : current }
  }
  const month = parseYearMonth(text)
  return month === null || month > current ? null : { kind: 'month', last: month }
}

/** 'tháng 11/2026', 'năm 2025'; the year that is still going on says up to which month. */
export function formatPeriod(period: FigurePeriod, lang: Language): string {
  if (period.kind === 'month') return formatMonth(period.last, lang)
  const year = yearOfPeriod(period)
  const whole = period.last.endsWith('-12')
  if (lang === 'vi') return whole ? `năm ${year}` : `năm ${year}, đến tháng ${Number(period.last.slice(5))}`
  return whole ? `the year ${year}` : `${year} up to ${formatMonth(period.last, 'en')}`
}

/** How something stands in a period. */
export interface Standing {
  readonly value: Published
  /** Cùng kỳ: the same month, or the same months, of the year before. */
  readonly before: Published
  /** Lũy kế: from the year's beginning to the period's end. */
  readonly toDate: Published
}

/**
 * Where a month of the year is not published the sum is not either: the other months, or the sum of a month earlier,
 * would give it away. A stock is as it stands.
 */
function sinceNewYear({ kind }: Pick<Indicator, 'kind'>, figures: readonly Published[], end: number, months: number) {
  return kind === 'stock' ? (figures[end] ?? null) : addPublished(figures.slice(end - months + 1, end + 1))
}

/** Reads a period out of the figures of `monthsOf` it. */
export function standingIn(
  period: FigurePeriod,
  indicator: Pick<Indicator, 'kind'>,
  figures: readonly Published[],
): Standing {
  const end = monthsRead - 1
  const months = Number(period.last.slice(5))
  const toDate = sinceNewYear(indicator, figures, end, months)
  if (period.kind === 'month') return { value: figures[end] ?? null, before: figures[end - 12] ?? null, toDate }
  return { value: toDate, before: sinceNewYear(indicator, figures, end - 12, months), toDate }
}

/** By how much, where both are published. */
export const changeOf = ({ value, before }: Standing): number | null =>
  typeof value === 'number' && typeof before === 'number' ? value - before : null

/** What part of the plan was reached, 1 being all; nothing where there is no plan, and nothing of what is kept back. */
export const achieved = (value: Published, plan: number | null): number | null =>
  typeof value === 'number' && plan !== null ? value / plan : null
