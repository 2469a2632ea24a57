import type { Db } from '../../platform/database/database.ts'
import type { JournalEntry } from '../../platform/journal/index.ts'
import { type Item, setItemStatus } from '../catalogue/index.ts'
import { moveRequestBack, requestHolding } from './request-store.ts'

/**
 * Puts the slip that an undone act had moved back to where it was, and its copy aside again. False where something else
 * has happened to the slip or to the copy since, so that the step cannot be undone.
 */
export async function putSlipBack(tx: Db, entry: JournalEntry, item: Item | null): Promise<boolean> {
  const holder = item && (await requestHolding(tx, item.id))
  const slip = await moveRequestBack(tx, entry.id)
  if (slip === null) return entry.type !== 'circulation.move-request'
  if (item === null) return true
  if (holder !== null && holder.id !== slip.id) return false
  if (entry.type !== 'circulation.lend' && item.status !== 'available' && item.status !== 'on-hold') return false
  await setItemStatus(tx, item.id, slip.item === item.id ? 'on-hold' : 'available')
  return true
}
