import type { LocalDate } from '../../kernel/local-date.ts'
import { addMonths, firstDay, monthOf, type YearMonth } from '../../kernel/year-month.ts'
import type { Indicator } from './indicator.ts'
import type { Cell } from './store.ts'

/** One month's figure; null is silence: no fact was ever recorded for it. */
export interface MonthFigure {
  readonly month: YearMonth
  readonly value: number | null
}

const byMonth = (cells: readonly Cell[]): Map<YearMonth, number> => {
  const sums = new Map<YearMonth, number>()
  for (const cell of cells) {
    const month = monthOf(cell.month)
    sums.set(month, (sums.get(month) ?? 0) + cell.value)
  }
  return sums
}

/**
 * The figures of consecutive months ending with `last`. A flow is what happened in the month; a stock is everything up
 * to the month's end, silent only before its first fact.
 */
export function monthlyFigures(
  indicator: Indicator,
  cells: readonly Cell[],
  last: YearMonth,
  months: number,
): MonthFigure[] {
  const sums = byMonth(cells)
  const list = Array.from({ length: months }, (_, index) => addMonths(last, index - months + 1))
  if (indicator.kind === 'flow') return list.map(month => ({ month, value: sums.get(month) ?? null }))
  const known = [...sums.keys()].sort()
  return list.map(month => {
    const until = known.filter(one => one <= month)
    return { month, value: until.length === 0 ? null : until.reduce((sum, one) => sum + (sums.get(one) ?? 0), 0) }
  })
}

/** The figure of one month for each institution that ever said anything. */
export function figuresByInstitution(
  indicator: Indicator,
  cells: readonly Cell[],
  month: YearMonth,
): { institution: string; value: number | null }[] {
  const institutions = [...new Set(cells.map(cell => cell.institution))]
  return institutions.map(institution => ({
    institution,
    value:
      monthlyFigures(
        indicator,
        cells.filter(cell => cell.institution === institution),
        month,
        1,
      )[0]?.value ?? null,
  }))
}

/** A flow of the whole year so far (lũy kế), a stock as it stands. */
export function yearToDate(indicator: Indicator, cells: readonly Cell[], month: YearMonth): number | null {
  const months = Number(month.slice(5, 7))
  const figures = monthlyFigures(indicator, cells, month, indicator.kind === 'flow' ? months : 1)
  const said = figures.filter(figure => figure.value !== null)
  return said.length === 0 ? null : said.reduce((sum, figure) => sum + (figure.value ?? 0), 0)
}

export const throughMonth = (month: YearMonth): LocalDate => firstDay(month)
