import { type LocalDate, localDateAt, localDateOf, yearOf } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { frozenYears, lastFactOf, lockYear, shutYear } from './freeze-store.ts'

export type FreezeRefusal =
  | { readonly code: 'year-running'; readonly year: number; readonly over: LocalDate }
  | { readonly code: 'year-frozen'; readonly year: number; readonly on: LocalDate }
  | { readonly code: 'year-empty'; readonly year: number }

/** The first day on which a year is over; null for a number that is no year. */
const dayAfter = (year: number): LocalDate | null => localDateOf(year + 1, 1, 1)

/**
 * Freezes the figures of a year that is over: from then on nothing of it is recorded or voided, its counts of different
 * people are kept, and the secret that its people were named with is destroyed. There is no way back.
 */
export function freezeYear(
  { database }: World,
  { act, by, year, now }: { act: string; by: string | null; year: number; now: Date },
): Promise<Result<{ year: number }, FreezeRefusal>> {
  const payload = { year }
  return perform<{ year: number }, FreezeRefusal>(
    database,
    { id: act, type: 'participation.freeze-year', version: 1, actor: by, institution: null, occurredAt: now, payload },
    async tx => {
      const over = dayAfter(year)
      if (over === null) return refused([{ code: 'year-empty', year }])
      if (yearOf(localDateAt(now)) <= year) return refused([{ code: 'year-running', year, over }])
      await lockYear(tx, year)
      const before = (await frozenYears(tx)).find(frozen => frozen.year === year)
      if (before !== undefined) return refused([{ code: 'year-frozen', year, on: localDateAt(before.frozenAt) }])
      const lastFact = await lastFactOf(tx, year)
      if (lastFact === null) return refused([{ code: 'year-empty', year }])
      await shutYear(tx, { year, act, at: now, lastFact })
      return ok({ year })
    },
  )
}
