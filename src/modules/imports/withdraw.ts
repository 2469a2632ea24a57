import { ok, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Job, Report } from '../../platform/jobs/index.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { batchById, countBatch, lockBatch, moveBatch } from './batch-store.ts'
import { batchOfJob, type Chunk, inChunks } from './chunks.ts'
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
  const batch = await batchOfJob(world, job)
  const { applied, withdrawn } = await countBatch(world.database, batch.id)
  const course = { done: withdrawn, total: applied + withdrawn, report, signal }
  if (!(await inChunks(course, after => withdrawChunk(world, registers, batch.id, after)))) return
  await world.database.transaction(async tx => {
    if (!(await moveBatch(tx, batch.id, ['withdrawing'], 'withdrawn'))) return
    await withdrawStaged(tx, batch.id)
    await dropKeys(tx, batch.id)
  })
}

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
