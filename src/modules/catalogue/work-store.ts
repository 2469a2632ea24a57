import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'

/** The work of each of these editions, the withdrawn ones included. */
export async function workOfEditions(db: Db, editions: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.many<{ id: string; work: string }>(
    sql`select id, work from edition where id = any(${editions}::uuid[])`,
  )
  return new Map(rows.map(row => [row.id, row.work]))
}

/** Takes a batch's copies of these editions out of use, but for those on loan; gives how many. */
export async function withdrawItems(tx: Db, batch: string, editions: readonly string[]): Promise<number> {
  return tx.run(sql`
    update item set deleted_at = now(), changed_at = now()
    where batch = ${batch} and edition = any(${editions}::uuid[]) and deleted_at is null and status <> 'on-loan'`)
}

/** Ends those of these editions that a batch made and that no living copy needs any more. */
export async function endEmptyEditions(tx: Db, batch: string, editions: readonly string[]): Promise<void> {
  const rows = await tx.many<{ id: string }>(sql`
    select asked.id from unnest(${editions}::uuid[]) as asked (id)
    cross join lateral (select 1 from item where edition = asked.id and deleted_at is null limit 1) as living`)
  await tx.run(sql`
    update edition set deleted_at = now(), changed_at = now()
    where id = any(${without(editions, rows)}::uuid[]) and batch = ${batch} and deleted_at is null`)
}

/** Ends those of these works that have no living edition left. */
export async function endEmptyWorks(tx: Db, works: readonly string[]): Promise<void> {
  const rows = await tx.many<{ id: string }>(sql`
    select asked.id from unnest(${works}::uuid[]) as asked (id)
    cross join lateral (select 1 from edition where work = asked.id and deleted_at is null limit 1) as living`)
  await tx.run(sql`
    update work set deleted_at = now(), changed_at = now()
    where id = any(${without(works, rows)}::uuid[]) and deleted_at is null`)
}

function without(ids: readonly string[], living: readonly { readonly id: string }[]): string[] {
  const alive = new Set(living.map(row => row.id))
  return ids.filter(id => !alive.has(id))
}

/** Holds these works until the transaction ends, so that two writers of their documents do not overtake each other. */
export async function lockWorks(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.run(sql`select id from work where id = any(${ids}::uuid[]) order by id for no key update`)
}
