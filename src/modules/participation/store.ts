import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { type Fact, type FeedPosition, feedStart, type Verb } from './fact.ts'

interface Row {
  id: string
  act: string
  verb: Verb
  object_kind: string | null
  object: string | null
  institution: string
  facility: string | null
  place: string | null
  quantity: number
  occurred_at: Date
  occurred_on: LocalDate
  recorded_at: Date
  voids: string | null
}

const factOf = (row: Row): Fact => ({
  id: row.id,
  act: row.act,
  verb: row.verb,
  object: row.object_kind === null || row.object === null ? null : { kind: row.object_kind, id: row.object },
  institution: row.institution,
  facility: row.facility,
  place: row.place,
  quantity: row.quantity,
  occurredAt: row.occurred_at,
  occurredOn: row.occurred_on,
  recordedAt: row.recorded_at,
  voids: row.voids,
})

const columns = sql`id, act, verb, object_kind, object, institution, facility, place, quantity, occurred_at,
                    occurred_on, recorded_at, voids`

export type FactRow = Omit<Fact, 'recordedAt'> & { readonly subject: Uint8Array | null; readonly person: string | null }

export async function insertFacts(tx: Db, facts: readonly FactRow[]): Promise<void> {
  if (facts.length === 0) return
  const column = <T>(pick: (fact: FactRow) => T): T[] => facts.map(pick)
  await tx.run(sql`
    insert into fact (id, act, verb, object_kind, object, institution, facility, place, quantity, occurred_at, occurred_on, subject, voids)
    select id, act, verb, object_kind, object, institution, facility, place, quantity, occurred_at, occurred_on, decode(subject, 'hex'), voids
    from unnest(
      ${column(f => f.id)}::uuid[], ${column(f => f.act)}::uuid[], ${column(f => f.verb)}::text[],
      ${column(f => f.object?.kind ?? null)}::text[], ${column(f => f.object?.id ?? null)}::uuid[],
      ${column(f => f.institution)}::uuid[], ${column(f => f.facility)}::uuid[], ${column(f => f.place)}::uuid[],
      ${column(f => f.quantity)}::integer[],
      ${column(f => f.occurredAt)}::timestamptz[], ${column(f => f.occurredOn)}::date[],
      ${column(f => (f.subject === null ? null : Buffer.from(f.subject).toString('hex')))}::text[],
      ${column(f => f.voids)}::uuid[]
    ) as t (id, act, verb, object_kind, object, institution, facility, place, quantity, occurred_at, occurred_on, subject, voids)`)
  // Whoever computes figures wakes up; PostgreSQL sends one notice a transaction.
  await tx.run(sql`select pg_notify('fact', '')`)
  const linked = facts.filter(fact => fact.person !== null)
  if (linked.length === 0) return
  await tx.run(sql`
    insert into fact_person (fact, person)
    select * from unnest(${linked.map(f => f.id)}::uuid[], ${linked.map(f => f.person)}::uuid[])`)
}

export async function findFact(db: Db, id: string): Promise<Fact | null> {
  const row = await db.maybeOne<Row>(sql`select ${columns} from fact where id = ${id}`)
  return row && factOf(row)
}

/** The facts that an act recorded, in the order in which it did. */
export async function factsOfAct(db: Db, act: string): Promise<Fact[]> {
  return (await db.many<Row>(sql`select ${columns} from fact where act = ${act} order by serial`)).map(factOf)
}

/** The secret of a calendar year, made on first use. `fresh` is kept only when the year has none yet. */
export async function yearSecret(tx: Db, year: number, fresh: Uint8Array): Promise<Uint8Array> {
  await tx.run(
    sql`insert into subject_secret (year, secret) values (${year}, ${Buffer.from(fresh)}) on conflict do nothing`,
  )
  return (await tx.one<{ secret: Uint8Array }>(sql`select secret from subject_secret where year = ${year}`)).secret
}

/**
 * The next facts in commit order. Only transactions below every one still open are read: serial numbers commit out of
 * order, and a reader who asked "after n" would skip the late one for ever.
 */
export async function factsAfter(
  db: Db,
  position: FeedPosition,
  limit: number,
): Promise<{ facts: Fact[]; position: FeedPosition }> {
  const rows = await db.many<Row & { xid: string; serial: number }>(sql`
    select ${columns}, xid::text, serial from fact
    where (xid, serial) > (${position.xid}::xid8, ${position.serial}::bigint)
      and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid, serial limit ${limit}`)
  const last = rows.at(-1)
  return { facts: rows.map(factOf), position: last ? { xid: last.xid, serial: last.serial } : position }
}

/** What the person's own page lists; newest first. */
export async function factsOfPerson(db: Db, person: string, limit: number): Promise<Fact[]> {
  const rows = await db.many<Row>(sql`
    select ${columns} from fact join fact_person on fact_person.fact = fact.id
    where fact_person.person = ${person} order by occurred_at desc limit ${limit}`)
  return rows.map(factOf)
}

/** Forgets whose facts these were; the facts and every figure stay. */
export async function unlinkFacts(tx: Db, facts: readonly string[]): Promise<number> {
  return tx.run(sql`delete from fact_person where fact = any(${facts}::uuid[])`)
}

