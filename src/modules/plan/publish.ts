import { yearOf } from '../../kernel/local-date.ts'
import { firstDay, type YearMonth } from '../../kernel/year-month.ts'
import { monthlyFigures, monthsUntil, together } from './figure.ts'
import type { Indicator } from './indicator.ts'
import type { Cell } from './store.ts'
import { suppress } from './suppress.ts'

/** A figure as everybody may read it: a number, silence (null), or kept back so that nobody can be recognised. */
export type Published = number | null | 'not-published'

/** One indicator, published: the same on every page and in every file, or a second one would tell what the first hides. */
export interface Publication {
  readonly months: readonly YearMonth[]
  /** A figure for each of the months. */
  readonly province: readonly Published[]
  /** The same for every institution that ever said anything, in the order of the cells. */
  readonly institutions: ReadonlyMap<string, readonly Published[]>
}

const monthsShown = 12

/** Publishes the twelve months that end with `last` from all cells of an indicator up to then. */
export function publish(indicator: Indicator, cells: readonly Cell[], last: YearMonth): Publication {
  const months = monthsUntil(last, monthsShown)
  const own = new Map<string, Cell[]>()
  for (const cell of cells) own.set(cell.institution, [...(own.get(cell.institution) ?? []), cell])
  const rows = [...own.values()].map(ofOne => monthlyFigures(indicator, ofOne, months))
  const columns = months.map((_, at) => {
    const column = rows.map(row => row[at] ?? null)
    const { hidden, total } = indicator.aboutPeople ? suppress(column) : { hidden: [], total: false }
    return { hidden, total: total ? ('not-published' as const) : together(column) }
  })
  return {
    months,
    province: columns.map(({ total }) => total),
    institutions: new Map(
      [...own.keys()].map((institution, row) => [
        institution,
        columns.map(({ hidden }, at) => (hidden[row] ? 'not-published' : (rows[row]?.[at] ?? null))),
      ]),
    ),
  }
}

/**
 * A flow of the whole year so far (lũy kế), a stock as it stands. Where a month of the year is not published the sum is
 * not either: the other months would give it away.
 */
export function yearToDate(
  { kind }: Pick<Indicator, 'kind'>,
  months: readonly YearMonth[],
  figures: readonly Published[],
): Published {
  const last = months.at(-1)
  if (last === undefined || kind === 'stock') return figures.at(-1) ?? null
  const ofYear = figures.filter((_, at) => yearOf(firstDay(months[at] ?? last)) === yearOf(firstDay(last)))
  const numbers = ofYear.filter(figure => figure !== 'not-published')
  return numbers.length < ofYear.length ? 'not-published' : together(numbers)
}
