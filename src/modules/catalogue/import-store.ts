import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Json } from '../../platform/journal/index.ts'
import type { BatchCounts, BatchState, ImportBatch, ImportRecord, Note, Outcome } from './import-batch.ts'
import type { MatchFacts } from './match.ts'

interface BatchRow {
  id: string
  institution: string
  file: string
  file_name: string
  file_size: number
  format: ImportBatch['format']
  state: BatchState
  staged_octets: number
  problem: Json | null
  created_at: Date
  applied_at: Date | null
  withdrawn_at: Date | null
}

const batchOf = (row: BatchRow): ImportBatch => ({
  id: row.id,
  institution: row.institution,
  file: row.file,
  fileName: row.file_name,
  fileSize: row.file_size,
  format: row.format,
  state: row.state,
  stagedOctets: row.staged_octets,
  problem: row.problem,
  createdAt: row.created_at,
  appliedAt: row.applied_at,
  withdrawnAt: row.withdrawn_at,
})

const batchColumns = sql`b.id, b.institution, b.file, b.file_name, file.size as file_size, b.format, b.state, b.staged_octets,
                         b.problem, b.created_at, b.applied_at, b.withdrawn_at`

export interface NewBatch {
  readonly id: string
  readonly institution: string
  readonly file: string
  readonly fileSize: number
  readonly fileName: string
  readonly format: ImportBatch['format']
  readonly createdBy: string | null
}

/** Makes the batch of this file for this institution, or finds the one that exists. */
export async function ensureBatch(tx: Db, batch: NewBatch): Promise<ImportBatch> {
  await tx.run(sql`
    insert into file (sha256, size, media_type) values (${batch.file}, ${batch.fileSize},
      ${batch.format === 'marcxml' ? 'application/marcxml+xml' : 'application/marc'}) on conflict do nothing`)
  await tx.run(sql`
    insert into import_batch (id, institution, file, file_name, format, created_by)
    values (${batch.id}, ${batch.institution}, ${batch.file}, ${batch.fileName}, ${batch.format}, ${batch.createdBy})
    on conflict (institution, file) do nothing`)
  return batchOf(
    await tx.one<BatchRow>(sql`
      select ${batchColumns} from import_batch b join file on file.sha256 = b.file
      where b.institution = ${batch.institution} and b.file = ${batch.file}`),
  )
}

export async function batchById(db: Db, id: string): Promise<ImportBatch | null> {
  const row = await db.maybeOne<BatchRow>(
    sql`select ${batchColumns} from import_batch b join file on file.sha256 = b.file where b.id = ${id}`,
  )
  return row && batchOf(row)
}

/** Newest first. */
export async function listBatches(
  db: Db,
  institutions: readonly string[] | null,
  limit: number,
): Promise<ImportBatch[]> {
  const rows = await db.many<BatchRow>(sql`
    select ${batchColumns} from import_batch b join file on file.sha256 = b.file
    where ${institutions}::uuid[] is null or b.institution = any(${institutions}::uuid[])
    order by b.created_at desc limit ${limit}`)
  return rows.map(batchOf)
}

/** Moves the batch on; false when it was not in one of the states that may move there. */
export async function moveBatch(tx: Db, id: string, from: readonly BatchState[], to: BatchState): Promise<boolean> {
  const touched = await tx.run(sql`
    update import_batch set state = ${to},
      applied_at = case when ${to} = 'applied' then now() else applied_at end,
      withdrawn_at = case when ${to} = 'withdrawn' then now() else withdrawn_at end
    where id = ${id} and state = any(${from}::text[])`)
  return touched === 1
}

export async function failBatch(tx: Db, id: string, problem: Json): Promise<void> {
  await tx.run(sql`update import_batch set problem = ${JSON.stringify(problem)}::jsonb where id = ${id}`)
}

export type StagedRecord = Pick<
  ImportRecord,
  'number' | 'offset' | 'octets' | 'title' | 'outcome' | 'reasons' | 'warnings' | 'matchedEdition' | 'matchedRecord'
> & { readonly bytes: Uint8Array }

/** A record of the batch under one of the keys by which a later one may be the same. */
export interface RecordKey {
  readonly key: string
  readonly number: number
  readonly match: MatchFacts
}

export async function insertKeys(tx: Db, batch: string, keys: readonly RecordKey[]): Promise<void> {
  await tx.run(sql`
    insert into import_key (batch, key, number, match)
    select ${batch}, key, number, match::jsonb
    from unnest(${keys.map(k => k.key)}::text[], ${keys.map(k => k.number)}::integer[],
                ${keys.map(k => JSON.stringify(k.match))}::text[]) as t (key, number, match)`)
}

/** Earlier records of the batch under any of these keys. */
export async function earlierRecords(db: Db, batch: string, keys: readonly string[]): Promise<RecordKey[]> {
  return db.many(sql`
    select key, number, match from import_key where batch = ${batch} and key = any(${keys}::text[]) order by number`)
}

