import type { Language } from '../../kernel/language.ts'
import { addDays, formatDate, type LocalDate, localDateAt, type Weekday } from '../../kernel/local-date.ts'
import { lunarInWords, lunarMonthName } from '../../kernel/lunar-words.ts'
import { type HoursException, type OpeningHours, openAt } from '../../kernel/opening-hours.ts'
import { formatSpans, openingSentence, weekdayName } from '../../kernel/opening-hours-words.ts'
import type { StateKind } from '../../site/index.ts'
import { weekdays } from './hours-form.ts'
import type { Facility, Institution } from './institution.ts'
import { words } from './messages.ts'

/** The hours that a visitor of the seat goes by. */
export const hoursOf = (institution: Pick<Institution, 'hours'>, seat: Facility | null): OpeningHours | null =>
  seat?.hours ?? institution.hours

/** Whether it is open at an instant, as a shape and in words; never claimed where nobody gave the hours. */
export function stateInWords(
  institution: Pick<Institution, 'hours' | 'validFrom' | 'validTo'>,
  seat: Facility | null,
  lang: Language,
  now: Date,
): { readonly kind: StateKind; readonly text: string } {
  const say = words(lang)
  const today = localDateAt(now)
  const { validFrom, validTo } = institution
  if (validTo !== null && validTo < today)
    return { kind: 'none', text: say.ended(formatDate(addDays(validTo, 1), lang)) }
  if (validFrom > today) return { kind: 'none', text: say.notYet(formatDate(validFrom, lang)) }
  const hours = hoursOf(institution, seat)
  if (hours === null) return { kind: 'none', text: say.hoursUnknown }
  return { kind: openAt(hours, now) ? 'there' : 'none', text: openingSentence(hours, now, lang) }
}

type Row = readonly [day: string, time: string]

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The week as a sign at the door has it: neighbouring days with the same hours in one line. */
export function weekRows(hours: OpeningHours, lang: Language): Row[] {
  const timeOf = (day: Weekday) => formatSpans(hours.weekly[day] ?? []) || words(lang).closedThen
  const runs: { first: Weekday; last: Weekday; time: string }[] = []
  for (const day of weekdays) {
    const run = runs.at(-1)
    if (run && run.time === timeOf(day)) run.last = day
    else runs.push({ first: day, last: day, time: timeOf(day) })
  }
  return runs.map(({ first, last, time }) => {
    // On a narrow telephone a line may end after the dash, not inside the name of a day.
    const names = [...new Set([first, last])].map(day => weekdayName(day, lang).replaceAll(' ', '\u00a0'))
    return [capital(names.join(' – ')), time]
  })
}

/** Days that differ from the week: first those with hours of their own, then all closed ones in one line. */
export function exceptionRows(hours: OpeningHours, lang: Language, today: LocalDate): Row[] {
  const ahead = hours.exceptions.filter(exception => exception.kind !== 'dates' || exception.to >= today)
  const opened = ahead.filter(({ spans }) => spans.length > 0)
  const closed = ahead.filter(({ spans }) => spans.length === 0)
  return [
    ...opened.map((exception): Row => [capital(dayOf(exception, lang)), formatSpans(exception.spans)]),
    ...(closed.length === 0
      ? []
      : [[capital(words(lang).closedThen), closed.map(exception => dayOf(exception, lang)).join('; ')] as const]),
  ]
}

function dayOf(exception: HoursException, lang: Language): string {
  if (exception.kind === 'dates') {
    return [...new Set([exception.from, exception.to])].map(day => formatDate(day, lang)).join(' – ')
  }
  const { kind, day, month } = exception
  if (kind === 'yearly') return words(lang).yearly(String(day), String(month))
  if (day === 'last') return words(lang).lastDayOf(lunarMonthName(month, false, lang))
  return lunarInWords({ year: 0, month, day, leap: false }, lang)
}
