import type { FuzzyDate, FuzzyPoint } from './fuzzy-date.ts'
import type { Language } from './language.ts'
import { formatDate, localDateOf } from './local-date.ts'
import { formatMonth, monthOf } from './year-month.ts'

/** 'khoảng 1920', 'thế kỷ 19', 'thập niên 1990', 'từ 1998 đến 2001', 'có lẽ 2005'; 'c. 1920', '19th century' in English. */
export function formatFuzzyDate(date: FuzzyDate, language: Language): string {
  if (date.kind === 'point') return inWords(date, language)
  const [from, to] = [date.from, date.to].map(end => (end === null ? null : inWords(end, language)))
  const vi = language === 'vi'
  if (from && to)
    return isPlainYear(date.from) && isPlainYear(date.to)
      ? `${from}–${to}`
      : vi
        ? `từ ${from} đến ${to}`
        : `${from} to ${to}`
  if (from) return vi ? `từ ${from}` : `from ${from}`
  return vi ? `đến ${to}` : `until ${to}`
}

const isPlainYear = (point: FuzzyPoint | null): boolean =>
  point?.precision === 'year' && !point.uncertain && !point.approximate

function inWords(point: FuzzyPoint, language: Language): string {
  const about = point.approximate ? (language === 'vi' ? 'khoảng ' : 'c. ') : ''
  const perhaps = point.uncertain ? (language === 'vi' ? 'có lẽ ' : 'perhaps ') : ''
  return perhaps + about + exactly(point, language)
}

function exactly({ precision, year, month, day }: FuzzyPoint, language: Language): string {
  const vi = language === 'vi'
  const date = localDateOf(year, month ?? 1, day ?? 1)
  if (precision === 'century') return vi ? `thế kỷ ${year / 100 + 1}` : `${ordinal(year / 100 + 1)} century`
  if (precision === 'decade') return vi ? `thập niên ${year}` : `${year}s`
  if (precision === 'year' || date === null) return String(year)
  return precision === 'month' ? formatMonth(monthOf(date), language) : formatDate(date, language)
}

function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13
  const ending = teens ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]
  return `${number}${ending ?? 'th'}`
}
