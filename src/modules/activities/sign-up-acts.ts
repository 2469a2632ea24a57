import type { Language } from '../../kernel/language.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Json, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { type Assistance, assistedBy, mayGoOn, type TurnOver } from '../people/index.ts'
import type { Activity } from './activity.ts'
import { lockActivity } from './activity-store.ts'
import { standingCheckIn } from './check-in-store.ts'
import type { Contact } from './contact.ts'
import { confirm, tellByLetter } from './letters.ts'
import {
  type ChangeRefusal,
  decideHeads,
  decideSignUp,
  type Heads,
  headsOf,
  movingUp,
  type SignUpRefusal,
} from './seats.ts'
import type { SignUp } from './sign-up.ts'
import {
  cancelSignUp,
  insertSignUp,
  seatWaiting,
  setHeads,
  signUpById,
  signUpsToTell,
  standingOf,
  waitingAt,
} from './sign-up-store.ts'
import { newTicket } from './ticket.ts'
import { together } from './together.ts'

/** What a family writes into the form. */
export interface SigningUp extends Heads {
  readonly act: string
  readonly activity: Pick<Activity, 'id' | 'institution'>
  readonly groupName: string
  readonly contact: Contact
  readonly lang: Language
  readonly person: string | null
  /** Whether they agreed to wait when it is full. */
  readonly mayWait: boolean
  readonly now: Date
}

export interface SignedUp {
  readonly signUp: string
  readonly state: 'seated' | 'waiting'
  readonly [key: string]: string
}

/** The journal cannot be erased: it is told which sign-up and how many, never who or how they are reached. */
const intentOf = (type: string, act: string, institution: string, payload: Json, now: Date) => ({
  id: act,
  type,
  version: 1,
  actor: null,
  institution,
  occurredAt: now,
  payload,
})

/** Whose act a sign-up is, and what may speak against it before the event is asked. */
interface Signing<Problem> {
  readonly actor: string | null
  readonly payload: Readonly<Record<string, string>>
  mayGoOn(tx: Db, act: { readonly id: string; readonly type: string }): Promise<Result<null, Problem>>
}

/** The event is locked, so that whoever is accepted first is first and no seat is given twice. */
function write<Problem>(
  world: Pick<World, 'database'>,
  asked: SigningUp,
  signing: Signing<Problem>,
): Promise<Result<SignedUp, SignUpRefusal | Problem>> {
  const { act, activity, now, adults, children, mayWait } = asked
  const payload = { activity: activity.id, heads: headsOf(asked), ...signing.payload }
  const intent = {
    ...intentOf('activities.sign-up', act, activity.institution, payload, now),
    actor: signing.actor,
  }
  const decideAndWrite = async (tx: Db): Promise<Result<SignedUp, SignUpRefusal | Problem>> => {
    const locked = await lockActivity(tx, activity.id)
    if (locked === null || locked.state === 'draft') return refused([{ code: 'begun' }])
    const allowed = await signing.mayGoOn(tx, intent)
    if (!allowed.ok) return allowed
    const decision = decideSignUp(locked, headsOf(asked), mayWait, now)
    if (!decision.ok) return decision
    const { groupName, contact, lang, person } = asked
    const id = newId()
    const state = decision.value
    const values = {
      id,
      activity: activity.id,
      groupName,
      contact,
      lang,
      person,
      adults,
      children,
      state,
      signedAt: now,
    }
    while (!(await insertSignUp(tx, { ...values, ...newTicket() }))) {
      // Another sign-up of this event is called so: draw again.
    }
    const written = contact.kind === 'email' ? await signUpById(tx, id) : null
    if (written !== null) await confirm(tx, locked, written, now)
    return ok({ signUp: id, state })
  }
  return together(world.database, activity.id, tx => perform(tx, intent, decideAndWrite))
}

/** Signs a group up. The act is nobody's, also where they link it to their account. */
export const signUp = (world: Pick<World, 'database'>, asked: SigningUp): Promise<Result<SignedUp, SignUpRefusal>> =>
  write<never>(world, asked, { actor: null, payload: {}, mayGoOn: async () => ok(null) })

