import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { computeFigures } from '../../src/modules/plan/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { sql } from '../../src/platform/database/sql.ts'

/** Computes the figures until no fact is left out: open transactions of other tests on the same server, too, hold facts
 *  back for a moment. */
export async function followFacts(db: Database, now: () => Date): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await wait(5)) {
    await computeFigures(db, now)
    const { left } = await db.one<{ left: number }>(sql`
      select count(*) as left from fact, figure_position as p where (fact.xid, fact.serial) > (p.xid, p.serial)`)
    if (left === 0) return
  }
  assert.fail('the figures did not reach the end of the feed')
}
