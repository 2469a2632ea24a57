import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Json, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { facilitiesOf } from '../institutions/index.ts'
import { record, voidFacts } from '../participation/index.ts'
import type { Activity } from './activity.ts'
import { setState } from './activity-store.ts'
import { checkInById, checkInsOf, insertCheckIn, standingCheckIn, voidCheckIn } from './check-in-store.ts'
import { type Doing, locked, requeue } from './organise.ts'
import { type Heads, headsOf } from './seats.ts'
import { signUpByCode, signUpById, signUpByTicket } from './sign-up-store.ts'
import { readScan } from './ticket.ts'

export type CheckInRefusal =
  | { readonly code: 'not-published' }
  | { readonly code: 'cancelled-event' }
  | { readonly code: 'too-early'; readonly startsAt: Date }
  | { readonly code: 'unreadable-code'; readonly typed: string }
  | { readonly code: 'unknown-code'; readonly typed: string }
  | { readonly code: 'gave-up'; readonly typed: string }
  | { readonly code: 'here-already'; readonly at: Date; readonly heads: number }
  | { readonly code: 'nobody-counted' }
  | { readonly code: 'nothing-to-undo' }

/** Why nobody can be checked in now. The door opens on the day on which the event begins. */
function doorClosed(activity: Activity, now: Date): CheckInRefusal | null {
  if (activity.state === 'draft') return { code: 'not-published' }
  if (activity.state === 'cancelled') return { code: 'cancelled-event' }
  return localDateAt(now) < localDateAt(activity.startsAt) ? { code: 'too-early', startsAt: activity.startsAt } : null
}

/** The place of the facility, or of the seat, on the day of the event. */
async function whereabouts(tx: Db, { institution, facility, place, startsAt }: Activity) {
  const facilities = await facilitiesOf(tx, [institution], localDateAt(startsAt))
  const at = facilities.find(one => one.id === facility)
  return { facility: at?.id ?? null, place: place ?? at?.place ?? facilities[0]?.place ?? null }
}

