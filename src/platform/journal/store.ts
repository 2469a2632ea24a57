import type { Db } from '../database/database.ts'
import { joinSql, type Sql, sql } from '../database/sql.ts'
import type { Act, JournalEntry, Json } from './act.ts'

interface Row {
  seq: number
  id: string
  type: string
  version: number
  actor: string | null
  institution: string | null
  occurred_at: Date
  recorded_at: Date
  payload: Json
  answer: Json
}

const entryOf = (row: Row): JournalEntry => ({
  seq: row.seq,
  id: row.id,
  type: row.type,
  version: row.version,
  actor: row.actor,
  institution: row.institution,
  occurredAt: row.occurred_at,
  recordedAt: row.recorded_at,
  payload: row.payload,
  answer: row.answer,
})

const columns = sql`seq, id, type, version, actor, institution, occurred_at, recorded_at, payload, answer`

/** Holds back another transaction with the same act until this one has ended. */
export async function lockAct(tx: Db, id: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`)
}

export async function findEntry(db: Db, id: string): Promise<JournalEntry | null> {
  const row = await db.maybeOne<Row>(sql`select ${columns} from journal where id = ${id}`)
  return row && entryOf(row)
}

export async function appendEntry(tx: Db, act: Act, answer: Json): Promise<void> {
  await tx.run(sql`
    insert into journal (id, origin, epoch, type, version, actor, institution, occurred_at, payload, answer)
    select ${act.id}, node.id, node.epoch, ${act.type}, ${act.version}, ${act.actor}, ${act.institution},
           ${act.occurredAt}, ${JSON.stringify(act.payload)}::jsonb, ${JSON.stringify(answer)}::jsonb
    from node`)
}

export interface JournalQuery {
  /** Only acts at these institutions; null asks for all, acts without an institution included. */
  readonly institutions: readonly string[] | null
  readonly actor?: string
  readonly type?: string | readonly string[]
  /** Only rows written before this one. */
  readonly before?: number
  /** Recorded at or after this moment … */
  readonly from?: Date
  /** … and before this one. */
  readonly until?: Date
  readonly limit: number
}

/** Newest first. */
export async function listEntries(db: Db, query: JournalQuery): Promise<JournalEntry[]> {
  const conditions: Sql[] = [sql`true`]
  if (query.institutions !== null) conditions.push(sql`institution = any(${query.institutions}::uuid[])`)
  if (query.actor !== undefined) conditions.push(sql`actor = ${query.actor}`)
  if (query.type !== undefined) conditions.push(sql`type = any(${[query.type].flat()})`)
  if (query.before !== undefined) conditions.push(sql`seq < ${query.before}`)
  if (query.from !== undefined) conditions.push(sql`recorded_at >= ${query.from}`)
  if (query.until !== undefined) conditions.push(sql`recorded_at < ${query.until}`)
  const rows = await db.many<Row>(
    sql`select ${columns} from journal where ${joinSql(conditions, sql` and `)} order by seq desc limit ${query.limit}`,
  )
  return rows.map(entryOf)
}
