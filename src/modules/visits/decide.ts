import { addDays, type LocalDate } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { VisitKind } from './visit-kind.ts'

/** A class, a busload, a festival's crowd told by its organiser; more at once is a slip of the finger. */
export const mostAtOnce = 2000

export type CountRefusal =
  | { readonly code: 'unknown-button' }
  | { readonly code: 'unknown-facility' }
  | { readonly code: 'no-number' }
  | { readonly code: 'too-many'; readonly limit: number }

export interface Wanted {
  readonly kind: string
  /** Null where the institution works at one only, or nobody said. */
  readonly facility: string | null
  /** As typed or sent; null where nothing was. */
  readonly quantity: number | null
}

/**
 * Whether this can be counted. A button that was put away meanwhile still counts: the visitor was there, and a
 * telephone without a network could not know.
 */
export function decideCount(
  wanted: Wanted,
  kinds: readonly VisitKind[],
  facilities: readonly string[],
): Result<{ kind: VisitKind; quantity: number }, CountRefusal> {
  const kind = kinds.find(({ id }) => id === wanted.kind)
  const quantity = kind?.asksNumber ? wanted.quantity : 1
  const problems: CountRefusal[] = []
  if (kind === undefined) problems.push({ code: 'unknown-button' })
  if (wanted.facility !== null && !facilities.includes(wanted.facility)) problems.push({ code: 'unknown-facility' })
  if (quantity === null || !Number.isInteger(quantity) || quantity < 1) problems.push({ code: 'no-number' })
  else if (quantity > mostAtOnce) problems.push({ code: 'too-many', limit: mostAtOnce })
  if (problems.length > 0 || kind === undefined || quantity === null) return refused(problems)
  return ok({ kind, quantity })
}

export type UndoCountRefusal =
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'already-undone' }
  | { readonly code: 'undo-too-late' }

/** A count is taken back on its day or on the next one, before anybody has reported it. */
export const mayUndoOn = (countedOn: LocalDate, today: LocalDate): boolean => countedOn >= addDays(today, -1)
