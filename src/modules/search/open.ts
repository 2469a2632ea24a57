import { join } from 'node:path'
import type { Database } from '../../platform/database/database.ts'
import { admits } from './admits.ts'
import { analyserVersion } from './analyse.ts'
import { ask } from './ask.ts'
import { type Browsed, type BrowseQuery, browse } from './browse.ts'
import { createEngine, type Engine, memoryOf, termCount } from './engine/engine.ts'
import { type Follower, follow } from './follow.ts'
import { keepUp } from './keep-up.ts'
import type { SearchAnswer, SearchQuery, Suggestion, SuggestQuery } from './query.ts'
import { type Progress, rebuildEngine } from './rebuild.ts'
import { recentKeys } from './recent.ts'
import { loadParts, type SnapshotIdentity, saveParts } from './snapshot.ts'
import { beginning, databaseIdentity, queueState } from './store.ts'
import { suggest } from './suggest.ts'

export interface SearchIndexOptions {
  readonly database: Database
  /** Where the snapshot lies. */
  readonly dataDir: string
  readonly log: { info(values: object, message: string): void; warn(values: object, message: string): void }
  /** Only the owner, the server, writes snapshots and rebuilds by itself. */
  readonly owner: boolean
}

export interface IndexStatus {
  readonly documents: number
  readonly segments: number
  /** Distinct terms in each segment, summed. */
  readonly terms: number
  readonly memoryBytes: number
  /** Last row of the queue that is in the index with all before it. */
  readonly lastSeen: string
  /** Seconds since the index last knew that nothing was missing. */
  readonly lagSeconds: number
  /** Null unless the index is being filled or rebuilt; `total` is 0 while it is not known. */
  readonly building: { readonly done: number; readonly total: number } | null
  readonly snapshotBytes: number | null
}

export interface SearchIndex {
  /** False while the index lacks something that the database has: on filling, and once it was found to differ. */
  isWhole(): boolean
  search(query: SearchQuery): SearchAnswer
  suggest(query: SuggestQuery): Suggestion[]
  browse(query: BrowseQuery): Browsed
  /** After a commit: these documents are as the database has them when the promise is kept. */
  refresh(keys: readonly string[]): Promise<void>
  /** {@link refresh} for all that this process queued in the last seconds. */
  refreshOwn(): Promise<void>
  /** Everything committed so far. */
  catchUp(): Promise<void>
  /** Reads every document again beside the working index, then takes its place. */
  rebuild(progress: Progress): Promise<void>
  status(): IndexStatus
  saveSnapshot(): Promise<void>
  close(): Promise<void>
}

interface Current {
  readonly engine: Engine
  readonly follower: Follower
}

/** How long opening waits for the index to be complete; afterwards it fills while it answers, and says so. */
const openingMs = 1500

export async function openSearchIndex({ database, dataDir, log, owner }: SearchIndexOptions): Promise<SearchIndex> {
  const path = join(dataDir, 'search', 'index.snapshot')
  const identity: SnapshotIdentity = { analyser: analyserVersion, database: await databaseIdentity(database) }
  const saved = await loadParts(path, identity)
  if (typeof saved === 'string')
    log.warn({ reason: saved }, 'search snapshot is not used; the index is built from the database')
  const loaded = saved === null || typeof saved === 'string' ? null : saved
  const begin = (engine: Engine, from = beginning): Current => ({ engine, follower: follow(database, engine, from) })
  let current = begin(createEngine(admits, loaded?.numbers, loaded?.parts), loaded?.cursor)
  let savedCursor = loaded === null ? '' : JSON.stringify(loaded.cursor)
  let snapshotBytes: number | null = null
  let building: IndexStatus['building'] = { done: current.engine.size(), total: 0 }
  let rebuilding: Promise<void> | null = null
  let whole = false

  const keeper = await keepUp({
    database,
    log,
    catchUp: () => current.follower.catchUp(),
    refresh: keys => current.follower.refresh(keys),
    tidy: () => current.engine.tidy(),
  })

  const saveSnapshot = async (): Promise<void> => {
    if (!owner) return
    const { engine, follower } = current
    const cursor = follower.cursor()
    snapshotBytes = await saveParts(path, identity, cursor, engine.parts(), engine.numbers)
    savedCursor = JSON.stringify(cursor)
  }
  const saveIfChanged = async (): Promise<void> => {
    if (building === null && JSON.stringify(current.follower.cursor()) !== savedCursor) await saveSnapshot()
  }
  const rebuild = async (progress: Progress): Promise<void> => {
    const report = (done: number, total: number) => {
      building = { done, total }
      return progress(done, total)
    }
    try {
      const { engine, cursor } = await rebuildEngine(database, createEngine(admits), report)
      const next = begin(engine, cursor)
      await next.follower.catchUp()
      current = next
      // What was committed, and refreshed in the old engine, while the new one was read to its end.
      await next.follower.catchUp()
      whole = true
    } finally {
      building = null
    }
    await saveSnapshot()
  }
  /** Mends an index that does not hold what the database holds, whatever the reason. */
  const verify = async (): Promise<void> => {
    if (await current.follower.catchUp()) return
    const { documents } = await queueState(database)
    if (documents === current.engine.size() || (await current.follower.catchUp())) return
    if (documents === current.engine.size()) return
    log.warn(
      { inDatabase: documents, inIndex: current.engine.size() },
      'search index differs from the database; rebuilding',
    )
    whole = false
    await index.rebuild(() => undefined)
  }
  /** Until it succeeds the index is not relied upon. */
  const becomeWhole = async (): Promise<void> => {
    await keeper.now()
    building = null
    if (owner) await verify()
    whole = true
  }
  const index: SearchIndex = {
    isWhole: () => whole,
    search: query => ask(current.engine, query, !whole),
    suggest: query => suggest(current.engine, query),
    browse: query => browse(current.engine, query, !whole),
    refresh: keys => current.follower.refresh(keys),
    refreshOwn: () => current.follower.refresh(recentKeys()),
    catchUp: () => keeper.now(),
    rebuild(progress) {
      rebuilding ??= rebuild(progress).finally(() => {
        rebuilding = null
      })
      return rebuilding
    },
    status() {
      const parts = current.engine.parts()
      const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0)
      return {
        documents: current.engine.size(),
        segments: parts.length,
        terms: sum(termCount),
        memoryBytes: sum(memoryOf),
        lastSeen: `${current.follower.cursor().xid}/${current.follower.cursor().key}`,
        lagSeconds: keeper.lagSeconds(),
        building:
          building === null
            ? null
            : { ...building, done: Math.max(building.done, rebuilding ? 0 : current.engine.size()) },
        snapshotBytes,
      }
    },
    saveSnapshot,
    async close() {
      await keeper.close()
      await rebuilding?.catch(() => undefined)
      if (owner) await saveIfChanged()
    },
  }

  const complete = becomeWhole().then(async () => {
    if (owner && loaded === null) await saveIfChanged()
  })
  complete.catch(error => log.warn({ error: String(error) }, 'search index could not catch up yet'))
  await Promise.race([complete, new Promise(resolve => setTimeout(resolve, openingMs).unref())])
  keeper.every(async () => {
    if (!whole) await becomeWhole()
    if (owner) await saveIfChanged()
  })
  return index
}
