import type { LocalDate } from '../../kernel/local-date.ts'
import { isClosedDay, type OpenSpan, spansOn } from '../../kernel/opening-hours.ts'
import type { Db } from '../../platform/database/database.ts'
import { hoursOf } from './open-state.ts'
import { institutionById, seatOf } from './store.ts'

/** Tells of any day whether the institution's seat serves nobody; where nobody gave its hours no day is called closed. */
export async function closedDaysOf(db: Db, id: string): Promise<(day: LocalDate) => boolean> {
  const institution = await institutionById(db, id)
  const hours = institution && hoursOf(institution, await seatOf(db, id))
  return day => hours !== null && isClosedDay(hours, day)
}

/** When the institution's seat serves on any day; null where nobody gave its hours. */
export async function servedHours(db: Db, id: string): Promise<((day: LocalDate) => readonly OpenSpan[]) | null> {
  const institution = await institutionById(db, id)
  const hours = institution && hoursOf(institution, await seatOf(db, id))
  return hours && (day => spansOn(hours, day))
}
