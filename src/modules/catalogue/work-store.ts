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

/** Ends the editions that this batch made and that no living copy needs any more. */
export async function withdrawEmptyEditions(tx: Db, batch: string, editions: readonly string[]): Promise<void> {
  await tx.run(sql`
    update edition set deleted_at = now(), changed_at = now()
    where id = any(${editions}::uuid[]) and batch = ${batch} and deleted_at is null
      and not exists (select 1 from item where item.edition = edition.id and item.deleted_at is null)`)
}

/** Ends the works that have no living edition left. */
export async function endEmptyWorks(tx: Db, works: readonly string[]): Promise<void> {
  await tx.run(sql`
    update work set deleted_at = now(), changed_at = now()
    where id = any(${works}::uuid[]) and deleted_at is null
      and not exists (select 1 from edition where edition.work = work.id and edition.deleted_at is null)`)
}

/** Holds these works until the transaction ends, so that two writers of their documents do not overtake each other. */
export async function lockWorks(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.run(sql`select id from work where id = any(${ids}::uuid[]) order by id for no key update`)
}
