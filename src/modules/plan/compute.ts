import type { LocalDate } from '../../kernel/local-date.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { type Fact, factsAfter } from '../participation/index.ts'
import { indicatorsOf } from './indicator.ts'
import { clearFigures, lockPosition, recomputeCells, savePosition, type TouchedCell } from './store.ts'

const batchSize = 5000

const firstOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01` as LocalDate

/** Which cells these facts touch, each once. */
export function touchedCells(facts: readonly Pick<Fact, 'verb' | 'institution' | 'occurredOn'>[]): TouchedCell[] {
  const cells = new Map<string, TouchedCell>()
  for (const fact of facts) {
    for (const indicator of indicatorsOf(fact.verb)) {
      const month = firstOfMonth(fact.occurredOn as LocalDate)
      cells.set(`${indicator.code} ${fact.institution} ${month}`, { indicator, institution: fact.institution, month })
    }
  }
  return [...cells.values()]
}

async function computeNext(tx: Db, now: Date): Promise<number> {
  const { facts, position } = await factsAfter(tx, await lockPosition(tx), batchSize)
  await recomputeCells(tx, touchedCells(facts), now)
  await savePosition(tx, position, now)
  return facts.length
}

/** Brings the figures up to the last committed fact; gives how many facts were new. */
export async function computeFigures(database: Database, now: () => Date): Promise<number> {
  let total = 0
  for (;;) {
    const facts = await database.transaction(tx => computeNext(tx, now()))
    total += facts
    if (facts < batchSize) return total
  }
}

/** Throws every cell away and computes it again; readers see the old figures until the new ones stand. */
export async function rebuildFigures(database: Database, now: () => Date): Promise<number> {
  return database.transaction(async tx => {
    await clearFigures(tx)
    let total = 0
    for (;;) {
      const facts = await computeNext(tx, now())
      total += facts
      if (facts < batchSize) return total
    }
  })
}
