import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { EditionFacts } from './edition.ts'

/** A work that came in with a batch: new to the catalogue, or with copies new to the institution asked for. */
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

/**
 * The newest first, and of one batch from its end, at most so many; null asks for the whole province. One line for each
 * work of a batch, however many records tell of it.
 */
export async function newestArrivals(db: Db, institution: string | null, most = mostArrivals): Promise<Arrival[]> {
  const rows = await db.many<Arrival>(sql`
    select b.id as batch, b.institution, came.work, came.edition, b.counted_at as "cameAt" from (
      select id, institution, counted_at from import_batch
      where counted_at is not null and state in ('applying', 'applied')
        and (${institution}::uuid is null or institution = ${institution}::uuid)
      order by counted_at desc, id desc offset 0
    ) as b cross join lateral (
      select r.number, r.edition, edition.work from import_record r join edition on edition.id = r.edition
      where r.batch = b.id and r.state = 'applied' and edition.deleted_at is null
        and (edition.batch = b.id or (${institution}::uuid is not null and r.items > 0))
      order by r.number desc limit ${most}
    ) as came
    order by b.counted_at desc, b.id desc, came.number desc limit ${most}`)
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
  const rows = await db.many<{ institution: string }>(sql`
    select distinct institution from import_batch where counted_at is not null and state in ('applying', 'applied')`)
  return rows.map(row => row.institution)
}

/** Works that came in last, each once, with the first name that its record gives. */
export async function newestWorks(db: Db, limit: number) {
  const arrivals = await newestArrivals(db, null, limit * 10)
  const seen = new Set<string>()
  const newest = arrivals.filter(({ work }) => !seen.has(work) && seen.add(work)).slice(0, limit)
  const facts = await factsOfEditions(
    db,
    newest.map(one => one.edition),
  )
  return newest.map(({ work, edition }): { id: string; title: LocalizedText; by: string | null } => ({
    id: work,
    title: facts.get(edition)?.title ?? [],
    by: facts.get(edition)?.people[0]?.name ?? null,
  }))
}
