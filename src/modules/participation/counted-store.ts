import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Verb } from './fact.ts'

/** One verb at one institution, both days included. */
export interface Span {
  readonly verb: Verb
  readonly institution: string
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What happened to one object on one day at one facility, all together. */
export interface ObjectSum {
  readonly day: LocalDate
  readonly facility: string | null
  readonly object: string | null
  readonly total: number
}

/** The sums by day, facility and object; what was voided down to nothing is left out. */
export function sumByObject(db: Db, { verb, institution, from, to }: Span): Promise<ObjectSum[]> {
  return db.many<{ day: LocalDate; facility: string | null; object: string | null; total: number }>(sql`
    select occurred_on as day, facility, object, sum(quantity) as total from fact
    where verb = ${verb} and institution = ${institution} and occurred_on between ${from} and ${to}
    group by 1, 2, 3 having sum(quantity) <> 0 order by 1, 2, 3`)
}

/** A fact that nobody has voided, as a list of what was done shows it. */
export interface StandingFact {
  readonly act: string
  readonly object: string | null
  readonly facility: string | null
  readonly quantity: number
  readonly occurredAt: Date
  readonly occurredOn: LocalDate
}

/** The last of them, newest first. */
export async function standingFacts(
  db: Db,
  { verb, institution, from, to }: Span,
  limit: number,
): Promise<StandingFact[]> {
  const rows = await db.many<{
    act: string
    object: string | null
    facility: string | null
    quantity: number
    occurred_at: Date
    occurred_on: LocalDate
  }>(sql`
    select act, object, facility, quantity, occurred_at, occurred_on from fact
    where verb = ${verb} and institution = ${institution} and occurred_on between ${from} and ${to} and voids is null
      and not exists (select from fact voiding where voiding.voids = fact.id)
    order by occurred_at desc, serial desc limit ${limit}`)
  return rows.map(({ occurred_at, occurred_on, ...row }) => ({
    ...row,
    occurredAt: occurred_at,
    occurredOn: occurred_on,
  }))
}

/** Whether a later fact voids one of these. */
export async function anyVoided(db: Db, facts: readonly string[]): Promise<boolean> {
  const row = await db.one<{ any: boolean }>(
    sql`select exists (select 1 from fact where voids = any(${facts}::uuid[])) as any`,
  )
  return row.any
}
