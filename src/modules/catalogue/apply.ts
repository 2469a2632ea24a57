import { ok, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Job, Report } from '../../platform/jobs/index.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { batchById, countBatch, lockBatch, moveBatch } from './batch-store.ts'
import { createCopySorter } from './copies.ts'
import { queueWorks } from './documents.ts'
import type { ImportBatch, ImportRecord, Note } from './import-batch.ts'
import { heldCopies, insertItems, type NewItem } from './item-store.ts'
import { mapRecord } from './marc.ts'
import { type Placed, placeRecords, type ReadRecord } from './place.ts'
import { readRecord } from './read-records.ts'
import { type AppliedRecord, bytesOfRecords, markApplied, nextStaged } from './record-store.ts'
import { recordStock } from './stock.ts'
import { workOfEditions } from './work-store.ts'
import { writeEditions } from './write-editions.ts'

/** Small enough that a cut loses little and other writers wait little; large enough to write quickly. */
const chunkSize = 500

/** Applies the whole batch chunk by chunk; each chunk is one act, so a cut between two loses and doubles nothing. */
export async function applyBatch(world: World, job: Job, report: Report, signal: AbortSignal): Promise<void> {
  const batch = job.subject === null ? null : await batchById(world.database, job.subject)
  if (batch === null) throw new Error(`job ${job.id} names no batch`)
  const counts = await countBatch(world.database, batch.id)
  const total = counts.records - counts.problem
  let done = total - counts.staged
  await report(done, total)
  let last = 0
  while (done < total) {
    signal.throwIfAborted()
    const applied = await applyChunk(world, batch.id, last)
    // Somebody took the batch back meanwhile, or another process does the rest.
    if (applied === null) return
    done += applied.records
    last = applied.last
    await report(done, total)
  }
  await moveBatch(world.database, batch.id, ['applying'], 'applied')
}

/** Part of a batch in one act: how many records, and the number of the last one. */
type Chunk = { readonly records: number; readonly items: number; readonly last: number }

/** Applies the next records behind `after` in one act; null when there is nothing to do any more. */
async function applyChunk(world: World, id: string, after: number): Promise<Chunk | null> {
  const batch = await batchById(world.database, id)
  if (batch?.state !== 'applying') return null
  const act = {
    id: newId(),
    type: 'catalogue.apply-records',
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
    const placed = await placeRecords(tx, batch, await readStaged(tx, batch, kept))
    await writeEditions(
      tx,
      placed.filter(one => one.isNew).map(one => ({ ...one, ...ownedBy(batch) })),
    )
    const applied = await writeItems(tx, batch, placed)
    await markApplied(tx, id, [...applied, ...staged.filter(one => one.decision === 'skip').map(leftOut)])
    const items = applied.reduce((sum, one) => sum + one.items, 0)
    await recordStock(tx, act, batch.institution, items, { kind: 'batch', id }, held.countedAt ?? act.occurredAt)
    const works = await workOfEditions(tx, [...new Set(placed.map(one => one.edition))])
    await queueWorks(tx, [...new Set(works.values())])
    return ok({ records: staged.length, items, last: last.number })
  })
  return result.ok ? result.value : null
}

const ownedBy = (batch: ImportBatch) => ({ owner: batch.institution, format: batch.format, batch: batch.id })

async function readStaged(tx: Db, batch: ImportBatch, staged: readonly ImportRecord[]): Promise<ReadRecord[]> {
  const kept = await bytesOfRecords(
    tx,
    batch.id,
    staged.map(one => one.number),
  )
  return staged.map(one => {
    const bytes = kept.get(one.number)
    if (bytes === undefined) throw new Error(`record ${one.number} of batch ${batch.id} lost its octets`)
    return { staged: one, mapped: mapRecord(readRecord(batch.format, bytes)), bytes }
  })
}

/** Adds the copies that are not there yet; a barcode that another copy bears is left off, and both are noted. */
async function writeItems(tx: Db, batch: ImportBatch, placed: readonly Placed[]): Promise<AppliedRecord[]> {
  const owner = batch.institution
  const joined = [...new Set(placed.filter(one => !one.isNew).map(one => one.edition))]
  const sorter = createCopySorter(await heldCopies(tx, owner, joined))
  const sorted = placed.map(one => {
    const { fresh, notes } = sorter.sort(one.edition, one.mapped.items)
    const copies = fresh.map(
      (item): NewItem => ({ ...item, id: newId(), edition: one.edition, owner, keeper: owner, batch: batch.id }),
    )
    return { one, copies, notes }
  })
  const refused = new Set(
    await insertItems(
      tx,
      sorted.flatMap(({ copies }) => copies),
    ),
  )
  return sorted.map(({ one, copies, notes }) => ({
    number: one.staged.number,
    state: 'applied',
    edition: one.edition,
    items: copies.length,
    extraWarnings: [
      ...notes,
      ...copies
        .filter(copy => refused.has(copy.id))
        .map((copy): Note => ({ code: 'barcode-taken', barcode: copy.barcode })),
    ],
  }))
}

const leftOut = (staged: ImportRecord): AppliedRecord => ({
  number: staged.number,
  state: 'left-out',
  edition: null,
  items: 0,
  extraWarnings: [],
})
