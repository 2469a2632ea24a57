import type { YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { figuresByInstitution, type MonthFigure, monthlyFigures, throughMonth, yearToDate } from './figure.ts'
import { type Indicator, indicators } from './indicator.ts'
import { cellsOf, figuresComputedAt } from './store.ts'
import { hiddenCells } from './suppress.ts'

export interface InstitutionFigure {
  readonly institution: string
  readonly value: number | null
  /** Not published: small itself, or hidden so that a small one stays hidden. */
  readonly hidden: boolean
}

/** One indicator as the page shows it. */
export interface IndicatorView {
  readonly indicator: Indicator
  /** Twelve months, the chosen one last. */
  readonly months: readonly MonthFigure[]
  readonly value: number | null
  readonly yearToDate: number | null
  /** Empty when one institution was chosen. The largest first. */
  readonly institutions: readonly InstitutionFigure[]
}

export interface FiguresView {
  readonly computedAt: Date | null
  readonly indicators: readonly IndicatorView[]
}

/** A single institution's own flow is a breakdown too: its small months stay hidden. */
const publishable = (indicator: Indicator, institution: string | null, value: number | null): number | null =>
  indicator.aboutPeople && institution !== null && value !== null && value > 0 && value < 5 ? null : value

async function viewOf(
  db: Db,
  indicator: Indicator,
  institution: string | null,
  month: YearMonth,
): Promise<IndicatorView> {
  const cells = await cellsOf(db, indicator.code, throughMonth(month), institution)
  const months = monthlyFigures(indicator, cells, month, 12).map(figure => ({
    ...figure,
    value: publishable(indicator, institution, figure.value),
  }))
  const split = institution === null ? figuresByInstitution(indicator, cells, month) : []
  const hidden = indicator.aboutPeople ? hiddenCells(split.map(one => one.value)) : []
  return {
    indicator,
    months,
    value: months.at(-1)?.value ?? null,
    yearToDate: publishable(indicator, institution, yearToDate(indicator, cells, month)),
    institutions: split
      .map((one, index) => ({ ...one, hidden: hidden[index] ?? false }))
      .sort((a, b) => (b.value ?? -1) - (a.value ?? -1)),
  }
}

/** Every indicator for the province or for one institution, up to a month. */
export async function readFigures(db: Db, institution: string | null, month: YearMonth): Promise<FiguresView> {
  const views: IndicatorView[] = []
  for (const indicator of indicators) views.push(await viewOf(db, indicator, institution, month))
  return { computedAt: await figuresComputedAt(db), indicators: views }
}
