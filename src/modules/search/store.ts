import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { AttributeUpdate, Display, SearchDocument } from './document.ts'
import { keyOf } from './document.ts'
import { notedKeys } from './recent.ts'
import { storable } from './storable.ts'

export const channel = 'search_document'

/** Place of a reader in the queue: all rows up to here, in the order of transactions and keys, have been read. */
export interface Cursor {
  readonly xid: string
  readonly key: string
}

export const beginning: Cursor = { xid: '0', key: '' }

/** A row of the queue. */
export interface QueuedDocument {
  readonly key: string
  /** Null when the document was removed. */
  readonly document: SearchDocument | null
  readonly xid: string
  /** Changes whenever the words may have changed. */
  readonly version: number
  /** False while an older transaction is still open, so that rows before this one may yet appear. */
  readonly settled: boolean
}

interface Row {
  key: string
  body: Omit<SearchDocument, 'available' | 'display'>
  available: boolean
  display: Display
  deleted: boolean
  xid: string
  content_xid: string
  settled: boolean
}

const columns = sql`key, body, available, display, deleted_at is not null as deleted, xid::text, content_xid::text,
  xid < pg_snapshot_xmin(pg_current_snapshot()) as settled`

const toQueued = (row: Row): QueuedDocument => ({
  key: row.key,
  document: row.deleted ? null : { ...row.body, available: row.available, display: row.display },
  xid: row.xid,
  version: Number(row.content_xid),
  settled: row.settled,
})

/** Hands documents over in the writer's transaction; what is already there unchanged is left alone. */
export async function queueDocuments(tx: Db, documents: readonly SearchDocument[]): Promise<void> {
  const byKey = new Map(documents.map(document => [keyOf(document.kind, document.id), document]))
  // In order of keys, so that two writers never wait for each other crosswise.
  const keys = [...byKey.keys()].sort()
  if (keys.length === 0) return
  const bodies: string[] = []
  const displays: string[] = []
  const available: boolean[] = []
  for (const key of keys) {
    const document = byKey.get(key)
    if (document === undefined) continue
    const { display, available: isAvailable, ...body } = document
    bodies.push(storable(body))
    displays.push(storable(display))
    available.push(isAvailable)
  }
  await tx.run(sql`
    insert into search_document as old (key, body, available, display)
    select * from unnest(${keys}::text[], ${bodies}::jsonb[], ${available}::boolean[], ${displays}::jsonb[])
    on conflict (key) do update set
      body = excluded.body, available = excluded.available, display = excluded.display, deleted_at = null,
      xid = excluded.xid,
      content_xid = case when old.body = excluded.body and old.deleted_at is null then old.content_xid else excluded.content_xid end
    where (old.body, old.available, old.display) is distinct from (excluded.body, excluded.available, excluded.display)
      or old.deleted_at is not null`)
  await announce(tx, keys)
}

/** Takes documents out; their rows stay as tombstones, so that every reader hears of it. */
export async function queueRemovals(tx: Db, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await tx.run(sql`
    update search_document set deleted_at = now(), xid = pg_current_xact_id(), content_xid = pg_current_xact_id()
    where key in (select key from search_document where key = any(${[...keys]}) order by key for update) and deleted_at is null`)
  await announce(tx, keys)
}

/** Changes what can change without reading the words again. A document that nobody has handed over is passed by. */
export async function queueAttributes(tx: Db, updates: readonly AttributeUpdate[]): Promise<void> {
  const byKey = new Map<string, AttributeUpdate>()
  for (const update of updates) byKey.set(update.key, { ...byKey.get(update.key), ...update })
  const ordered = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  if (ordered.length === 0) return
  const keys = ordered.map(update => update.key)
  await tx.run(sql`
    update search_document as document set
      available = coalesce(new.available, document.available),
      display = document.display || coalesce(new.display, '{}'),
      xid = pg_current_xact_id()
    from unnest(${keys}::text[], ${ordered.map(update => update.available ?? null)}::boolean[],
      ${ordered.map(update => (update.display === undefined ? null : storable(update.display)))}::jsonb[]) as new (key, available, display)
    where document.key = new.key and document.deleted_at is null`)
  await announce(tx, keys)
}

/** Named keys let other processes look at once; of many documents only the fact is told, and the queue is read. */
const keysInNotice = 20
const noticeBytes = 7000

async function announce(tx: Db, keys: readonly string[]): Promise<void> {
  const named = keys.length <= keysInNotice ? JSON.stringify(keys) : ''
  await tx.run(sql`select pg_notify(${channel}, ${Buffer.byteLength(named) <= noticeBytes ? named : ''})`)
  if (keys.length <= keysInNotice) notedKeys(keys)
}

/** The next rows after the cursor, in order; settled ones come first. */
export async function readQueue(db: Db, { xid, key }: Cursor, limit: number): Promise<QueuedDocument[]> {
  const rows = await db.many<Row>(sql`
    select ${columns} from search_document
    where (xid, key) > (${xid}::xid8, ${key}) order by xid, key limit ${limit}`)
  return rows.map(toQueued)
}

export async function readKeys(db: Db, keys: readonly string[]): Promise<QueuedDocument[]> {
  const rows = await db.many<Row>(sql`select ${columns} from search_document where key = any(${[...keys]})`)
  return rows.map(toQueued)
}

/** Living documents in the order of their keys, for a rebuild. */
export async function readAfterKey(db: Db, key: string, limit: number): Promise<QueuedDocument[]> {
  const rows = await db.many<Row>(sql`
    select ${columns} from search_document where key > ${key} and deleted_at is null order by key limit ${limit}`)
  return rows.map(toQueued)
}

export interface QueueState {
  /** Living documents. */
  readonly documents: number
  /** A cursor before every row that may still appear. */
  readonly horizon: Cursor
}

export async function queueState(db: Db): Promise<QueueState> {
  const row = await db.one<{ documents: number; horizon: string }>(sql`
    select (select count(*) from search_document where deleted_at is null) as documents,
      pg_snapshot_xmin(pg_current_snapshot())::text as horizon`)
  return { documents: row.documents, horizon: { xid: row.horizon, key: '' } }
}

/** Names this database and each restore of it: a snapshot of another one is of no use. */
export async function databaseIdentity(db: Db): Promise<string> {
  const row = await db.one<{ identity: string }>(sql`select id || '/' || epoch as identity from node`)
  return row.identity
}
