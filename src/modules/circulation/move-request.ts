import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Act, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { type Item, lockItem, queueWorkOfItem, setItemStatus } from '../catalogue/index.ts'
import { recordReading } from './record-reading.ts'
import type { MissReason, RequestRefusal, RequestState, RequestStep, StackRequest } from './request.ts'
import { isOpen, stateAfter } from './request.ts'
import { lockOpenRequest, lockRequest, moveRequestTo } from './request-store.ts'
import { lockFreeCopy } from './stacks-store.ts'

export interface MoveRequest {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly request: string
  readonly step: RequestStep
  /** Why it was not found; asked for with the step `miss` only. */
  readonly reason: MissReason | null
  readonly now: Date
}

export interface Moved {
  readonly request: string
  readonly step: RequestStep
  /** The copy, where one was fetched; '' otherwise. */
  readonly item: string
  readonly [key: string]: string
}

/**
 * Takes a slip a step on: a copy is fetched (and kept for its reader), handed out in the room (a fact), put back, or
 * not found, for a reason that the reader sees.
 */
export function moveRequest(world: World, moving: MoveRequest): Promise<Result<Moved, RequestRefusal>> {
  const { act, by, institution, request, step, reason, now } = moving
  const intent = {
    id: act,
    type: 'circulation.move-request',
    version: 1,
    actor: by,
    institution,
    occurredAt: now,
    payload: { request, step, reason },
  }
  return perform<Moved, RequestRefusal>(world.database, intent, async tx => {
    const slip = await lockRequest(tx, request)
    if (slip === null || slip.institution !== institution) return refused([{ code: 'request-gone' }])
    const to = stateAfter(slip.state, step)
    if (to === null) return refused([{ code: 'request-moved' }])
    if (step === 'miss' && reason === null) return refused([{ code: 'no-reason' }])
    const itemId = step === 'fetch' ? await lockFreeCopy(tx, institution, slip.edition) : slip.item
    if (step === 'fetch' && itemId === null) return refused([{ code: 'no-copy-free' }])
    const item = itemId === null ? null : await lockItem(tx, itemId)
    const endedOn = isOpen(to) ? null : localDateAt(now)
    await moveRequestTo(tx, slip.id, {
      to,
      act,
      at: now,
      item: itemId,
      reason: step === 'miss' ? reason : null,
      endedOn,
    })
    if (item === null) return ok({ request, step, item: '' })
    if (step === 'hand-out') await recordReading(tx, intent, item, institution, slip.person)
    if (step === 'fetch') await holdCopy(tx, item, now)
    if (step === 'shelve') await releaseCopy(tx, item, now)
    return ok({ request, step, item: item.id })
  })
}

async function holdCopy(tx: Db, item: Item, now: Date): Promise<void> {
  await setItemStatus(tx, item.id, 'on-hold')
  await queueWorkOfItem(tx, item, now)
}

/** Back on the shelf, unless something else has happened to the copy. */
async function releaseCopy(tx: Db, item: Item, now: Date): Promise<void> {
  if (item.status !== 'on-hold') return
  await setItemStatus(tx, item.id, 'available')
  await queueWorkOfItem(tx, item, now)
}

/**
 * Whether a copy that is kept for somebody is kept for this reader; then the desk treats it as one on the shelf.
 * Gives their open slip for its edition, if they have one here.
 */
export async function keptFor(
  tx: Db,
  item: Item,
  institution: string,
  person: string | null,
): Promise<{ slip: StackRequest | null; status: Item['status'] }> {
  const slip = person === null ? null : await lockOpenRequest(tx, { person, edition: item.edition, institution })
  return { slip, status: item.status === 'on-hold' && slip?.item === item.id ? 'available' : item.status }
}

/** A slip whose reader gets a copy at the desk; where it is not the one that was fetched, that one goes back. */
export async function serveRequest(
  tx: Db,
  slip: StackRequest,
  to: Extract<RequestState, 'lent' | 'in-room'>,
  item: Item,
  act: Act,
): Promise<void> {
  const { occurredAt: at } = act
  const endedOn = isOpen(to) ? null : localDateAt(at)
  await moveRequestTo(tx, slip.id, { to, act: act.id, at, item: item.id, reason: null, endedOn })
  if (to === 'in-room') await holdCopy(tx, item, at)
  if (slip.item === null || slip.item === item.id) return
  const other = await lockItem(tx, slip.item)
  if (other !== null) await releaseCopy(tx, other, at)
}
