import type { Language } from '../../kernel/language.ts'
import { formatDecimal, formatInteger } from '../../kernel/numbers.ts'
import type { Asked } from './asked.ts'
import { shown, unitOf } from './figure-words.ts'
import type { Indicator } from './indicator.ts'
import { words } from './messages.ts'
import { changeOf, yearOfPeriod } from './period.ts'
import type { Published } from './publish.ts'
import type { LineView, StandingView } from './view.ts'

/** What stands in a cell: the same on the page, in CSV and in a workbook. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly value: Published }
  /** By how much more or less; nothing where one of the two is not published. */
  | { readonly kind: 'change'; readonly value: number | null }
  /** 1 is 100 %. */
  | { readonly kind: 'share'; readonly value: number | null }

export interface FigureColumn {
  readonly label: string
  readonly numeric: boolean
  /** Of shares: a file without formats says per cent in the heading. */
  readonly percent?: true
  readonly of: (line: LineView) => Value
}

const text = (value: string): Value => ({ kind: 'text', text: value })
const count = (value: Published): Value => ({ kind: 'count', value })

const change = (standing: StandingView): Value => ({ kind: 'change', value: changeOf(standing) })

/** The columns of a breakdown, beside the name of the line. Only institutions are planned for. */
export function columnsOf(
  indicator: Indicator,
  { period, way }: Pick<Asked, 'period' | 'way'>,
  lang: Language,
): FigureColumn[] {
  const say = words(lang)
  const year = yearOfPeriod(period)
  const numeric = (label: string, of: (line: LineView) => Value): FigureColumn => ({ label, numeric: true, of })
  const planned = [
    numeric(say.planOfYear(String(year)), ({ standing }) =>
      standing.yearPlan === null ? text('') : count(standing.yearPlan.value),
    ),
    {
      ...numeric(say.achievedColumn, ({ standing }) => ({ kind: 'share', value: standing.yearPlan?.achieved ?? null })),
      percent: true as const,
    },
  ]
  return [
    numeric(unitOf(indicator, lang), ({ standing }) => count(standing.value)),
    ...(period.kind === 'month' && indicator.kind === 'flow'
      ? [numeric(say.toDateColumn, ({ standing }: LineView) => count(standing.toDate))]
      : []),
    ...(way === 'noi' ? planned : []),
    // Silence of a year ago stays empty: the table speaks of this year.
    numeric(say.samePeriodColumn(String(year - 1)), ({ standing }) =>
      standing.before === null ? text('') : count(standing.before),
    ),
    numeric(say.changeColumn, ({ standing }) => change(standing)),
  ]
}

/** As it is read on a page. What is empty stays empty: no plan is not a plan of nothing. */
export function readable(value: Value, lang: Language): string {
  if (value.kind === 'text') return value.text
  if (value.kind === 'count') return shown(value.value, lang)
  if (value.value === null) return ''
  if (value.kind === 'share') return `${formatDecimal(value.value * 100, 1, lang)}${lang === 'vi' ? '\u00a0%' : '%'}`
  return `${value.value > 0 ? '+' : ''}${formatInteger(value.value, lang)}`
}
