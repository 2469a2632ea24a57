import { ok } from '../../kernel/result.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Job, Report } from '../../platform/jobs/index.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { institutionById } from '../institutions/index.ts'
import { record } from '../participation/index.ts'
import { queueWorks } from './documents.ts'
import { candidatesFor, ensureWorks, insertEditions, type NewEdition } from './edition-store.ts'
import type { ImportBatch, ImportRecord, Note } from './import-batch.ts'
import {
  type AppliedRecord,
  batchById,
  bytesOfRecords,
  countBatch,
  editionsOfRecords,
  markApplied,
  moveBatch,
  nextStaged,
} from './import-store.ts'
import { insertItems, type NewItem } from './item-store.ts'
import { matchFacts, workKey } from './keys.ts'
import { type MappedRecord, mapRecord } from './marc.ts'
import { decideMatch } from './match.ts'
import { readRecord } from './read-records.ts'
import { workOfEditions } from './work-store.ts'

/** Small enough that a cut loses little and other writers wait little; large enough to write quickly. */
const chunkSize = 500

/** A record on its way in: what the file says, and the edition it joins or becomes. */
interface Placed {
  readonly staged: ImportRecord
  readonly mapped: MappedRecord
  readonly edition: string
  readonly isNew: boolean
}

/** Applies the whole batch chunk by chunk; each chunk is one act, so a cut between two loses and doubles nothing. */
export async function applyBatch(world: World, job: Job, report: Report, signal: AbortSignal): Promise<void> {
  const batch = job.subject === null ? null : await batchById(world.database, job.subject)
  if (batch === null) throw new Error(`job ${job.id} names no batch`)
  if (batch.state === 'applied') return
  const counts = await countBatch(world.database, batch.id)
  const total = counts.records - counts.problem
  let done = counts.applied + counts.leftOut - counts.problem
  await report(done, total)
  for (;;) {
    signal.throwIfAborted()
    const applied = await applyChunk(world, batch)
    if (applied === 0) break
    done += applied
    await report(done, total)
  }
  await moveBatch(world.database, batch.id, ['applying'], 'applied')
}

/** Applies the next records in one act; gives how many, 0 when none is left. */
async function applyChunk(world: World, batch: ImportBatch): Promise<number> {
  const now = world.clock.now()
  const act = {
    id: newId(),
    type: 'catalogue.apply-records',
    version: 1,
    actor: null,
    institution: batch.institution,
    occurredAt: now,
    payload: { batch: batch.id },
  }
  const result = await perform(world.database, act, async tx => {
    const staged = await nextStaged(tx, batch.id, chunkSize)
    if (staged.length === 0) return ok({ records: 0, items: 0 })
    const kept = staged.filter(one => one.decision !== 'skip')
    const placed = await place(tx, batch, await readMapped(tx, batch, kept))
    await writeEditions(tx, batch, placed)
    const { copies, refusedBarcodes } = await writeItems(tx, batch, placed)
    await markApplied(tx, batch.id, [
      ...placed.map(one => appliedRecord(one, copies, refusedBarcodes)),
      ...staged.filter(one => one.decision === 'skip').map(leftOut),
    ])
    await recordCopies(tx, act, batch, copies.length, now)
    const works = await workOfEditions(tx, [...new Set(placed.map(one => one.edition))])
    await queueWorks(tx, [...new Set(works.values())])
    return ok({ records: staged.length, items: copies.length })
  })
  return result.ok ? result.value.records : 0
}

/** Reads the staged records again from the octets that were kept. */
async function readMapped(
  tx: Db,
  batch: ImportBatch,
  staged: readonly ImportRecord[],
): Promise<{ staged: ImportRecord; mapped: MappedRecord }[]> {
  const bytes = await bytesOfRecords(
    tx,
    batch.id,
    staged.map(one => one.number),
  )
  return staged.map(one => {
    const own = bytes.get(one.number)
    if (own === undefined) throw new Error(`record ${one.number} of batch ${batch.id} lost its octets`)
    return { staged: one, mapped: mapRecord(readRecord(batch.format, own), own) }
  })
}

