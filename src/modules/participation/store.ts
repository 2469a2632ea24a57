import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Fact, FeedPosition, Verb } from './fact.ts'

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
