import type { Coordinates } from '../../kernel/coordinates.ts'
import type { LocalDate } from '../../kernel/local-date.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { OpeningHours } from '../../kernel/opening-hours.ts'
import type { KindId } from './kinds.ts'
import type { OwnPolicy } from './policy.ts'

export type ContactKind = 'phone' | 'email' | 'web' | 'zalo' | 'facebook'

export interface Contact {
  readonly kind: ContactKind
  readonly value: string
}

export interface Equipment {
  readonly what: string
  /** Pieces; null where it is simply there. */
  readonly count: number | null
}

export interface Institution {
  readonly id: string
  /** Short and lasting; it stands in addresses and on labels. */
  readonly code: string
  readonly kind: KindId
  readonly name: LocalizedText
  readonly about: LocalizedText
  readonly parent: string | null
  /** The unit of its seat: where its facts happen. */
  readonly place: string | null
  readonly contacts: readonly Contact[]
  readonly hours: OpeningHours | null
  /** BCP-47 tags of what is spoken there. */
  readonly languages: readonly string[]
  /** What helps and what hinders, in words. */
  readonly accessibility: LocalizedText
  readonly equipment: readonly Equipment[]
  /** As set here; `policyOf` gives what holds. */
  readonly policy: OwnPolicy
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly demo: boolean
}

/** Where an institution works. */
export interface Facility {
  readonly id: string
  readonly institution: string
  readonly name: LocalizedText
  readonly place: string | null
  readonly address: string
  readonly centre: Coordinates | null
  /** null = the institution's own. */
  readonly hours: OpeningHours | null
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
}

export type InstitutionLineageKind = 'merge' | 'split' | 'rename' | 'convert'

export interface InstitutionLineage {
  readonly from: string
  readonly to: string
  readonly kind: InstitutionLineageKind
  /** The first day of the new order. */
  readonly on: LocalDate
  readonly legalBasis: string | null
}

/** What an institution was called until a day. */
export interface FormerName {
  readonly name: LocalizedText
  readonly validTo: LocalDate
}

/** Codes are short, in capitals without marks, so that they can be read aloud and typed on any telephone. */
export const isInstitutionCode = (text: string): boolean => /^[A-Z0-9]{2,12}$/.test(text)
