import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Act, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import {
  batchById,
  lockBatch,
  moveBatch,
  rememberColumns,
  reopenBatch,
  setCountedAt,
  setLayout,
} from './batch-store.ts'
import type { Decision, ImportBatch } from './import-batch.ts'
import { ensureJob, isOpen, jobOfBatch } from './import-jobs.ts'
import type { TableColumn, TableLayout } from './layout.ts'
import { headingsSum } from './read-layout.ts'
import { decideRecord, recordByNumber } from './record-store.ts'
import type { ImportRefusal } from './refusal.ts'
import { type Register, registerOf } from './register.ts'

/** Who asks that something be done with a batch. */
export interface BatchAsk {
  /** The act's id. */
  readonly act: string
  /** Null for the command line and the demonstration. */
  readonly by: string | null
  readonly batch: string
}

/** What was asked for is queued as this job. */
export type Queued = { readonly batch: string; readonly job: string }

type Work<Answer> = (tx: Db, batch: ImportBatch, act: Act) => Promise<Result<Answer, ImportRefusal>>

/** Holds the batch while the act is decided, so that of two people only one moves it on. */
async function onBatch<Answer extends { readonly batch: string }>(
  world: World,
  ask: BatchAsk,
  type: string,
  payload: { readonly [key: string]: string | number },
  work: Work<Answer>,
): Promise<Result<Answer, ImportRefusal>> {
  const known = await batchById(world.database, ask.batch)
  if (known === null) return refused([{ code: 'batch-unknown' }])
  const act = {
    id: ask.act,
    type: `imports.${type}`,
    version: 1,
    actor: ask.by,
    institution: known.institution,
    occurredAt: world.clock.now(),
    payload: { batch: ask.batch, ...payload },
  }
  return perform<Answer, ImportRefusal>(world.database, act, async tx => {
    const batch = await lockBatch(tx, ask.batch)
    return batch === null ? refused([{ code: 'batch-unknown' }]) : work(tx, batch, act)
  })
}

const queued = async (tx: Db, ask: BatchAsk, kind: Parameters<typeof ensureJob>[2]): Promise<Result<Queued, never>> =>
  ok({ batch: ask.batch, job: await ensureJob(tx, ask.batch, kind, ask.by) })

/** Agrees to the review: queues the batch to come into its register, or to go on where it was cut off. */
export const requestApply = (world: World, ask: BatchAsk): Promise<Result<Queued, ImportRefusal>> =>
  onBatch<Queued>(world, ask, 'apply-import', {}, async (tx, batch, act) => {
    if (batch.state === 'applying') {
      return isOpen(await jobOfBatch(tx, batch))
        ? refused([{ code: 'already-running' }])
        : queued(tx, ask, 'imports.apply')
    }
    if (batch.state !== 'staged') return refused([{ code: 'not-staged', state: batch.state }])
    await moveBatch(tx, batch.id, ['staged'], 'applying')
    await setCountedAt(tx, batch.id, act.occurredAt)
    return queued(tx, ask, 'imports.apply')
  })

/** Queues the batch to be taken back, from the middle of its coming in too. */
export const requestWithdraw = (world: World, ask: BatchAsk): Promise<Result<Queued, ImportRefusal>> =>
  onBatch<Queued>(world, ask, 'withdraw-import', {}, async (tx, batch) => {
    if (batch.state === 'withdrawing' && isOpen(await jobOfBatch(tx, batch)))
      return refused([{ code: 'already-running' }])
    const from = ['mapping', 'staging', 'staged', 'applying', 'applied', 'withdrawing'] as const
    if (!(await moveBatch(tx, batch.id, from, 'withdrawing')))
      return refused([{ code: 'not-withdrawable', state: batch.state }])
    return queued(tx, ask, 'imports.withdraw')
  })

/** Reads the kept file again: a reading that stopped goes on, a failed or withdrawn batch begins anew; a table begins with
 *  the question of its columns, which nobody may ever have agreed to. */
