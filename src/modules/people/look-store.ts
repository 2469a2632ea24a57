import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { joinSql, type Sql, sql } from '../../platform/database/sql.ts'
import type { LookPurpose } from './look.ts'

/** Adds what is not there yet: the same look again on the same day is no new row. */
export async function insertLooks(
  db: Db,
  look: { by: string; institution: string; purpose: LookPurpose; persons: readonly string[]; on: LocalDate; at: Date },
): Promise<void> {
  await db.run(sql`
    insert into record_look (person, looked_by, institution, purpose, looked_on, looked_at)
    select person, ${look.by}, ${look.institution}, ${look.purpose}, ${look.on}, ${look.at}
    from unnest(${look.persons}::uuid[]) as person
    on conflict do nothing`)
}

/** One member of staff, one place, one purpose, one day. */
export interface LookLine {
  readonly by: string
  readonly institution: string
  readonly purpose: LookPurpose
  readonly on: LocalDate
  readonly firstAt: Date
  /** How many readers' records were looked at. */
  readonly readers: number
}

export interface LookQuery {
  /** Null is the whole province. */
  readonly institutions: readonly string[] | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

/** The latest days first. */
export async function listLooks(
  db: Db,
  query: LookQuery,
  page: { number: number; size: number },
): Promise<{ looks: LookLine[]; more: boolean }> {
  const conditions: Sql[] = [sql`true`]
  if (query.institutions !== null) conditions.push(sql`institution = any(${query.institutions}::uuid[])`)
  if (query.from !== null) conditions.push(sql`looked_on >= ${query.from}`)
  if (query.to !== null) conditions.push(sql`looked_on <= ${query.to}`)
  const looks = await db.many<LookLine>(sql`
    select looked_by as "by", institution, purpose, looked_on as "on", min(looked_at) as "firstAt", count(*) as readers
    from record_look where ${joinSql(conditions, sql` and `)}
    group by looked_on, looked_by, institution, purpose
    order by looked_on desc, min(looked_at) desc, looked_by, purpose
    limit ${page.size + 1} offset ${(page.number - 1) * page.size}`)
  return { looks: looks.slice(0, page.size), more: looks.length > page.size }
}

/** Where, for what and on which days staff looked at this person's record, newest first. */
export const looksAtPerson = (
  db: Db,
  person: string,
  limit: number,
): Promise<{ institution: string; purpose: LookPurpose; on: LocalDate }[]> =>
  db.many(sql`
    select distinct institution, purpose, looked_on as "on" from record_look
    where person = ${person} and looked_by <> ${person} order by looked_on desc, purpose, institution limit ${limit}`)
