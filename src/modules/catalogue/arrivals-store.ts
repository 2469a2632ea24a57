import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { orUntitled } from './describe.ts'
import type { EditionFacts } from './edition.ts'

/** A work that came in, with a batch or by hand: new to the catalogue, or with copies that came to an institution. */
export interface Arrival {
  /** What brought it: a batch, or the edition that somebody described. */
  readonly batch: string
  readonly institution: string
  readonly work: string
  /** The edition that brought it. */
  readonly edition: string
  /** When its batch began to count, or when it was entered. */
  readonly cameAt: Date
}

/** Further back is no news. */
const mostArrivals = 1000

const counted = sql`counted_at is not null and state in ('applying', 'applied')`

/** Works that the catalogue did not have before, with what brought the edition that they began with; the newest first. */
export async function newestInProvince(db: Db, most = mostArrivals): Promise<Arrival[]> {
  const rows = await db.many<Arrival>(sql`
    select newest.id as work, began.id as edition, coalesce(b.id, began.id) as batch,
           coalesce(b.institution, began.owner) as institution, coalesce(b.counted_at, began.entered_at) as "cameAt"
    from (select id from work where deleted_at is null order by id desc limit ${most}) as newest
    cross join lateral (
      select id, batch, owner, entered_at from edition where work = newest.id and deleted_at is null order by id limit 1
    ) as began
    left join import_batch b on b.id = began.batch and ${counted}
    where coalesce(b.counted_at, began.entered_at) is not null`)
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
  const byHand = await db.many<Arrival>(sql`
    select edition.id as batch, copy.owner as institution, edition.work, edition.id as edition, copy.entered_at as "cameAt"
    from (
      select id, owner, edition, entered_at from item
      where owner = ${institution} and entered_at is not null and deleted_at is null
      order by entered_at desc, id desc limit ${mostArrivals}
    ) as copy
    join edition on edition.id = copy.edition and edition.deleted_at is null
    order by copy.entered_at desc, copy.id desc`)
  const seen = new Set<string>()
  const all = byHand.length === 0 ? rows : [...rows, ...byHand].sort((a, b) => b.cameAt.getTime() - a.cameAt.getTime())
  return all
    .slice(0, mostArrivals)
    .filter(({ batch, work }) => !seen.has(`${batch} ${work}`) && seen.add(`${batch} ${work}`))
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
    sql`select distinct institution from import_batch where ${counted}
        union select distinct owner from item where entered_at is not null`,
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

/** Notes when these were entered by hand. */
export async function noteEntered(
  tx: Db,
  entered: { readonly editions: readonly string[]; readonly items: readonly string[] },
  at: Date,
): Promise<void> {
  await tx.run(sql`update edition set entered_at = ${at} where id = any(${entered.editions}::uuid[])`)
  await tx.run(sql`update item set entered_at = ${at} where id = any(${entered.items}::uuid[])`)
}
