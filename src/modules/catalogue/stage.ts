import type { Database, Db } from '../../platform/database/database.ts'
import type { Job, Report } from '../../platform/jobs/index.ts'
import type { World } from '../../platform/world.ts'
import type { Outcome, RecordOutcome } from '../../standards/marc/index.ts'
import { batchById, countBatch, lockBatch, moveBatch, setBatchProblem } from './batch-store.ts'
import { titleIn } from './describe.ts'
import { candidatesFor } from './edition-store.ts'
import type { ImportBatch, Note } from './import-batch.ts'
import { matchFacts } from './keys.ts'
import { mapRecord, whyNotTaken } from './marc.ts'
import { type Candidate, candidateKeys, createCandidates, decideMatch, type MatchFacts } from './match.ts'
import { readFile } from './read-records.ts'
import {
  dropKeys,
  earlierRecords,
  insertKeys,
  lastStaged,
  type RecordKey,
  type StagedRecord,
  stageRecords,
} from './stage-store.ts'

const chunkSize = 1000

/**
 * Reads the whole file and stages every record with its outcome: new, same, doubtful, or the problem that keeps it out.
 * A cut is resumed behind the last chunk that was staged.
 */
export async function stageBatch(world: World, job: Job, report: Report, signal: AbortSignal): Promise<void> {
  const batch = job.subject === null ? null : await batchById(world.database, job.subject)
  if (batch === null) throw new Error(`job ${job.id} names no batch`)
  if (batch.state !== 'staging') return
  const staged = await lastStaged(world.database, batch.id)
  let chunk: Outcome[] = []
  const flush = async () => {
    const last = chunk.at(-1)
    if (last === undefined) return
    signal.throwIfAborted()
    await stageChunk(world.database, batch, chunk)
    await report(last.offset + last.bytes.length, batch.fileSize)
    chunk = []
  }
  for await (const outcome of readFile(batch.format, world.files.read(batch.file))) {
    if (outcome.number <= staged) continue
    // The reader's octets are a view of its buffer, which goes on.
    chunk.push({ ...outcome, bytes: outcome.bytes.slice() })
    if (chunk.length >= chunkSize) await flush()
  }
  await flush()
  await finish(world.database, batch)
}

async function finish(database: Database, batch: ImportBatch): Promise<void> {
  await database.transaction(async tx => {
    const counts = await countBatch(tx, batch.id)
    const nothing = counts.records === counts.problem
    if (nothing) await setBatchProblem(tx, batch.id, { code: 'no-record-read' })
    await dropKeys(tx, batch.id)
    await moveBatch(tx, batch.id, ['staging'], nothing ? 'failed' : 'staged')
  })
}

/** A record of the chunk in our words. */
interface Read {
  readonly outcome: RecordOutcome
  readonly title: string
  readonly match: MatchFacts
  readonly warnings: readonly Note[]
  /** Why it cannot come in. */
  readonly problem: Note | null
}

function read(outcome: RecordOutcome): Read {
  const mapped = mapRecord(outcome.record)
  return {
    outcome,
    title: titleIn(mapped.facts.title, mapped.facts.volume, 'vi'),
    match: matchFacts(mapped.facts, mapped.controlKey),
    warnings: [...(outcome.warnings as readonly Note[]), ...mapped.warnings],
    problem: whyNotTaken(outcome.record, mapped.facts),
  }
}

/** Everything in the catalogue and earlier in this file that the records of one chunk could be the same as. */
async function findCandidates(db: Db, batch: ImportBatch, records: readonly Read[]): Promise<Candidate[]> {
  const inCatalogue = await candidatesFor(
    db,
    records.map(record => record.match),
  )
  const keys = [...new Set(records.flatMap(record => candidateKeys(record.match)))]
  const earlier = new Map<number, Candidate>()
  for (const { number, match } of await earlierRecords(db, batch.id, keys)) {
    if (!earlier.has(number)) earlier.set(number, { ...match, edition: null, record: number })
  }
  return [...inCatalogue, ...earlier.values()]
}

async function stageChunk(database: Database, batch: ImportBatch, chunk: readonly Outcome[]): Promise<void> {
  const reads = chunk.map(outcome => (outcome.kind === 'record' ? read(outcome) : outcome))
  const takeable = reads.filter((one): one is Read => 'match' in one && one.problem === null)
  await database.transaction(async tx => {
    if ((await lockBatch(tx, batch.id))?.state !== 'staging') throw new Error(`batch ${batch.id} is not being staged`)
    const candidates = createCandidates(await findCandidates(tx, batch, takeable))
    const fresh: RecordKey[] = []
    const staged = reads.map((one): StagedRecord => {
      if (!('match' in one)) return leftOut(one, null, one.problem, [])
      const { outcome, match, problem, title, warnings } = one
      if (problem !== null) return leftOut(outcome, title || null, problem, warnings)
      const found = decideMatch(match, candidates.of(match))
      if (found.outcome !== 'same') {
        for (const key of candidateKeys(match)) fresh.push({ key, number: outcome.number, match })
        candidates.add({ ...match, edition: null, record: outcome.number })
      }
      return {
        ...stretchOf(outcome),
        title,
        outcome: found.outcome,
        reasons: found.reasons as readonly Note[],
        warnings,
        normalised: outcome.normalised,
        matchedEdition: found.outcome === 'new' ? null : found.candidate.edition,
        matchedRecord: found.outcome === 'new' ? null : found.candidate.record,
      }
    })
    await insertKeys(tx, batch.id, fresh)
    const last = chunk.at(-1)
    await stageRecords(tx, batch.id, staged, last === undefined ? 0 : last.offset + last.bytes.length)
  })
}

const stretchOf = ({ number, offset, bytes }: Outcome) => ({ number, offset, octets: bytes.length, bytes })

/** A record that cannot come in, with the reason; its octets are kept, so that it can be mended. */
const leftOut = (outcome: Outcome, title: string | null, reason: Note, warnings: readonly Note[]): StagedRecord => ({
  ...stretchOf(outcome),
  title,
  outcome: 'problem',
  reasons: [reason],
  warnings,
  normalised: outcome.kind === 'record' && outcome.normalised,
  matchedEdition: null,
  matchedRecord: null,
})
