import type { Db } from '../../platform/database/database.ts'
import type { Act } from '../../platform/journal/index.ts'

/** How a person who is present agreed to be helped: their card was shown, or they said so. */
export const consents = ['card', 'spoken'] as const
export type Consent = (typeof consents)[number]

/** Somebody else's hand: the act stays the person's, and says whose hand it was. */
export interface Assistance {
  readonly by: string
  readonly consent: Consent
  /** Uses the turn up in the transaction of the act; false when it was used or is over, and then nothing may be done. */
  spend(tx: Db, act: Pick<Act, 'id' | 'type'>): Promise<boolean>
}

/** The turn in which somebody was helped is over: nothing more is done in it. */
export interface TurnOver {
  readonly code: 'turn-over'
}

/** What the journal keeps of a helping hand. */
export const assistedBy = (assistance: Assistance | undefined): { assistedBy?: string; consent?: Consent } =>
  assistance === undefined ? {} : { assistedBy: assistance.by, consent: assistance.consent }

/** Whether the act may go on: whoever does it alone always may. */
export const mayGoOn = async (
  tx: Db,
  act: Pick<Act, 'id' | 'type'>,
  assistance: Assistance | undefined,
): Promise<boolean> => assistance === undefined || assistance.spend(tx, act)
