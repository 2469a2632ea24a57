import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'

/** The work of each of these editions, the withdrawn ones included. */
export async function workOfEditions(db: Db, editions: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.many<{ id: string; work: string }>(
    sql`select id, work from edition where id = any(${editions}::uuid[])`,
  )
  return new Map(rows.map(row => [row.id, row.work]))
}

/** Takes a batch's copies out of use, but for those on loan; gives what was taken and what stays. */
export async function withdrawItems(
  tx: Db,
  batch: string,
  numbers: readonly number[],
): Promise<{ withdrawn: { edition: string }[]; onLoan: { edition: string }[] }> {
  const editions = sql`(select edition from import_record where batch = ${batch} and number = any(${numbers}::integer[]))`
  const withdrawn = await tx.many<{ edition: string }>(sql`
    update item set deleted_at = now(), changed_at = now()
    where batch = ${batch} and edition in ${editions} and deleted_at is null and status <> 'on-loan'
    returning edition`)
  const onLoan = await tx.many<{ edition: string }>(sql`
    select edition from item where batch = ${batch} and edition in ${editions} and deleted_at is null`)
  return { withdrawn, onLoan }
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

/** The next applied records of a batch, locked, with the editions they became. */
export async function nextApplied(
  tx: Db,
  batch: string,
  limit: number,
): Promise<{ number: number; edition: string; items: number }[]> {
  return tx.many(sql`
    select number, edition, items from import_record
    where batch = ${batch} and state = 'applied' and edition is not null order by number limit ${limit} for update`)
}

export async function markWithdrawn(tx: Db, batch: string, numbers: readonly number[]): Promise<void> {
  await tx.run(sql`
    update import_record set state = 'withdrawn' where batch = ${batch} and number = any(${numbers}::integer[])`)
}
