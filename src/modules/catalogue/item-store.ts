import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { HeldCopy } from './copies.ts'
import type { Item, ItemStatus } from './edition.ts'
import { oneByOne } from './one-by-one-store.ts'

interface Row {
  id: string
  edition: string
  owner: string
  keeper: string
  barcode: string | null
  accession_number: string | null
  call_number: string | null
  location: string | null
  status: ItemStatus
  note: string | null
}

const itemOf = (row: Row): Item => ({
  id: row.id,
  edition: row.edition,
  owner: row.owner,
  keeper: row.keeper,
  barcode: row.barcode,
  accessionNumber: row.accession_number,
  callNumber: row.call_number,
  location: row.location,
  status: row.status,
  note: row.note,
})

const columns = sql`id, edition, owner, keeper, barcode, accession_number, call_number, location, status, note`

export async function itemByBarcode(db: Db, barcode: string): Promise<Item | null> {
  const row = await db.maybeOne<Row>(sql`select ${columns} from item where barcode = ${barcode} and deleted_at is null`)
  return row && itemOf(row)
}

/** The same item, locked until the transaction ends: of two desks with the last copy, one waits. */
export async function lockItem(tx: Db, id: string): Promise<Item | null> {
  const row = await tx.maybeOne<Row>(
    sql`select ${columns} from item where id = ${id} and deleted_at is null for update`,
  )
  return row && itemOf(row)
}

export async function itemsOfEditions(db: Db, editions: readonly string[]): Promise<Item[]> {
  const rows = await db.many<Row>(sql`
    select found.* from unnest(${editions}::uuid[]) as asked (edition)
    cross join lateral (
      select ${columns} from item where edition = asked.edition and deleted_at is null ${oneByOne}
    ) as found order by found.id`)
  return rows.map(itemOf)
}

export async function setItemStatus(tx: Db, id: string, status: ItemStatus): Promise<void> {
  await tx.run(sql`update item set status = ${status}, changed_at = now() where id = ${id}`)
}

/** What staff should know of a copy; null clears it. */
export async function setItemNote(tx: Db, id: string, note: string | null): Promise<void> {
  await tx.run(sql`update item set note = ${note}, changed_at = now() where id = ${id}`)
}

export type NewItem = Omit<Item, 'note'> & { readonly batch: string | null }

/** Adds copies; a barcode that is taken already is left off its copy, and those copies' ids are given back. */
export async function insertItems(tx: Db, items: readonly NewItem[]): Promise<string[]> {
  const written = new Set(await insertFree(tx, items))
  const refused = items.filter(item => !written.has(item.id))
  await insertFree(
    tx,
    refused.map(item => ({ ...item, barcode: null })),
  )
  return refused.map(item => item.id)
}

/** Adds those copies whose barcode is free; gives their ids. */
async function insertFree(tx: Db, items: readonly NewItem[]): Promise<string[]> {
  if (items.length === 0) return []
  const column = <T>(pick: (item: NewItem) => T): T[] => items.map(pick)
  const rows = await tx.many<{ id: string }>(sql`
    insert into item (id, edition, owner, keeper, barcode, accession_number, call_number, location, status, batch)
    select * from unnest(
      ${column(i => i.id)}::uuid[], ${column(i => i.edition)}::uuid[], ${column(i => i.owner)}::uuid[],
      ${column(i => i.keeper)}::uuid[], ${column(i => i.barcode)}::text[], ${column(i => i.accessionNumber)}::text[],
      ${column(i => i.callNumber)}::text[], ${column(i => i.location)}::text[], ${column(i => i.status)}::text[],
      ${column(i => i.batch)}::uuid[])
    on conflict (barcode) where deleted_at is null and barcode is not null do nothing
    returning id`)
  return rows.map(row => row.id)
}

/** A copy, or what was one. */
export interface KeptItem extends Item {
  readonly isWithdrawn: boolean
}

export async function itemById(db: Db, id: string): Promise<KeptItem | null> {
  const row = await db.maybeOne<Row & { gone: boolean }>(
    sql`select ${columns}, deleted_at is not null as gone from item where id = ${id}`,
  )
  return row && { ...itemOf(row), isWithdrawn: row.gone }
}

/** What staff may change of a copy. */
export async function updateItem(tx: Db, item: Pick<Item, 'id' | 'callNumber' | 'location' | 'status'>): Promise<void> {
  await tx.run(sql`
    update item set call_number = ${item.callNumber}, location = ${item.location}, status = ${item.status},
      changed_at = now()
    where id = ${item.id}`)
}

/** Takes a copy out of use for good; its number may be given to another. */
export async function withdrawItem(tx: Db, id: string): Promise<void> {
  await tx.run(sql`
    update item set status = 'withdrawn', deleted_at = now(), changed_at = now() where id = ${id}`)
}

/** The copies that an owner already has of these editions. */
export async function heldCopies(db: Db, owner: string, editions: readonly string[]): Promise<HeldCopy[]> {
  if (editions.length === 0) return []
  return db.many<HeldCopy>(sql`
    select found.* from unnest(${editions}::uuid[]) as asked (edition)
    cross join lateral (
      select edition, barcode, accession_number as "accessionNumber", batch from item
      where edition = asked.edition and owner = ${owner} and deleted_at is null ${oneByOne}
    ) as found`)
}

export interface DescriptionRow {
  readonly item: string
  readonly work: string
  readonly title: LocalizedText
  readonly volume: string | null
  readonly barcode: string | null
  readonly accessionNumber: string | null
}

export async function descriptionRows(db: Db, items: readonly string[]): Promise<DescriptionRow[]> {
  return db.many<DescriptionRow>(sql`
    select item.id as item, edition.work, edition.title, edition.facts ->> 'volume' as volume, item.barcode,
           item.accession_number as "accessionNumber"
    from item join edition on edition.id = item.edition where item.id = any(${items}::uuid[])`)
}

export async function editionRows(
  db: Db,
  editions: readonly string[],
): Promise<(Pick<DescriptionRow, 'work' | 'title' | 'volume'> & { readonly edition: string })[]> {
  return db.many(sql`
    select id as edition, work, title, facts ->> 'volume' as volume from edition where id = any(${editions}::uuid[])`)
}
