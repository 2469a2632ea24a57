import type { Db } from '../../platform/database/database.ts'
import type { ChunkAct, ImportBatch } from '../imports/index.ts'
import { queueWorks } from './documents.ts'
import { recordStock } from './stock.ts'
import { endEmptyEditions, endEmptyWorks, withdrawItems, workOfEditions } from './work-store.ts'

/**
 * Takes back what a batch brought to these editions: its copies (those on loan stay until they come back), the editions
 * that only it needed, and its part of the stock figure. Gives how many copies.
 */
export async function takeBack(
  tx: Db,
  act: ChunkAct,
  batch: ImportBatch,
  editions: readonly string[],
  countedAt: Date,
): Promise<number> {
  const items = await withdrawItems(tx, batch.id, editions)
  await endEmptyEditions(tx, batch.id, editions)
  const works = [...new Set((await workOfEditions(tx, editions)).values())]
  await endEmptyWorks(tx, works)
  // A batch withdrawn was a mistake: the stock of every day since it was applied forgets it.
  await recordStock(tx, act, batch.institution, -items, { kind: 'batch', id: batch.id }, countedAt)
  await queueWorks(tx, works, act.occurredAt)
  return items
}
