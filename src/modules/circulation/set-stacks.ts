import { ok, type Result } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { setClosedStacks } from './stacks-store.ts'

export interface SetStacks {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  /** As they stand on the copies; '' are those without a location. */
  readonly locations: readonly string[]
  readonly now: Date
}

export type StacksSet = { readonly closed: number }

/** Says which locations of an institution are closed stacks, from which staff fetch; all others are open. */
export function setStacks(world: World, asked: SetStacks): Promise<Result<StacksSet, never>> {
  const { act, by, institution, locations, now } = asked
  const intent = {
    id: act,
    type: 'circulation.set-stacks',
    version: 1,
    actor: by,
    institution,
    occurredAt: now,
    payload: { locations },
  }
  return perform<StacksSet, never>(world.database, intent, async tx => {
    await setClosedStacks(tx, institution, locations)
    return ok({ closed: locations.length })
  })
}
