import type { LocalDate } from '../../kernel/local-date.ts'
import type { YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Indicator } from './indicator.ts'
import { monthsOf } from './period.ts'
import { type Publication, publish } from './publish.ts'
import { type Computed, cellsOf, figuresComputed, firstMonth, institutionsWithFigures, lastDayOf } from './store.ts'

/** What is published, as the cells now stand; `last` is the end of the months asked for. */
export interface Published24 {
  readonly computed: Computed
  readonly of: (indicator: Indicator, last: YearMonth) => Promise<Publication>
  /** The last day up to a month's end that a fact speaks of, of one institution or of all. */
  readonly lastDay: (indicator: Indicator, institution: string | null, last: YearMonth) => Promise<LocalDate | null>
  /** The first month that any figure speaks of; null before there is one. */
  readonly firstMonth: () => Promise<YearMonth | null>
  /** Institutions that any figure ever spoke of. */
  readonly institutions: () => Promise<readonly string[]>
}

/** What was reckoned for one change of the cells; more would be months that nobody asks for twice. */
const mostKept = 500

/**
 * Publications as they are asked for. What was reckoned once holds until a cell changes: the page of the province is
 * read far more often than its figures move.
 */
export function openPublications(db: Db): () => Promise<Published24> {
  let generation = -1
  let kept = new Map<string, Promise<unknown>>()
  return async () => {
    const computed = await figuresComputed(db)
    if (computed.generation !== generation || kept.size > mostKept) {
      generation = computed.generation
      kept = new Map()
    }
    const now = kept
    const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
      // A key is only ever kept with what its own reader gave.
      const known = now.get(key) as Promise<T> | undefined
      if (known !== undefined) return known
      const reading = read()
      now.set(key, reading)
      reading.catch(() => now.delete(key))
      return reading
    }
    return {
      computed,
      of: (indicator, last) =>
        once(`figures ${indicator.code} ${last}`, async () => {
          const months = monthsOf({ last })
          const from = months[0] ?? last
          return publish(indicator, await cellsOf(db, indicator.code, indicator.kind, { from, to: last }), months)
        }),
      lastDay: ({ code }, institution, last) =>
        once(`last day ${code} ${institution} ${last}`, () => lastDayOf(db, code, institution, last)),
      firstMonth: () => once('first month', () => firstMonth(db)),
      institutions: () => once('institutions', () => institutionsWithFigures(db)),
    }
  }
}
