import type { Language } from '../../kernel/language.ts'
import { addDays, formatDate, type LocalDate, localDateAt, localTimeAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { formatInteger, formatPercent } from '../../kernel/numbers.ts'
import { addMonths, formatMonth, monthOf } from '../../kernel/year-month.ts'
import type { Indicator } from './indicator.ts'
import { words } from './messages.ts'
import { changeOf, type FigurePeriod, formatPeriod, yearOfPeriod } from './period.ts'
import type { Published } from './publish.ts'
import type { IndicatorView, PlanView, StandingView } from './view.ts'

/** A figure as it is read: a number with its thousands apart, "không công bố", "chưa có số liệu". */
export function shown(value: Published, lang: Language, unit?: string): string {
  const say = words(lang)
  if (value === null) return say.silent
  if (value === 'not-published') return say.notPublished
  return unit === undefined ? formatInteger(value, lang) : `${formatInteger(value, lang)} ${unit}`
}

export const unitOf = ({ unit }: Indicator, lang: Language): string => textIn(unit, lang).text
export const nameOf = ({ name }: Indicator, lang: Language): string => textIn(name, lang).text

/** 'Đạt 111,2 % kế hoạch năm'; null where there is no plan, or nothing to hold against it. */
export function achievedSentence(plan: PlanView | null, whose: 'month' | 'year', lang: Language): string | null {
  if (plan === null || plan.achieved === null) return null
  const percent = formatPercent(plan.achieved, lang)
  return whose === 'year' ? words(lang).achievedYear(percent) : words(lang).achievedMonth(percent)
}

/** Of less than so many, a percentage says less than the number itself. */
const fewest = 50

/** 'Cùng kỳ 2025: 371.204, tăng 11,2 %'; null where nothing was said then. */
export function comparedSentence(standing: StandingView, period: FigurePeriod, lang: Language): string | null {
  const { before } = standing
  if (before === null) return null
  const say = words(lang)
  const year = yearOfPeriod(period) - 1
  const change = changeOf(standing)
  const known = say.samePeriod(String(year), shown(before, lang))
  if (change === null || typeof before !== 'number') return `${known}.`
  if (change === 0) return `${known}, ${say.unchanged}.`
  const much = before >= fewest ? formatPercent(Math.abs(change) / before, lang) : formatInteger(Math.abs(change), lang)
  return `${known}, ${change > 0 ? say.more(much) : say.fewer(much)}.`
}

/** 'đến hết tháng 11/2026' of a stock, 'trong năm 2025' of a flow. */
export function inPeriod({ kind }: Indicator, period: FigurePeriod, lang: Language): string {
  const say = words(lang)
  const when = formatPeriod(kind === 'stock' ? { ...period, kind: 'month' } : period, lang)
  return kind === 'stock' ? say.atEndOf(when) : say.inPeriod(when)
}

/**
 * From when on nothing was said, as it is read. Of what people did at one place no day is named: the last one would be
 * somebody's.
 */
export function silentSince(
  { indicator, lastDay }: Pick<IndicatorView, 'indicator' | 'lastDay'>,
  period: FigurePeriod,
  atInstitution: boolean,
  lang: Language,
): string {
  if (lastDay === null)
    return period.kind === 'year' ? words(lang).yearBegan(String(yearOfPeriod(period))) : formatPeriod(period, lang)
  if (atInstitution && indicator.aboutPeople) return formatMonth(addMonths(monthOf(lastDay), 1), lang)
  return formatDate(addDays(lastDay, 1), lang)
}

/** 'Tính đến 09:41 hôm nay'. */
export function freshness(computedAt: Date | null, today: LocalDate, lang: Language): string {
  const say = words(lang)
  if (computedAt === null) return say.notYetComputed
  const [day, time] = [localDateAt(computedAt), localTimeAt(computedAt)]
  return day === today ? say.freshToday(time) : say.fresh(`${time}, ${formatDate(day, lang)}`)
}
