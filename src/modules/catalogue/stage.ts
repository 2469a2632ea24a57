import type { Database, Db } from '../../platform/database/database.ts'
import type { Job, Report } from '../../platform/jobs/index.ts'
import type { World } from '../../platform/world.ts'
import type { Outcome, RecordOutcome } from '../../standards/marc/index.ts'
import { titleIn } from './describe.ts'
import { candidatesFor } from './edition-store.ts'
import type { ImportBatch, Note } from './import-batch.ts'
import {
  batchById,
  countBatch,
  dropKeys,
  earlierRecords,
  failBatch,
  insertKeys,
  lastStaged,
  moveBatch,
  type RecordKey,
  type StagedRecord,
  stageRecords,
} from './import-store.ts'
import { matchFacts } from './keys.ts'
import { controlKey, editionFacts } from './marc.ts'
import { type Candidate, decideMatch, type MatchFacts } from './match.ts'
import { readFile } from './read-records.ts'

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
  await world.database.transaction(async tx => {
    const counts = await countBatch(tx, batch.id)
    if (counts.records === counts.problem) await failBatch(tx, batch.id, { code: 'no-record-read' })
    await dropKeys(tx, batch.id)
    await moveBatch(tx, batch.id, ['staging'], counts.records === counts.problem ? 'failed' : 'staged')
  })
}

const keysOf = (match: MatchFacts): string[] => [
  ...(match.titleKey === '' ? [] : [`t:${match.titleKey.slice(0, 500)}`]),
  ...match.isbns.map(isbn => `i:${isbn}`),
  ...(match.controlKey === null ? [] : [`c:${match.controlKey}`]),
]

interface Read {
  readonly outcome: RecordOutcome
  readonly title: string
  readonly match: MatchFacts
  readonly keys: readonly string[]
}

function read(outcome: RecordOutcome): Read {
  const facts = editionFacts(outcome.record)
  const match = matchFacts(facts, controlKey(outcome.record))
  return { outcome, title: titleIn(facts.title, facts.volume, 'vi'), match, keys: keysOf(match) }
}

/** Everything that the records of one chunk could be the same as, by key. */
async function candidatesByKey(
  db: Db,
  batch: ImportBatch,
  records: readonly Read[],
): Promise<Map<string, Candidate[]>> {
  const byKey = new Map<string, Candidate[]>()
  const add = (key: string, candidate: Candidate) => {
    const list = byKey.get(key)
    if (list) list.push(candidate)
    else byKey.set(key, [candidate])
  }
  for (const candidate of await candidatesFor(
    db,
    records.map(record => record.match),
  )) {
    for (const key of keysOf(candidate)) add(key, candidate)
  }
  const keys = [...new Set(records.flatMap(record => record.keys))]
  for (const { key, number, match } of await earlierRecords(db, batch.id, keys)) {
    add(key, { ...match, edition: null, record: number })
  }
  return byKey
}

async function stageChunk(database: Database, batch: ImportBatch, chunk: readonly Outcome[]): Promise<void> {
  const records = new Map(
    chunk.flatMap(outcome => (outcome.kind === 'record' ? [[outcome.number, read(outcome)] as const] : [])),
  )
  await database.transaction(async tx => {
    const byKey = await candidatesByKey(tx, batch, [...records.values()])
    const fresh: RecordKey[] = []
    const staged = chunk.map((outcome): StagedRecord => {
      const record = records.get(outcome.number)
      if (outcome.kind === 'problem') return left(outcome, null, [outcome.problem as Note], [])
      const warnings = [...outcome.warnings, ...(outcome.normalised ? [{ code: 'normalised' }] : [])] as Note[]
      if (record === undefined || record.title === '') return left(outcome, null, [{ code: 'no-title' }], warnings)
      const match = decideMatch(
        record.match,
        record.keys.flatMap(key => byKey.get(key) ?? []),
      )
      if (match.outcome !== 'same') {
        for (const key of record.keys) {
          fresh.push({ key, number: outcome.number, match: record.match })
          byKey.set(key, [...(byKey.get(key) ?? []), { ...record.match, edition: null, record: outcome.number }])
        }
      }
      return {
        number: outcome.number,
        offset: outcome.offset,
        octets: outcome.bytes.length,
        bytes: outcome.bytes,
        title: record.title,
        outcome: match.outcome,
        reasons: match.reasons as readonly Note[],
        warnings,
        matchedEdition: match.outcome === 'new' ? null : match.candidate.edition,
        matchedRecord: match.outcome === 'new' ? null : match.candidate.record,
      }
    })
    await insertKeys(tx, batch.id, fresh)
    const last = chunk.at(-1)
    await stageRecords(tx, batch.id, staged, last === undefined ? 0 : last.offset + last.bytes.length)
  })
}

/** A record that cannot come in, with the reason; its octets are kept, so that it can be mended. */
const left = (
  outcome: Outcome,
  title: string | null,
  reasons: readonly Note[],
  warnings: readonly Note[],
): StagedRecord => ({
  number: outcome.number,
  offset: outcome.offset,
  octets: outcome.bytes.length,
  bytes: outcome.bytes,
  title,
  outcome: 'problem',
  reasons,
  warnings,
  matchedEdition: null,
  matchedRecord: null,
})
