import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'

/** A person who was not erased, held until the transaction ends: whoever lends to them meanwhile waits. */
export async function lockPerson(tx: Db, person: string): Promise<boolean> {
  return (await tx.maybeOne(sql`select id from person where id = ${person} and deleted_at is null for update`)) !== null
}

/** Whether an appointment holds today or will hold. */
export async function hasAppointment(db: Db, person: string, today: LocalDate): Promise<boolean> {
  const row = await db.one<{ has: boolean }>(sql`
    select exists (
      select from role_grant
      where person = ${person} and revoked_at is null and (valid_to is null or valid_to >= ${today})
    ) as has`)
  return row.has
}

/**
 * Takes away all that people keep of a person. What is left is an id that names nobody, for rows that refer to it, and
 * the numbers of their cards, so that no number is given twice.
 */
export async function forgetPerson(tx: Db, person: string, at: Date): Promise<void> {
  await tx.run(sql`delete from session where person = ${person}`)
  await tx.run(sql`delete from account where person = ${person}`)
  await tx.run(sql`delete from role_grant where person = ${person}`)
  await tx.run(sql`update card set person = null, state = 'blocked', note = null where person = ${person}`)
  await tx.run(sql`
    update person set display_name = '', sort_key = '', folded_name = '', kind = 'adult', language = 'vi',
                      keeps_history = false, deleted_at = ${at}
    where id = ${person}`)
  await tx.run(sql`insert into erased_person (person, erased_at) values (${person}, ${at}) on conflict do nothing`)
}

/** The ids of all who were erased; none in a database from before there was such a list. */
export async function erasedPeople(db: Db): Promise<string[]> {
  const { there } = await db.one<{ there: boolean }>(sql`select to_regclass('erased_person') is not null as there`)
  if (!there) return []
  return (await db.many<{ person: string }>(sql`select person from erased_person`)).map(row => row.person)
}

/** Those of the erased who are there again, as after the restore of an older backup. */
export async function backAgain(db: Db, erased: readonly string[]): Promise<string[]> {
  const rows = await db.many<{ id: string }>(
    sql`select id from person where id = any(${erased}::uuid[]) and deleted_at is null order by id`,
  )
  return rows.map(row => row.id)
}

/** Keeps the ids of the erased whom this database never knew, or does not know any more. */
export async function noteErasedPeople(tx: Db, erased: readonly string[], at: Date): Promise<void> {
  await tx.run(sql`
    insert into erased_person (person, erased_at)
    select person, ${at} from unnest(${erased}::uuid[]) as person on conflict do nothing`)
}
