import { ok, type Result } from '../../kernel/result.ts'
import type { Db } from '../database/database.ts'
import type { Act, Json } from './act.ts'
import { appendEntry, findEntry, lockAct } from './store.ts'

/** Another act already used this id: a fault of the writer's device, never of the person. */
export class ActIdReused extends Error {
  constructor(id: string) {
    super(`act ${id} was already performed as another act`)
  }
}

/** The act happened in a year whose figures are frozen: it was not written, and never will be as of then. */
export class BooksClosed extends Error {
  readonly year: number
  constructor(year: number) {
    super(`the figures of ${year} are frozen`)
    this.year = year
  }
}

/** Carries a refusal out of the transaction, so that nothing written before it stays. */
class Refusal<P> extends Error {
  readonly result: Result<never, P>
  constructor(result: Result<never, P>) {
    super('refused')
    this.result = result
  }
}

const isSerializationFailure = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')

const sameAct = (a: Act, b: Act): boolean => a.type === b.type && a.actor === b.actor && a.institution === b.institution

/**
 * Performs one act: decides, writes state, facts and search documents (all in `work`) and appends the journal row,
 * in one transaction (inside another one, in a savepoint of it). An act already performed gives its first answer and changes nothing; a refusal leaves no trace.
 */
export async function perform<Answer extends Json, Problem>(
  db: Pick<Db, 'transaction'>,
  act: Act,
  work: (tx: Db) => Promise<Result<Answer, Problem>>,
): Promise<Result<Answer, Problem>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(tx => performIn(tx, act, work))
    } catch (error) {
      if (error instanceof Refusal) return error.result
      if (attempt >= 4 || !isSerializationFailure(error)) throw error
    }
  }
}

async function performIn<Answer extends Json, Problem>(
  tx: Db,
  act: Act,
  work: (tx: Db) => Promise<Result<Answer, Problem>>,
): Promise<Result<Answer, Problem>> {
  await lockAct(tx, act.id)
  const before = await findEntry(tx, act.id)
  if (before !== null) {
    if (!sameAct(before, act)) throw new ActIdReused(act.id)
    // The journal kept exactly what `work` answered then, so its shape is Answer's.
    return ok(before.answer as Answer)
  }
  const result = await work(tx)
  if (!result.ok) throw new Refusal(result)
  await appendEntry(tx, act, result.value)
  return result
}
