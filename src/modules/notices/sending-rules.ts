import { addDays, localDateAt, localTimeAt, startOfDay } from '../../kernel/local-date.ts'

/** Minutes after midnight in Vietnam; the same twice is never. */
export interface QuietHours {
  readonly from: number
  readonly until: number
}

const minuteMs = 60_000

/** The first moment, from `instant` on, at which a letter may go out. */
export function loudFrom(instant: Date, { from, until }: QuietHours): Date {
  const time = localTimeAt(instant)
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const overMidnight = from > until
  const quiet = overMidnight ? minute >= from || minute < until : minute >= from && minute < until
  if (!quiet) return instant
  const today = localDateAt(instant)
  const day = overMidnight && minute >= from ? addDays(today, 1) : today
  return new Date(startOfDay(day).getTime() + until * minuteMs)
}

export const triesAtMost = 7

/** When to try again after so many tries that failed: 5 minutes, then three times as long each, a day at most; null gives up. */
export function nextTry(now: Date, tries: number): Date | null {
  if (tries >= triesAtMost) return null
  const minutes = Math.min(5 * 3 ** (tries - 1), 24 * 60)
  return new Date(now.getTime() + minutes * minuteMs)
}

/** A sender that was not heard of for so long is no more. */
export const lostAfterMs = 10 * minuteMs

/**
 * A letter whose sender was lost may have gone out. It goes out once more, so that none is lost; after a second loss it
 * is for people to look at, so that nobody gets it three times.
 */
export const mayGoAgain = (lost: number): boolean => lost <= 1
