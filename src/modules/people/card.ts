import type { LocalDate } from '../../kernel/local-date.ts'

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

/** Scanners and people write the same number in several ways; one form is kept. */
export const normaliseCardNumber = (typed: string): string => typed.normalize('NFC').replaceAll(/\s/g, '').toUpperCase()
