import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { joinSql, type Sql, sql } from '../../platform/database/sql.ts'
import type { Verb } from './fact.ts'

/** A person counts where a fact of theirs stands that no other fact voids. */
const taking = sql`
  fact.subject is not null and fact.voids is null
  and not exists (select 1 from fact as voiding where voiding.voids = fact.id)`

/** The different people among the facts of these days, both included; null asks in the whole province. */
export async function countSubjects(
  db: Db,
  asked: {
    readonly verbs: readonly Verb[]
    readonly institution: string | null
    readonly from: LocalDate
    readonly to: LocalDate
  },
): Promise<number> {
  const conditions: Sql[] = [
    taking,
    sql`fact.verb = any(${asked.verbs}::text[])`,
    sql`fact.occurred_on between ${asked.from} and ${asked.to}`,
    ...(asked.institution === null ? [] : [sql`fact.institution = ${asked.institution}`]),
  ]
  const row = await db.one<{ people: number }>(
    sql`select count(distinct subject) as people from fact where ${joinSql(conditions, sql` and `)}`,
  )
  return row.people
}

/** Holds back everybody who records a fact of this year until the transaction ends, and waits for those who do already. */
export async function lockYear(tx: Db, year: number): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`fact-year:${year}`}, 0))`)
}

const within = (year: number): Sql =>
  sql`fact.occurred_on between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31)`

/** The fact of this year that was recorded last; null when there is none. */
export async function lastFactOf(db: Db, year: number): Promise<string | null> {
  const row = await db.maybeOne<{ id: string }>(
    sql`select id from fact where ${within(year)} order by serial desc limit 1`,
  )
  return row?.id ?? null
}

/** Shuts a year: keeps its counts of people, by verb in the province and at each institution, and destroys its secret. */
export async function shutYear(tx: Db, shut: { year: number; act: string; at: Date; lastFact: string }): Promise<void> {
  await tx.run(sql`
    insert into frozen_year (year, act, frozen_at, last_fact)
    values (${shut.year}, ${shut.act}, ${shut.at}, ${shut.lastFact})`)
  await tx.run(sql`
    insert into frozen_count (year, verb, institution, people)
    select ${shut.year}, fact.verb, fact.institution, count(distinct fact.subject)
    from fact where ${taking} and ${within(shut.year)}
    group by grouping sets ((fact.verb), (fact.verb, fact.institution))`)
  await tx.run(sql`delete from subject_secret where year = ${shut.year}`)
}

/** When each frozen year was frozen, the latest first. */
export const frozenYears = (db: Db): Promise<{ year: number; frozenAt: Date }[]> =>
  db.many(sql`select year, frozen_at as "frozenAt" from frozen_year order by year desc`)

/** How many different people took part in a frozen year: by verb, at an institution or (null) in the province. */
export interface FrozenCount {
  readonly verb: Verb
  readonly institution: string | null
  readonly people: number
}

export const frozenCounts = (db: Db, year: number): Promise<FrozenCount[]> =>
  db.many(sql`
    select verb, institution, people from frozen_count where year = ${year} order by verb, institution nulls first`)

/** The years in which something happened, the latest first, with the number of their facts. */
export const yearsWithFacts = (db: Db): Promise<{ year: number; facts: number }[]> =>
  db.many(sql`
    select extract(year from occurred_on)::integer as year, count(*) as facts from fact group by 1 order by 1 desc`)
