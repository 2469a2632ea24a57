import { daysBetween, type LocalDate } from './local-date.ts'
import { firstDay, firstDayOfYear, lastDay, lastDayOfYear, type YearMonth } from './year-month.ts'

/** Days from `from` to `to`, both included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Throws when it would end before it begins. */
export function period(from: LocalDate, to: LocalDate): Period {
  if (to < from) throw new RangeError(`a period from ${from} cannot end on ${to}`)
  return { from, to }
}

export const periodOfMonth = (month: YearMonth): Period => ({ from: firstDay(month), to: lastDay(month) })
export const periodOfYear = (year: number): Period => ({ from: firstDayOfYear(year), to: lastDayOfYear(year) })

export const contains = ({ from, to }: Period, date: LocalDate): boolean => from <= date && date <= to

/** Whether the two have a day in common. */
export const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to

/** How many days, both ends counted. */
export const daysIn = ({ from, to }: Period): number => daysBetween(from, to) + 1

/** From the first day on which something holds to the last, both included; null is until further notice. */
export interface Validity {
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
}

export const isValidOn = ({ validFrom, validTo }: Validity, date: LocalDate): boolean =>
  validFrom <= date && (validTo === null || date <= validTo)
