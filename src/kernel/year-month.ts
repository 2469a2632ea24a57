import type { Language } from './language.ts'
import {
  addDays,
  daysInMonth,
  englishMonths,
  type LocalDate,
  localDate,
  localDateOf,
  monthNumberOf,
  yearOf,
} from './local-date.ts'

declare const brand: unique symbol

/** A calendar month, 'YYYY-MM'; text order is the order of months. */
export type YearMonth = string & { readonly [brand]: 'YearMonth' }

/** Reads exactly 'YYYY-MM'; null for anything else. */
export function parseYearMonth(text: unknown): YearMonth | null {
  if (typeof text !== 'string' || !/^\d{4}-\d\d$/.test(text)) return null
  return localDateOf(Number(text.slice(0, 4)), Number(text.slice(5)), 1) === null ? null : (text as YearMonth)
}

export const monthOf = (date: LocalDate): YearMonth => date.slice(0, 7) as YearMonth

export const firstDay = (month: YearMonth): LocalDate => localDate(`${month}-01`)

export function lastDay(month: YearMonth): LocalDate {
  const first = firstDay(month)
  return addDays(first, daysInMonth(yearOf(first), monthNumberOf(first)) - 1)
}

const indexOf = (month: YearMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

/** Throws outside the years 0001–9999. */
export function addMonths(month: YearMonth, months: number): YearMonth {
  const index = indexOf(month) + months
  const first = localDateOf(Math.floor(index / 12), (index % 12) + 1, 1)
  if (first === null) throw new RangeError(`${months} months from ${month} is out of range`)
  return monthOf(first)
}

/** Months from `from` to `to`; negative when `to` is earlier. */
export const monthsBetween = (from: YearMonth, to: YearMonth): number => indexOf(to) - indexOf(from)

export const firstDayOfYear = (year: number): LocalDate => localDate(`${String(year).padStart(4, '0')}-01-01`)
export const lastDayOfYear = (year: number): LocalDate => localDate(`${String(year).padStart(4, '0')}-12-31`)

/** 'tháng 11/2026' or 'Nov 2026'. */
export function formatMonth(month: YearMonth, language: Language): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return language === 'vi' ? `tháng ${number}/${year}` : `${englishMonths[number - 1]} ${year}`
}
