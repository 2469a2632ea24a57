import type { Language } from './language.ts'

declare const brand: unique symbol

/**
 * A day in Vietnam, 'YYYY-MM-DD', years 0001–9999 of the proleptic Gregorian calendar; text order is the order of days.
 * Always computed at UTC+7, never from the zone of the process. (Clocks in Vietnam have shown UTC+7 since 1975; for
 * instants before that the day may be another than people then wrote.)
 */
export type LocalDate = string & { readonly [brand]: 'LocalDate' }

const dayMs = 86_400_000
const vietnamMs = 7 * 3_600_000
const shape = /^(\d{4})-(\d\d)-(\d\d)$/
const earliest = -719_162 // 0001-01-01 in days since 1970-01-01
const latest = 2_932_896 // 9999-12-31

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of the month; `month` is 1–12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Null when there is no such day. */
export function localDateOf(year: number, month: number, day: number): LocalDate | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day)
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate
}

/** Reads exactly 'YYYY-MM-DD'; null for anything else. What people type is read by `parseTypedDate`. */
export function parseLocalDate(text: unknown): LocalDate | null {
  const parts = typeof text === 'string' ? shape.exec(text) : null
  return parts === null ? null : localDateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** A day written in code, such as `localDate('2026-11-28')`; throws when there is no such day. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === null) throw new RangeError(`${text} is no day`)
  return date
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))
export const monthNumberOf = (date: LocalDate): number => Number(date.slice(5, 7))
export const dayOfMonth = (date: LocalDate): number => Number(date.slice(8, 10))

/** Days since 1970-01-01. After H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
export function dayNumber(date: LocalDate): number {
  const month = monthNumberOf(date)
  const year = yearOf(date) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth(date) - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The inverse of `dayNumber`; throws outside the years 0001–9999. */
export function dateOfDayNumber(number: number): LocalDate {
  if (!Number.isInteger(number) || number < earliest || number > latest)
    throw new RangeError(`day ${number} is out of range`)
  return new Date(number * dayMs).toISOString().slice(0, 10) as LocalDate
}

/** The day in Vietnam at an instant. */
export const localDateAt = (instant: Date): LocalDate =>
  dateOfDayNumber(Math.floor((instant.getTime() + vietnamMs) / dayMs))

/** The clock in Vietnam at an instant, 'HH:MM' from '00:00' to '23:59'. */
export const localTimeAt = (instant: Date): string =>
  new Date(instant.getTime() + vietnamMs).toISOString().slice(-13, -8)

/** The instant at which the day begins in Vietnam: 17:00 UTC of the day before. */
export const startOfDay = (date: LocalDate): Date => new Date(dayNumber(date) * dayMs - vietnamMs)

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** ISO 8601: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const weekday = (date: LocalDate): Weekday => (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday

export const englishMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** '28/11/2026' in Vietnamese, '28 Nov 2026' in English; '1/7/2025' without zeros in front. */
export function formatDate(date: LocalDate, language: Language): string {
  const [year, month, day] = [yearOf(date), monthNumberOf(date), dayOfMonth(date)]
  return language === 'vi' ? `${day}/${month}/${year}` : `${day} ${englishMonths[month - 1]} ${year}`
}
