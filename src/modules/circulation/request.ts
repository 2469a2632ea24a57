import { addDays, type LocalDate } from '../../kernel/local-date.ts'
import type { OpenSpan } from '../../kernel/opening-hours.ts'
import { cardProblems, type LoanRefusal, type Patron } from './loan.ts'

/** Where a slip stands: on paper it lies in one of these boxes. */
export type RequestState = 'asked' | 'fetched' | 'in-room' | 'lent' | 'shelved' | 'not-found' | 'expired' | 'cancelled'

/** A slip for a book out of the closed stacks. */
export interface StackRequest {
  readonly id: string
  readonly institution: string
  readonly edition: string
  readonly person: string
  readonly askedAt: Date
  /** The day on which it is served; unfetched, it ends with that day. */
  readonly forDay: LocalDate
  /** Counts from 1 at an institution on a day. */
  readonly number: number
  readonly state: RequestState
  /** The copy that was fetched for it. */
  readonly item: string | null
  readonly reason: MissReason | null
}

/** Why a book was not brought. A list and no free text: the reader sees it, and the journal keeps it for good. */
export const missReasons = ['not-on-shelf', 'lent-out', 'in-repair', 'restricted', 'being-moved'] as const
export type MissReason = (typeof missReasons)[number]
export const isMissReason = (text: string): text is MissReason => missReasons.some(reason => reason === text)

/** What staff do with a slip. */
export const requestSteps = ['fetch', 'hand-out', 'shelve', 'miss'] as const
export type RequestStep = (typeof requestSteps)[number]
export const isRequestStep = (text: string): text is RequestStep => requestSteps.some(step => step === text)

const moves: Readonly<Record<RequestStep, { readonly from: readonly RequestState[]; readonly to: RequestState }>> = {
  fetch: { from: ['asked'], to: 'fetched' },
  'hand-out': { from: ['fetched'], to: 'in-room' },
  shelve: { from: ['fetched', 'in-room'], to: 'shelved' },
  miss: { from: ['asked'], to: 'not-found' },
}

/** The state after a step; null where the slip is no longer where the step begins. */
export const stateAfter = (state: RequestState, step: RequestStep): RequestState | null =>
  moves[step].from.includes(state) ? moves[step].to : null

const open: readonly RequestState[] = ['asked', 'fetched', 'in-room']
export const isOpen = (state: RequestState): boolean => open.includes(state)

/** Slips of one reader at once in the whole province; what one person reads in an afternoon. */
export const mostRequests = 5

export type RequestRefusal =
  | Extract<
      LoanRefusal,
      {
        readonly code:
          | 'unknown-card'
          | 'unknown-barcode'
          | 'card-expired'
          | 'card-lost'
          | 'card-blocked'
          | 'card-replaced'
      }
    >
  | { readonly code: 'no-card' }
  | { readonly code: 'already-asked' }
  | { readonly code: 'has-it-already' }
  | { readonly code: 'too-many-requests'; readonly limit: number }
  | { readonly code: 'not-in-stacks' }
  | { readonly code: 'no-copy-free' }
  | { readonly code: 'request-gone' }
  | { readonly code: 'request-moved' }
  | { readonly code: 'no-reason' }

/** What the rule needs to know of the reader. */
export interface Asker extends Pick<Patron, 'cardState' | 'cardExpires'> {
  /** Open slips anywhere. */
  readonly open: number
  /** Whether one of them is for this edition. */
  readonly asked: boolean
  /** Whether a copy of this edition is lent to this reader. */
  readonly borrowed: boolean
}

/** What stands against a slip; `copies` are those of the edition in the closed stacks there, `free` those on the shelf. */
export function askingProblems(
  asker: Asker | null,
  stacks: { readonly copies: number; readonly free: number } | null,
  today: LocalDate,
): RequestRefusal[] {
  const problems: RequestRefusal[] = []
  if (asker !== null) {
    problems.push(...(cardProblems(asker, today) as RequestRefusal[]))
    if (asker.asked) problems.push({ code: 'already-asked' })
    if (asker.borrowed) problems.push({ code: 'has-it-already' })
    if (asker.open >= mostRequests) problems.push({ code: 'too-many-requests', limit: mostRequests })
  }
  if (stacks === null) return problems
  if (stacks.copies === 0) problems.push({ code: 'not-in-stacks' })
  else if (stacks.free === 0 && asker?.asked !== true && asker?.borrowed !== true)
    problems.push({ code: 'no-copy-free' })
  return problems
}

/**
 * The day on which a slip written now is served: today while the house is open or will be, else the next open day.
 * Where nobody gave the hours, today.
 */
export function dayServed(
  today: LocalDate,
  time: string,
  spansOn: ((day: LocalDate) => readonly OpenSpan[]) | null,
): LocalDate {
  if (spansOn === null || spansOn(today).some(({ to }) => time < to)) return today
  for (let ahead = 1; ahead <= 366; ahead++) {
    const day = addDays(today, ahead)
    if (spansOn(day).length > 0) return day
  }
  return today
}

/** A slip that nobody fetched on its day is over, also before anybody wrote that down. */
export const stateOn = ({ state, forDay }: Pick<StackRequest, 'state' | 'forDay'>, today: LocalDate): RequestState =>
  state === 'asked' && forDay < today ? 'expired' : state
