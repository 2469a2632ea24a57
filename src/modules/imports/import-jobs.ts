import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { enqueueJob, type Job, latestJobOf } from '../../platform/jobs/index.ts'
import type { BatchState, ImportBatch } from './import-batch.ts'

/** The long works of an import; each can be cut off anywhere and goes on when it is called again. */
export const importJobKinds = ['imports.stage', 'imports.apply', 'imports.withdraw'] as const
export type ImportJobKind = (typeof importJobKinds)[number]

const kindWhile: Partial<Record<BatchState, ImportJobKind>> = {
  staging: 'imports.stage',
  applying: 'imports.apply',
  withdrawing: 'imports.withdraw',
}

/** The job that is to bring a batch out of its present state; null when the batch rests. */
export async function jobOfBatch(db: Db, batch: Pick<ImportBatch, 'id' | 'state'>): Promise<Job | null> {
  const kind = kindWhile[batch.state]
  return kind === undefined ? null : latestJobOf(db, batch.id, kind)
}

export const isOpen = (job: Job | null): boolean => job?.state === 'waiting' || job?.state === 'running'

/** Queues the work unless it is under way already; the caller holds the batch. Gives the job's id. */
export async function ensureJob(tx: Db, batch: string, kind: ImportJobKind, by: string | null): Promise<string> {
  const latest = await latestJobOf(tx, batch, kind)
  if (latest !== null && isOpen(latest)) return latest.id
  const id = newId()
  await enqueueJob(tx, { id, kind, subject: batch, createdBy: by })
  return id
}
