import { firstDay, monthOf } from '../../kernel/year-month.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import {
  type Fact,
  factsAfter,
  feedEnd,
  feedStart,
  type MonthSum,
  sumEveryMonth,
  sumMonths,
} from '../participation/index.ts'
import { indicators, indicatorsOf } from './indicator.ts'
import { clearCells, lockPosition, saveCells, savePosition } from './store.ts'

const batchSize = 5000

type Touched = Pick<MonthSum, 'verb' | 'institution' | 'month'>

/** Which months of which institutions these facts touch, each once. */
function touchedMonths(facts: readonly Pick<Fact, 'verb' | 'institution' | 'occurredOn'>[]): Touched[] {
  const months = new Map<string, Touched>()
  for (const { verb, institution, occurredOn } of facts) {
    if (indicatorsOf(verb).length === 0) continue
    const month = firstDay(monthOf(occurredOn))
    months.set(`${verb} ${institution} ${month}`, { verb, institution, month })
  }
  return [...months.values()]
}

/** A sum of facts is a cell of each indicator that counts them. */
const cellsFrom = (sums: readonly MonthSum[]) =>
  sums.flatMap(({ verb, quantity, ...rest }) =>
    indicatorsOf(verb).map(({ code }) => ({ ...rest, indicator: code, value: quantity })),
  )

/** Sums each touched cell anew from all its facts: nothing is ever added to an old value. */
async function computeNext(tx: Db, now: Date): Promise<number> {
  const from = await lockPosition(tx)
  if (from.xid === feedStart.xid) return computeAll(tx, now)
  const { facts, position } = await factsAfter(tx, from, batchSize)
  const changed = await saveCells(tx, cellsFrom(await sumMonths(tx, touchedMonths(facts))), now)
  await savePosition(tx, position, now, changed > 0)
  return facts.length
}

/** The end of the feed is read before the facts: what commits between the two is summed now and once more later. */
async function computeAll(tx: Db, now: Date): Promise<number> {
  const position = await feedEnd(tx)
  const sums = await sumEveryMonth(
    tx,
    indicators.map(({ verb }) => verb),
  )
  await clearCells(tx)
  await saveCells(tx, cellsFrom(sums), now)
  await savePosition(tx, position, now, true)
  return sums.reduce((total, { facts }) => total + facts, 0)
}

/** Brings the figures up to the last committed fact; gives how many facts were read. */
export async function computeFigures(database: Database, now: () => Date): Promise<number> {
  let total = 0
  for (;;) {
    const facts = await database.transaction(tx => computeNext(tx, now()))
    total += facts
    if (facts !== batchSize) return total
  }
}

/** Throws every cell away and computes it again; readers see the old figures until the new ones stand. */
export async function rebuildFigures(database: Database, now: () => Date): Promise<number> {
  return database.transaction(async tx => {
    await lockPosition(tx)
    return computeAll(tx, now())
  })
}
