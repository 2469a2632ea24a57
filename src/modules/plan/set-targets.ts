import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { type Act, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { decideTargets, type TargetRefusal, type WantedTarget } from './target.ts'
import { insertTargets, lockTargets, type TargetOf, targetsOf } from './target-store.ts'

export interface SetTargets extends TargetOf {
  /** Of the act. */
  readonly id: string
  readonly by: string | null
  readonly wanted: readonly WantedTarget[]
  readonly source: string
  readonly reason: string
}

/** Sets what the plan asks for; what held before stays as history. Gives how many rows were written. */
export async function setTargets(
  { database, clock }: Pick<World, 'database' | 'clock'>,
  { id, by, wanted, source, reason, indicator, year, month }: SetTargets,
): Promise<Result<{ readonly set: number }, TargetRefusal>> {
  const of = { indicator, year, month }
  const now = clock.now()
  const act: Act = {
    id,
    type: 'plan.set-targets',
    version: 1,
    actor: by,
    institution: null,
    occurredAt: now,
    payload: { ...of, source, reason, wanted: wanted.map(one => ({ ...one })) },
  }
  return perform(database, act, async tx => {
    await lockTargets(tx, of)
    const decided = decideTargets(await targetsOf(tx, of), wanted, { source, reason })
    if (!decided.ok) return decided
    await insertTargets(
      tx,
      id,
      decided.value.map(row => ({ ...of, ...row, since: localDateAt(now), by })),
    )
    return ok({ set: decided.value.length })
  })
}
