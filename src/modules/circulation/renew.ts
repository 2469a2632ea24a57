import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { itemByBarcode } from '../catalogue/index.ts'
import { closedDaysOf, policyOf } from '../institutions/index.ts'
import { cardByNumber, normaliseCardNumber } from '../people/index.ts'
import { type Lending, normaliseBarcode } from './lend.ts'
import { decideRenewal, type LoanRefusal } from './loan.ts'
import { extendLoan, lockOpenLoan } from './store.ts'

export interface Renewed {
  readonly loan: string
  readonly item: string
  readonly dueOn: LocalDate
  readonly [key: string]: string
}

/** Renews a reader's loan at the desk, under the policy of the institution that lent it. */
export function renew(world: World, renewal: Lending): Promise<Result<Renewed, LoanRefusal>> {
  const { act, by, institution, now } = renewal
  const intent = {
    id: act,
    type: 'circulation.renew',
    version: 1,
    actor: by,
    institution,
    occurredAt: now,
    payload: { barcode: renewal.barcode },
  }
  return perform<Renewed, LoanRefusal>(world.database, intent, async tx => {
    const item = await itemByBarcode(tx, normaliseBarcode(renewal.barcode))
    if (item === null) return refused([{ code: 'unknown-barcode', typed: renewal.barcode }])
    const card = await cardByNumber(tx, normaliseCardNumber(renewal.cardNumber))
    if (card === null) return refused([{ code: 'unknown-card', typed: renewal.cardNumber }])
    const loan = await lockOpenLoan(tx, item.id)
    if (loan === null || loan.person !== card.person) return refused([{ code: 'not-on-loan' }])
    const decision = decideRenewal(
      loan,
      { cardState: card.state, cardExpires: card.expiresOn },
      await policyOf(tx, loan.institution),
      localDateAt(now),
      await closedDaysOf(tx, loan.institution),
    )
    if (!decision.ok) return decision
    await extendLoan(tx, loan.id, decision.value.dueOn)
    return ok({ loan: loan.id, item: item.id, dueOn: decision.value.dueOn })
  })
}
