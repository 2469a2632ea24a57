import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import {
  type BatchCounts,
  type BatchState,
  type FileFormat,
  type ImportBatch,
  isTable,
  type Note,
} from './import-batch.ts'
import { keptJson } from './kept-json.ts'
import type { TableColumn, TableLayout } from './layout.ts'
import { untitled } from './record-store.ts'

interface BatchRow {
  id: string
  institution: string
  register: ImportBatch['register']
  file: string
  file_name: string
  file_size: number
  format: ImportBatch['format']
  packed: boolean
  layout: TableLayout | null
  state: BatchState
  staged_octets: number
  problem: Note | null
  created_at: Date
  counted_at: Date | null
  applied_at: Date | null
  withdrawn_at: Date | null
}

const batchOf = (row: BatchRow): ImportBatch => ({
  id: row.id,
  institution: row.institution,
  register: row.register,
  file: row.file,
  fileName: row.file_name,
  fileSize: row.file_size,
  format: row.format,
  packed: row.packed,
  // A table read before fonts were known has none.
  layout: row.layout && { ...row.layout, font: row.layout.font ?? null },
  state: row.state,
  stagedOctets: row.staged_octets,
  problem: row.problem,
  createdAt: row.created_at,
  countedAt: row.counted_at,
  appliedAt: row.applied_at,
  withdrawnAt: row.withdrawn_at,
})

const columns = sql`b.id, b.institution, b.register, b.file, b.file_name, file.size as file_size, b.format, b.packed,
                    b.layout, b.state, b.staged_octets,
                    b.problem, b.created_at, b.counted_at, b.applied_at, b.withdrawn_at`
const source = sql`import_batch b join file on file.sha256 = b.file`

export interface NewBatch {
  readonly id: string
  readonly institution: string
  readonly register: ImportBatch['register']
  readonly file: string
  readonly fileSize: number
  readonly fileName: string
  readonly format: ImportBatch['format']
  readonly packed: boolean
  readonly layout: TableLayout | null
  readonly createdBy: string | null
}

const mediaTypes: Readonly<Record<FileFormat, string>> = {
  iso2709: 'application/marc',
  marcxml: 'application/marcxml+xml',
  delimited: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'json-lines': 'application/x-ndjson',
}

/** Makes the batch of this file for this register of this institution, or finds it; locked until the transaction ends. */
export async function ensureBatch(tx: Db, batch: NewBatch): Promise<ImportBatch> {
  await tx.run(sql`
    insert into file (sha256, size, media_type) values (${batch.file}, ${batch.fileSize},
      ${batch.packed ? 'application/gzip' : mediaTypes[batch.format]}) on conflict do nothing`)
  await tx.run(sql`
    insert into import_batch (id, institution, register, file, file_name, format, packed, layout, state, created_by)
    values (${batch.id}, ${batch.institution}, ${batch.register}, ${batch.file}, ${batch.fileName}, ${batch.format},
            ${batch.packed}, ${keptJson(batch.layout)}::jsonb, ${isTable(batch.format) ? 'mapping' : 'staging'},
            ${batch.createdBy})
    on conflict (institution, register, file) do nothing`)
  const row = await tx.one<BatchRow>(sql`
    select ${columns} from ${source}
    where b.institution = ${batch.institution} and b.register = ${batch.register} and b.file = ${batch.file}
    for update of b`)
  return batchOf(row)
}

/** Whether any row of ours still points at these bytes. */
export async function isFileUsed(db: Db, sha256: string): Promise<boolean> {
  return (await db.maybeOne(sql`select 1 from file where sha256 = ${sha256}`)) !== null
}

export async function batchById(db: Db, id: string): Promise<ImportBatch | null> {
  const row = await db.maybeOne<BatchRow>(sql`select ${columns} from ${source} where b.id = ${id}`)
  return row && batchOf(row)
}

/** The same batch, held until the transaction ends: what applies it and what withdraws it never overlap. */
export async function lockBatch(tx: Db, id: string): Promise<ImportBatch | null> {
  const row = await tx.maybeOne<BatchRow>(sql`select ${columns} from ${source} where b.id = ${id} for update of b`)
  return row && batchOf(row)
}

/** Newest first; null asks for those of all institutions. */
export async function listBatches(
  db: Db,
  institutions: readonly string[] | null,
  limit: number,
): Promise<ImportBatch[]> {
  const rows = await db.many<BatchRow>(sql`
    select ${columns} from ${source}
    where ${institutions}::uuid[] is null or b.institution = any(${institutions}::uuid[])
    order by b.created_at desc, b.id desc limit ${limit}`)
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

/** Remembers from when the copies of this batch count as stock. */
export async function setCountedAt(tx: Db, id: string, instant: Date): Promise<void> {
  await tx.run(sql`update import_batch set counted_at = ${instant} where id = ${id}`)
}

export async function setBatchProblem(tx: Db, id: string, problem: Note): Promise<void> {
  await tx.run(sql`update import_batch set problem = ${keptJson(problem)}::jsonb where id = ${id}`)
}

/** Makes a batch as it was before anybody read its file; a table goes back to the question of its columns. */
export async function reopenBatch(tx: Db, id: string, state: 'mapping' | 'staging' = 'staging'): Promise<void> {
  await tx.run(sql`delete from import_key where batch = ${id}`)
  await tx.run(sql`delete from import_record where batch = ${id}`)
  await tx.run(sql`
    update import_batch set state = ${state}, staged_octets = 0, problem = null, counted_at = null, applied_at = null,
      withdrawn_at = null where id = ${id}`)
}

export async function countBatch(db: Db, batch: string): Promise<BatchCounts> {
  return db.one<Record<keyof BatchCounts, number>>(sql`
    select count(*) as records,
           count(*) filter (where outcome = 'new') as new,
           count(*) filter (where outcome = 'same') as same,
           count(*) filter (where outcome = 'doubtful') as doubtful,
           count(*) filter (where outcome = 'problem') as problem,
           count(*) filter (where state = 'staged') as staged,
           count(*) filter (where state = 'staged' and decision = 'skip') as skipped,
           count(*) filter (where state = 'applied') as applied,
           count(*) filter (where state = 'left-out') as "leftOut",
           count(*) filter (where state = 'withdrawn') as withdrawn,
           coalesce(sum(items), 0) as items,
           count(*) filter (where warnings <> '[]'::jsonb) as warned,
           count(*) filter (where ${untitled}) as untitled,
           count(*) filter (where normalised) as normalised
    from import_record where batch = ${batch}`)
}

export async function setLayout(tx: Db, id: string, layout: TableLayout): Promise<void> {
  await tx.run(sql`update import_batch set layout = ${keptJson(layout)}::jsonb where id = ${id}`)
}

/** What an institution last said columns under these headings mean; null when it never did. */
export async function rememberedColumns(
  db: Db,
  institution: string,
  register: ImportBatch['register'],
  headings: string,
): Promise<readonly TableColumn[] | null> {
  const row = await db.maybeOne<{ columns: TableColumn[] }>(sql`
    select columns from import_layout
    where institution = ${institution} and register = ${register} and headings = ${headings}`)
  return row?.columns ?? null
}

export async function rememberColumns(
  tx: Db,
  institution: string,
  register: ImportBatch['register'],
  headings: string,
  columns: readonly TableColumn[],
): Promise<void> {
  await tx.run(sql`
    insert into import_layout (institution, register, headings, columns)
    values (${institution}, ${register}, ${headings}, ${keptJson(columns)}::jsonb)
    on conflict (institution, register, headings) do update set columns = excluded.columns, changed_at = now()`)
}
