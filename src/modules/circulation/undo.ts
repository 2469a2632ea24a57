import { type LocalDate, localDateAt, parseLocalDate } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Db } from '../../platform/database/database.ts'
import { findEntry, type JournalEntry, listEntries, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { type Item, lockItem, queueWorkOfItem, setItemStatus } from '../catalogue/index.ts'
import { factsOfAct, unlinkFacts, voidFacts } from '../participation/index.ts'
import { isDeskAct, isRoomAct, numberOf, textOf } from './answer.ts'
import type { Loan, UndoRefusal } from './loan.ts'
import { putSlipBack } from './put-slip-back.ts'
import { unlinkReadings } from './reading-store.ts'
import { deleteLoan, lockLoan, lockUndoing, reopenLoan, setDue } from './store.ts'

export interface Undoing {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  /** The act at this desk that was a mistake. */
  readonly undone: string
  readonly now: Date
}

export interface Undone {
  /** What was undone: its act, its type, its copy ('' where it was about none). */
  readonly undone: string
  readonly type: string
  readonly item: string
  readonly [key: string]: string
}

/** What the undoing of one act would do to the loan; null when something else has happened to it since. */
type Step = (tx: Db) => Promise<void>

/**
 * Undoes an act of today at the same desk: its facts are voided by facts, the loan and the slip are as they were before.
 * Only the last thing that happened to a loan or a slip can be undone.
 */
export function undo(world: World, undoing: Undoing): Promise<Result<Undone, UndoRefusal>> {
  const { act, by, institution, undone, now } = undoing
  const intent = {
    id: act,
    type: 'circulation.undo',
    version: 1,
    actor: by,
    institution,
    occurredAt: now,
    payload: { undone },
  }
  return perform<Undone, UndoRefusal>(world.database, intent, async tx => {
    await lockUndoing(tx, undone)
    const entry = await findEntry(tx, undone)
    if (entry === null || entry.institution !== institution || !isDeskAct(entry.type)) {
      return refused([{ code: 'nothing-to-undo' }])
    }
    if (localDateAt(entry.occurredAt) !== localDateAt(now)) return refused([{ code: 'undo-too-late' }])
    const [itemId, loanId] = [textOf(entry.answer, 'item'), textOf(entry.answer, 'loan')]
    const item = itemId === '' ? null : await lockItem(tx, itemId)
    const loan = loanId === '' ? null : await lockLoan(tx, loanId)
    if (await wasUndone(tx, entry)) return refused([{ code: 'changed-since' }])
    const facts = (await factsOfAct(tx, entry.id)).map(fact => fact.id)
    const step = stepBack(entry, item, loan, facts)
    if (step === null) return refused([{ code: 'changed-since' }])
    await step(tx)
    if (!(await putSlipBack(tx, entry, item))) return refused([{ code: 'changed-since' }])
    await voidFacts(tx, intent, facts)
    await unlinkFacts(tx, facts)
    if (item !== null) await queueWorkOfItem(tx, item, now)
    return ok({ undone, type: entry.type, item: item?.id ?? '', step: textOf(entry.answer, 'step') })
  })
}

/** Undoings of a day at one desk are few. */
async function wasUndone(tx: Db, { id, institution }: JournalEntry): Promise<boolean> {
  const institutions = institution === null ? [] : [institution]
  const undoings = await listEntries(tx, { institutions, type: 'circulation.undo', limit: 1000 })
  return undoings.some(({ payload }) => textOf(payload, 'undone') === id)
}

function stepBack(entry: JournalEntry, item: Item | null, loan: Loan | null, facts: readonly string[]): Step | null {
  // What was read in the room and a slip's step moved no loan.
  if (isRoomAct(entry.type)) return tx => unlinkReadings(tx, facts)
  return item && loan && loanStepBack(entry, item, loan, facts)
}

function loanStepBack(entry: JournalEntry, item: Item, loan: Loan, facts: readonly string[]): Step | null {
  const open = loan.returnedOn === null
  if (entry.type === 'circulation.lend' && open && loan.renewals === 0) {
    return async tx => {
      await deleteLoan(tx, loan.id)
      await setItemStatus(tx, item.id, 'available')
    }
  }
  const closedByIt = loan.returnedFact !== null && facts.includes(loan.returnedFact)
  // A reader who was forgotten meanwhile cannot have the loan back.
  if (entry.type === 'circulation.return' && closedByIt && item.status === 'available' && loan.person !== null) {
    return async tx => {
      await reopenLoan(tx, loan.id)
      await setItemStatus(tx, item.id, 'on-loan')
    }
  }
  const dueOn: LocalDate | null = parseLocalDate(textOf(entry.answer, 'dueBefore'))
  const lastRenewal = loan.renewals === numberOf(entry.answer, 'renewals')
  if (entry.type === 'circulation.renew' && open && lastRenewal && dueOn !== null) {
    return tx => setDue(tx, loan.id, { dueOn, renewals: loan.renewals - 1 })
  }
  return null
}
