import { ok, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Job, Report } from '../../platform/jobs/index.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { batchById, countBatch, lockBatch, moveBatch } from './batch-store.ts'
import { markWithdrawn, nextApplied, withdrawStaged } from './record-store.ts'
import { type Register, registerOf } from './register.ts'
import { dropKeys } from './stage-store.ts'

const chunkSize = 500

/** Takes back everything that a batch brought, as if it had not been applied. */
export async function withdrawBatch(
  world: World,
  registers: readonly Register[],
  job: Job,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const batch = job.subject === null ? null : await batchById(world.database, job.subject)
  if (batch === null) throw new Error(`job ${job.id} names no batch`)
  const counts = await countBatch(world.database, batch.id)
  const total = counts.applied + counts.withdrawn
  let done = counts.withdrawn
  await report(done, total)
  let last = 0
  while (done < total) {
    signal.throwIfAborted()
    const withdrawn = await withdrawChunk(world, registers, batch.id, last)
    if (withdrawn === null) return
    done += withdrawn.records
    last = withdrawn.last
    await report(done, total)
  }
  await world.database.transaction(async tx => {
    if (!(await moveBatch(tx, batch.id, ['withdrawing'], 'withdrawn'))) return
    await withdrawStaged(tx, batch.id)
    await dropKeys(tx, batch.id)
  })
}

/** Part of a batch in one act: how many records and copies, and the number of the last record. */
type Chunk = { readonly records: number; readonly items: number; readonly last: number }

/** Takes back the next records behind `after` in one act; null when there is nothing to do any more. */
async function withdrawChunk(
  world: World,
  registers: readonly Register[],
  id: string,
  after: number,
): Promise<Chunk | null> {
  const batch = await batchById(world.database, id)
  if (batch?.state !== 'withdrawing') return null
  const act = {
    id: newId(),
    type: 'imports.withdraw-records',
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
    const entries = [...new Set(records.map(one => one.entry))]
    const countedAt = held.countedAt ?? act.occurredAt
    const items = await registerOf(registers, batch).takeBack(tx, act, batch, entries, countedAt)
    await markWithdrawn(
      tx,
      id,
      records.map(one => one.number),
    )
    return ok({ records: records.length, items, last: last.number })
  })
  return result.ok ? result.value : null
}
