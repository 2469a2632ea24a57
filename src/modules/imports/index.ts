export { batchById, countBatch, listBatches } from './batch-store.ts'
export { type Candidates, createCandidates } from './candidates.ts'
export type { BatchCounts, FileFormat, ImportBatch, ImportRecord, Note, RegisterName } from './import-batch.ts'
export { importJobKinds, jobOfBatch } from './import-jobs.ts'
export type { TableColumn, TableLayout } from './layout.ts'
export { noteSentence, refusalSentence } from './messages.ts'
export { agreeColumns, requestApply, requestWithdraw } from './move-batch.ts'
export { textNumbers } from './numbers.ts'
export { importsPath } from './paths.ts'
export { readLayout } from './read-layout.ts'
export { entriesOfRecords, listRecords } from './record-store.ts'
export {
  type Accepted,
  type BroughtIn,
  type ChunkAct,
  type Column,
  type Content,
  type Incoming,
  type Register,
  registerOf,
  type Verdict,
} from './register.ts'
export { importRoutes } from './routes.ts'
export { earlierRecords, insertKeys, type RecordKey } from './stage-store.ts'
export { startImport } from './start-import.ts'
export { isSumsRow } from './sums-row.ts'
export { importWorks } from './works.ts'
