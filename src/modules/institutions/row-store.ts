import type { LocalDate } from '../../kernel/local-date.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { OpeningHours } from '../../kernel/opening-hours.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Contact, Equipment, Facility, Institution } from './institution.ts'
import type { KindId } from './kinds.ts'

export interface InstitutionRow {
  id: string
  code: string
  kind: KindId
  name: LocalizedText
  about: LocalizedText
  parent: string | null
  place: string | null
  contacts: Contact[]
  hours: OpeningHours | null
  languages: string[]
  accessibility: LocalizedText
  equipment: Equipment[]
  loan_days: number | null
  max_loans: number | null
  renewals: number | null
  grace_days: number | null
  valid_from: LocalDate
  valid_to: LocalDate | null
  demo: boolean
}

/** Of a table known as `i`; its place is that of the first facility still in use, else of the last one. */
export const institutionColumns = sql`i.id, i.code, i.kind, i.name, i.about, i.parent, i.contacts, i.hours, i.languages,
  i.accessibility, i.equipment, i.loan_days, i.max_loans, i.renewals, i.grace_days, i.valid_from, i.valid_to, i.demo,
  (select f.place from facility f where f.institution = i.id
    order by f.valid_to desc nulls first, f.position limit 1) as place`

export const institutionOf = (row: InstitutionRow): Institution => ({
  id: row.id,
  code: row.code,
  kind: row.kind,
  name: row.name,
  about: row.about,
  parent: row.parent,
  place: row.place,
  contacts: row.contacts,
  hours: row.hours,
  languages: row.languages,
  accessibility: row.accessibility,
  equipment: row.equipment,
  policy: {
    loanDays: row.loan_days,
    maxLoans: row.max_loans,
    renewals: row.renewals,
    graceDays: row.grace_days,
  },
  validFrom: row.valid_from,
  validTo: row.valid_to,
  demo: row.demo,
})

export interface FacilityRow {
  id: string
  institution: string
  name: LocalizedText
  place: string | null
  address: string
  latitude: number | null
  longitude: number | null
  hours: OpeningHours | null
  valid_from: LocalDate
  valid_to: LocalDate | null
}

/** Of a table known as `f`. */
export const facilityColumns = sql`f.id, f.institution, f.name, f.place, f.address, f.latitude, f.longitude, f.hours,
  f.valid_from, f.valid_to`

export const facilityOf = (row: FacilityRow): Facility => ({
  id: row.id,
  institution: row.institution,
  name: row.name,
  place: row.place,
  address: row.address,
  centre: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
  hours: row.hours,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})
