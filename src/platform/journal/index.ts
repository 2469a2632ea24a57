export type { Act, JournalEntry, Json } from './act.ts'
export { ActIdReused, perform } from './perform.ts'
export { type JournalQuery, listEntries } from './store.ts'
