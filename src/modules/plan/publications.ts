import type { YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Indicator } from './indicator.ts'
import { monthsOf } from './period.ts'
import { type Publication, publish } from './publish.ts'
import { type Computed, cellsOf, figuresComputed } from './store.ts'

/** Everything that is published of the months that end with one. */
export interface Published24 {
  readonly computed: Computed
  readonly of: (indicator: Indicator) => Promise<Publication>
}

/** What was reckoned for one change of the cells; more would be months that nobody asks for twice. */
const mostKept = 60

/**
 * Publications as they are asked for. What was reckoned once holds until a cell changes: the page of the province is
 * read far more often than its figures move.
 */
export function openPublications(db: Db): (last: YearMonth) => Promise<Published24> {
  let generation = -1
  let kept = new Map<string, Promise<Publication>>()
  return async last => {
    const computed = await figuresComputed(db)
    if (computed.generation !== generation || kept.size > mostKept) {
      generation = computed.generation
      kept = new Map()
    }
    const now = kept
    const read = async (indicator: Indicator) => {
      const months = monthsOf({ last })
      const from = months[0] ?? last
      return publish(indicator, await cellsOf(db, indicator.code, indicator.kind, { from, to: last }), months)
    }
    return {
      computed,
      of: indicator => {
        const key = `${indicator.code} ${last}`
        const known = now.get(key) ?? read(indicator)
        now.set(key, known)
        known.catch(() => now.delete(key))
        return known
      },
    }
  }
}
