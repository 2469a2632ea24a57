import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Contact, ContactKind } from './contact.ts'

const columns = sql`id, person, kind, value, confirmed_at as "confirmedAt"`

/** How these people can be reached; whoever was erased cannot. */
export const contactsOf = (db: Db, persons: readonly string[]): Promise<Contact[]> =>
  db.many<Contact>(sql`
    select ${columns} from person_contact
    where person = any(${persons}::uuid[])
      and exists (select 1 from person where id = person_contact.person and deleted_at is null)
    order by person, kind`)

export const contactById = (db: Db, id: string): Promise<Contact | null> =>
  db.maybeOne<Contact>(sql`select ${columns} from person_contact where id = ${id}`)

/** Puts an address in the place of the one there was. */
export async function putContact(
  tx: Db,
  contact: Contact & { readonly addedBy: string; readonly now: Date },
): Promise<void> {
  await removeContact(tx, contact.person, contact.kind)
  await tx.run(sql`
    insert into person_contact (id, person, kind, value, consented_at, confirmed_at, added_by, added_at)
    values (${contact.id}, ${contact.person}, ${contact.kind}, ${contact.value}, ${contact.now}, ${contact.confirmedAt},
            ${contact.addedBy}, ${contact.now})`)
}

/** Whether there was one. */
export const removeContact = async (tx: Db, person: string, kind: ContactKind): Promise<boolean> =>
  (await tx.run(sql`delete from person_contact where person = ${person} and kind = ${kind}`)) > 0

/** Whether the address is still the one that was asked to confirm; once more changes nothing. */
export const confirmContact = async (tx: Db, id: string, now: Date): Promise<boolean> =>
  (await tx.run(sql`update person_contact set confirmed_at = coalesce(confirmed_at, ${now}) where id = ${id}`)) > 0

/** What is to be forgotten with the person. */
export async function forgetContacts(tx: Db, person: string): Promise<void> {
  await tx.run(sql`delete from person_contact where person = ${person}`)
}
