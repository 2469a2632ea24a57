import type { Language } from './language.ts'
import { daysBetween, formatDate, localDateAt, type Weekday, weekday } from './local-date.ts'
import { nextOpening, type OpeningHours, type OpenSpan, openUntil } from './opening-hours.ts'

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  vi: ['thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy', 'chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** 'thứ hai' … 'chủ nhật'. */
export const weekdayName = (day: Weekday, language: Language): string => weekdays[language][day - 1] ?? ''

/** '07:30–11:30, 13:30–17:00'; empty when closed. */
export const formatSpans = (spans: readonly OpenSpan[]): string =>
  spans.map(({ from, to }) => `${from}–${to}`).join(', ')

/**
 * Whether it is open, for a reader who stands before the page: 'Đang mở, đến 17:00', 'Mở lại 13:30', 'Mở lại 07:30 ngày
 * mai', 'Mở lại 07:30 thứ hai', 'Mở lại 07:30 ngày 10/2/2027', 'Đang nghỉ'.
 */
export function openingSentence(hours: OpeningHours, instant: Date, language: Language): string {
  const vi = language === 'vi'
  const until = openUntil(hours, instant)
  if (until !== null) return vi ? `Đang mở, đến ${until}` : `Open until ${until}`
  const next = nextOpening(hours, instant)
  if (next === null) return vi ? 'Đang nghỉ' : 'Closed'
  const days = daysBetween(localDateAt(instant), next.date)
  const day = weekdayName(weekday(next.date), language)
  const date = formatDate(next.date, language)
  if (days === 0) return vi ? `Mở lại ${next.time}` : `Opens again at ${next.time}`
  if (days === 1) return vi ? `Mở lại ${next.time} ngày mai` : `Opens again at ${next.time} tomorrow`
  if (days < 7) return vi ? `Mở lại ${next.time} ${day}` : `Opens again at ${next.time} on ${day}`
  return vi ? `Mở lại ${next.time} ngày ${date}` : `Opens again at ${next.time} on ${date}`
}
