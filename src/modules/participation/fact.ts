import type { LocalDate } from '../../kernel/local-date.ts'

/**
 * What can have happened. A `stock` records entries, moves and exits with a signed quantity, so that "as of 31/12" is a
 * sum up to that day; a `flow` counts what happened in a period.
 */
export const verbs = {
  'copies.stocked': 'stock',
  'copy.lent': 'flow',
  'copy.returned': 'flow',
  'copy.read-in-room': 'flow',
  'visits.counted': 'flow',
  'activity.held': 'flow',
  'activity.attended': 'flow',
  'institutions.stocked': 'stock',
  'objects.stocked': 'stock',
} as const satisfies Record<string, 'stock' | 'flow'>

export type Verb = keyof typeof verbs

/** A fact about to be recorded by an act. */
export interface NewFact {
  readonly verb: Verb
  readonly object: { readonly kind: string; readonly id: string } | null
  readonly institution: string
  /** Where it happened, when the institution works at several; null where nobody said. */
  readonly facility: string | null
  /** The place of the facility, or of the institution's seat, on that day; null when it has none. */
  readonly place: string | null
  /** A whole number, never 0; negative for a stock's exit. */
  readonly quantity: number
  readonly occurredAt: Date
  /** Who took part, when one person did; kept as a yearly pseudonym and, apart, as a deletable link. */
  readonly person: string | null
}

/** A fact as kept: anonymous. */
export interface Fact {
  readonly id: string
  readonly act: string
  readonly verb: Verb
  readonly object: { readonly kind: string; readonly id: string } | null
  readonly institution: string
  readonly facility: string | null
  readonly place: string | null
  readonly quantity: number
  readonly occurredAt: Date
  /** The day at Asia/Ho_Chi_Minh. */
  readonly occurredOn: LocalDate
  readonly recordedAt: Date
  readonly voids: string | null
}

/** Where a reader of the feed stands: commit order, then order within a transaction. */
export interface FeedPosition {
  readonly xid: string
  readonly serial: number
}

export const feedStart: FeedPosition = { xid: '0', serial: 0 }
