import { dateOfDayNumber, dayNumber, type LocalDate, yearOf } from './local-date.ts'
import { newMoonDay, sunSector, synodicMonth } from './lunar-astronomy.ts'

/** A day of the Vietnamese lunar calendar; `leap` marks the second of two months with one number. */
export interface LunarDate {
  readonly year: number
  /** 1 Giêng … 12 Chạp. */
  readonly month: number
  readonly leap: boolean
  readonly day: number
}

export interface LunarMonth {
  readonly year: number
  readonly month: number
  readonly leap: boolean
  readonly firstDay: LocalDate
  readonly days: 29 | 30
}

/**
 * Vietnam has computed its calendar at UTC+7 since 1968; before that it went by UTC+8 and for a time had two calendars,
 * so that earlier dates given here are what today's rules would say, and no history.
 */
export const lunarCalendarSince = 1968

/** Sector of the sun that begins with the winter solstice, which always falls into month 11. */
const winter = 9

/** The number of the new moon on or last before a day. */
function moonOn(day: number): number {
  let k = Math.floor((day - 10_963) / synodicMonth) + 1
  while (newMoonDay(k) > day) k--
  return k
}

/** The new moon that begins the month of the winter solstice, month 11, of a Gregorian year. */
function winterMoon(year: number): number {
  const k = moonOn(dayNumber(`${String(year).padStart(4, '0')}-12-31` as LocalDate))
  return sunSector(newMoonDay(k)) >= winter ? k - 1 : k
}

/**
 * The months from month 11 of the year before up to month 11 of the year. Between two solstices there are twelve or
 * thirteen; of thirteen the first into which no major solar term falls is the leap month and takes the number before it.
 */
function monthsBetweenSolstices(year: number): LunarMonth[] {
  const [begin, end] = [winterMoon(year - 1), winterMoon(year)]
  const starts = Array.from({ length: end - begin + 1 }, (_, i) => newMoonDay(begin + i))
  const withoutTerm = (i: number): boolean => sunSector(starts[i] ?? 0) === sunSector(starts[i + 1] ?? 0)
  const leapAt = end - begin === 13 ? starts.findIndex((_, i) => i > 0 && withoutTerm(i)) : Number.POSITIVE_INFINITY
  return starts.slice(0, -1).map((start, i) => {
    const count = 10 + i - (i >= leapAt ? 1 : 0)
    return {
      year: year - (count < 12 ? 1 : 0),
      month: (count % 12) + 1,
      leap: i === leapAt,
      firstDay: dateOfDayNumber(start),
      days: (starts[i + 1] ?? 0) - start === 30 ? 30 : 29,
    }
  })
}

/** The twelve or thirteen months of a lunar year in their order. */
export const lunarMonths = (year: number): LunarMonth[] =>
  [...monthsBetweenSolstices(year), ...monthsBetweenSolstices(year + 1)].filter(month => month.year === year)

export function toLunar(date: LocalDate): LunarDate {
  const day = dayNumber(date)
  const year = yearOf(date)
  const solstice = day >= newMoonDay(winterMoon(year)) ? year + 1 : year
  const months = monthsBetweenSolstices(solstice)
  const found = months.findLast(month => month.firstDay <= date)
  if (found === undefined) throw new Error(`no lunar month holds ${date}`)
  return { year: found.year, month: found.month, leap: found.leap, day: day - dayNumber(found.firstDay) + 1 }
}

/** The day on which a lunar date falls; null when that year has no such month or that month no such day. */
export function fromLunar({ year, month, leap, day }: LunarDate): LocalDate | null {
  const found = lunarMonths(year).find(one => one.month === month && one.leap === leap)
  if (found === undefined || !Number.isInteger(day) || day < 1 || day > found.days) return null
  return dateOfDayNumber(dayNumber(found.firstDay) + day - 1)
}
