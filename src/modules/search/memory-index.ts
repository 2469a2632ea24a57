import { admits } from './admits.ts'
import { ask } from './ask.ts'
import type { SearchDocument } from './document.ts'
import { createEngine } from './engine/engine.ts'
import { analysed } from './follow.ts'
import type { SearchAnswer, SearchQuery } from './query.ts'

/** An index of what it is handed, without a database behind it: gone with the process. Answers as the server's does. */
export interface MemoryIndex {
  /** Adds documents; one that was there is replaced. */
  put(documents: readonly SearchDocument[]): Promise<void>
  search(query: SearchQuery): SearchAnswer
}

export function createMemoryIndex(): MemoryIndex {
  const engine = createEngine(admits)
  return {
    async put(documents) {
      engine.put(documents.map(document => analysed(document, 1)))
      await engine.tidy()
    },
    search: query => ask(engine, query, false),
  }
}
