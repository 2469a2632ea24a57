import { ok, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Job, Report } from '../../platform/jobs/index.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { batchById, countBatch, lockBatch, moveBatch } from './batch-store.ts'
import { batchOfJob, type Chunk, inChunks } from './chunks.ts'
import { contentOf } from './content.ts'
import type { ImportBatch, ImportRecord } from './import-batch.ts'
import { type AppliedRecord, bytesOfRecords, markApplied, nextStaged } from './record-store.ts'
import { type Accepted, type Register, registerOf } from './register.ts'

/** Small enough that a cut loses little and other writers wait little; large enough to write quickly. */
const chunkSize = 500

/** Applies the whole batch chunk by chunk; each chunk is one act, so a cut between two loses and doubles nothing. */
export async function applyBatch(
  world: World,
  registers: readonly Register[],
  job: Job,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const batch = await batchOfJob(world, job)
  const counts = await countBatch(world.database, batch.id)
  const total = counts.records - counts.problem
  const course = { done: total - counts.staged, total, report, signal }
  if (!(await inChunks(course, after => applyChunk(world, registers, batch.id, after)))) return
  await moveBatch(world.database, batch.id, ['applying'], 'applied')
}

/** Applies the next records behind `after` in one act; null when there is nothing to do any more. */
async function applyChunk(
  world: World,
  registers: readonly Register[],
  id: string,
  after: number,
): Promise<Chunk | null> {
  const batch = await batchById(world.database, id)
  if (batch?.state !== 'applying') return null
  const act = {
    id: newId(),
    type: 'imports.apply-records',
    version: 1,
    actor: null,
    institution: batch.institution,
    occurredAt: world.clock.now(),
    payload: { batch: id },
  }
  const result = await perform<Chunk, { code: 'nothing-left' }>(world.database, act, async tx => {
    const held = await lockBatch(tx, id)
    const staged = held?.state === 'applying' ? await nextStaged(tx, id, after, chunkSize) : []
    const last = staged.at(-1)
    if (held === null || last === undefined) return refused([{ code: 'nothing-left' }])
    const kept = staged.filter(one => one.decision !== 'skip')
    const accepted = await readAccepted(tx, batch, kept)
    const countedAt = held.countedAt ?? act.occurredAt
    const brought = await registerOf(registers, batch).bringIn(tx, act, batch, accepted, countedAt)
    const applied = brought.map((one): AppliedRecord => ({ ...one, state: 'applied' }))
    await markApplied(tx, id, [...applied, ...staged.filter(one => one.decision === 'skip').map(leftOut)])
    const items = brought.reduce((sum, one) => sum + one.items, 0)
    return ok({ records: staged.length, items, last: last.number })
  })
  return result.ok ? result.value : null
}

async function readAccepted(tx: Db, batch: ImportBatch, staged: readonly ImportRecord[]): Promise<Accepted[]> {
  const kept = await bytesOfRecords(
    tx,
    batch.id,
    staged.map(one => one.number),
  )
  return staged.map(one => {
    const bytes = kept.get(one.number)
    if (bytes === undefined) throw new Error(`record ${one.number} of batch ${batch.id} lost its octets`)
    return { staged: one, content: contentOf(batch, bytes), bytes }
  })
}

const leftOut = (staged: ImportRecord): AppliedRecord => ({
  number: staged.number,
  state: 'left-out',
  entry: null,
  items: 0,
  extraWarnings: [],
})
