import { firstDay, lastDay, monthOf } from '../../kernel/year-month.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { type Fact, factsAfter, sumFacts } from '../participation/index.ts'
import { indicatorsOf } from './indicator.ts'
import { clearFigures, lockPosition, saveCells, savePosition, type TouchedCell } from './store.ts'

const batchSize = 5000

/** Which cells these facts touch, each once. */
export function touchedCells(facts: readonly Pick<Fact, 'verb' | 'institution' | 'occurredOn'>[]): TouchedCell[] {
  const cells = new Map<string, TouchedCell>()
  for (const fact of facts) {
    for (const indicator of indicatorsOf(fact.verb)) {
      const month = firstDay(monthOf(fact.occurredOn))
      cells.set(`${indicator.code} ${fact.institution} ${month}`, { indicator, institution: fact.institution, month })
    }
  }
  return [...cells.values()]
}

/** Sums each cell anew from all its facts: nothing is ever added to an old value. */
async function recompute(tx: Db, cells: readonly TouchedCell[], now: Date): Promise<void> {
  const sums = await sumFacts(
    tx,
    cells.map(cell => ({
      verb: cell.indicator.verb,
      institution: cell.institution,
      from: cell.month,
      to: lastDay(monthOf(cell.month)),
    })),
  )
  await saveCells(
    tx,
    cells.map((cell, at) => ({ ...cell, value: sums[at] ?? 0 })),
    now,
  )
}

async function computeNext(tx: Db, now: Date): Promise<number> {
  const { facts, position } = await factsAfter(tx, await lockPosition(tx), batchSize)
  await recompute(tx, touchedCells(facts), now)
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