/** Gives each record its edition: one matched and still there, one met earlier in this file, or a new one. */
async function place(
  tx: Db,
  batch: ImportBatch,
  records: readonly { staged: ImportRecord; mapped: MappedRecord }[],
): Promise<Placed[]> {
  const facts = records.map(({ mapped }) => matchFacts(mapped.facts, mapped.controlKey))
  const candidates = await candidatesFor(tx, facts)
  const living = new Set(candidates.map(candidate => candidate.edition))
  const earlier = await editionsOfRecords(
    tx,
    batch.id,
    records.flatMap(({ staged }) => (staged.matchedRecord === null ? [] : [staged.matchedRecord])),
  )
  const byTitle = new Map<string, typeof candidates>()
  for (const candidate of candidates) {
    for (const key of [candidate.titleKey, ...candidate.isbns, candidate.controlKey ?? '']) {
      byTitle.set(key, [...(byTitle.get(key) ?? []), candidate])
    }
  }
  return records.map(({ staged, mapped }, index) => {
    const own = facts[index] ?? matchFacts(mapped.facts, mapped.controlKey)
    const joined = joinedEdition(staged, living, earlier)
    // Somebody may have catalogued the same edition since the file was staged.
    const found =
      joined === null && staged.decision !== 'new'
        ? decideMatch(
            own,
            [own.titleKey, ...own.isbns, own.controlKey ?? ''].flatMap(key => byTitle.get(key) ?? []),
          )
        : null
    const edition = joined ?? (found?.outcome === 'same' ? found.candidate.edition : null)
    const placed: Placed = { staged, mapped, edition: edition ?? newId(), isNew: edition === null }
    earlier.set(staged.number, placed.edition)
    return placed
  })
}

function joinedEdition(
  staged: ImportRecord,
  living: ReadonlySet<string | null>,
  earlier: ReadonlyMap<number, string>,
): string | null {
  const intended = staged.decision ?? (staged.outcome === 'same' ? 'same' : 'new')
  if (intended !== 'same') return null
  if (staged.matchedRecord !== null) return earlier.get(staged.matchedRecord) ?? null
  // A person's decision stands even where the texts differ; otherwise the edition must still be there.
  return staged.decision === 'same' || living.has(staged.matchedEdition) ? staged.matchedEdition : null
}

async function writeEditions(tx: Db, batch: ImportBatch, placed: readonly Placed[]): Promise<void> {
  const fresh = placed.filter(one => one.isNew)
  if (fresh.length === 0) return
  const works = await ensureWorks(
    tx,
    fresh.map(({ mapped }) => ({
      id: newId(),
      key: workKey(mapped.facts),
      title: mapped.facts.title,
      sortKey: sortKey(mapped.facts.title[0]?.text ?? ''),
    })),
  )
  const editions = fresh.map(({ mapped, edition }): NewEdition => {
    const work = works.get(workKey(mapped.facts))
    if (work === undefined) throw new Error('a work was not made')
    return {
      id: edition,
      work,
      owner: batch.institution,
      facts: mapped.facts,
      sortKey: sortKey(mapped.facts.title[0]?.text ?? ''),
      match: matchFacts(mapped.facts, mapped.controlKey),
      record: mapped.bytes,
      format: batch.format,
      batch: batch.id,
    }
  })
  await insertEditions(tx, editions)
}

interface Copy extends NewItem {
  readonly record: number
}

async function writeItems(
  tx: Db,
  batch: ImportBatch,
  placed: readonly Placed[],
): Promise<{ copies: Copy[]; refusedBarcodes: ReadonlySet<string> }> {
  const copies = placed.flatMap(({ staged, mapped, edition }) =>
    mapped.items.map(
      (item): Copy => ({
        ...item,
        id: newId(),
        edition,
        owner: batch.institution,
        keeper: batch.institution,
        batch: batch.id,
        record: staged.number,
      }),
    ),
  )
  return { copies, refusedBarcodes: new Set(await insertItems(tx, copies)) }
}

function appliedRecord(placed: Placed, copies: readonly Copy[], refusedBarcodes: ReadonlySet<string>): AppliedRecord {
  const own = copies.filter(copy => copy.record === placed.staged.number)
  const extraWarnings = own
    .filter(copy => refusedBarcodes.has(copy.id))
    .map((copy): Note => ({ code: 'barcode-taken', barcode: copy.barcode }))
  return { number: placed.staged.number, state: 'applied', edition: placed.edition, items: own.length, extraWarnings }
}

const leftOut = (staged: ImportRecord): AppliedRecord => ({
  number: staged.number,
  state: 'left-out',
  edition: null,
  items: 0,
  extraWarnings: [],
})

async function recordCopies(tx: Db, act: { id: string }, batch: ImportBatch, copies: number, now: Date): Promise<void> {
  if (copies === 0) return
  const institution = await institutionById(tx, batch.institution)
  await record(tx, act, [
    {
      verb: 'copies.stocked',
      object: { kind: 'batch', id: batch.id },
      institution: batch.institution,
      place: institution?.place ?? null,
      quantity: copies,
      occurredAt: now,
      person: null,
    },
  ])
}
