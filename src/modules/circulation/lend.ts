import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { type Item, queueWorkOfItem, setItemStatus } from '../catalogue/index.ts'
import { branchesOf, closedDaysOf, institutionById, policyOf } from '../institutions/index.ts'
import { record } from '../participation/index.ts'
import type { Card } from '../people/index.ts'
import { circulationFact } from './fact-here.ts'
import { decideLoan, itemProblems, type LendableItem, type LoanRefusal, type Patron, patronProblems } from './loan.ts'
import { keptFor, serveRequest } from './move-request.ts'
import type { StackRequest } from './request.ts'
import { findReader, lockScannedItem } from './scanned.ts'
import { countOpenLoans, insertLoan, lockReader } from './store.ts'

/** What a desk asks for: this card takes this copy, here, now. */
export interface Lending {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly cardNumber: string
  readonly barcode: string
  readonly now: Date
}

export interface Lent {
  readonly loan: string
  readonly item: string
  readonly dueOn: LocalDate
  readonly [key: string]: string
}

/** Lends a copy: decides under lock, writes the loan, its fact, the copy's state and what search knows, together. */
export function lend(world: World, lending: Lending): Promise<Result<Lent, LoanRefusal>> {
  const { act, by, institution, now } = lending
  const intent = {
    id: act,
    type: 'circulation.lend',
    version: 1,
    actor: by,
    institution,
    occurredAt: now,
    payload: { barcode: lending.barcode },
  }
  return perform<Lent, LoanRefusal>(world.database, intent, async tx => {
    const today = localDateAt(now)
    const decision = await decide(tx, lending, today)
    if (!decision.ok) return decision
    const { item, card, dueOn, slip } = decision.value
    const loan = newId()
    const [lentFact] = await record(tx, intent, [
      await circulationFact(tx, 'copy.lent', item, institution, card.person, now),
    ])
    if (lentFact === undefined) throw new Error('no fact was recorded')
    await insertLoan(tx, {
      id: loan,
      item: item.id,
      edition: item.edition,
      institution,
      person: card.person,
      card: card.id,
      lentAt: now,
      lentOn: today,
      dueOn,
      lentFact,
    })
    if (slip !== null) await serveRequest(tx, slip, 'lent', item, intent)
    await setItemStatus(tx, item.id, 'on-loan')
    await queueWorkOfItem(tx, item, now)
    return ok({ loan, item: item.id, dueOn })
  })
}

/** Reads reader and copy under lock and decides; where one of them is unknown, what is wrong with the other is said too. */
async function decide(
  tx: Db,
  { cardNumber, barcode, institution }: Lending,
  today: LocalDate,
): Promise<Result<{ card: Card; item: Item; dueOn: LocalDate; slip: StackRequest | null }, LoanRefusal>> {
  const found = await findReader(tx, cardNumber)
  const item = await lockScannedItem(tx, barcode)
  // Two desks that lend to one reader at once must count each other's loans.
  const reader = found !== null && (await lockReader(tx, found.person.id)) ? found : null
  const policy = await policyOf(tx, institution)
  const patron = reader && (await patronOf(tx, reader.card, today))
  const kept = item && (await keptFor(tx, item, institution, reader?.person.id ?? null))
  const copy = item && kept && (await lendable(tx, { ...item, status: kept.status }, institution))
  if (reader === null || item === null || patron === null || copy === null) {
    return refused([
      ...(patron === null
        ? [{ code: 'unknown-card' as const, typed: cardNumber }]
        : patronProblems(patron, policy, today)),
      ...(copy === null ? [{ code: 'unknown-barcode' as const, typed: barcode }] : itemProblems(copy)),
    ])
  }
  const decision = decideLoan(copy, patron, policy, today, await closedDaysOf(tx, institution))
  return decision.ok ? ok({ card: reader.card, item, dueOn: decision.value.dueOn, slip: kept?.slip ?? null }) : decision
}

/** What the rule needs to know of this copy at this desk. */
async function lendable(tx: Db, item: Item, institution: string): Promise<LendableItem> {
  const keptHere = (await branchesOf(tx, institution)).includes(item.keeper)
  const keeper = keptHere ? null : await institutionById(tx, item.keeper)
  return { status: item.status, keptHere, keeperName: keeper?.name[0]?.text ?? '' }
}

/** What the rule needs to know of this reader today. */
async function patronOf(tx: Db, card: Card, today: LocalDate): Promise<Patron> {
  const { open, overdue } = await countOpenLoans(tx, card.person, today)
  return { cardState: card.state, cardExpires: card.expiresOn, openLoans: open, overdueLoans: overdue }
}
