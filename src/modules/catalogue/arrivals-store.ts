import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { orUntitled } from './describe.ts'
import type { EditionFacts } from './edition.ts'

/** A work that came in with a batch: new to the catalogue, or with copies that came to an institution. */
export interface Arrival {
  readonly batch: string
  readonly institution: string
  readonly work: string
  /** The edition that brought it. */
  readonly edition: string
  /** When its batch began to count. */
  readonly cameAt: Date
}

/** Further back is no news. */
const mostArrivals = 1000

const counted = sql`counted_at is not null and state in ('applying', 'applied')`

/** Works that the catalogue did not have before, with the batch of the edition that they began with; the newest first. */
export async function newestInProvince(db: Db, most = mostArrivals): Promise<Arrival[]> {
  const rows = await db.many<Arrival>(sql`
    select newest.id as work, began.id as edition, b.id as batch, b.institution, b.counted_at as "cameAt"
    from (select id from work where deleted_at is null order by id desc limit ${most}) as newest
    cross join lateral (
      select id, batch from edition where work = newest.id and deleted_at is null order by id limit 1
    ) as began
    join import_batch b on b.id = began.batch where ${counted}`)
  return rows.sort((a, b) => b.cameAt.getTime() - a.cameAt.getTime() || (a.work < b.work ? 1 : -1))
}

/** Works of which copies came to an institution, whoever had them before: each once for each batch, the newest first. */
export async function newestAt(db: Db, institution: string): Promise<Arrival[]> {
  const rows = await db.many<Arrival>(sql`
    select b.id as batch, b.institution, edition.work, edition.id as edition, b.counted_at as "cameAt" from (
      select id, institution, counted_at from import_batch where institution = ${institution} and ${counted}
      order by counted_at desc, id desc offset 0
    ) as b cross join lateral (
      select id, edition from item where batch = b.id and deleted_at is null order by id desc limit ${mostArrivals}
    ) as copy
    join edition on edition.id = copy.edition and edition.deleted_at is null
    order by b.counted_at desc, b.id desc, copy.id desc limit ${mostArrivals}`)
  const seen = new Set<string>()
  return rows.filter(({ batch, work }) => !seen.has(`${batch} ${work}`) && seen.add(`${batch} ${work}`))
}

/** What these editions' records say, by edition. */
export async function factsOfEditions(db: Db, editions: readonly string[]): Promise<Map<string, EditionFacts>> {
  const rows = await db.many<{ id: string; facts: EditionFacts }>(
    sql`select id, facts from edition where id = any(${editions}::uuid[])`,
  )
  return new Map(rows.map(({ id, facts }) => [id, facts]))
}

/** Institutions that ever brought anything in. */
export async function institutionsWithArrivals(db: Db): Promise<string[]> {
  const rows = await db.many<{ institution: string }>(
    sql`select distinct institution from import_batch where ${counted}`,
  )
  return rows.map(row => row.institution)
}

/** Files applied side by side mix their works; among so many the newest days are found. */
const mixed = 200

/** Works that came in last, with the first name that their record gives. */
export async function newestWorks(db: Db, limit: number) {
  const newest = (await newestInProvince(db, Math.max(limit, mixed))).slice(0, limit)
  const facts = await factsOfEditions(
    db,
    newest.map(one => one.edition),
  )
  return newest.map(({ work, edition }): { id: string; title: LocalizedText; by: string | null } => ({
    id: work,
    title: orUntitled(facts.get(edition)?.title ?? []),
    by: facts.get(edition)?.people[0]?.name ?? null,
  }))
}
