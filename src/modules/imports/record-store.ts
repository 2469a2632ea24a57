import type { Db } from '../../platform/database/database.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { Decision, ImportRecord, Note, Outcome } from './import-batch.ts'
import { keptJson } from './kept-json.ts'

interface RecordRow {
  number: number
  octet_offset: number
  octets: number
  title: string | null
  outcome: Outcome
  reasons: Note[]
  warnings: Note[]
  normalised: boolean
  matched_entry: string | null
  matched_record: number | null
  decision: Decision | null
  state: ImportRecord['state']
  entry: string | null
  items: number
}

const recordOf = (row: RecordRow): ImportRecord => ({
  number: row.number,
  offset: row.octet_offset,
  octets: row.octets,
  title: row.title,
  outcome: row.outcome,
  reasons: row.reasons,
  warnings: row.warnings,
  normalised: row.normalised,
  matchedEntry: row.matched_entry,
  matchedRecord: row.matched_record,
  decision: row.decision,
  state: row.state,
  entry: row.entry,
  items: row.items,
})

const columns = sql`number, octet_offset, octets, title, outcome, reasons, warnings, normalised, matched_entry,
                    matched_record, decision, state, entry, items`

/** The next records to apply, locked. `after`: all before were seen to, so their dead index entries need no passing over. */
export async function nextStaged(tx: Db, batch: string, after: number, limit: number): Promise<ImportRecord[]> {
  const rows = await tx.many<RecordRow>(sql`
    select ${columns} from import_record where batch = ${batch} and state = 'staged' and number > ${after}
    order by number limit ${limit} for update`)
  return rows.map(recordOf)
}

/** Which records are asked for: those of one outcome, those with something to look at, those that stayed outside. */
export type RecordFilter = Outcome | 'warned' | 'untitled' | 'left-out' | null

/** As a register notes it of a record that comes in without a title. */
export const untitled = sql`warnings @> '[{"code":"title-missing"}]'`

const matching = (filter: RecordFilter): Sql => {
  if (filter === null) return sql`true`
  if (filter === 'warned') return sql`warnings <> '[]'::jsonb`
  if (filter === 'untitled') return sql`${untitled}`
  return filter === 'left-out' ? sql`state = 'left-out'` : sql`outcome = ${filter}`
}

/** In the file's order, those behind `after`. */
export async function listRecords(
  db: Db,
  batch: string,
  filter: RecordFilter,
  after: number,
  limit: number,
): Promise<ImportRecord[]> {
  const rows = await db.many<RecordRow>(sql`
    select ${columns} from import_record where batch = ${batch} and number > ${after} and ${matching(filter)}
    order by number limit ${limit}`)
  return rows.map(recordOf)
}

export async function recordByNumber(db: Db, batch: string, number: number): Promise<ImportRecord | null> {
  const row = await db.maybeOne<RecordRow>(
    sql`select ${columns} from import_record where batch = ${batch} and number = ${number}`,
  )
  return row && recordOf(row)
}

/** False when the record is not waiting any more. */
export async function decideRecord(tx: Db, batch: string, number: number, decision: Decision): Promise<boolean> {
  const touched = await tx.run(sql`
    update import_record set decision = ${decision} where batch = ${batch} and number = ${number} and state = 'staged'`)
  return touched === 1
}

/** The octets of records of a batch, by number. */
export async function bytesOfRecords(
  db: Db,
  batch: string,
  numbers: readonly number[],
): Promise<Map<number, Uint8Array>> {
  const rows = await db.many<{ number: number; bytes: Buffer }>(sql`
    select number, bytes from import_record
    where batch = ${batch} and number = any(${numbers}::integer[]) and bytes is not null`)
  return new Map(rows.map(row => [row.number, row.bytes]))
}

export interface AppliedRecord {
  readonly number: number
  readonly state: 'applied' | 'left-out'
  readonly entry: string | null
  readonly items: number
  readonly extraWarnings: readonly Note[]
}

export async function markApplied(tx: Db, batch: string, records: readonly AppliedRecord[]): Promise<void> {
  const column = <T>(pick: (record: AppliedRecord) => T): T[] => records.map(pick)
  await tx.run(sql`
    update import_record r set state = t.state, entry = t.entry, items = t.items, warnings = r.warnings || t.extra::jsonb,
      bytes = case when t.state = 'applied' then null else r.bytes end
    from unnest(
      ${column(r => r.number)}::integer[], ${column(r => r.state)}::text[], ${column(r => r.entry)}::uuid[],
      ${column(r => r.items)}::integer[], ${column(r => keptJson(r.extraWarnings))}::text[]
    ) as t (number, state, entry, items, extra)
    where r.batch = ${batch} and r.number = t.number`)
}

/** The entries that these earlier records of the batch became. */
export async function entriesOfRecords(
  tx: Db,
  batch: string,
  numbers: readonly number[],
): Promise<Map<number, string>> {
  const rows = await tx.many<{ number: number; entry: string }>(sql`
    select number, entry from import_record
    where batch = ${batch} and number = any(${numbers}::integer[]) and entry is not null`)
  return new Map(rows.map(row => [row.number, row.entry]))
}

/** The next applied records of a batch, locked, with the entries they became. */
export async function nextApplied(
  tx: Db,
  batch: string,
  after: number,
  limit: number,
): Promise<{ number: number; entry: string }[]> {
  return tx.many(sql`
    select number, entry from import_record
    where batch = ${batch} and state = 'applied' and entry is not null and number > ${after}
    order by number limit ${limit} for update`)
}

export async function markWithdrawn(tx: Db, batch: string, numbers: readonly number[]): Promise<void> {
  await tx.run(sql`
    update import_record set state = 'withdrawn' where batch = ${batch} and number = any(${numbers}::integer[])`)
}

/** The records of a withdrawn batch that had not come in yet never will. */
export async function withdrawStaged(tx: Db, batch: string): Promise<void> {
  await tx.run(sql`update import_record set state = 'withdrawn' where batch = ${batch} and state = 'staged'`)
}

/** Doubtful records on which nobody has decided yet. */
export async function countUndecided(db: Db, batch: string): Promise<number> {
  const row = await db.one<{ undecided: number }>(sql`
    select count(*) as undecided from import_record
    where batch = ${batch} and outcome = 'doubtful' and state = 'staged' and decision is null`)
  return row.undecided
}
