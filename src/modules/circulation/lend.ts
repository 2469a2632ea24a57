import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { type Item, itemByBarcode, lockItem, queueWorkOfItem, setItemStatus } from '../catalogue/index.ts'
import { branchesOf, closedDaysOf, facilitiesOf, institutionById, policyOf } from '../institutions/index.ts'
import { record } from '../participation/index.ts'
import { type Card, cardByNumber, normaliseCardNumber } from '../people/index.ts'
import { decideLoan, type LendableItem, type LoanRefusal, type Patron } from './loan.ts'
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

/** Scanners may send lower case and blanks; barcodes are kept as printed. */
export const normaliseBarcode = (typed: string): string => typed.normalize('NFC').trim()

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
    const found = await findBoth(tx, lending)
    if (!found.ok) return found
    const { card, item } = found.value
    const today = localDateAt(now)
    const decision = decideLoan(
      await lendable(tx, item, institution),
      await patronOf(tx, card, today),
      await policyOf(tx, institution),
      today,
      await closedDaysOf(tx, institution),
    )
    if (!decision.ok) return decision
    const { dueOn } = decision.value
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
    await setItemStatus(tx, item.id, 'on-loan')
    await queueWorkOfItem(tx, item)
    return ok({ loan, item: item.id, dueOn })
  })
}

async function findBoth(tx: Db, lending: Lending): Promise<Result<{ card: Card; item: Item }, LoanRefusal>> {
  const card = await cardByNumber(tx, normaliseCardNumber(lending.cardNumber))
  const found = await itemByBarcode(tx, normaliseBarcode(lending.barcode))
  const item = found && (await lockItem(tx, found.id))
  const problems: LoanRefusal[] = []
  if (card === null) problems.push({ code: 'unknown-card', typed: lending.cardNumber })
  if (item === null) problems.push({ code: 'unknown-barcode', typed: lending.barcode })
  if (card === null || item === null) return refused(problems)
  // Two desks that lend to one reader at once must count each other's loans.
  await lockReader(tx, card.person)
  return ok({ card, item })
}

/** What the rule needs to know of this copy at this desk. */
export async function lendable(tx: Db, item: Item, institution: string): Promise<LendableItem> {
  const keptHere = (await branchesOf(tx, institution)).includes(item.keeper)
  const keeper = keptHere ? null : await institutionById(tx, item.keeper)
  return { status: item.status, keptHere, keeperName: keeper?.name[0]?.text ?? '' }
}

/** What the rule needs to know of this reader today. */
export async function patronOf(tx: Db, card: Card, today: LocalDate): Promise<Patron> {
  const { open, overdue } = await countOpenLoans(tx, card.person, today)
  return { cardState: card.state, cardExpires: card.expiresOn, openLoans: open, overdueLoans: overdue }
}

/** The fact of one copy moving between shelf and reader. */
export async function circulationFact(
  tx: Db,
  verb: 'copy.lent' | 'copy.returned',
  item: Item,
  institution: string,
  person: string | null,
  now: Date,
) {
  const [seat] = await facilitiesOf(tx, [institution], localDateAt(now))
  return {
    verb,
    object: { kind: 'edition', id: item.edition },
    institution,
    place: seat?.place ?? null,
    quantity: 1,
    occurredAt: now,
    person,
  }
}
