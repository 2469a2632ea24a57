import { ok } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { eachAlone } from '../../platform/each-alone.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { activityById } from './activity-store.ts'
import { eraseContacts, withContactsToErase } from './sign-up-store.ts'

const dayMs = 86_400_000

/**
 * Erases names and contacts of sign-ups to events that ended more than `contactDays` ago, one act an event. Heads, the
 * order and all figures stay. Gives how many sign-ups were erased.
 */
export async function eraseOldContacts(world: Pick<World, 'database' | 'clock' | 'config' | 'log'>): Promise<number> {
  const { database, clock, config, log } = world
  let erased = 0
  const now = clock.now()
  const through = new Date(now.getTime() - config.contactDays * dayMs)
  await eachAlone(log, 'erasing contacts', await withContactsToErase(database, through), async id => {
    const activity = await activityById(database, id)
    if (activity === null) return
    const act = {
      id: newId(),
      type: 'activities.erase-contacts',
      version: 1,
      actor: null,
      institution: activity.institution,
      occurredAt: now,
      payload: { activity: id },
    }
    const result = await perform(database, act, async tx => ok({ signUps: await eraseContacts(tx, id, now) }))
    if (result.ok) erased += result.value.signUps
  })
  return erased
}
