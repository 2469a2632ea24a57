import assert from 'node:assert/strict'
import type { Db } from '../../src/platform/database/database.ts'
import { sql } from '../../src/platform/database/sql.ts'

/** Waits until something is so; a failure to look counts as not yet. */
export async function until(what: string, done: () => Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (!(await done().catch(() => false))) {
    assert.ok(Date.now() < end, `${what}: not within ${seconds} s`)
    await new Promise(resolve => setTimeout(resolve, 15))
  }
}

interface Found {
  readonly total: number
  readonly hits: readonly { readonly title: string; readonly available: boolean }[]
}

/** What the search of a serving program answers to programs. */
export const searchAt = async (url: string, query: Record<string, string>): Promise<Found> =>
  (await fetch(`${url}/api/search?${new URLSearchParams(query)}`)).json() as Promise<Found>

/** Each record of the file is in the catalogue once or listed once, and counted once. */
export async function assertImportedOnce(db: Db, batch: string, described: number, blank: number): Promise<void> {
  const found = await db.one(sql`
    select (select count(*) from import_record where batch = ${batch} and state = 'applied') as taken,
           (select count(*) from import_record where batch = ${batch} and state = 'left-out' and outcome = 'problem') as listed,
           (select count(*) from import_record where batch = ${batch}) as records,
           (select count(*) from import_record where batch = ${batch} and outcome <> 'problem' and warnings <> '[]') as "copies refused",
           (select count(*) from edition where batch = ${batch} and deleted_at is null) as editions,
           (select count(*) from item where batch = ${batch} and deleted_at is null) as copies,
           (select sum(quantity) from fact where verb = 'copies.stocked' and object = ${batch}) as counted`)
  assert.deepEqual(found, {
    taken: described,
    listed: blank,
    records: described + blank,
    'copies refused': 0,
    editions: described,
    copies: described,
    counted: described,
  })
}

/** What the house says of itself in several places agrees: loans, facts, journal, copies, figures, search. */
export async function assertAgreement(db: Db, url: string): Promise<void> {
  const count = await db.one<Record<string, number>>(sql`
    select (select count(*) from journal where type = 'circulation.lend') as lends,
           (select count(*) from journal where type = 'circulation.return') as returns,
           (select count(*) from journal where type = 'circulation.undo') as undone,
           (select count(*) from loan) as loans,
           (select count(*) from loan where returned_at is null) as open,
           (select coalesce(sum(quantity), 0) from fact where verb = 'copy.lent') as "facts of lending",
           (select coalesce(sum(quantity), 0) from fact where verb = 'copy.returned') as "facts of returning",
           (select count(*) from item where status = 'on-loan') as "copies on loan",
           (select count(*) from item) as copies`)
  const { lends = 0, returns = 0, undone = 0, open = 0, copies = 0 } = count
  assert.deepEqual(count, {
    lends,
    returns,
    undone,
    loans: lends - undone,
    open: lends - undone - returns,
    'facts of lending': lends - undone,
    'facts of returning': returns,
    'copies on loan': open,
    copies,
  })
  await until('figures that follow the facts', async () => {
    const sums = await db.many<{ indicator: string; value: number }>(
      sql`select indicator, sum(value) as value from figure_cell where value <> 0 group by indicator order by 1`,
    )
    const expected = [
      { indicator: 'circulations', value: lends - undone },
      { indicator: 'copies', value: copies },
    ].filter(({ value }) => value !== 0)
    return JSON.stringify(sums) === JSON.stringify(expected)
  })
  await until('a search that knows every document', async () => {
    const { documents } = await db.one<{ documents: number }>(
      sql`select count(*) as documents from search_document where deleted_at is null`,
    )
    return (await (await fetch(`${url}/metrics`)).text()).includes(`bac_thang_search_documents ${documents}\n`)
  })
  const { available } = await db.one<{ available: number }>(sql`
    select count(distinct work) as available from edition join item on item.edition = edition.id
    where item.status = 'available' and item.deleted_at is null and edition.deleted_at is null`)
  await until('a search that knows what is on the shelf', async () => {
    return (await searchAt(url, { kind: 'work', available: 'true', size: '1' })).total === available
  })
}
