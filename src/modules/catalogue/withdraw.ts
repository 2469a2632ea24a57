import { ok, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Job, Report } from '../../platform/jobs/index.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { batchById, countBatch, lockBatch, moveBatch } from './batch-store.ts'
import { queueWorks } from './documents.ts'
import { markWithdrawn, nextApplied, withdrawStaged } from './record-store.ts'
import { recordStock } from './stock.ts'
import { endEmptyEditions, endEmptyWorks, withdrawItems, workOfEditions } from './work-store.ts'

const chunkSize = 500

/**
 * Takes back everything that a batch brought: its copies (those on loan stay until they come back), the editions that
 * only it needed, and its part of the stock figure, as if the batch had not been applied.
 */
export async function withdrawBatch(world: World, job: Job, report: Report, signal: AbortSignal): Promise<void> {
  const batch = job.subject === null ? null : await batchById(world.database, job.subject)
  if (batch === null) throw new Error(`job ${job.id} names no batch`)
  const counts = await countBatch(world.database, batch.id)
  const total = counts.applied + counts.withdrawn
  let done = counts.withdrawn
  await report(done, total)
  let last = 0
  while (done < total) {
    signal.throwIfAborted()
    const withdrawn = await withdrawChunk(world, batch.id, last)
    if (withdrawn === null) return
    done += withdrawn.records
    last = withdrawn.last
    await report(done, total)
  }
  await world.database.transaction(async tx => {
    if (await moveBatch(tx, batch.id, ['withdrawing'], 'withdrawn')) await withdrawStaged(tx, batch.id)
  })
}

/** Part of a batch in one act: how many records and copies, and the number of the last record. */
type Chunk = { readonly records: number; readonly items: number; readonly last: number }

/** Takes back the next records behind `after` in one act; null when there is nothing to do any more. */
async function withdrawChunk(world: World, id: string, after: number): Promise<Chunk | null> {
  const batch = await batchById(world.database, id)
  if (batch?.state !== 'withdrawing') return null
  const act = {
    id: newId(),
    type: 'catalogue.withdraw-records',
    version: 1,
    actor: null,
    institution: batch.institution,
    occurredAt: world.clock.now(),
    payload: { batch: id },
  }
  const result = await perform<Chunk, { code: 'nothing-left' }>(world.database, act, async tx => {
    const held = await lockBatch(tx, id)
    const records = held?.state === 'withdrawing' ? await nextApplied(tx, id, after, chunkSize) : []
    const last = records.at(-1)
    if (held === null || last === undefined) return refused([{ code: 'nothing-left' }])
    const numbers = records.map(one => one.number)
    const editions = [...new Set(records.map(one => one.edition))]
    const items = await withdrawItems(tx, id, editions)
    await endEmptyEditions(tx, id, editions)
    const works = [...new Set((await workOfEditions(tx, editions)).values())]
    await endEmptyWorks(tx, works)
    await markWithdrawn(tx, id, numbers)
    // A batch withdrawn was a mistake: the stock of every day since it was applied forgets it.
    await recordStock(tx, act, batch.institution, -items, { kind: 'batch', id }, held.countedAt ?? act.occurredAt)
    await queueWorks(tx, works)
    return ok({ records: records.length, items, last: last.number })
  })
  return result.ok ? result.value : null
}
