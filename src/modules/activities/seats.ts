import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Activity, seatsLeft } from './activity.ts'

/** A family, a class or one person: who comes together. */
export interface Heads {
  readonly adults: number
  readonly children: number
}

export const headsOf = ({ adults, children }: Heads): number => adults + children

/** Whether names are taken at a moment, and if not, why not. */
export type ClosedRefusal =
  | { readonly code: 'cancelled'; readonly reason: string }
  | { readonly code: 'not-yet-open'; readonly opensAt: Date }
  | { readonly code: 'closed'; readonly closedAt: Date }
  | { readonly code: 'begun' }

export type SignUpRefusal =
  | ClosedRefusal
  | { readonly code: 'too-few-seats'; readonly left: number; readonly heads: number }
  /** There are seats, but others have waited for them longer. */
  | { readonly code: 'others-wait'; readonly left: number; readonly waiting: number }
  | { readonly code: 'larger-than-the-house'; readonly capacity: number; readonly heads: number }

type Bookable = Pick<
  Activity,
  'state' | 'cancelReason' | 'startsAt' | 'opensAt' | 'closesAt' | 'capacity' | 'taken' | 'waiting'
>

/** Why no names are taken now; null while they are. */
export function closedBecause(activity: Bookable, now: Date): ClosedRefusal | null {
  if (activity.state === 'cancelled') return { code: 'cancelled', reason: activity.cancelReason ?? '' }
  if (activity.state === 'held' || now >= activity.startsAt) return { code: 'begun' }
  if (activity.opensAt !== null && now < activity.opensAt) return { code: 'not-yet-open', opensAt: activity.opensAt }
  if (activity.closesAt !== null && now >= activity.closesAt) return { code: 'closed', closedAt: activity.closesAt }
  return null
}

/**
 * Decides whether a group has a seat, waits, or is asked. Strict order: while anybody waits nobody overtakes them, also
 * when the newcomers would fit into seats that the first in the list are too many for.
 */
export function decideSignUp(
  activity: Bookable,
  heads: number,
  mayWait: boolean,
  now: Date,
): Result<'seated' | 'waiting', SignUpRefusal> {
  const closed = closedBecause(activity, now)
  if (closed !== null) return refused([closed])
  const left = seatsLeft(activity)
  if (left === null) return ok('seated')
  const capacity = activity.capacity ?? 0
  // They would wait for ever, and everybody behind them.
  if (heads > capacity) return refused([{ code: 'larger-than-the-house', capacity, heads }])
  if (activity.waiting === 0 && heads <= left) return ok('seated')
  if (mayWait) return ok('waiting')
  return refused([
    heads <= left ? { code: 'others-wait', left, waiting: activity.waiting } : { code: 'too-few-seats', left, heads },
  ])
}

/** Who waits, the first to come first. */
export interface Waiting extends Heads {
  readonly id: string
}

/**
 * Who moves up into free seats: the first in the list while they fit. The first who do not fit hold the rest back, so
 * that a large family is not passed over for ever; only who could never fit, since the house was made smaller, is.
 */
export function movingUp(waiting: readonly Waiting[], capacity: number | null, taken: number): Waiting[] {
  let left = capacity === null ? Number.POSITIVE_INFINITY : capacity - taken
  const up: Waiting[] = []
  for (const group of waiting) {
    const heads = headsOf(group)
    if (capacity !== null && heads > capacity) continue
    if (heads > left) break
    left -= heads
    up.push(group)
  }
  return up
}

export type ChangeRefusal =
  | { readonly code: 'over' }
  | { readonly code: 'already-cancelled' }
  | { readonly code: 'already-here' }
  | { readonly code: 'too-few-seats'; readonly left: number; readonly heads: number }
  | { readonly code: 'others-wait'; readonly left: number; readonly waiting: number }
  | { readonly code: 'larger-than-the-house'; readonly capacity: number; readonly heads: number }

/** Decides whether a group that has a seat or waits may become `heads`. Fewer is always welcome; more keeps the order. */
export function decideHeads(
  activity: Bookable,
  was: { readonly state: 'seated' | 'waiting'; readonly heads: number },
  heads: number,
): Result<null, ChangeRefusal> {
  const { capacity, waiting } = activity
  if (heads <= was.heads || capacity === null) return ok(null)
  if (heads > capacity) return refused([{ code: 'larger-than-the-house', capacity, heads }])
  if (was.state === 'waiting') return ok(null)
  const left = seatsLeft(activity) ?? 0
  if (heads - was.heads > left) return refused([{ code: 'too-few-seats', left, heads: heads - was.heads }])
  return waiting > 0 ? refused([{ code: 'others-wait', left, waiting }]) : ok(null)
}
