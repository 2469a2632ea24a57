import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'

/** A location of an institution's copies; '' are those without one. */
export interface Location {
  readonly location: string
  readonly copies: number
  readonly closed: boolean
}

const locationsShown = 200

/** Where an institution's copies stand, those with most first, and which of these places are closed to readers. */
export async function locationsOf(db: Db, institution: string): Promise<Location[]> {
  return db.many<Location>(sql`
    select coalesce(held.location, closed_stack.location) as location, coalesce(copies, 0) as copies,
           closed_stack.location is not null as closed
    from (select coalesce(location, '') as location, count(*) as copies from item
          where keeper = ${institution} and deleted_at is null group by 1) as held
    full join (select location from closed_stack where institution = ${institution}) as closed_stack
      on closed_stack.location = held.location
    order by 2 desc, 1 limit ${locationsShown}`)
}

/** Makes these locations of an institution closed, and no others. */
export async function setClosedStacks(tx: Db, institution: string, locations: readonly string[]): Promise<void> {
  await tx.run(
    sql`delete from closed_stack where institution = ${institution} and location <> all(${locations}::text[])`,
  )
  await tx.run(sql`
    insert into closed_stack (institution, location) select ${institution}, unnest(${locations}::text[])
    on conflict do nothing`)
}

export async function hasClosedStacks(db: Db, institution: string): Promise<boolean> {
  return (await db.maybeOne(sql`select 1 from closed_stack where institution = ${institution} limit 1`)) !== null
}

const isClosed = sql`exists (
  select from closed_stack where closed_stack.institution = item.keeper and closed_stack.location = coalesce(item.location, ''))`
const inStacks = sql`item.deleted_at is null and ${isClosed}`

/** Copies of an edition in the closed stacks of an institution: all, and those on the shelf. */
export async function copiesInStacks(
  db: Db,
  institution: string,
  edition: string,
): Promise<{ copies: number; free: number }> {
  return db.one(sql`
    select count(*) as copies, count(*) filter (where status = 'available') as free from item
    where edition = ${edition} and keeper = ${institution} and ${inStacks}`)
}

/** An edition of a work in the closed stacks of an institution. */
export interface StackHolding {
  readonly institution: string
  readonly edition: string
  readonly year: number | null
  readonly free: number
}

const holdingsShown = 60

/** Where the editions of a work stand in closed stacks. */
export async function stackHoldings(db: Db, work: string): Promise<StackHolding[]> {
  return db.many<StackHolding>(sql`
    select item.keeper as institution, edition.id as edition, edition.year,
           count(*) filter (where item.status = 'available') as free
    from edition join item on item.edition = edition.id
    where edition.work = ${work} and edition.deleted_at is null and ${inStacks}
    group by item.keeper, edition.id order by edition.year desc nulls last, edition.id limit ${holdingsShown}`)
}

/**
 * A copy on the shelf, of the closed stacks first, held until the transaction ends; null when none is left. A slip
 * outlives the day on which its stack was opened.
 */
export async function lockFreeCopy(tx: Db, institution: string, edition: string): Promise<string | null> {
  const row = await tx.maybeOne<{ id: string }>(sql`
    select id from item
    where edition = ${edition} and keeper = ${institution} and status = 'available' and deleted_at is null
    order by ${isClosed} desc, barcode, id limit 1 for update skip locked`)
  return row?.id ?? null
}

/** What stands on a slip of an edition: where it is fetched from, and the numbers of up to three copies, free ones first. */
export interface ShelfMark {
  readonly edition: string
  readonly callNumber: string
  readonly location: string
  readonly numbers: readonly string[]
}

/** Where these editions are fetched from at an institution. */
export async function shelfMarks(db: Db, institution: string, editions: readonly string[]): Promise<ShelfMark[]> {
  const inOrder = sql`order by not ${isClosed}, status <> 'available', barcode`
  return db.many<ShelfMark>(sql`
    select edition, coalesce((array_agg(call_number ${inOrder}))[1], '') as "callNumber",
           coalesce((array_agg(location ${inOrder}))[1], '') as location,
           array_remove((array_agg(coalesce(barcode, accession_number) ${inOrder}))[1:3], null) as numbers
    from item where edition = any(${editions}::uuid[]) and keeper = ${institution} and deleted_at is null group by edition`)
}
