import { type Audience, everyone, nobody } from '../../kernel/audience.ts'
import { fold, sortKey } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { numberKey, titleKey } from './match.ts'
import { behindAllNumbers, naturalOrder } from './natural-order.ts'
import type { MuseumObject, ObjectFacts, Shown } from './object.ts'

/** An object about to stand in a register. */
export type NewObject = MuseumObject

export const audienceOf = (shown: Shown): Audience => (shown === 'everyone' ? everyone : nobody)

const derived = ({ accessionNumber, facts }: Pick<MuseumObject, 'accessionNumber' | 'facts'>) => {
  const titles = [...facts.title.map(({ text }) => text), ...facts.otherTitles]
  return {
    numberKey: numberKey(accessionNumber),
    numberSort: accessionNumber === null ? behindAllNumbers : naturalOrder(accessionNumber),
    matchKey: titleKey(titles[0] ?? ''),
    foldedTitle: fold(titles.join(' · ')),
    sortKey: sortKey(titles[0] ?? ''),
  }
}

/** Of those who give numbers in one register, one writes at a time: nobody takes a number between a look and a writing. */
async function lockRegisters(tx: Db, institutions: readonly string[]): Promise<void> {
  for (const institution of [...new Set(institutions)].sort())
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`heritage:${institution}`}, 0))`)
}

/** Writes some hundred objects at once; gives the ids of those that were written, the others' numbers being taken. */
export async function insertObjects(tx: Db, objects: readonly NewObject[]): Promise<Set<string>> {
  if (objects.length === 0) return new Set()
  await lockRegisters(
    tx,
    objects.map(({ institution }) => institution),
  )
  const rows = objects.map(object => ({ ...object, ...derived(object) }))
  const column = <T>(pick: (row: (typeof rows)[number]) => T): T[] => rows.map(pick)
  const written = await tx.many<{ id: string }>(sql`
    insert into museum_object (id, institution, accession_number, number_key, number_sort, match_key, folded_title,
                               sort_key, facts, year, audience, decided, batch, entered_at)
    select id, institution, accession_number, number_key, number_sort, match_key, folded_title, sort_key, facts::jsonb,
           year, audience, decided, batch, entered_at
    from unnest(
      ${column(r => r.id)}::uuid[], ${column(r => r.institution)}::uuid[], ${column(r => r.accessionNumber)}::text[],
      ${column(r => r.numberKey)}::text[], ${column(r => r.numberSort)}::text[], ${column(r => r.matchKey)}::text[],
      ${column(r => r.foldedTitle)}::text[], ${column(r => r.sortKey)}::text[],
      ${column(r => JSON.stringify(r.facts))}::text[], ${column(r => r.facts.year)}::smallint[],
      ${column(r => audienceOf(r.shown))}::text[], ${column(r => r.decided)}::boolean[], ${column(r => r.batch)}::uuid[],
      ${column(r => r.enteredAt.toISOString())}::timestamptz[]
    ) as t (id, institution, accession_number, number_key, number_sort, match_key, folded_title, sort_key, facts, year,
            audience, decided, batch, entered_at)
    on conflict (institution, number_key) where deleted_at is null and number_key is not null do nothing
    returning id`)
  return new Set(written.map(row => row.id))
}

/** Writes what was corrected; false when another living object of the register has the number. */
export async function updateObject(
  tx: Db,
  object: Pick<MuseumObject, 'id' | 'institution' | 'accessionNumber' | 'facts' | 'shown' | 'decided'>,
): Promise<boolean> {
  const keys = derived(object)
  await lockRegisters(tx, [object.institution])
  const taken = await tx.maybeOne(sql`
    select 1 from museum_object where institution = ${object.institution} and number_key = ${keys.numberKey}
    and deleted_at is null and id <> ${object.id}`)
  if (taken !== null) return false
  await tx.run(sql`
    update museum_object set accession_number = ${object.accessionNumber}, number_key = ${keys.numberKey},
      number_sort = ${keys.numberSort}, match_key = ${keys.matchKey}, folded_title = ${keys.foldedTitle},
      sort_key = ${keys.sortKey}, facts = ${JSON.stringify(object.facts)}::jsonb, year = ${object.facts.year},
      audience = ${audienceOf(object.shown)}, decided = ${object.decided}, changed_at = now()
    where id = ${object.id} and deleted_at is null`)
  return true
}

/** Takes objects out of their registers; gives the ids of those that were still there. */
export async function endObjects(tx: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    update museum_object set deleted_at = now(), changed_at = now()
    where id = any(${[...ids].sort()}::uuid[]) and deleted_at is null returning id`)
  return rows.map(row => row.id)
}

interface Row {
  id: string
  institution: string
  accession_number: string | null
  facts: ObjectFacts
  audience: Audience
  decided: boolean
  batch: string | null
  entered_at: Date
}

const columns = sql`id, institution, accession_number, facts, audience, decided, batch, entered_at`

const objectOf = (row: Row): MuseumObject => ({
  id: row.id,
  institution: row.institution,
  accessionNumber: row.accession_number,
  facts: row.facts,
  // What is not plainly for everyone is kept back.
  shown: row.audience === everyone ? 'everyone' : 'staff',
  decided: row.decided,
  batch: row.batch,
  enteredAt: row.entered_at,
})

/** The living ones of these. */
export async function objectsByIds(db: Db, ids: readonly string[]): Promise<MuseumObject[]> {
  if (ids.length === 0) return []
  const rows = await db.many<Row>(
    sql`select ${columns} from museum_object where id = any(${ids}::uuid[]) and deleted_at is null`,
  )
  return rows.map(objectOf)
}

export async function objectById(db: Db, id: string): Promise<MuseumObject | null> {
  return (await objectsByIds(db, [id]))[0] ?? null
}

/** The same, held until the transaction ends. */
export async function lockObject(tx: Db, id: string): Promise<MuseumObject | null> {
  const row = await tx.maybeOne<Row>(
    sql`select ${columns} from museum_object where id = ${id} and deleted_at is null for update`,
  )
  return row && objectOf(row)
}

/** Holds these rows, in one order for all writers, until the transaction ends. */
export async function lockObjects(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.run(sql`select 1 from museum_object where id = any(${ids}::uuid[]) order by id for update`)
}

/** Whether an object that everybody could see stood under this id and is no more. */
export async function wasShown(db: Db, id: string): Promise<boolean> {
  const row = await db.maybeOne(
    sql`select 1 from museum_object where id = ${id} and deleted_at is not null and audience = ${everyone}`,
  )
  return row !== null
}

/** More objects than this under one title are no help in finding the right one. */
const mostUnderOneKey = 200

/** Living objects of the register that share a number or the whole title with any of these, by their keys. */
export async function objectsLike(
  db: Db,
  institution: string,
  numbers: readonly string[],
  titleKeys: readonly string[],
): Promise<MuseumObject[]> {
  const titles = [...new Set(titleKeys.filter(key => key !== ''))]
  const rows = await db.many<Row>(sql`
    select distinct on (found.id) found.* from (
      select 't' as kind, unnest(${titles}::text[]) as key
      union all select 'n', unnest(${[...new Set(numbers)]}::text[])
    ) as asked cross join lateral (
      (select ${columns} from museum_object where asked.kind = 't' and institution = ${institution}
        and match_key = asked.key and deleted_at is null limit ${mostUnderOneKey})
      union all
      (select ${columns} from museum_object where asked.kind = 'n' and institution = ${institution}
        and number_key = asked.key and deleted_at is null)
    ) as found`)
  return rows.map(objectOf)
}
