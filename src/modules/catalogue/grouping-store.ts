import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { EditionFacts } from './edition.ts'
import type { NewWork } from './edition-store.ts'
import type { MatchFacts } from './match.ts'

/** An edition with its record and the say of who grouped it. */
export interface KeptEdition {
  readonly id: string
  readonly work: string
  readonly owner: string
  readonly facts: EditionFacts
  readonly groupedByPerson: boolean
  readonly bytes: Uint8Array
  readonly format: 'iso2709' | 'marcxml'
}

interface Row {
  id: string
  work: string
  owner: string
  facts: EditionFacts
  grouped_by_person: boolean
  record: Buffer
  record_format: 'iso2709' | 'marcxml'
}

const keptOf = (row: Row): KeptEdition => ({
  id: row.id,
  work: row.work,
  owner: row.owner,
  facts: row.facts,
  groupedByPerson: row.grouped_by_person,
  bytes: row.record,
  format: row.record_format,
})

const columns = sql`id, work, owner, facts, grouped_by_person, record, record_format`

export async function editionById(db: Db, id: string): Promise<KeptEdition | null> {
  const row = await db.maybeOne<Row>(sql`select ${columns} from edition where id = ${id} and deleted_at is null`)
  return row && keptOf(row)
}

/** The same, held until the transaction ends; copies may still be hung on it meanwhile. */
export async function lockEdition(tx: Db, id: string): Promise<KeptEdition | null> {
  const row = await tx.maybeOne<Row>(
    sql`select ${columns} from edition where id = ${id} and deleted_at is null for no key update`,
  )
  return row && keptOf(row)
}

/** What a corrected record says, in place of what the edition said. */
export interface CorrectedEdition {
  readonly id: string
  readonly facts: EditionFacts
  readonly match: MatchFacts
  readonly sortKey: string
  readonly record: Uint8Array
  readonly format: 'iso2709' | 'marcxml'
}

export async function updateEdition(tx: Db, edition: CorrectedEdition): Promise<void> {
  const { facts, match } = edition
  await tx.run(sql`
    update edition set facts = ${JSON.stringify(facts)}::jsonb, title = ${JSON.stringify(facts.title)}::jsonb,
      isbns = ${facts.isbns}::text[], match_key = ${match.titleKey}, author_key = ${match.authorKey},
      control_key = ${match.controlKey}, sort_key = ${edition.sortKey}, year = ${facts.year},
      language = ${facts.language}, record = ${Buffer.from(edition.record)}, record_format = ${edition.format},
      changed_at = now()
    where id = ${edition.id}`)
}

export async function moveEdition(tx: Db, edition: string, work: string, groupedByPerson: boolean): Promise<void> {
  await tx.run(sql`
    update edition set work = ${work}, grouped_by_person = ${groupedByPerson}, changed_at = now() where id = ${edition}`)
}

/** The work to which a key leads now, whether joined there or not; null where it leads to none that is there. */
export async function workOfKey(tx: Db, key: string): Promise<string | null> {
  const row = await tx.maybeOne<{ id: string }>(sql`
    select found.id from work as named
    join work as found on found.id = case when named.joined then named.moved_to else named.id end
    where named.work_key = ${key} and found.deleted_at is null`)
  return row?.id ?? null
}

/** The living work that has this key itself. */
export async function livingWorkOfKey(tx: Db, key: string): Promise<string | null> {
  const row = await tx.maybeOne<{ id: string }>(sql`select id from work where work_key = ${key} and deleted_at is null`)
  return row?.id ?? null
}

/** Makes a work, or brings back the one that had this key, wherever its editions had been joined. */
export async function openWork(tx: Db, work: NewWork): Promise<string> {
  const row = await tx.one<{ id: string }>(sql`
    insert into work (id, work_key, title, sort_key)
    values (${work.id}, ${work.key}, ${JSON.stringify(work.title)}::jsonb, ${work.sortKey})
    on conflict (work_key) do update
      set title = excluded.title, sort_key = excluded.sort_key, deleted_at = null, moved_to = null, joined = false,
          changed_at = now()
    returning id`)
  return row.id
}

/** Ends a work that has no edition left; its address, and those that led to it, lead on to where the last one went. */
export async function endLeftWork(tx: Db, left: string, to: string, joined: boolean): Promise<void> {
  const ended = await tx.run(sql`
    update work set deleted_at = now(), changed_at = now(), moved_to = ${to}, joined = ${joined}
    where id = ${left} and not exists (select from edition where work = ${left} and deleted_at is null)`)
  if (ended > 0) await tx.run(sql`update work set moved_to = ${to} where moved_to = ${left}`)
}

/** Names these works after their first edition that has a title, those that a person brought here last. */
export async function nameWorks(tx: Db, works: readonly string[]): Promise<void> {
  await tx.run(sql`
    update work set title = named.title, sort_key = named.sort_key, changed_at = now()
    from (
      select distinct on (work) work, title, sort_key from edition
      where work = any(${works}::uuid[]) and deleted_at is null order by work, title = '[]', grouped_by_person, id
    ) as named
    where work.id = named.work and (work.title, work.sort_key) is distinct from (named.title, named.sort_key)`)
}

/** Where the editions of a work that ended went; null where they went nowhere. */
export async function movedTo(db: Db, work: string): Promise<string | null> {
  const row = await db.maybeOne<{ id: string }>(sql`
    select found.id from work as ended join work as found on found.id = ended.moved_to
    where ended.id = ${work} and ended.deleted_at is not null and found.deleted_at is null`)
  return row?.id ?? null
}

/** Of these editions those that a person grouped. */
export async function groupedByPerson(db: Db, editions: readonly string[]): Promise<Set<string>> {
  const rows = await db.many<{ id: string }>(
    sql`select id from edition where id = any(${editions}::uuid[]) and grouped_by_person`,
  )
  return new Set(rows.map(row => row.id))
}
