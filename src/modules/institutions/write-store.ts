import type { LocalDate } from '../../kernel/local-date.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import { fold, sortKey } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Facility, Institution, InstitutionLineage } from './institution.ts'

const json = (value: unknown): string => JSON.stringify(value)
const jsonOrNull = (value: unknown): string | null => (value === null ? null : json(value))

/** Every form of the name, folded, for finding it however it is typed. */
const foldedName = (name: LocalizedText): string => name.map(({ text }) => fold(text)).join(' / ')

export async function insertInstitution(tx: Db, institution: Institution): Promise<void> {
  const { policy } = institution
  await tx.run(sql`
    insert into institution (id, code, kind, name, sort_key, folded_name, about, parent, contacts, hours, languages,
      accessibility, equipment, loan_days, max_loans, renewals, grace_days, valid_from, valid_to, demo)
    values (${institution.id}, ${institution.code}, ${institution.kind}, ${json(institution.name)},
      ${sortKey(institution.name[0]?.text ?? '')}, ${foldedName(institution.name)}, ${json(institution.about)},
      ${institution.parent}, ${json(institution.contacts)}, ${jsonOrNull(institution.hours)}, ${institution.languages},
      ${json(institution.accessibility)}, ${json(institution.equipment)}, ${policy.loanDays}, ${policy.maxLoans},
      ${policy.renewals}, ${policy.graceDays}, ${institution.validFrom}, ${institution.validTo}, ${institution.demo})`)
}

/** Writes what a form may change; identity, code, tree and validity have acts of their own. */
export async function updateInstitution(tx: Db, institution: Institution): Promise<void> {
  const { policy } = institution
  await tx.run(sql`
    update institution set name = ${json(institution.name)}, sort_key = ${sortKey(institution.name[0]?.text ?? '')},
      folded_name = ${foldedName(institution.name)}, about = ${json(institution.about)},
      contacts = ${json(institution.contacts)}, hours = ${jsonOrNull(institution.hours)},
      languages = ${institution.languages}, accessibility = ${json(institution.accessibility)},
      equipment = ${json(institution.equipment)}, loan_days = ${policy.loanDays}, max_loans = ${policy.maxLoans},
      renewals = ${policy.renewals}, grace_days = ${policy.graceDays}, changed_at = now()
    where id = ${institution.id}`)
}

/** Keeps a name that ends; two changes on one day keep the name that the day began with. */
export async function keepFormerName(tx: Db, id: string, name: LocalizedText, validTo: LocalDate): Promise<void> {
  await tx.run(sql`
    insert into institution_former_name (institution, name, folded_name, valid_to)
    values (${id}, ${json(name)}, ${foldedName(name)}, ${validTo}) on conflict do nothing`)
}

export async function lockInstitution(tx: Db, id: string): Promise<boolean> {
  return (
    (await tx.maybeOne(sql`select id from institution where id = ${id} and deleted_at is null for update`)) !== null
  )
}

export async function codeIsTaken(tx: Db, code: string): Promise<boolean> {
  return (await tx.maybeOne(sql`select id from institution where code = ${code}`)) !== null
}

export async function insertFacility(tx: Db, facility: Facility, position: number): Promise<void> {
  await tx.run(sql`
    insert into facility (id, institution, position, name, place, address, latitude, longitude, hours, valid_from, valid_to)
    values (${facility.id}, ${facility.institution}, ${position}, ${json(facility.name)}, ${facility.place},
      ${facility.address}, ${facility.centre?.latitude ?? null}, ${facility.centre?.longitude ?? null},
      ${jsonOrNull(facility.hours)}, ${facility.validFrom}, ${facility.validTo})`)
}

/** Two institutions under one roof; the order in which they are named does not matter. */
export async function insertPair(tx: Db, a: string, b: string, from: LocalDate): Promise<void> {
  await tx.run(sql`
    insert into institution_pair (one, other, valid_from)
    values (least(${a}::uuid, ${b}::uuid), greatest(${a}::uuid, ${b}::uuid), ${from}) on conflict do nothing`)
}

export async function insertLineage(tx: Db, { from, to, kind, on, legalBasis }: InstitutionLineage): Promise<void> {
  await tx.run(sql`
    insert into institution_lineage (from_institution, to_institution, kind, effective_on, legal_basis)
    values (${from}, ${to}, ${kind}, ${on}, ${legalBasis}) on conflict do nothing`)
}