/** Forgets a person in all facts, as erasure does. */
export async function unlinkPerson(tx: Db, person: string): Promise<number> {
  return tx.run(sql`delete from fact_person where person = ${person}`)
}

/** A sum asked for: one verb at one institution, both days included. */
export interface Sum {
  readonly verb: Verb
  readonly institution: string
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The quantities of all facts in each of these, in the same order; facts that void each other sum to nothing. */
export async function sumFacts(db: Db, sums: readonly Sum[]): Promise<number[]> {
  const rows = await db.many<{ at: number; total: number }>(sql`
    select t.at, coalesce(sum(fact.quantity), 0) as total
    from unnest(
      ${sums.map((_, at) => at)}::integer[], ${sums.map(s => s.verb)}::text[], ${sums.map(s => s.institution)}::uuid[],
      ${sums.map(s => s.from)}::date[], ${sums.map(s => s.to)}::date[]
    ) as t (at, verb, institution, from_day, to_day)
    left join fact on fact.verb = t.verb and fact.institution = t.institution
      and fact.occurred_on between t.from_day and t.to_day
    group by t.at order by t.at`)
  return rows.map(row => row.total)
}

/** One verb at one institution in one month. */
export interface MonthAsked {
  readonly verb: Verb
  readonly institution: string
  /** The first day of the month. */
  readonly month: LocalDate
}

/** What all facts of a month say together, for each facility and place apart. */
export interface MonthSum extends MonthAsked {
  readonly facility: string | null
  readonly place: string | null
  /** Facts that void each other sum to nothing. */
  readonly quantity: number
  /** The last day of them. */
  readonly lastOn: LocalDate
  readonly facts: number
}

const monthSum = sql`
  facility, place, sum(quantity) as quantity, max(occurred_on) as "lastOn", count(*) as facts`

/** The sums of these months; a facility or place without a fact has none. */
export async function sumMonths(db: Db, asked: readonly MonthAsked[]): Promise<MonthSum[]> {
  return db.many(sql`
    select t.verb, t.institution, t.month, found.*
    from unnest(
      ${asked.map(one => one.verb)}::text[], ${asked.map(one => one.institution)}::uuid[], ${asked.map(one => one.month)}::date[]
    ) as t (verb, institution, month),
    lateral (
      select ${monthSum} from fact
      where fact.verb = t.verb and fact.institution = t.institution
        and fact.occurred_on >= t.month and fact.occurred_on < (t.month + interval '1 month')::date
      group by facility, place
    ) as found`)
}

/** The sums of every month that there is, of these verbs, in one reading of all facts. */
export async function sumEveryMonth(db: Db, verbs: readonly Verb[]): Promise<MonthSum[]> {
  return db.many(sql`
    select verb, institution, (occurred_on - (extract(day from occurred_on)::integer - 1)) as month, ${monthSum}
    from fact where verb = any(${verbs}::text[]) group by 1, 2, 3, facility, place`)
}

/** Where a reader stands who has read all that `factsAfter` would give now. */
export async function feedEnd(db: Db): Promise<FeedPosition> {
  const last = await db.maybeOne<FeedPosition>(sql`
    select xid::text, serial from fact where xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid desc, serial desc limit 1`)
  return last ?? feedStart
}

/** Which facts are asked for. */
interface FactsAsked {
  readonly verb: Verb
  /** Null is every one. */
  readonly institution: string | null
  /** Only of this facility, or (null) of none that was named; undefined is every one. */
  readonly facility?: string | null | undefined
  /** Only of these places, null among them where none was named; undefined is every one. */
  readonly places?: readonly (string | null)[] | undefined
  /** The first day; null is since the beginning. */
  readonly from: LocalDate | null
  readonly to: LocalDate
}

/** A fact as somebody may read it who checks a figure: of no act, no object, nobody. */
export type BareFact = Pick<Fact, 'verb' | 'institution' | 'facility' | 'place' | 'quantity' | 'occurredOn'> & {
  /** It was a mistake, and another fact says so; or it is that other fact. */
  readonly voided: 'mistake' | 'voiding' | null
}

/** A page of facts, the last days first, with how many there are in all and what they sum up to. */
export async function bareFacts(
  db: Db,
  { verb, institution, facility, places, from, to }: FactsAsked,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ facts: BareFact[]; count: number; sum: number }> {
  const which = sql`verb = ${verb} and (${institution}::uuid is null or institution = ${institution}::uuid)
    and (${facility === undefined} or facility is not distinct from ${facility ?? null}::uuid)
    and (${places === undefined} or place = any(${places?.filter(one => one !== null) ?? []}::uuid[])
      or (${places?.includes(null) ?? false} and place is null))
    and (${from}::date is null or occurred_on >= ${from}::date) and occurred_on <= ${to}`
  const facts = await db.many<BareFact>(sql`
    select verb, institution, facility, place, quantity, occurred_on as "occurredOn",
      case when voids is not null then 'voiding'
           when exists (select 1 from fact v where v.voids = fact.id) then 'mistake' end as voided
    from fact where ${which} order by occurred_on desc, serial desc limit ${page.limit} offset ${page.offset}`)
  const totals = await db.one<{ count: number; sum: number }>(
    sql`select count(*) as count, coalesce(sum(quantity), 0) as sum from fact where ${which}`,
  )
  return { facts, ...totals }
}
