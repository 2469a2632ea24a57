import { localDateAt } from '../../kernel/local-date.ts'
import { ok } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { expireUnfetched, institutionsWithUnfetched } from './request-store.ts'

/** Ends the slips of earlier days that nobody fetched; gives how many. Pages call them over from the day itself. */
export async function expireRequests(world: World): Promise<number> {
  const now = world.clock.now()
  const today = localDateAt(now)
  let expired = 0
  for (const institution of await institutionsWithUnfetched(world.database, today)) {
    const act = {
      id: newId(),
      type: 'circulation.expire-requests',
      version: 1,
      actor: null,
      institution,
      occurredAt: now,
      payload: {},
    }
    const result = await perform(world.database, act, async tx =>
      ok({ requests: await expireUnfetched(tx, { institution }, today, now) }),
    )
    if (result.ok) expired += result.value.requests
  }
  return expired
}
