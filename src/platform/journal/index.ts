export type { Act, JournalEntry, Json } from './act.ts'
export { ActIdReused, BooksClosed, perform } from './perform.ts'
export { findEntry, type JournalQuery, listEntries } from './store.ts'
