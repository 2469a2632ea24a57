import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Person } from './card.ts'

export interface NewPerson {
  readonly id: string
  readonly displayName: string
  readonly sortKey: string
  readonly foldedName: string
  readonly kind: Person['kind']
  readonly demo: boolean
}

export interface PersonRow {
  readonly id: string
  readonly display_name: string
  readonly kind: Person['kind']
  readonly keeps_history: boolean
}

export const personOf = (row: PersonRow): Person => ({
  id: row.id,
  displayName: row.display_name,
  kind: row.kind,
  keepsHistory: row.keeps_history,
})

export async function insertPerson(tx: Db, person: NewPerson): Promise<void> {
  await tx.run(sql`
    insert into person (id, display_name, sort_key, folded_name, kind, demo)
    values (${person.id}, ${person.displayName}, ${person.sortKey}, ${person.foldedName}, ${person.kind}, ${person.demo})`)
}

export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const row = await db.maybeOne<PersonRow>(
    sql`select id, display_name, kind, keeps_history from person where id = ${id} and deleted_at is null`,
  )
  return row && personOf(row)
}

/** The BCP-47 tag of the language that a person reads; null when there is no such person. */
export async function languageOfPerson(db: Db, id: string): Promise<string | null> {
  const row = await db.maybeOne<{ language: string }>(
    sql`select language from person where id = ${id} and deleted_at is null`,
  )
  return row && row.language
}

/** False for whoever is not there. */
export async function setKeepsHistory(tx: Db, person: string, keeps: boolean): Promise<boolean> {
  const touched = await tx.run(
    sql`update person set keeps_history = ${keeps} where id = ${person} and deleted_at is null`,
  )
  return touched === 1
}

/** What these people are called; those who were erased are absent. */
export async function displayNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.many<{ id: string; display_name: string }>(
    sql`select id, display_name from person where id = any(${ids}::uuid[]) and deleted_at is null`,
  )
  return new Map(rows.map(row => [row.id, row.display_name]))
}

/** What these people are called, as far as they ever held an appointment: a reader's name is no part of a journal. */
export async function staffNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.many<{ id: string; display_name: string }>(sql`
    select id, display_name from person
    where id = any(${ids}::uuid[]) and deleted_at is null and exists (select 1 from role_grant where person = person.id)`)
  return new Map(rows.map(row => [row.id, row.display_name]))
}

/** Which of these ids name nobody any more. */
export async function erasedAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.many<{ person: string }>(
    sql`select person from erased_person where person = any(${ids}::uuid[])`,
  )
  return new Set(rows.map(row => row.person))
}
