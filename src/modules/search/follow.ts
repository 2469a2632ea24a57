import type { Db } from '../../platform/database/database.ts'
import { analyseDocument } from './analyse.ts'
import { keyOf, type SearchDocument } from './document.ts'
import type { Engine } from './engine/engine.ts'
import type { AnalysedDocument } from './engine/segment.ts'
import { type Cursor, type QueuedDocument, readKeys, readQueue } from './store.ts'
import { inTurn } from './turns.ts'

/** Keeps an engine equal to the database's queue. */
export interface Follower {
  /** Applies everything committed so far; true when an older transaction is still open and more must be read later. */
  catchUp(): Promise<boolean>
  /** Applies the present state of these documents at once, ahead of the queue. */
  refresh(keys: readonly string[]): Promise<void>
  /** All rows up to here are in the engine. */
  cursor(): Cursor
}

/** Small enough that a refresh never waits long behind a page. */
const pageSize = 400

export function follow(database: Db, engine: Engine, from: Cursor): Follower {
  let cursor = from
  // Reading and applying are one turn: otherwise an older reading could overwrite a newer one.
  const turn = inTurn()
  return {
    async catchUp() {
      for (let position = cursor; ; ) {
        const rows = await turn(async () => {
          const page = await readQueue(database, position, pageSize)
          apply(engine, page)
          return page
        })
        const settled = rows.findLast(row => row.settled)
        if (settled !== undefined) cursor = settled
        const last = rows.at(-1)
        if (last !== undefined) position = last
        if (rows.length < pageSize) return last !== undefined && !last.settled
      }
    },
    refresh: keys =>
      turn(async () => {
        if (keys.length > 0) apply(engine, await readKeys(database, keys))
      }),
    cursor: () => ({ xid: cursor.xid, key: cursor.key }),
  }
}

function apply(engine: Engine, rows: readonly QueuedDocument[]): void {
  engine.remove(rows.filter(row => row.document === null).map(row => row.key))
  const changed: AnalysedDocument[] = []
  for (const { key, document, version } of rows) {
    if (document === null) continue
    if (engine.versionOf(key) === version) engine.setAttributes(key, document.available, document.display)
    else changed.push(analysed(document, version))
  }
  engine.put(changed)
}

export const analysed = (document: SearchDocument, version: number): AnalysedDocument => ({
  key: keyOf(document.kind, document.id),
  document,
  terms: analyseDocument(document),
  version,
})
