import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'

export interface Loan {
  readonly id: string
  readonly item: string
  readonly edition: string
  readonly institution: string
  /** Null once the loan was returned and its grace days are over. */
  readonly person: string | null
  readonly lentOn: LocalDate
  readonly dueOn: LocalDate
  readonly renewals: number
  readonly returnedOn: LocalDate | null
  readonly lentFact: string
  /** Null until it is returned. */
  readonly returnedFact: string | null
}

/** What the rule needs to know of a copy. */
export interface LendableItem {
  readonly status: 'available' | 'on-loan' | 'on-hold' | 'in-repair' | 'missing' | 'withdrawn'
  /** Whether the desk may lend it: kept here or in a branch of this desk. */
  readonly keptHere: boolean
  /** The institution's name for the refusal, when it is kept elsewhere. */
  readonly keeperName: string
}

/** What the rule needs to know of a reader. */
export interface Patron {
  readonly cardState: 'valid' | 'lost' | 'blocked' | 'replaced'
  readonly cardExpires: LocalDate
  readonly openLoans: number
  readonly overdueLoans: number
}

/** The lending institution's rules. */
export interface LoanPolicy {
  readonly loanDays: number
  readonly maxLoans: number
  readonly renewals: number
  readonly graceDays: number
}

export type LoanRefusal =
  | { readonly code: 'unknown-card'; readonly typed: string }
  | { readonly code: 'unknown-barcode'; readonly typed: string }
  | { readonly code: 'card-expired'; readonly on: LocalDate }
  | { readonly code: 'card-lost' }
  | { readonly code: 'card-blocked' }
  | { readonly code: 'card-replaced' }
  | { readonly code: 'loan-limit-reached'; readonly limit: number }
  | { readonly code: 'has-overdue-loans'; readonly count: number }
  | { readonly code: 'item-on-loan' }
  | { readonly code: 'item-not-for-loan'; readonly status: 'on-hold' | 'in-repair' | 'missing' | 'withdrawn' }
  | { readonly code: 'kept-elsewhere'; readonly keeper: string }
  | { readonly code: 'not-on-loan' }
  | { readonly code: 'lent-to-another' }
  | { readonly code: 'renewals-used-up'; readonly limit: number }
  | { readonly code: 'already-overdue'; readonly days: number }

/** Why an act of the desk is not undone. */
export type UndoRefusal =
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'undo-too-late' }
  | { readonly code: 'changed-since' }

/** What is wrong with a card today. */
export function cardProblems(patron: Pick<Patron, 'cardState' | 'cardExpires'>, today: LocalDate): LoanRefusal[] {
  const problems: LoanRefusal[] = []
  if (patron.cardState !== 'valid') problems.push({ code: `card-${patron.cardState}` })
  if (patron.cardExpires < today) problems.push({ code: 'card-expired', on: patron.cardExpires })
  return problems
}

/** What stands against lending anything to this reader today. */
export function patronProblems(patron: Patron, policy: LoanPolicy, today: LocalDate): LoanRefusal[] {
  const problems = cardProblems(patron, today)
  if (patron.openLoans >= policy.maxLoans) problems.push({ code: 'loan-limit-reached', limit: policy.maxLoans })
  if (patron.overdueLoans > 0) problems.push({ code: 'has-overdue-loans', count: patron.overdueLoans })
  return problems
}

/** What stands against lending this copy to anybody. */
export function itemProblems(item: LendableItem): LoanRefusal[] {
  const problems: LoanRefusal[] = []
  if (!item.keptHere) problems.push({ code: 'kept-elsewhere', keeper: item.keeperName })
  if (item.status === 'on-loan') problems.push({ code: 'item-on-loan' })
  else if (item.status !== 'available') problems.push({ code: 'item-not-for-loan', status: item.status })
  return problems
}

/** The first day on or after `day` that is not closed; a book never falls due before a locked door. At most a year on. */
export function nextOpenDay(day: LocalDate, isClosed: (day: LocalDate) => boolean): LocalDate {
  for (let ahead = 0; ahead <= 366; ahead++) {
    const candidate = addDays(day, ahead)
    if (!isClosed(candidate)) return candidate
  }
  return day
}

/**
 * Decides whether a copy may be lent on `today`, and until when: calendar days, closed days included; a due day that is
 * closed moves to the next open one. Gives every reason at once, so that nobody is sent back three times.
 */
export function decideLoan(
  item: LendableItem,
  patron: Patron,
  policy: LoanPolicy,
  today: LocalDate,
  isClosed: (day: LocalDate) => boolean,
): Result<{ dueOn: LocalDate }, LoanRefusal> {
  const problems = [...patronProblems(patron, policy, today), ...itemProblems(item)]
  if (problems.length > 0) return refused(problems)
  return ok({ dueOn: nextOpenDay(addDays(today, policy.loanDays), isClosed) })
}

/** Decides a renewal: from today, never to an earlier day, as often as the policy allows, not once the loan is overdue. */
export function decideRenewal(
  loan: Pick<Loan, 'dueOn' | 'renewals'>,
  patron: Pick<Patron, 'cardState' | 'cardExpires'>,
  policy: LoanPolicy,
  today: LocalDate,
  isClosed: (day: LocalDate) => boolean,
): Result<{ dueOn: LocalDate }, LoanRefusal> {
  const problems = cardProblems(patron, today)
  if (loan.renewals >= policy.renewals) problems.push({ code: 'renewals-used-up', limit: policy.renewals })
  if (loan.dueOn < today) problems.push({ code: 'already-overdue', days: daysBetween(loan.dueOn, today) })
  if (problems.length > 0) return refused(problems)
  const fromToday = nextOpenDay(addDays(today, policy.loanDays), isClosed)
  return ok({ dueOn: fromToday > loan.dueOn ? fromToday : loan.dueOn })
}

/** Days past the due day; 0 when in time. */
export const daysOverdue = (dueOn: LocalDate, today: LocalDate): number => Math.max(0, daysBetween(dueOn, today))