export type HelpedRefusal = SignUpRefusal | TurnOver | { readonly code: 'signed-before' }

/** Signs a person up who has somebody's help: the act is theirs and says whose hand it was. */
export const signUpWithHelp = (
  world: Pick<World, 'database'>,
  asked: SigningUp & { readonly person: string },
  assistance: Assistance,
): Promise<Result<SignedUp, HelpedRefusal>> =>
  write<HelpedRefusal>(world, asked, {
    actor: asked.person,
    payload: assistedBy(assistance),
    mayGoOn: async (tx, act) => {
      if ((await standingOf(tx, asked.activity.id, asked.person)) !== null) return refused([{ code: 'signed-before' }])
      return (await mayGoOn(tx, act, assistance)) ? ok(null) : refused([{ code: 'turn-over' }])
    },
  })

/** Seats that came free go to whoever waits, in order; before the event begins only. Gives how many groups moved up. */
export async function moveUp(tx: Db, id: string, now: Date): Promise<number> {
  const activity = await lockActivity(tx, id)
  if (activity === null || activity.state !== 'published' || activity.waiting === 0 || now >= activity.startsAt)
    return 0
  const up = movingUp(await waitingAt(tx, id), activity.capacity, activity.taken)
  await seatWaiting(tx, id, up, now)
  const moved = new Set(up.map(group => group.id))
  const toTell = moved.size === 0 ? [] : await signUpsToTell(tx, id)
  await tellByLetter(
    tx,
    activity,
    toTell.filter(one => moved.has(one.id)),
    now,
  )
  return up.length
}

/** The sign-up and its event under lock, when something may still be changed about them. */
async function standing(
  tx: Db,
  { id, activity }: Pick<SignUp, 'id' | 'activity'>,
  now: Date,
): Promise<Result<{ activity: Activity; signUp: SignUp & { state: 'seated' | 'waiting' } }, ChangeRefusal>> {
  const locked = await lockActivity(tx, activity)
  const found = await signUpById(tx, id)
  if (locked === null || found === null) throw new Error(`sign-up ${id} is gone`)
  const { state } = found
  if (state === 'cancelled') return refused([{ code: 'already-cancelled' }])
  if ((await standingCheckIn(tx, id)) !== null) return refused([{ code: 'already-here' }])
  if (locked.state !== 'published' || now >= locked.startsAt) return refused([{ code: 'over' }])
  return ok({ activity: locked, signUp: { ...found, state } })
}

interface Changing {
  readonly act: string
  readonly signUp: Pick<SignUp, 'id' | 'activity'>
  readonly institution: string
  readonly now: Date
}

type Changed = { readonly movedUp: number }

/** Gives the seats back; whoever waits first gets them. */
export function giveUp(world: Pick<World, 'database'>, asked: Changing): Promise<Result<Changed, ChangeRefusal>> {
  const { act, signUp: one, institution, now } = asked
  const intent = intentOf('activities.cancel-sign-up', act, institution, { signUp: one.id }, now)
  return perform<Changed, ChangeRefusal>(world.database, intent, async tx => {
    const found = await standing(tx, one, now)
    if (!found.ok) return found
    await cancelSignUp(tx, found.value.signUp)
    return ok({ movedUp: await moveUp(tx, one.activity, now) })
  })
}

/** Changes how many come. Fewer free seats; more need seats that nobody waits for. */
export function changeHeads(
  world: Pick<World, 'database'>,
  asked: Changing & Heads,
): Promise<Result<Changed, ChangeRefusal>> {
  const { act, signUp: one, institution, now } = asked
  const payload = { signUp: one.id, heads: headsOf(asked) }
  const intent = intentOf('activities.change-sign-up', act, institution, payload, now)
  return perform<Changed, ChangeRefusal>(world.database, intent, async tx => {
    const found = await standing(tx, one, now)
    if (!found.ok) return found
    const { activity, signUp: was } = found.value
    const decision = decideHeads(activity, { state: was.state, heads: headsOf(was) }, headsOf(asked))
    if (!decision.ok) return decision
    await setHeads(tx, was, asked)
    return ok({ movedUp: await moveUp(tx, one.activity, now) })
  })
}