export const requestStage = (world: World, ask: BatchAsk): Promise<Result<Queued, ImportRefusal>> =>
  onBatch<Queued>(world, ask, 'read-import-again', {}, async (tx, batch) => {
    if (batch.state === 'staging' && isOpen(await jobOfBatch(tx, batch))) return refused([{ code: 'already-running' }])
    const again = batch.layout === null && (batch.state === 'failed' || batch.state === 'withdrawn')
    if (again) await reopenBatch(tx, batch.id)
    if (!again && batch.state !== 'staging') return refused([{ code: 'not-readable-again', state: batch.state }])
    return queued(tx, ask, 'imports.stage')
  })

/** What a person says of a table: which sheet, where its headings are, what its columns mean. */
export interface AgreeColumns extends BatchAsk {
  /** False for a guess that nobody looked at: it is no word of the institution's. */
  readonly remember: boolean
  readonly layout: TableLayout
}

/** Agrees to the columns of a table: they are remembered for the institution, and the file is queued to be read. */
export const agreeColumns = (
  world: World,
  registers: readonly Register[],
  ask: AgreeColumns,
): Promise<Result<Queued, ImportRefusal>> => {
  const { columns, sheet, headerRow } = ask.layout
  const means = columns.map(column => column.means ?? '').join(',')
  return onBatch<Queued>(world, ask, 'agree-columns', { sheet: sheet ?? '', headerRow, means }, async (tx, batch) => {
    if (batch.state !== 'mapping') return refused([{ code: 'not-mapping', state: batch.state }])
    const problems = columnProblems(registerOf(registers, batch), columns)
    if (problems.length > 0) return refused(problems)
    await setLayout(tx, batch.id, ask.layout)
    const sum = headingsSum(columns)
    if (sum !== null && ask.remember) await rememberColumns(tx, batch.institution, batch.register, sum, columns)
    await moveBatch(tx, batch.id, ['mapping'], 'staging')
    return queued(tx, ask, 'imports.stage')
  })
}

function columnProblems(register: Register, columns: readonly TableColumn[]): ImportRefusal[] {
  const named = new Set(columns.flatMap(({ means }) => means ?? []))
  const known = new Set(register.columns.map(({ name }) => name))
  return [
    ...register.columns
      .filter(({ name, required }) => required === true && !named.has(name))
      .map(({ name }): ImportRefusal => ({ code: 'column-missing', column: name })),
    ...[...named]
      .filter(name => !known.has(name))
      .map((name): ImportRefusal => ({ code: 'column-unknown', column: name })),
  ]
}

/** Asks the question of a table's columns once more; nothing of it may have come in. */
export const requestColumns = (
  world: World,
  ask: BatchAsk,
): Promise<Result<{ readonly batch: string }, ImportRefusal>> =>
  onBatch<{ readonly batch: string }>(world, ask, 'ask-columns-again', {}, async (tx, batch) => {
    const resting = batch.state === 'staged' || batch.state === 'failed' || batch.state === 'withdrawn'
    if (!resting || batch.layout === null) return refused([{ code: 'not-readable-again', state: batch.state }])
    await reopenBatch(tx, batch.id, 'mapping')
    return ok({ batch: batch.id })
  })

export interface DecideAsk extends BatchAsk {
  readonly number: number
  readonly decision: Decision
}

export type Decided = { readonly batch: string; readonly number: number; readonly decision: Decision }

/** What a person says of one record: the same entry, another one, or not to be taken. */
export const decide = (world: World, ask: DecideAsk): Promise<Result<Decided, ImportRefusal>> => {
  const { batch: id, number, decision } = ask
  return onBatch<Decided>(world, ask, 'decide-record', { number, decision }, async (tx, batch) => {
    if (batch.state !== 'staged') return refused([{ code: 'not-staged', state: batch.state }])
    const record = await recordByNumber(tx, id, number)
    const matched = record !== null && (record.matchedEntry !== null || record.matchedRecord !== null)
    if (decision === 'same' && !matched) return refused([{ code: 'nothing-to-join', number }])
    return (await decideRecord(tx, id, number, decision))
      ? ok({ batch: id, number, decision })
      : refused([{ code: 'record-not-waiting', number }])
  })
}
