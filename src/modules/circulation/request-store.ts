import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { MissReason, RequestState, StackRequest } from './request.ts'

interface Row {
  id: string
  institution: string
  edition: string
  person: string
  asked_at: Date
  for_day: LocalDate
  number: number
  state: RequestState
  item: string | null
  reason: MissReason | null
}

const requestOf = (row: Row): StackRequest => ({
  id: row.id,
  institution: row.institution,
  edition: row.edition,
  person: row.person,
  askedAt: row.asked_at,
  forDay: row.for_day,
  number: row.number,
  state: row.state,
  item: row.item,
  reason: row.reason,
})

const columns = sql`id, institution, edition, person, asked_at, for_day, number, state, item, reason`

export interface NewRequest {
  readonly id: string
  readonly institution: string
  readonly edition: string
  readonly person: string
  readonly askedAt: Date
  readonly forDay: LocalDate
}

/** Adds a slip under the next number of its day. */
export async function insertRequest(tx: Db, request: NewRequest): Promise<void> {
  const { institution, forDay } = request
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`slips:${institution}:${forDay}`}, 0))`)
  await tx.run(sql`
    insert into stack_request (id, institution, edition, person, asked_at, for_day, number, moved_at)
    select ${request.id}, ${institution}, ${request.edition}, ${request.person}, ${request.askedAt}, ${forDay},
           coalesce(max(number), 0) + 1, ${request.askedAt}
    from stack_request where institution = ${institution} and for_day = ${forDay}`)
}

export async function requestById(db: Db, id: string): Promise<StackRequest | null> {
  const row = await db.maybeOne<Row>(sql`select ${columns} from stack_request where id = ${id}`)
  return row && requestOf(row)
}

/** The same, held until the transaction ends. */
export async function lockRequest(tx: Db, id: string): Promise<StackRequest | null> {
  const row = await tx.maybeOne<Row>(sql`select ${columns} from stack_request where id = ${id} for update`)
  return row && requestOf(row)
}

/** This reader's open slip for an edition at an institution, held until the transaction ends. */
export async function lockOpenRequest(
  tx: Db,
  { person, edition, institution }: { person: string; edition: string; institution: string },
): Promise<StackRequest | null> {
  const row = await tx.maybeOne<Row>(sql`
    select ${columns} from stack_request
    where person = ${person} and edition = ${edition} and institution = ${institution} and ended_on is null for update`)
  return row && requestOf(row)
}

/** The open slip for which a copy was fetched. */
export async function requestHolding(db: Db, item: string): Promise<StackRequest | null> {
  const row = await db.maybeOne<Row>(
    sql`select ${columns} from stack_request where item = ${item} and ended_on is null limit 1`,
  )
  return row && requestOf(row)
}

/** How many open slips a reader has, and whether one is for this edition. */
export async function countRequests(
  db: Db,
  person: string,
  edition: string,
): Promise<{ open: number; asked: boolean; borrowed: boolean }> {
  return db.one(sql`
    select count(*) as open, coalesce(bool_or(edition = ${edition}), false) as asked,
           exists (select from loan where person = ${person} and edition = ${edition} and returned_at is null) as borrowed
    from stack_request where person = ${person} and ended_on is null`)
}

/** A slip's new state, by which act, from where: what undoing it brings back. */
export interface Move {
  readonly to: RequestState
  readonly act: string
  readonly at: Date
  readonly item: string | null
  readonly reason: MissReason | null
  /** Null while it is open. */
  readonly endedOn: LocalDate | null
}

export async function moveRequestTo(tx: Db, id: string, move: Move): Promise<void> {
  await tx.run(sql`
    update stack_request set moved_from = state, state = ${move.to}, moved_by = ${move.act}, moved_at = ${move.at},
      item = ${move.item}, reason = ${move.reason}, ended_on = ${move.endedOn}
    where id = ${id}`)
}

/**
 * Puts the slip that this act moved back to where it was; null when another act moved it since, or the reader has
 * written another one. A slip that was not fetched then has no copy.
 */
export async function moveRequestBack(tx: Db, act: string): Promise<StackRequest | null> {
  const row = await tx.maybeOne<Row>(sql`
    update stack_request slip set state = moved_from, moved_by = null, moved_from = null, ended_on = null, reason = null,
      item = case when moved_from = 'asked' then null else item end
    where moved_by = ${act} and not exists (
      select from stack_request other
      where other.person = slip.person and other.edition = slip.edition and other.ended_on is null and other.id <> slip.id)
    returning ${columns}`)
  return row && requestOf(row)
}

/** What lies at an institution: open slips, and those that ended on this day; in the order of asking. */
export async function queueOf(db: Db, institution: string, day: LocalDate): Promise<StackRequest[]> {
  const rows = await db.many<Row>(sql`
    select ${columns} from stack_request
    where institution = ${institution} and (ended_on is null or ended_on = ${day}) order by for_day, number`)
  return rows.map(requestOf)
}

/** How many slips wait to be fetched today. */
export async function countWaiting(db: Db, institution: string, day: LocalDate): Promise<number> {
  const row = await db.one<{ n: number }>(sql`
    select count(*) as n from stack_request
    where institution = ${institution} and for_day = ${day} and state = 'asked'`)
  return row.n
}

/** A reader's slips, the newest first. */
export async function requestsOf(db: Db, person: string, limit: number): Promise<StackRequest[]> {
  const rows = await db.many<Row>(sql`
    select ${columns} from stack_request where person = ${person}
    order by ended_on is null desc, asked_at desc limit ${limit}`)
  return rows.map(requestOf)
}

/** Institutions with slips of earlier days that nobody fetched. */
export async function institutionsWithUnfetched(db: Db, today: LocalDate): Promise<string[]> {
  const rows = await db.many<{ institution: string }>(sql`
    select distinct institution from stack_request where state = 'asked' and ended_on is null and for_day < ${today}`)
  return rows.map(row => row.institution)
}

/** Ends slips of earlier days that nobody fetched, of an institution or of a reader; gives how many. */
export async function expireUnfetched(
  tx: Db,
  whose: { institution: string } | { person: string },
  today: LocalDate,
  at: Date,
): Promise<number> {
  const of = 'person' in whose ? sql`person = ${whose.person}` : sql`institution = ${whose.institution}`
  return tx.run(sql`
    update stack_request set state = 'expired', moved_from = null, moved_by = null, moved_at = ${at}, ended_on = ${today}
    where ${of} and state = 'asked' and ended_on is null and for_day < ${today}`)
}

const forgettable = (institution: string, through: LocalDate) => sql`
  institution = ${institution} and ended_on <= ${through}
  and exists (select from person where person.id = stack_request.person and not keeps_history)`

export async function hasRequestsToForget(db: Db, institution: string, through: LocalDate): Promise<boolean> {
  const row = await db.one<{ there: boolean }>(
    sql`select exists (select from stack_request where ${forgettable(institution, through)}) as there`,
  )
  return row.there
}

/** Deletes slips that ended on or before `through`, but for readers who keep their history. */
export async function forgetRequests(tx: Db, institution: string, through: LocalDate): Promise<number> {
  return tx.run(sql`delete from stack_request where ${forgettable(institution, through)}`)
}

export async function institutionsWithEndedRequests(db: Db): Promise<string[]> {
  const rows = await db.many<{ institution: string }>(
    sql`select distinct institution from stack_request where ended_on is not null`,
  )
  return rows.map(row => row.institution)
}
