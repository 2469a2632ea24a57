import { addMonths, monthOf, type YearMonth } from '../../kernel/year-month.ts'
import type { Indicator } from './indicator.ts'
import type { Cell } from './store.ts'

/** `count` consecutive months, `last` the last of them. */
export const monthsUntil = (last: YearMonth, count: number): YearMonth[] =>
  Array.from({ length: count }, (_, index) => addMonths(last, index - count + 1))

/**
 * The figures of these consecutive months; null is silence: no fact was ever recorded for it. A flow is what happened in
 * the month; a stock is everything up to the month's end, silent only before its first fact.
 */
export function monthlyFigures(
  { kind }: Pick<Indicator, 'kind'>,
  cells: readonly Pick<Cell, 'month' | 'value'>[],
  months: readonly YearMonth[],
): (number | null)[] {
  const sums = new Map<YearMonth, number>()
  for (const cell of cells) {
    const month = monthOf(cell.month)
    sums.set(month, (sums.get(month) ?? 0) + cell.value)
  }
  if (kind === 'flow') return months.map(month => sums.get(month) ?? null)
  const known = [...sums.keys()]
  return months.map(month => {
    const until = known.filter(one => one <= month)
    return until.length === 0 ? null : until.reduce((sum, one) => sum + (sums.get(one) ?? 0), 0)
  })
}

/** What all institutions said together; null when none said anything. */
export function together(values: readonly (number | null)[]): number | null {
  const said = values.filter(value => value !== null)
  return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0)
}
