import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { closedDaysOf, policyOf } from '../institutions/index.ts'
import { type Assistance, assistedBy, cardsOf, mayGoOn, type TurnOver } from '../people/index.ts'
import { decideRenewal, type LoanRefusal } from './loan.ts'
import { lockLoan, lockReader, setDue } from './store.ts'

export interface OwnRenewal {
  readonly act: string
  /** The reader, whose act it is. */
  readonly person: string
  readonly loan: string
  /** Who lent it. */
  readonly institution: string
  readonly now: Date
  /** Whose hand it was, when somebody helped. */
  readonly assistance?: Assistance
}

/**
 * A reader renews what they have on loan, from anywhere, under the policy of the institution that lent it. The journal
 * names the reader, so it keeps nothing that leads to the loan: that link ends some days after the return.
 */
export function renewOwn(world: World, renewal: OwnRenewal): Promise<Result<null, LoanRefusal | TurnOver>> {
  const { act, person, institution, now } = renewal
  const intent = {
    id: act,
    type: 'circulation.renew-own',
    version: 1,
    actor: person,
    institution,
    occurredAt: now,
    payload: assistedBy(renewal.assistance),
  }
  return perform<null, LoanRefusal | TurnOver>(world.database, intent, async tx => {
    await lockReader(tx, person)
    const loan = await lockLoan(tx, renewal.loan)
    // Handed in meanwhile; that it ever was another's is not told.
    if (loan === null || loan.person !== person || loan.returnedOn !== null) return refused([{ code: 'not-on-loan' }])
    const [card] = await cardsOf(tx, person)
    const decision = decideRenewal(
      loan,
      { cardState: card?.state ?? 'blocked', cardExpires: card?.expiresOn ?? loan.lentOn },
      await policyOf(tx, loan.institution),
      localDateAt(now),
      await closedDaysOf(tx, loan.institution),
    )
    if (!decision.ok) return decision
    if (!(await mayGoOn(tx, intent, renewal.assistance))) return refused([{ code: 'turn-over' }])
    await setDue(tx, loan.id, { dueOn: decision.value.dueOn, renewals: loan.renewals + 1 })
    return ok(null)
  })
}
