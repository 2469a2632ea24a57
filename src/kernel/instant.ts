import type { Language } from './language.ts'
import { formatDate, type LocalDate, localDateAt, localTimeAt, startOfDay } from './local-date.ts'

/** '19:00, 28/11/2026' or '19:00, 28 Nov 2026': the clock and the day in Vietnam, whatever the zone of the process. */
export const formatInstant = (instant: Date, language: Language): string =>
  `${localTimeAt(instant)}, ${formatDate(localDateAt(instant), language)}`

/** The instant at which a clock in Vietnam shows `time` ('HH:MM', up to '24:00') on `date`. */
export function instantAt(date: LocalDate, time: string): Date {
  const parts = /^(\d\d):(\d\d)$/.exec(time)
  const minutes = Number(parts?.[1]) * 60 + Number(parts?.[2])
  if (parts === null || Number(parts[2]) > 59 || minutes > 24 * 60) throw new RangeError(`${time} is no time of day`)
  return new Date(startOfDay(date).getTime() + minutes * 60_000)
}
