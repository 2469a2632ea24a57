import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Card, Consent } from '../people/index.ts'

/** How long a turn lasts: the person stands there and waits. */
export const turnMinutes = 10

/** A helper acts for one person who is present, for one thing, for some minutes. */
export interface Turn {
  readonly id: string
  readonly session: string
  readonly helper: string
  readonly person: string
  readonly institution: string
  readonly consent: Consent
  readonly expiresAt: Date
  readonly endedAt: Date | null
  /** The one thing that was done. */
  readonly act: string | null
}

export type TurnRefusal =
  | { readonly code: 'no-card-number'; readonly field: 'the' }
  | { readonly code: 'no-consent'; readonly field: 'dong-y' }
  | { readonly code: 'no-place'; readonly field: 'noi' }
  | { readonly code: 'not-yours'; readonly field: 'noi' }
  | { readonly code: 'unknown-card'; readonly field: 'the'; readonly typed: string }
  | { readonly code: 'card-not-good'; readonly field: 'the' }
  | { readonly code: 'is-staff'; readonly field: 'the' }
  | { readonly code: 'oneself'; readonly field: 'the' }
  | { readonly code: 'too-many-tries'; readonly field: 'the'; readonly minutes: number }

/**
 * Decides whether the holder of a card may be helped here. The card of any library is good, an expired one too: what
 * needs a card that is good asks for it. A lost or blocked card is perhaps in somebody else's hands.
 */
export function decideTurn(
  helper: string,
  card: Pick<Card, 'state' | 'person'>,
  personIsStaff: boolean,
): Result<{ person: string }, TurnRefusal> {
  if (card.person === helper) return refused([{ code: 'oneself', field: 'the' }])
  const problems: TurnRefusal[] = []
  if (card.state !== 'valid') problems.push({ code: 'card-not-good', field: 'the' })
  if (personIsStaff) problems.push({ code: 'is-staff', field: 'the' })
  return problems.length > 0 ? refused(problems) : ok({ person: card.person })
}

/** Whether something can still be done in it, by this browser. */
export const isOpen = (turn: Turn, session: string, now: Date): boolean =>
  turn.session === session && turn.endedAt === null && turn.expiresAt > now

/** What people here call each other: the last word of a name. More a helper need not see. */
export const firstName = (displayName: string): string => displayName.trim().split(/\s+/).at(-1) ?? ''
