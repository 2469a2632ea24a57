import type { YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Indicator, indicators } from './indicator.ts'
import { type Publication, type Published, publish, yearToDate } from './publish.ts'
import { cellsOf, figuresComputedAt } from './store.ts'

/** One indicator as the page shows it. */
export interface IndicatorView {
  readonly indicator: Indicator
  /** Twelve months, the chosen one last. */
  readonly months: readonly { readonly month: YearMonth; readonly value: Published }[]
  readonly value: Published
  readonly yearToDate: Published
  /** Empty when one institution was chosen. The largest first; what is not published says nothing by its place. */
  readonly institutions: readonly { readonly institution: string; readonly value: Published }[]
}

export interface FiguresView {
  readonly computedAt: Date | null
  readonly indicators: readonly IndicatorView[]
}

/** Every indicator as it is published for the months that end with this one. */
export async function readPublications(
  db: Db,
  last: YearMonth,
): Promise<{ indicator: Indicator; publication: Publication }[]> {
  const all: { indicator: Indicator; publication: Publication }[] = []
  for (const indicator of indicators) {
    all.push({ indicator, publication: publish(indicator, await cellsOf(db, indicator.code, last), last) })
  }
  return all
}

const silence: readonly Published[] = []

/** Numbers by size, then what is not published, then silence. */
const rank = (value: Published): number => (value === null ? -2 : value === 'not-published' ? -1 : value)

function viewOf(indicator: Indicator, publication: Publication, institution: string | null): IndicatorView {
  const { months, province, institutions } = publication
  const own = institution === null ? province : (institutions.get(institution) ?? silence)
  const breakdown = institution === null ? [...institutions] : []
  return {
    indicator,
    months: months.map((month, at) => ({ month, value: own[at] ?? null })),
    value: own.at(-1) ?? null,
    yearToDate: yearToDate(indicator, months, own),
    institutions: breakdown
      .map(([id, figures]) => ({ institution: id, value: figures.at(-1) ?? null }))
      .sort((a, b) => rank(b.value) - rank(a.value)),
  }
}

/** Every indicator for the province or for one institution, up to a month. */
export async function readFigures(db: Db, institution: string | null, last: YearMonth): Promise<FiguresView> {
  const all = await readPublications(db, last)
  return {
    computedAt: await figuresComputedAt(db),
    indicators: all.map(({ indicator, publication }) => viewOf(indicator, publication, institution)),
  }
}
