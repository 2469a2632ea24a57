import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { queueWorkOfItem, setItemStatus } from '../catalogue/index.ts'
import { record } from '../participation/index.ts'
import { circulationFact } from './fact-here.ts'
import { daysOverdue, type LoanRefusal } from './loan.ts'
import { lockScannedItem } from './scanned.ts'
import { closeLoan, lockOpenLoan } from './store.ts'

export interface Returning {
  readonly act: string
  readonly by: string | null
  /** Where the copy was handed in. */
  readonly institution: string
  readonly barcode: string
  readonly now: Date
}

export interface Returned {
  readonly loan: string
  readonly item: string
  /** Days late; 0 when in time. */
  readonly overdueDays: number
  /** The institution on whose shelf it belongs. */
  readonly keeper: string
  readonly [key: string]: string | number
}

/** By how much the moments of two acts of one device may be told wrongly, as one took longer to be sent. */
const clocksDifferMs = 60_000

/**
 * Takes a copy back, wherever it was lent. A return that happened before the copy was lent anew, and comes late from a
 * device without a network, is not the return of that loan.
 */
export function returnItem(world: World, returning: Returning): Promise<Result<Returned, LoanRefusal>> {
  const { act, by, institution, now } = returning
  const intent = {
    id: act,
    type: 'circulation.return',
    version: 1,
    actor: by,
    institution,
    occurredAt: now,
    payload: { barcode: returning.barcode },
  }
  return perform<Returned, LoanRefusal>(world.database, intent, async tx => {
    const item = await lockScannedItem(tx, returning.barcode)
    if (item === null) return refused([{ code: 'unknown-barcode', typed: returning.barcode }])
    const loan = await lockOpenLoan(tx, item.id, new Date(now.getTime() + clocksDifferMs))
    if (loan === null) return refused([{ code: 'not-on-loan' }])
    const [fact] = await record(tx, intent, [
      await circulationFact(tx, 'copy.returned', item, institution, loan.person, now),
    ])
    if (fact === undefined) throw new Error('no fact was recorded')
    const today = localDateAt(now)
    await closeLoan(tx, loan.id, { at: now, on: today, to: institution, fact })
    await setItemStatus(tx, item.id, 'available')
    await queueWorkOfItem(tx, item, now)
    return ok({ loan: loan.id, item: item.id, overdueDays: daysOverdue(loan.dueOn, today), keeper: item.keeper })
  })
}
