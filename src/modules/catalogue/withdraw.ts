import { ok } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Job, Report } from '../../platform/jobs/index.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { institutionById } from '../institutions/index.ts'
import { record } from '../participation/index.ts'
import { queueWorks } from './documents.ts'
import type { ImportBatch } from './import-batch.ts'
import { batchById, countBatch, moveBatch } from './import-store.ts'
import {
  endEmptyWorks,
  markWithdrawn,
  nextApplied,
  withdrawEmptyEditions,
  withdrawItems,
  workOfEditions,
} from './work-store.ts'

const chunkSize = 500

/**
 * Takes back everything that a batch brought: its copies (those on loan stay until they come back), the editions that
 * only it needed, and its part of the stock figure, as if the batch had not been applied.
 */
export async function withdrawBatch(world: World, job: Job, report: Report, signal: AbortSignal): Promise<void> {
  const batch = job.subject === null ? null : await batchById(world.database, job.subject)
  if (batch === null) throw new Error(`job ${job.id} names no batch`)
  if (batch.state === 'withdrawn') return
  const counts = await countBatch(world.database, batch.id)
  const total = counts.applied + counts.withdrawn
  let done = counts.withdrawn
  await report(done, total)
  for (;;) {
    signal.throwIfAborted()
    const withdrawn = await withdrawChunk(world, batch)
    if (withdrawn === 0) break
    done += withdrawn
    await report(done, total)
  }
  await moveBatch(world.database, batch.id, ['withdrawing'], 'withdrawn')
}

async function withdrawChunk(world: World, batch: ImportBatch): Promise<number> {
  const act = {
    id: newId(),
    type: 'catalogue.withdraw-records',
    version: 1,
    actor: null,
    institution: batch.institution,
    occurredAt: world.clock.now(),
    payload: { batch: batch.id },
  }
  const result = await perform(world.database, act, async tx => {
    const records = await nextApplied(tx, batch.id, chunkSize)
    if (records.length === 0) return ok({ records: 0 })
    const numbers = records.map(one => one.number)
    const editions = [...new Set(records.map(one => one.edition))]
    const { withdrawn } = await withdrawItems(tx, batch.id, numbers)
    await withdrawEmptyEditions(tx, batch.id, editions)
    const works = [...new Set((await workOfEditions(tx, editions)).values())]
    await endEmptyWorks(tx, works)
    await markWithdrawn(tx, batch.id, numbers)
    if (withdrawn.length > 0) {
      const institution = await institutionById(tx, batch.institution)
      await record(tx, act, [
        {
          verb: 'copies.stocked',
          object: { kind: 'batch', id: batch.id },
          institution: batch.institution,
          place: institution?.place ?? null,
          quantity: -withdrawn.length,
          // A batch withdrawn was a mistake: the stock of every day since it was applied forgets it.
          occurredAt: batch.appliedAt ?? world.clock.now(),
          person: null,
        },
      ])
    }
    await queueWorks(tx, works)
    return ok({ records: records.length })
  })
  return result.ok ? result.value.records : 0
}
