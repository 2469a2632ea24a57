import type { Job, Report } from '../../platform/jobs/index.ts'
import type { World } from '../../platform/world.ts'
import { batchById } from './batch-store.ts'
import type { ImportBatch } from './import-batch.ts'

/** Part of a batch in one act: how many records, copies or objects, and the number of the last record. */
export type Chunk = { readonly records: number; readonly items: number; readonly last: number }

/** The batch that a job works on. */
export async function batchOfJob(world: World, job: Job): Promise<ImportBatch> {
  const batch = job.subject === null ? null : await batchById(world.database, job.subject)
  if (batch === null) throw new Error(`job ${job.id} names no batch`)
  return batch
}

/** How far the work is, in records, and who hears of it. */
interface Course {
  readonly done: number
  readonly total: number
  readonly report: Report
  readonly signal: AbortSignal
}

/**
 * Does chunk after chunk until all are done; false when there was nothing to do any more before that, for somebody took
 * the batch another way meanwhile, or another process does the rest.
 */
export async function inChunks(
  { done: begun, total, report, signal }: Course,
  next: (after: number) => Promise<Chunk | null>,
): Promise<boolean> {
  let done = begun
  let last = 0
  await report(done, total)
  while (done < total) {
    signal.throwIfAborted()
    const chunk = await next(last)
    if (chunk === null) return false
    done += chunk.records
    last = chunk.last
    await report(done, total)
  }
  return true
}
