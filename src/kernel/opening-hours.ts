import { instantAt } from './instant.ts'
import {
  addDays,
  dayOfMonth,
  type LocalDate,
  localDateAt,
  localTimeAt,
  monthNumberOf,
  type Weekday,
  weekday,
} from './local-date.ts'
import { toLunar } from './lunar.ts'

/** A time of day in Vietnam, 'HH:MM' from '00:00' to '24:00'; text order is the order of times. */
export type TimeOfDay = string

/** From a time up to, not including, a later one of the same day. */
export interface OpenSpan {
  readonly from: TimeOfDay
  readonly to: TimeOfDay
}

/**
 * Days that differ from the week: a run of days, a day of every year, or a lunar day of every year ('last' being the
 * last of its month, as giao thừa; leap months do not count). No spans means closed.
 */
export type HoursException =
  | { readonly kind: 'dates'; readonly from: LocalDate; readonly to: LocalDate; readonly spans: readonly OpenSpan[] }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number; readonly spans: readonly OpenSpan[] }
  | {
      readonly kind: 'lunar'
      readonly month: number
      readonly day: number | 'last'
      readonly spans: readonly OpenSpan[]
    }

/** Spans are in order and do not touch. A weekday that is not named is closed. Stored as JSON. */
export interface OpeningHours {
  readonly weekly: { readonly [day in Weekday]?: readonly OpenSpan[] }
  /** Of several that name a day, dates win over yearly and lunar days, and then the first. */
  readonly exceptions: readonly HoursException[]
}

function names(exception: HoursException, date: LocalDate): boolean {
  if (exception.kind === 'dates') return exception.from <= date && date <= exception.to
  if (exception.kind === 'yearly') return monthNumberOf(date) === exception.month && dayOfMonth(date) === exception.day
  const lunar = toLunar(date)
  if (lunar.leap || lunar.month !== exception.month) return false
  return exception.day === 'last' ? toLunar(addDays(date, 1)).day === 1 : lunar.day === exception.day
}

/** When it is open on a day; nothing when it is closed. */
export function spansOn(hours: OpeningHours, date: LocalDate): readonly OpenSpan[] {
  const named = hours.exceptions.filter(exception => names(exception, date))
  const exception = named.find(({ kind }) => kind === 'dates') ?? named[0]
  return exception?.spans ?? hours.weekly[weekday(date)] ?? []
}

export const isClosedDay = (hours: OpeningHours, date: LocalDate): boolean => spansOn(hours, date).length === 0

/** The time at which it closes, when it is open at that instant; null when it is not. */
export function openUntil(hours: OpeningHours, instant: Date): TimeOfDay | null {
  const time = localTimeAt(instant)
  return spansOn(hours, localDateAt(instant)).find(({ from, to }) => from <= time && time < to)?.to ?? null
}

export const openAt = (hours: OpeningHours, instant: Date): boolean => openUntil(hours, instant) !== null

export interface Opening {
  readonly date: LocalDate
  readonly time: TimeOfDay
  readonly at: Date
}

/** When it opens next after that instant, within a year; null when it does not. */
export function nextOpening(hours: OpeningHours, instant: Date): Opening | null {
  const today = localDateAt(instant)
  const now = localTimeAt(instant)
  for (let ahead = 0; ahead <= 366; ahead++) {
    const date = addDays(today, ahead)
    const span = spansOn(hours, date).find(({ from }) => ahead > 0 || from > now)
    if (span !== undefined) return { date, time: span.from, at: instantAt(date, span.from) }
  }
  return null
}
