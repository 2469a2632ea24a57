import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Json } from '../../platform/journal/index.ts'
import type { ImportRecord } from './import-batch.ts'
import { keptJson } from './kept-json.ts'

export type StagedRecord = Pick<
  ImportRecord,
  | 'number'
  | 'offset'
  | 'octets'
  | 'title'
  | 'outcome'
  | 'reasons'
  | 'warnings'
  | 'normalised'
  | 'matchedEntry'
  | 'matchedRecord'
> & { readonly bytes: Uint8Array }

/** Stages records and remembers how far into the file they reach. */
export async function stageRecords(
  tx: Db,
  batch: string,
  records: readonly StagedRecord[],
  octets: number,
): Promise<void> {
  const column = <T>(pick: (record: StagedRecord) => T): T[] => records.map(pick)
  await tx.run(sql`
    insert into import_record (batch, number, octet_offset, octets, title, outcome, reasons, warnings, normalised,
                               matched_entry, matched_record, bytes, state)
    select ${batch}, number, octet_offset, octets, title, outcome, reasons::jsonb, warnings::jsonb, normalised,
           matched_entry, matched_record, bytes, case when outcome = 'problem' then 'left-out' else 'staged' end
    from unnest(
      ${column(r => r.number)}::integer[], ${column(r => r.offset)}::bigint[], ${column(r => r.octets)}::integer[],
      ${column(r => r.title)}::text[], ${column(r => r.outcome)}::text[], ${column(r => keptJson(r.reasons))}::text[],
      ${column(r => keptJson(r.warnings))}::text[], ${column(r => r.normalised)}::boolean[],
      ${column(r => r.matchedEntry)}::uuid[], ${column(r => r.matchedRecord)}::integer[],
      ${column(r => Buffer.from(r.bytes))}::bytea[]
    ) as t (number, octet_offset, octets, title, outcome, reasons, warnings, normalised, matched_entry, matched_record, bytes)`)
  await tx.run(sql`update import_batch set staged_octets = ${octets} where id = ${batch}`)
}

/** The last record staged, so that a resumed staging goes on behind it. */
export async function lastStaged(db: Db, batch: string): Promise<number> {
  const row = await db.one<{ last: number | null }>(
    sql`select max(number) as last from import_record where batch = ${batch}`,
  )
  return row.last ?? 0
}

/** A record of the batch under one of the keys by which a later one may be the same. */
export interface RecordKey<Match = Json> {
  readonly key: string
  readonly number: number
  /** What its register compares. */
  readonly match: Match
}

export async function insertKeys(tx: Db, batch: string, keys: readonly RecordKey<unknown>[]): Promise<void> {
  if (keys.length === 0) return
  await tx.run(sql`
    insert into import_key (batch, key, number, match)
    select ${batch}, key, number, match::jsonb
    from unnest(${keys.map(k => k.key)}::text[], ${keys.map(k => k.number)}::integer[],
                ${keys.map(k => keptJson(k.match))}::text[]) as t (key, number, match)`)
}

/** More records than this under one key are no help in finding the right one, and would make a large file quadratic. */
const mostUnderOneKey = 200

/** Earlier records of the batch under any of these keys, the first ones under each; each record once. */
export async function earlierRecords<Match>(
  db: Db,
  batch: string,
  keys: readonly string[],
): Promise<Omit<RecordKey<Match>, 'key'>[]> {
  if (keys.length === 0) return []
  return db.many(sql`
    select distinct on (found.number) found.number, found.match
    from unnest(${[...new Set(keys)]}::text[]) as asked (key)
    cross join lateral (
      select number, match from import_key
      where batch = ${batch} and key = asked.key order by number limit ${mostUnderOneKey}
    ) as found order by found.number`)
}

export async function dropKeys(tx: Db, batch: string): Promise<void> {
  await tx.run(sql`delete from import_key where batch = ${batch}`)
}
