import { addDays, type LocalDate } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { fold } from '../../kernel/vietnamese.ts'

/** A reader's card as the desk sees it. */
export interface Card {
  readonly id: string
  /** What the barcode says, as in `TVT-000123`. */
  readonly number: string
  readonly person: string
  readonly institution: string
  readonly issuedOn: LocalDate
  readonly expiresOn: LocalDate
  readonly state: 'valid' | 'lost' | 'blocked' | 'replaced'
  readonly note: string | null
}

export interface Person {
  readonly id: string
  readonly displayName: string
  readonly kind: 'adult' | 'student' | 'child'
  readonly keepsHistory: boolean
}

/** Cards are good for a year; the desk renews them in one act. */
const cardDays = 365

export const cardExpiryFrom = (day: LocalDate): LocalDate => addDays(day, cardDays)

export type CardRefusal =
  | { readonly code: 'card-lost' }
  | { readonly code: 'card-blocked' }
  | { readonly code: 'card-replaced' }

/** Decides a renewal: a year from today. A lost, blocked or replaced card is not made good by renewing it. */
export function decideCardRenewal(
  card: Pick<Card, 'state' | 'expiresOn'>,
  today: LocalDate,
): Result<{ expiresOn: LocalDate }, CardRefusal> {
  if (card.state !== 'valid') return refused([{ code: `card-${card.state}` as const }])
  const expiresOn = cardExpiryFrom(today)
  return ok({ expiresOn: card.expiresOn > expiresOn ? card.expiresOn : expiresOn })
}

/** Six digits at least, so that a series sorts as text: `TVT-000123`. */
export const cardNumberOf = (institutionCode: string, running: number): string =>
  `${institutionCode}-${String(running).padStart(6, '0')}`

/** Scanners and people write the same number in several ways; one form is kept. */
export const normaliseCardNumber = (typed: string): string => typed.normalize('NFC').replaceAll(/\s/g, '').toUpperCase()

/**
 * What is looked for when this is typed into the search of an institution's readers: words of a name with or without
 * marks, the beginning of a card number as scanned, or its last digits alone. Null when nothing was typed.
 */
export function readerQueryOf(
  typed: string,
  institutionCode: string,
): { nameWords: readonly string[]; numbers: readonly string[] } | null {
  const number = normaliseCardNumber(typed)
  if (number === '') return null
  const running = /^\d{1,6}$/.test(number) ? [cardNumberOf(institutionCode, Number(number))] : []
  return {
    nameWords: fold(typed)
      .split(/\s+/)
      .filter(word => word !== ''),
    numbers: [number, ...running],
  }
}
