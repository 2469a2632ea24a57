import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'

/** A loan as its reader sees it, wherever it was lent. */
export interface OwnLoan {
  readonly id: string
  readonly item: string
  readonly institution: string
  readonly lentOn: LocalDate
  readonly dueOn: LocalDate
  readonly renewals: number
  readonly returnedOn: LocalDate | null
}

const columns = sql`id, item, institution, lent_on as "lentOn", due_on as "dueOn", renewals, returned_on as "returnedOn"`

/** Every loan that still knows its reader: the open ones first, then those returned last. */
export const loansLinkedTo = (db: Db, person: string, limit: number): Promise<OwnLoan[]> =>
  db.many(sql`
    select ${columns} from loan where person = ${person}
    order by returned_on is not null, case when returned_on is null then due_on end, returned_on desc, id limit ${limit}`)

/** Whose loan it is and at which institution it was lent, open or not; null for one that knows nobody. */
export async function loanOf(db: Db, id: string, person: string): Promise<OwnLoan | null> {
  return db.maybeOne<OwnLoan>(sql`select ${columns} from loan where id = ${id} and person = ${person}`)
}

/** How many slips for the closed stacks are still under way. */
export async function openSlipsOf(db: Db, person: string): Promise<number> {
  const row = await db.one<{ slips: number }>(
    sql`select count(*) as slips from stack_request where person = ${person} and ended_on is null`,
  )
  return row.slips
}

/** What a person asked for out of the closed stacks, the latest first; slips are deleted some days after they ended. */
export const slipsOf = (
  db: Db,
  person: string,
): Promise<
  {
    edition: string
    forDay: LocalDate
    number: number
    institution: string
    state: string
    endedOn: LocalDate | null
  }[]
> =>
  db.many(sql`
    select edition, for_day as "forDay", number, institution, state, ended_on as "endedOn" from stack_request
    where person = ${person} order by for_day desc, number desc`)

/** Takes a reader's name off all loans and all that was read in a room; what is open stays open. */
export async function forgetReader(tx: Db, person: string): Promise<void> {
  await tx.run(sql`update loan set person = null, card = null where person = ${person}`)
  await tx.run(sql`update room_reading set person = null where person = ${person}`)
  await tx.run(sql`delete from stack_request where person = ${person}`)
}
