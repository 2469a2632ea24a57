import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { DueLoan } from './reminder.ts'

/** Open loans that are due on these days, a reader's together. */
export const loansDue = (db: Db, days: { readonly from: LocalDate; readonly to: LocalDate }): Promise<DueLoan[]> =>
  db.many<DueLoan>(sql`
    select id, person, institution, due_on as "dueOn", lent_on as "lentOn" from loan
    where returned_at is null and person is not null and due_on between ${days.from} and ${days.to}
    order by person, institution, due_on, id`)

/** Of these loans the ones that are still open and due on that day. */
export const stillDue = (
  db: Db,
  loans: readonly string[],
  dueOn: LocalDate,
): Promise<{ item: string; institution: string }[]> =>
  db.many(sql`
    select item, institution from loan
    where id = any(${loans}::uuid[]) and returned_at is null and due_on = ${dueOn} order by id`)

/** Whose open loan this is, of a desk; null when it is not there any more. */
export const readerOfLoan = async (db: Db, institution: string, loan: string): Promise<string | null> =>
  (
    await db.maybeOne<{ person: string }>(sql`
      select person from loan
      where id = ${loan} and institution = ${institution} and returned_at is null and person is not null`)
  )?.person ?? null