export async function dropKeys(tx: Db, batch: string): Promise<void> {
  await tx.run(sql`delete from import_key where batch = ${batch}`)
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

/** Stages records and remembers how far into the file they reach. */
export async function stageRecords(
  tx: Db,
  batch: string,
  records: readonly StagedRecord[],
  octets: number,
): Promise<void> {
  const column = <T>(pick: (record: StagedRecord) => T): T[] => records.map(pick)
  await tx.run(sql`
    insert into import_record (batch, number, octet_offset, octets, title, outcome, reasons, warnings,
                               matched_edition, matched_record, bytes, state)
    select ${batch}, number, octet_offset, octets, title, outcome, reasons::jsonb, warnings::jsonb,
           matched_edition, matched_record, bytes, case when outcome = 'problem' then 'left-out' else 'staged' end
    from unnest(
      ${column(r => r.number)}::integer[], ${column(r => r.offset)}::bigint[], ${column(r => r.octets)}::integer[],
      ${column(r => r.title)}::text[], ${column(r => r.outcome)}::text[], ${column(r => JSON.stringify(r.reasons))}::text[],
      ${column(r => JSON.stringify(r.warnings))}::text[], ${column(r => r.matchedEdition)}::uuid[],
      ${column(r => r.matchedRecord)}::integer[], ${column(r => Buffer.from(r.bytes))}::bytea[]
    ) as t (number, octet_offset, octets, title, outcome, reasons, warnings, matched_edition, matched_record, bytes)`)
  await tx.run(sql`update import_batch set staged_octets = ${octets} where id = ${batch}`)
}

/** The last record staged, so that a resumed staging goes on behind it. */
export async function lastStaged(db: Db, batch: string): Promise<number> {
  const row = await db.one<{ last: number | null }>(
    sql`select max(number) as last from import_record where batch = ${batch}`,
  )
  return row.last ?? 0
}

interface RecordRow {
  number: number
  octet_offset: number
  octets: number
  title: string | null
  outcome: Outcome
  reasons: Note[]
  warnings: Note[]
  matched_edition: string | null
  matched_record: number | null
  decision: ImportRecord['decision']
  state: ImportRecord['state']
  edition: string | null
  items: number
}

const recordOfRow = (row: RecordRow): ImportRecord => ({
  number: row.number,
  offset: row.octet_offset,
  octets: row.octets,
  title: row.title,
  outcome: row.outcome,
  reasons: row.reasons,
  warnings: row.warnings,
  matchedEdition: row.matched_edition,
  matchedRecord: row.matched_record,
  decision: row.decision,
  state: row.state,
  edition: row.edition,
  items: row.items,
})

const recordColumns = sql`number, octet_offset, octets, title, outcome, reasons, warnings, matched_edition, matched_record,
                          decision, state, edition, items`

/** The next records to apply, locked so that two appliers share the work rather than do it twice. */
export async function nextStaged(tx: Db, batch: string, limit: number): Promise<ImportRecord[]> {
  const rows = await tx.many<RecordRow>(sql`
    select ${recordColumns} from import_record where batch = ${batch} and state = 'staged'
    order by number limit ${limit} for update`)
  return rows.map(recordOfRow)
}

export interface RecordsQuery {
  readonly outcome: Outcome | null
  readonly warnedOnly: boolean
  readonly limit: number
  readonly afterNumber: number
}

export async function listRecords(db: Db, batch: string, query: RecordsQuery): Promise<ImportRecord[]> {
  const rows = await db.many<RecordRow>(sql`
    select ${recordColumns} from import_record
    where batch = ${batch} and number > ${query.afterNumber}
      and (${query.outcome}::text is null or outcome = ${query.outcome})
      and (not ${query.warnedOnly} or warnings <> '[]'::jsonb)
    order by number limit ${query.limit}`)
  return rows.map(recordOfRow)
}

export async function decideRecord(
  tx: Db,
  batch: string,
  number: number,
  decision: ImportRecord['decision'],
): Promise<boolean> {
  const touched = await tx.run(sql`
    update import_record set decision = ${decision} where batch = ${batch} and number = ${number} and state = 'staged'`)
  return touched === 1
}

export interface AppliedRecord {
  readonly number: number
  readonly state: 'applied' | 'left-out'
  readonly edition: string | null
  readonly items: number
  readonly extraWarnings: readonly Note[]
}

export async function markApplied(tx: Db, batch: string, records: readonly AppliedRecord[]): Promise<void> {
  const column = <T>(pick: (record: AppliedRecord) => T): T[] => records.map(pick)
  await tx.run(sql`
    update import_record r set state = t.state, edition = t.edition, items = t.items, warnings = r.warnings || t.extra::jsonb,
      bytes = case when t.state = 'applied' then null else r.bytes end
    from unnest(
      ${column(r => r.number)}::integer[], ${column(r => r.state)}::text[], ${column(r => r.edition)}::uuid[],
      ${column(r => r.items)}::integer[], ${column(r => JSON.stringify(r.extraWarnings))}::text[]
    ) as t (number, state, edition, items, extra)
    where r.batch = ${batch} and r.number = t.number`)
}

/** The editions that these earlier records of the batch became. */
export async function editionsOfRecords(
  tx: Db,
  batch: string,
  numbers: readonly number[],
): Promise<Map<number, string>> {
  const rows = await tx.many<{ number: number; edition: string }>(sql`
    select number, edition from import_record
    where batch = ${batch} and number = any(${numbers}::integer[]) and edition is not null`)
  return new Map(rows.map(row => [row.number, row.edition]))
}

export async function countBatch(db: Db, batch: string): Promise<BatchCounts> {
  const row = await db.one<Record<keyof BatchCounts, number>>(sql`
    select count(*) as records,
           count(*) filter (where outcome = 'new') as new,
           count(*) filter (where outcome = 'same') as same,
           count(*) filter (where outcome = 'doubtful') as doubtful,
           count(*) filter (where outcome = 'problem') as problem,
           count(*) filter (where state = 'applied') as applied,
           count(*) filter (where state = 'left-out') as "leftOut",
           count(*) filter (where state = 'withdrawn') as withdrawn,
           coalesce(sum(items), 0) as items,
           count(*) filter (where warnings <> '[]'::jsonb) as warned
    from import_record where batch = ${batch}`)
  return row
}
