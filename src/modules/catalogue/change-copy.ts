import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { queueWorkOfItem } from './documents.ts'
import type { ItemStatus } from './edition.ts'
import { lockItem, updateItem, withdrawItem } from './item-store.ts'
import { recordStock } from './stock.ts'

/** States that staff may give a copy; being lent and waiting for somebody are the desk's. */
export const givenStatuses = ['available', 'in-repair', 'missing'] as const
export type GivenStatus = (typeof givenStatuses)[number]
export const isGiven = (status: string): status is GivenStatus => givenStatuses.some(given => given === status)

/** Why a copy goes. A list and no free text, since the journal keeps it for good. */
export const withdrawalReasons = ['worn', 'lost', 'outdated', 'given-away', 'entered-by-mistake'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

export type CopyRefusal =
  | { readonly code: 'copy-gone' }
  /** Somebody has it, or it waits for somebody. */
  | { readonly code: 'copy-out'; readonly status: 'on-loan' | 'on-hold' }
  | { readonly code: 'no-reason' }

/** Whether the desk holds the state of a copy. */
const isOut = (status: ItemStatus): status is 'on-loan' | 'on-hold' => status === 'on-loan' || status === 'on-hold'

interface CopyAct {
  readonly act: string
  readonly by: string | null
  /** Whose copy it is. */
  readonly institution: string
  readonly item: string
}

export interface ChangeCopy extends CopyAct {
  readonly callNumber: string | null
  readonly location: string | null
  /** Null leaves the state to the desk. */
  readonly status: GivenStatus | null
}

type Changed = { readonly item: string }

/** Changes where a copy stands and whether it can be lent. */
export function changeCopy(world: World, asked: ChangeCopy): Promise<Result<Changed, CopyRefusal>> {
  const act = {
    id: asked.act,
    type: 'catalogue.change-copy',
    version: 1,
    actor: asked.by,
    institution: asked.institution,
    occurredAt: world.clock.now(),
    payload: { item: asked.item, status: asked.status },
  }
  return perform<Changed, CopyRefusal>(world.database, act, async tx => {
    const item = await lockItem(tx, asked.item)
    if (item === null) return refused([{ code: 'copy-gone' }])
    if (asked.status !== null && isOut(item.status)) return refused([{ code: 'copy-out', status: item.status }])
    const { callNumber, location } = asked
    await updateItem(tx, { id: item.id, callNumber, location, status: asked.status ?? item.status })
    await queueWorkOfItem(tx, item, act.occurredAt)
    return ok({ item: item.id })
  })
}

/** Takes a copy out of the catalogue and of the stock figure; one that a reader has stays until it is back. */
export function withdrawCopy(
  world: World,
  asked: CopyAct & { readonly reason: WithdrawalReason },
): Promise<Result<Changed, CopyRefusal>> {
  const act = {
    id: asked.act,
    type: 'catalogue.withdraw-copy',
    version: 1,
    actor: asked.by,
    institution: asked.institution,
    occurredAt: world.clock.now(),
    payload: { item: asked.item, reason: asked.reason },
  }
  return perform<Changed, CopyRefusal>(world.database, act, async tx => {
    const item = await lockItem(tx, asked.item)
    if (item === null) return refused([{ code: 'copy-gone' }])
    if (isOut(item.status)) return refused([{ code: 'copy-out', status: item.status }])
    await withdrawItem(tx, item.id)
    await recordStock(tx, act, item.owner, -1, { kind: 'edition', id: item.edition }, act.occurredAt)
    await queueWorkOfItem(tx, item, act.occurredAt)
    return ok({ item: item.id })
  })
}
