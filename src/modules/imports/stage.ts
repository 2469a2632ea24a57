import type { Db } from '../../platform/database/database.ts'
import type { Job, Report } from '../../platform/jobs/index.ts'
import type { World } from '../../platform/world.ts'
import { countBatch, lockBatch, moveBatch, setBatchProblem } from './batch-store.ts'
import { batchOfJob } from './chunks.ts'
import type { ImportBatch, Note } from './import-batch.ts'
import { type Found, readFile } from './read-file.ts'
import { type Register, registerOf, type Verdict } from './register.ts'
import { dropKeys, lastStaged, type StagedRecord, stageRecords } from './stage-store.ts'
import { Unreadable } from './unreadable.ts'

const chunkSize = 1000

/**
 * Reads the whole file and stages every record with its outcome: new, same, doubtful, or the problem that keeps it out.
 * A cut is resumed behind the last chunk that was staged. A file that cannot be read to its end fails as a whole, for
 * nobody could say what is missing.
 */
export async function stageBatch(
  world: World,
  registers: readonly Register[],
  job: Job,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const batch = await batchOfJob(world, job)
  if (batch.state !== 'staging') return
  const register = registerOf(registers, batch)
  const staged = await lastStaged(world.database, batch.id)
  let chunk: Found[] = []
  let givenUp = false
  const flush = async () => {
    const last = chunk.at(-1)
    if (last === undefined) return
    signal.throwIfAborted()
    givenUp = !(await world.database.transaction(tx => stageChunk(tx, register, batch, chunk)))
    chunk = []
    if (!givenUp) await report(last.read, batch.fileSize)
  }
  try {
    for await (const found of readFile(world.files, batch)) {
      if (found.number <= staged) continue
      chunk.push(found)
      if (chunk.length >= chunkSize) await flush()
      if (givenUp) return
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    await flush()
    return finish(world, batch, error.note)
  }
  await flush()
  await finish(world, batch, null)
}

async function finish(world: World, batch: ImportBatch, problem: Note | null): Promise<void> {
  await world.database.transaction(async tx => {
    if ((await lockBatch(tx, batch.id))?.state !== 'staging') return
    const counts = await countBatch(tx, batch.id)
    const usable = counts.records - counts.problem
    const nothing = usable > 0 ? null : { code: counts.records === 0 ? 'no-record-there' : 'no-record-read' }
    const why = problem ?? nothing
    if (why !== null) await setBatchProblem(tx, batch.id, why)
    await dropKeys(tx, batch.id)
    await moveBatch(tx, batch.id, ['staging'], why === null ? 'staged' : 'failed')
  })
}

/** False when somebody gave the batch up meanwhile. */
async function stageChunk(tx: Db, register: Register, batch: ImportBatch, chunk: readonly Found[]): Promise<boolean> {
  if ((await lockBatch(tx, batch.id))?.state !== 'staging') return false
  const records = chunk.flatMap(({ number, content }) => (content === null ? [] : [{ number, content }]))
  const verdicts = await register.judge(tx, batch, records)
  const judged = new Map(records.map(({ number }, at) => [number, verdicts[at]]))
  const staged = chunk.map((found): StagedRecord => {
    const verdict = judged.get(found.number) ?? unread(found)
    const { number, offset, bytes, normalised } = found
    const warnings = [...found.warnings, ...verdict.warnings]
    return { ...verdict, number, offset, octets: bytes.length, bytes, normalised, warnings }
  })
  await stageRecords(tx, batch.id, staged, chunk.at(-1)?.read ?? 0)
  return true
}

/** A stretch of the file that is no record; its octets are kept, so that it can be mended. */
const unread = ({ problem }: Found): Verdict => ({
  title: null,
  outcome: 'problem',
  reasons: problem === null ? [] : [problem],
  warnings: [],
  matchedEntry: null,
  matchedRecord: null,
})
