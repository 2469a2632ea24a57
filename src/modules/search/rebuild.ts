import type { Db } from '../../platform/database/database.ts'
import type { Engine } from './engine/engine.ts'
import { analysed } from './follow.ts'
import { type Cursor, queueState, readAfterKey } from './store.ts'

/** Told how far it is; what it throws ends the work. */
export type Progress = (done: number, total: number) => void | Promise<void>

const pageSize = 500

/** Fills an empty engine with every living document; rows from the given cursor on must still be read. */
export async function rebuildEngine(
  database: Db,
  engine: Engine,
  progress: Progress,
): Promise<{ engine: Engine; cursor: Cursor }> {
  // The place in the queue is taken before the first page, so that nothing written meanwhile is missed.
  const { documents: total, horizon: cursor } = await queueState(database)
  let done = 0
  await progress(done, total)
  for (let key = ''; ; ) {
    const rows = await readAfterKey(database, key, pageSize)
    engine.put(rows.flatMap(row => (row.document === null ? [] : [analysed(row.document, row.version)])))
    done += rows.length
    await progress(done, Math.max(total, done))
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) break
    key = last.key
    await engine.tidy()
  }
  await engine.tidy()
  return { engine, cursor }
}
