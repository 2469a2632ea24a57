import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { closedDaysOf, policyOf } from '../institutions/index.ts'
import type { Lending } from './lend.ts'
import { decideRenewal, type LoanRefusal } from './loan.ts'
import { findReader, lockScannedItem } from './scanned.ts'
import { lockOpenLoan, setDue } from './store.ts'

export interface Renewed {
  readonly loan: string
  readonly item: string
  readonly dueOn: LocalDate
  /** What undoing it brings back. */
  readonly dueBefore: LocalDate
  /** How often it was renewed, this time included. */
  readonly renewals: number
  readonly [key: string]: string | number
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
    const reader = await findReader(tx, renewal.cardNumber)
    const item = await lockScannedItem(tx, renewal.barcode)
    const loan = item && (await lockOpenLoan(tx, item.id, null))
    const problems: LoanRefusal[] = []
    if (reader === null) problems.push({ code: 'unknown-card', typed: renewal.cardNumber })
    if (item === null) problems.push({ code: 'unknown-barcode', typed: renewal.barcode })
    else if (loan === null) problems.push({ code: 'not-on-loan' })
    else if (reader !== null && loan.person !== reader.person.id) problems.push({ code: 'lent-to-another' })
    if (reader === null || item === null || loan === null || problems.length > 0) return refused(problems)
    const decision = decideRenewal(
      loan,
      { cardState: reader.card.state, cardExpires: reader.card.expiresOn },
      await policyOf(tx, loan.institution),
      localDateAt(now),
      await closedDaysOf(tx, loan.institution),
    )
    if (!decision.ok) return decision
    const { dueOn } = decision.value
    const renewals = loan.renewals + 1
    await setDue(tx, loan.id, { dueOn, renewals })
    return ok({ loan: loan.id, item: item.id, dueOn, dueBefore: loan.dueOn, renewals })
  })
}
