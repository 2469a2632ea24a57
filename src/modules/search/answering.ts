import type { Database } from '../../platform/database/database.ts'
import type { Browsed, BrowseQuery } from './browse.ts'
import { browseDatabase, searchDatabase, suggestInDatabase } from './database-search-store.ts'
import type { SearchIndex } from './open.ts'
import type { SearchAnswer, SearchQuery, Suggestion, SuggestQuery } from './query.ts'

/** Whoever is asked what people look for. */
export interface Asking {
  search(query: SearchQuery): SearchAnswer | Promise<SearchAnswer>
  suggest(query: SuggestQuery): Suggestion[] | Promise<Suggestion[]>
  browse(query: BrowseQuery): Browsed | Promise<Browsed>
}

export interface Answering extends Asking {
  search(query: SearchQuery): Promise<SearchAnswer>
  suggest(query: SuggestQuery): Promise<Suggestion[]>
  browse(query: BrowseQuery): Promise<Browsed>
}

type Index = Pick<SearchIndex, 'search' | 'suggest' | 'browse' | 'isWhole'>

export interface AnsweringOptions {
  readonly database: Database
  readonly log: { warn(values: object, message: string): void }
  /** Of one statement. */
  readonly mostMs?: number
}

/** A reading of the whole table costs a connection and a core: so many at a time, the others take what the index has. */
const mostAtOnce = 3
const usualMs = 1000

/**
 * The index while it is whole. Otherwise the table itself, exactly but slower; and when that takes too long, what the
 * index has so far, which says of itself that something may be missing.
 */
export function answering(index: Index, { database, log, mostMs = usualMs }: AnsweringOptions): Answering {
  let reading = 0
  const either = async <T>(fromIndex: () => T, fromTable: () => Promise<T>): Promise<T> => {
    if (index.isWhole() || reading >= mostAtOnce) return fromIndex()
    reading += 1
    try {
      return await fromTable()
    } catch (error) {
      // Never what was looked for: that is in the statement, and the statement is not logged.
      log.warn({ code: codeOf(error) }, 'the table could not answer in place of the search index')
      return fromIndex()
    } finally {
      reading -= 1
    }
  }
  return {
    search: query =>
      either(
        () => index.search(query),
        () => searchDatabase(database, query, mostMs),
      ),
    suggest: query =>
      either(
        () => index.suggest(query),
        () => suggestInDatabase(database, query, mostMs),
      ),
    browse: query =>
      either(
        () => index.browse(query),
        () => browseDatabase(database, query, mostMs),
      ),
  }
}

/** 57014 is PostgreSQL's for a statement that took too long. */
const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : 'unknown'
