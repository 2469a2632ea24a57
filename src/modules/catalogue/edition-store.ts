import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Edition, EditionFacts } from './edition.ts'
import type { Candidate, MatchFacts } from './match.ts'
import { oneByOne } from './one-by-one-store.ts'

export interface NewEdition {
  readonly id: string
  readonly work: string
  readonly owner: string
  readonly facts: EditionFacts
  readonly sortKey: string
  readonly match: MatchFacts
  readonly record: Uint8Array
  readonly format: 'iso2709' | 'marcxml'
  readonly batch: string | null
}

export async function insertEditions(tx: Db, editions: readonly NewEdition[]): Promise<void> {
  if (editions.length === 0) return
  const column = <T>(pick: (edition: NewEdition) => T): T[] => editions.map(pick)
  await tx.run(sql`
    insert into edition (id, work, owner, control_key, match_key, author_key, isbns, title, sort_key, facts, year, language,
                         record, record_format, batch)
    select id, work, owner, control_key, match_key, author_key,
           array(select jsonb_array_elements_text(facts::jsonb -> 'isbns')), facts::jsonb -> 'title', sort_key, facts::jsonb,
           year, language, record, record_format, batch
    from unnest(
      ${column(e => e.id)}::uuid[], ${column(e => e.work)}::uuid[], ${column(e => e.owner)}::uuid[],
      ${column(e => e.match.controlKey)}::text[], ${column(e => e.match.titleKey)}::text[],
      ${column(e => e.match.authorKey)}::text[], ${column(e => e.sortKey)}::text[],
      ${column(e => JSON.stringify(e.facts))}::text[], ${column(e => e.facts.year)}::smallint[],
      ${column(e => e.facts.language)}::text[], ${column(e => Buffer.from(e.record))}::bytea[],
      ${column(e => e.format)}::text[], ${column(e => e.batch)}::uuid[]
    ) as t (id, work, owner, control_key, match_key, author_key, sort_key, facts, year, language, record, record_format, batch)`)
}

export interface NewWork {
  readonly id: string
  readonly key: string
  readonly title: EditionFacts['title']
  readonly sortKey: string
}

/**
 * Finds or makes the works with these keys; a work that had been emptied comes back to life. What a person joined to
 * another work is found there.
 */
export async function ensureWorks(tx: Db, works: readonly NewWork[]): Promise<Map<string, string>> {
  const unique = [...new Map(works.map(work => [work.key, work])).values()]
  // One order for all writers, so that two batches never wait for each other in a circle.
  unique.sort((a, b) => (a.key < b.key ? -1 : 1))
  const rows = await tx.many<{ id: string; work_key: string; joined_to: string | null }>(sql`
    insert into work (id, work_key, title, sort_key)
    select id, work_key, title::jsonb, sort_key from unnest(
      ${unique.map(w => w.id)}::uuid[], ${unique.map(w => w.key)}::text[],
      ${unique.map(w => JSON.stringify(w.title))}::text[], ${unique.map(w => w.sortKey)}::text[]
    ) as t (id, work_key, title, sort_key)
    on conflict (work_key) do update set changed_at = now(),
      deleted_at = case when work.joined then work.deleted_at end, moved_to = case when work.joined then work.moved_to end
    returning id, work_key, case when joined then moved_to end as joined_to`)
  const joined = rows.flatMap(row => row.joined_to ?? [])
  if (joined.length > 0)
    await tx.run(sql`
      update work set deleted_at = null, moved_to = null, joined = false, changed_at = now()
      where id = any(${joined}::uuid[]) and deleted_at is not null`)
  return new Map(rows.map(row => [row.work_key, row.joined_to ?? row.id]))
}

interface CandidateRow {
  id: string
  control_key: string | null
  match_key: string
  author_key: string
  isbns: string[]
  year: number | null
}

const candidateColumns = sql`select id, control_key, match_key, author_key, isbns, year from edition`

/** More editions than this under one title, number or ISBN are no help in finding the right one. */
const mostUnderOneKey = 200

