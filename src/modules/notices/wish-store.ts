import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Recipient } from './link-token.ts'
import { type Subject, wantedAtFirst } from './topic.ts'

/** What these people said themselves of a subject; whoever said nothing is absent. */
export async function choicesOf(db: Db, persons: readonly string[], subject: Subject): Promise<Map<string, boolean>> {
  const rows = await db.many<{ person: string; wanted: boolean }>(sql`
    select person, wanted from notice_choice where person = any(${persons}::uuid[]) and subject = ${subject}`)
  return new Map(rows.map(row => [row.person, row.wanted]))
}

/** Whether letters on this subject are wanted there; an address without an account wants them until it leaves. */
export async function wants(db: Db, recipient: Recipient, subject: Subject): Promise<boolean> {
  if (recipient.kind === 'person') {
    return (await choicesOf(db, [recipient.person], subject)).get(recipient.person) ?? wantedAtFirst[subject]
  }
  const left = await db.maybeOne(sql`
    select subject from notice_left where address_hash = ${recipient.hash} and subject = ${subject}`)
  return left === null
}

/** Says whether letters on this subject are wanted; an erased person changes nothing. */
export async function setWish(
  tx: Db,
  recipient: Recipient,
  wish: { readonly subject: Subject; readonly wanted: boolean; readonly now: Date },
): Promise<void> {
  const { subject, wanted, now } = wish
  if (recipient.kind === 'person') {
    await tx.run(sql`
      insert into notice_choice (person, subject, wanted, chosen_at)
      select id, ${subject}, ${wanted}, ${now} from person where id = ${recipient.person} and deleted_at is null
      on conflict (person, subject) do update set wanted = excluded.wanted, chosen_at = excluded.chosen_at`)
  } else if (wanted) {
    await tx.run(sql`delete from notice_left where address_hash = ${recipient.hash} and subject = ${subject}`)
  } else {
    await tx.run(sql`
      insert into notice_left (address_hash, subject, left_at) values (${recipient.hash}, ${subject}, ${now})
      on conflict do nothing`)
  }
}
