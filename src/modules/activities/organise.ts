import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Json, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import type { Activity, ActivityPlan } from './activity.ts'
import { activityById, insertActivity, lockActivity, setState, updateActivity } from './activity-store.ts'
import { queueActivity } from './documents.ts'
import { tellByLetter } from './letters.ts'
import { moveUp } from './sign-up-acts.ts'
import { markTold, signUpsToTell, tellAll } from './sign-up-store.ts'

export type OrganiseRefusal =
  /** Seats are not taken away from those who have them. */
  | { readonly code: 'fewer-than-taken'; readonly taken: number }
  | { readonly code: 'not-changeable' }
  | { readonly code: 'not-a-draft' }
  | { readonly code: 'already-cancelled' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'changed-meanwhile' }

/** Who does it, where, when. */
export interface Doing {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly now: Date
}

const intentOf = (type: string, { act, by, institution, now }: Doing, payload: Json) => ({
  id: act,
  type,
  version: 1,
  actor: by,
  institution,
  occurredAt: now,
  payload,
})

type Done = { readonly activity: string }

/** Whatever was changed is what search and pages see, once the act is done. */
export async function requeue(tx: Db, id: string, now: Date): Promise<void> {
  const activity = await activityById(tx, id)
  if (activity !== null) await queueActivity(tx, activity, now)
}

/** The event of an act, locked. */
export async function locked(tx: Db, id: string): Promise<Activity> {
  const activity = await lockActivity(tx, id)
  if (activity === null) throw new Error(`event ${id} is gone`)
  return activity
}

/** Writes a new event, as a draft or published at once. */
export function planActivity(
  world: Pick<World, 'database'>,
  doing: Doing & { readonly plan: ActivityPlan; readonly publish: boolean },
): Promise<Result<Done, OrganiseRefusal>> {
  const { plan, publish, institution, now } = doing
  const payload = { title: plan.details.title[0]?.text ?? '', published: publish }
  return perform<Done, OrganiseRefusal>(world.database, intentOf('activities.plan', doing, payload), async tx => {
    const id = newId()
    await insertActivity(tx, id, institution, plan, publish ? 'published' : 'draft', now)
    await requeue(tx, id, now)
    return ok({ activity: id })
  })
}

const differs = (one: Date, other: Date): boolean => one.getTime() !== other.getTime()

/** Whether somebody who signed up would come at a wrong time or to a wrong place. */
const isElsewhere = (was: Activity, plan: ActivityPlan): boolean =>
  differs(was.startsAt, plan.startsAt) ||
  was.facility !== plan.facility ||
  was.place !== plan.place ||
  was.details.where !== plan.details.where

/** Changes an event; who signed up must be told of another time or place, and new seats go to whoever waits. */
export function changeActivity(
  world: Pick<World, 'database'>,
  doing: Doing & { readonly activity: string; readonly plan: ActivityPlan; readonly seen: string | null },
): Promise<Result<Done, OrganiseRefusal>> {
  const { activity: id, plan, now, seen } = doing
  return perform<Done, OrganiseRefusal>(
    world.database,
    intentOf('activities.change', doing, { activity: id }),
    async tx => {
      const was = await locked(tx, id)
      if (was.state === 'cancelled' || was.state === 'held') return refused([{ code: 'not-changeable' }])
      if (seen !== null && seen !== String(was.changedAt.getTime())) return refused([{ code: 'changed-meanwhile' }])
      if (plan.capacity !== null && plan.capacity < was.taken)
        return refused([{ code: 'fewer-than-taken', taken: was.taken }])
      await updateActivity(tx, id, plan, now)
      if (was.state === 'published' && isElsewhere(was, plan)) {
        await tellAll(tx, id, 'changed', now)
        await tellByLetter(tx, { ...was, ...plan }, await signUpsToTell(tx, id), now)
      }
      await moveUp(tx, id, now)
      await requeue(tx, id, now)
      return ok({ activity: id })
    },
  )
}

export function publishActivity(
  world: Pick<World, 'database'>,
  doing: Doing & { readonly activity: string },
): Promise<Result<Done, OrganiseRefusal>> {
  const { activity: id, now } = doing
  return perform<Done, OrganiseRefusal>(
    world.database,
    intentOf('activities.publish', doing, { activity: id }),
    async tx => {
      const was = await locked(tx, id)
      if (was.state !== 'draft') return refused([{ code: 'not-a-draft' }])
      await setState(tx, id, { state: 'published' }, now)
      await requeue(tx, id, now)
      return ok({ activity: id })
    },
  )
}

/** Calls an event off, in words; it stays to be read, and whoever signed up must be told. */
export function cancelActivity(
  world: Pick<World, 'database'>,
  doing: Doing & { readonly activity: string; readonly reason: string },
): Promise<Result<Done, OrganiseRefusal>> {
  const { activity: id, reason, now } = doing
  const intent = intentOf('activities.cancel', doing, { activity: id })
  return perform<Done, OrganiseRefusal>(world.database, intent, async tx => {
    const was = await locked(tx, id)
    if (was.state === 'cancelled') return refused([{ code: 'already-cancelled' }])
    if (was.state === 'held') return refused([{ code: 'not-changeable' }])
    if (reason === '') return refused([{ code: 'reason-missing' }])
    await setState(tx, id, { state: 'cancelled', reason }, now)
    await tellAll(tx, id, 'cancelled', now)
    await tellByLetter(tx, { ...was, cancelReason: reason }, await signUpsToTell(tx, id), now)
    await requeue(tx, id, now)
    return ok({ activity: id })
  })
}

/** Notes that these were told what there was to tell; gives how many. */
export function noteTold(
  world: Pick<World, 'database'>,
  doing: Doing & { readonly activity: string; readonly signUps: readonly string[] },
): Promise<Result<{ readonly told: number }, never>> {
  const { activity: id, signUps } = doing
  const intent = intentOf('activities.note-told', doing, { activity: id, signUps: signUps.length })
  return perform<{ readonly told: number }, never>(world.database, intent, async tx =>
    ok({ told: await markTold(tx, id, signUps) }),
  )
}