/** Living editions that share a control number, an ISBN or the whole title with any of these. */
export async function candidatesFor(db: Db, incoming: readonly MatchFacts[]): Promise<Candidate[]> {
  const titles = [...new Set(incoming.map(m => m.titleKey).filter(key => key !== ''))]
  const controls = incoming.flatMap(m => (m.controlKey === null ? [] : [m.controlKey]))
  const isbns = incoming.flatMap(m => m.isbns)
  const rows = await db.many<CandidateRow>(sql`
    select distinct on (found.id) found.* from (
      select 't' as kind, unnest(${titles}::text[]) as key
      union all select 'c', unnest(${controls}::text[])
      union all select 'i', unnest(${isbns}::text[])
    ) as asked cross join lateral (
      (${candidateColumns} where asked.kind = 't' and match_key = asked.key and deleted_at is null limit ${mostUnderOneKey})
      union all
      (${candidateColumns} where asked.kind = 'c' and control_key = asked.key and deleted_at is null limit ${mostUnderOneKey})
      union all
      (${candidateColumns} where asked.kind = 'i' and isbns @> array[asked.key] and isbns <> '{}' and deleted_at is null
        limit ${mostUnderOneKey})
    ) as found`)
  return rows.map(row => ({
    edition: row.id,
    record: null,
    controlKey: row.control_key,
    titleKey: row.match_key,
    authorKey: row.author_key,
    isbns: row.isbns,
    year: row.year,
  }))
}

/** Which of these editions are still there. */
export async function livingEditions(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.many<{ id: string }>(
    sql`select id from edition where id = any(${ids}::uuid[]) and deleted_at is null`,
  )
  return new Set(rows.map(row => row.id))
}

interface EditionRow {
  id: string
  work: string
  owner: string
  facts: EditionFacts
}

/** The editions of these works, newest first within a work. */
export async function editionsOfWorks(db: Db, works: readonly string[]): Promise<Edition[]> {
  return db.many<EditionRow>(sql`
    select found.id, asked.work, found.owner, found.facts from unnest(${works}::uuid[]) as asked (work)
    cross join lateral (
      select id, owner, facts, year from edition where work = asked.work and deleted_at is null ${oneByOne}
    ) as found order by asked.work, found.year desc nulls last, found.id`)
}

export interface Work {
  readonly id: string
  readonly title: EditionFacts['title']
  readonly sortKey: string
}

export async function worksById(db: Db, ids: readonly string[]): Promise<Work[]> {
  const rows = await db.many<{ id: string; title: EditionFacts['title']; sort_key: string }>(
    sql`select id, title, sort_key from work where id = any(${ids}::uuid[]) and deleted_at is null`,
  )
  return rows.map(row => ({ id: row.id, title: row.title, sortKey: row.sort_key }))
}

/** The record's own bytes and what they are. */
export async function recordOf(
  db: Db,
  edition: string,
): Promise<{ bytes: Uint8Array; format: 'iso2709' | 'marcxml' } | null> {
  const row = await db.maybeOne<{ record: Buffer; record_format: 'iso2709' | 'marcxml' }>(
    sql`select record, record_format from edition where id = ${edition} and deleted_at is null`,
  )
  return row && { bytes: row.record, format: row.record_format }
}

/** The same of several, in the order asked; what is gone is left out. */
export async function recordsOfEditions(
  db: Db,
  editions: readonly string[],
): Promise<{ bytes: Uint8Array; format: 'iso2709' | 'marcxml' }[]> {
  return db.many<{ bytes: Buffer; format: 'iso2709' | 'marcxml' }>(sql`
    select found.record as bytes, found.record_format as format
    from unnest(${editions}::uuid[]) with ordinality as asked (id, at)
    join edition found on found.id = asked.id and found.deleted_at is null order by asked.at`)
}

/** Whether there ever was a work with this id. */
export async function isKnownWork(db: Db, id: string): Promise<boolean> {
  return (await db.maybeOne(sql`select 1 from work where id = ${id}`)) !== null
}
