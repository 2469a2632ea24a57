import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Loan } from './loan.ts'

interface Row {
  id: string
  item: string
  edition: string
  institution: string
  person: string | null
  lent_on: LocalDate
  due_on: LocalDate
  renewals: number
  returned_on: LocalDate | null
  lent_fact: string
  returned_fact: string | null
}

const loanOf = (row: Row): Loan => ({
  id: row.id,
  item: row.item,
  edition: row.edition,
  institution: row.institution,
  person: row.person,
  lentOn: row.lent_on,
  dueOn: row.due_on,
  renewals: row.renewals,
  returnedOn: row.returned_on,
  lentFact: row.lent_fact,
  returnedFact: row.returned_fact,
})

const columns = sql`id, item, edition, institution, person, lent_on, due_on, renewals, returned_on, lent_fact, returned_fact`

export interface NewLoan {
  readonly id: string
  readonly item: string
  readonly edition: string
  readonly institution: string
  readonly person: string
  readonly card: string
  readonly lentAt: Date
  readonly lentOn: LocalDate
  readonly dueOn: LocalDate
  readonly lentFact: string
}

export async function insertLoan(tx: Db, loan: NewLoan): Promise<void> {
  await tx.run(sql`
    insert into loan (id, item, edition, institution, person, card, lent_at, lent_on, due_on, lent_fact)
    values (${loan.id}, ${loan.item}, ${loan.edition}, ${loan.institution}, ${loan.person}, ${loan.card},
            ${loan.lentAt}, ${loan.lentOn}, ${loan.dueOn}, ${loan.lentFact})`)
}

/** A loan, open or not, locked until the transaction ends. */
export async function lockLoan(tx: Db, id: string): Promise<Loan | null> {
  const row = await tx.maybeOne<Row>(sql`select ${columns} from loan where id = ${id} for update`)
  return row && loanOf(row)
}

/** The open loan of a copy, lent up to a moment (null: whenever), locked until the transaction ends. */
export async function lockOpenLoan(tx: Db, item: string, lentBy: Date | null): Promise<Loan | null> {
  const row = await tx.maybeOne<Row>(sql`
    select ${columns} from loan
    where item = ${item} and returned_at is null and (${lentBy}::timestamptz is null or lent_at <= ${lentBy}::timestamptz)
    for update`)
  return row && loanOf(row)
}

/** A reader's open loans, the first due first. */
export async function openLoansOf(db: Db, person: string): Promise<Loan[]> {
  const rows = await db.many<Row>(
    sql`select ${columns} from loan where person = ${person} and returned_at is null order by due_on, id`,
  )
  return rows.map(loanOf)
}

/**
 * Holds back another loan to the same reader, and their erasing, until this transaction ends. False for somebody who
 * was erased since they were read.
 */
export async function lockReader(tx: Db, person: string): Promise<boolean> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`reader:${person}`}, 0))`)
  const there = sql`select id from person where id = ${person} and deleted_at is null for key share`
  return (await tx.maybeOne(there)) !== null
}

/** Of two who undo the same act at once one waits, and is told that it is done. */
export async function lockUndoing(tx: Db, act: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`undo:${act}`}, 0))`)
}

export async function countOpenLoans(
  db: Db,
  person: string,
  today: LocalDate,
): Promise<{ open: number; overdue: number }> {
  return db.one(sql`
    select count(*) as open, count(*) filter (where due_on < ${today}) as overdue
    from loan where person = ${person} and returned_at is null`)
}

export async function closeLoan(
  tx: Db,
  id: string,
  end: { at: Date; on: LocalDate; to: string; fact: string },
): Promise<void> {
  await tx.run(sql`
    update loan set returned_at = greatest(lent_at, ${end.at}), returned_on = ${end.on}, returned_to = ${end.to}, returned_fact = ${end.fact}
    where id = ${id}`)
}

/** Takes a return back. */
export async function reopenLoan(tx: Db, id: string): Promise<void> {
  await tx.run(sql`
    update loan set returned_at = null, returned_on = null, returned_to = null, returned_fact = null where id = ${id}`)
}

/** Takes a loan back that never was one; the journal and the voided fact tell what happened. */
export async function deleteLoan(tx: Db, id: string): Promise<void> {
  await tx.run(sql`delete from loan where id = ${id}`)
}

export async function setDue(tx: Db, id: string, due: { dueOn: LocalDate; renewals: number }): Promise<void> {
  await tx.run(sql`update loan set due_on = ${due.dueOn}, renewals = ${due.renewals} where id = ${id}`)
}

/** Open loans of these institutions that were due before `today`, the longest overdue first. */
export async function overdueLoans(
  db: Db,
  institutions: readonly string[],
  today: LocalDate,
  limit: number,
): Promise<Loan[]> {
  const rows = await db.many<Row>(sql`
    select ${columns} from loan
    where institution = any(${institutions}::uuid[]) and returned_at is null and due_on < ${today}
    order by due_on, id limit ${limit}`)
  return rows.map(loanOf)
}

/** The number of the card by which each of these loans was made; of one that knows its reader no more, none. */
export async function cardsOfLoans(db: Db, loans: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.many<{ loan: string; number: string }>(sql`
    select loan.id as loan, card.number from loan join card on card.id = loan.card
    where loan.id = any(${loans}::uuid[])`)
  return new Map(rows.map(row => [row.loan, row.number]))
}

/** The desk's day: what it lent and took back (whoever had lent that), and which of its own loans are due or late. */
export async function countDue(
  db: Db,
  institution: string,
  today: LocalDate,
): Promise<{ dueToday: number; overdue: number; lentToday: number; returnedToday: number }> {
  // A question for each, so that each has its index and none reads all that was ever lent.
  return db.one(sql`
    select (select count(*) from loan where institution = ${institution} and returned_at is null and due_on = ${today}) as "dueToday",
           (select count(*) from loan where institution = ${institution} and returned_at is null and due_on < ${today}) as overdue,
           (select count(*) from loan where institution = ${institution} and lent_on = ${today}) as "lentToday",
           (select count(*) from loan where returned_to = ${institution} and returned_on = ${today}) as "returnedToday"`)
}

/** Whether an institution has loans to forget: then it is worth an act. */
export async function hasToForget(db: Db, institution: string, through: LocalDate): Promise<boolean> {
  return (
    await db.one<{ there: boolean }>(sql`
      select exists (
        select 1 from loan join person on person.id = loan.person
        where loan.institution = ${institution} and loan.returned_on <= ${through} and not person.keeps_history
          and loan.returned_at is not null and loan.person is not null
      ) as there`)
  ).there
}

/** Cuts the link of loans returned on or before `through` by readers who keep no history; gives their facts. */
export async function forgetReturned(tx: Db, institution: string, through: LocalDate): Promise<string[]> {
  const rows = await tx.many<{ lent_fact: string; returned_fact: string | null }>(sql`
    update loan set person = null, card = null from person
    where loan.institution = ${institution} and loan.returned_on <= ${through} and loan.person = person.id
      and not person.keeps_history
    returning lent_fact, returned_fact`)
  return rows.flatMap(row => (row.returned_fact === null ? [row.lent_fact] : [row.lent_fact, row.returned_fact]))
}

export async function institutionsWithLinkedReturns(db: Db): Promise<string[]> {
  const rows = await db.many<{ institution: string }>(
    sql`select distinct institution from loan where returned_at is not null and person is not null`,
  )
  return rows.map(row => row.institution)
}