/** Records how many came. Who is counted after the end came before it. */
async function attend(
  tx: Db,
  act: { readonly id: string },
  activity: Activity,
  came: Heads & { readonly signUp: string | null; readonly person: string | null },
  now: Date,
): Promise<string> {
  const { institution, endsAt } = activity
  const at = now > endsAt ? endsAt : now
  const [fact] = await record(tx, act, [
    {
      verb: 'activity.attended',
      object: { kind: 'activity', id: activity.id },
      institution,
      ...(await whereabouts(tx, activity)),
      quantity: headsOf(came),
      occurredAt: at,
      person: came.person,
    },
  ])
  if (fact === undefined) throw new Error('no fact was recorded')
  const { signUp, adults, children } = came
  const id = newId()
  await insertCheckIn(tx, { id, activity: activity.id, signUp, adults, children, at, fact })
  return id
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

export interface CheckedIn {
  readonly checkIn: string
  readonly [key: string]: string
}

type At = Doing & { readonly activity: string }

/** Who is meant by what was scanned, typed or tapped, within this event. */
async function meant(tx: Db, activity: string, asked: { scan: string } | { signUp: string }) {
  if ('signUp' in asked) return { typed: '', found: await signUpById(tx, asked.signUp) }
  const typed = asked.scan
  const scan = readScan(typed)
  if (scan === null) return { typed, found: 'unreadable' as const }
  return {
    typed,
    found: 'ticket' in scan ? await signUpByTicket(tx, scan.ticket) : await signUpByCode(tx, activity, scan.code),
  }
}

/** Checks a group in: as many as signed up, or as many as really came. Who only waited is welcome when they are here. */
export function checkIn(
  world: Pick<World, 'database'>,
  doing: At & { readonly who: { readonly scan: string } | { readonly signUp: string }; readonly came: Heads | null },
): Promise<Result<CheckedIn, CheckInRefusal>> {
  const { activity: id, who, came, now } = doing
  const intent = intentOf('activities.check-in', doing, { activity: id })
  return perform<CheckedIn, CheckInRefusal>(world.database, intent, async tx => {
    const activity = await locked(tx, id)
    const closed = doorClosed(activity, now)
    if (closed !== null) return refused([closed])
    const { typed, found } = await meant(tx, id, who)
    if (found === 'unreadable') return refused([{ code: 'unreadable-code', typed }])
    if (found === null || found.activity !== id) return refused([{ code: 'unknown-code', typed }])
    if (found.state === 'cancelled') return refused([{ code: 'gave-up', typed: found.code }])
    const before = await standingCheckIn(tx, found.id)
    if (before !== null) return refused([{ code: 'here-already', at: before.at, heads: headsOf(before) }])
    const heads = came ?? found
    const { adults, children } = heads
    if (headsOf(heads) === 0) return refused([{ code: 'nobody-counted' }])
    const one = { adults, children, signUp: found.id, person: found.person }
    return ok({ checkIn: await attend(tx, intent, activity, one, now) })
  })
}

/** Counts people who came without having signed up. */
export function countAtDoor(
  world: Pick<World, 'database'>,
  doing: At & { readonly came: Heads },
): Promise<Result<CheckedIn, CheckInRefusal>> {
  const { activity: id, came, now } = doing
  const intent = intentOf('activities.count-at-door', doing, { activity: id, heads: headsOf(came) })
  return perform<CheckedIn, CheckInRefusal>(world.database, intent, async tx => {
    const activity = await locked(tx, id)
    const closed = doorClosed(activity, now)
    if (closed !== null) return refused([closed])
    if (headsOf(came) === 0) return refused([{ code: 'nobody-counted' }])
    return ok({ checkIn: await attend(tx, intent, activity, { ...came, signUp: null, person: null }, now) })
  })
}

/** Takes a check-in back: its fact is voided by a fact. */
export function undoCheckIn(
  world: Pick<World, 'database'>,
  doing: At & { readonly checkIn: string },
): Promise<Result<CheckedIn, CheckInRefusal>> {
  const { activity: id, checkIn: undone, now } = doing
  const intent = intentOf('activities.undo-check-in', doing, { activity: id, checkIn: undone })
  return perform<CheckedIn, CheckInRefusal>(world.database, intent, async tx => {
    await locked(tx, id)
    const found = await checkInById(tx, undone)
    if (found === null || found.activity !== id || found.voided) return refused([{ code: 'nothing-to-undo' }])
    await voidFacts(tx, intent, [found.fact])
    await voidCheckIn(tx, undone, now)
    return ok({ checkIn: undone })
  })
}

export type HeldRefusal =
  | { readonly code: 'not-published' }
  | { readonly code: 'cancelled-event' }
  | { readonly code: 'held-already' }
  | { readonly code: 'not-begun'; readonly startsAt: Date }
  /** Nobody was checked in: how many came? */
  | { readonly code: 'total-missing' }
  | { readonly code: 'not-held' }

/** Confirms that an event took place. Where nobody was checked in, `came` says how many there were. */
export function confirmHeld(
  world: Pick<World, 'database'>,
  doing: At & { readonly came: Heads | null },
): Promise<Result<{ readonly activity: string }, HeldRefusal>> {
  const { activity: id, came, now } = doing
  const intent = intentOf('activities.confirm-held', doing, { activity: id })
  return perform<{ readonly activity: string }, HeldRefusal>(world.database, intent, async tx => {
    const activity = await locked(tx, id)
    if (activity.state === 'draft') return refused([{ code: 'not-published' }])
    if (activity.state === 'cancelled') return refused([{ code: 'cancelled-event' }])
    if (activity.state === 'held') return refused([{ code: 'held-already' }])
    if (now < activity.startsAt) return refused([{ code: 'not-begun', startsAt: activity.startsAt }])
    if ((await checkInsOf(tx, id)).length === 0) {
      if (came === null || headsOf(came) === 0) return refused([{ code: 'total-missing' }])
      await attend(tx, intent, activity, { ...came, signUp: null, person: null }, activity.startsAt)
    }
    const [fact] = await record(tx, intent, [
      {
        verb: 'activity.held',
        object: { kind: 'activity', id },
        institution: activity.institution,
        ...(await whereabouts(tx, activity)),
        quantity: 1,
        occurredAt: activity.startsAt,
        person: null,
      },
    ])
    await setState(tx, id, { state: 'held', heldFact: fact ?? null }, now)
    await requeue(tx, id, now)
    return ok({ activity: id })
  })
}

/** It was a mistake: the fact is voided, the event stands as published. Who was checked in stays so. */
export function takeHeldBack(
  world: Pick<World, 'database'>,
  doing: At,
): Promise<Result<{ readonly activity: string }, HeldRefusal>> {
  const { activity: id, now } = doing
  const intent = intentOf('activities.take-held-back', doing, { activity: id })
  return perform<{ readonly activity: string }, HeldRefusal>(world.database, intent, async tx => {
    const activity = await locked(tx, id)
    if (activity.state !== 'held' || activity.heldFact === null) return refused([{ code: 'not-held' }])
    await voidFacts(tx, intent, [activity.heldFact])
    await setState(tx, id, { state: 'published' }, now)
    await requeue(tx, id, now)
    return ok({ activity: id })
  })
}
