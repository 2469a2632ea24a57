import type { BatchState } from './import-batch.ts'

/** Why a file cannot be brought in, or a batch not be moved on. */
export type ImportRefusal =
  | { readonly code: 'no-file' }
  | { readonly code: 'no-institution' }
  | { readonly code: 'not-yours' }
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-compressed'; readonly kind: 'gzip' | 'zip' }
  | { readonly code: 'file-unknown' }
  | { readonly code: 'batch-unknown' }
  | { readonly code: 'already-running' }
  | { readonly code: 'not-staged'; readonly state: BatchState }
  | { readonly code: 'not-withdrawable'; readonly state: BatchState }
  | { readonly code: 'not-readable-again'; readonly state: BatchState }
  | { readonly code: 'record-not-waiting'; readonly number: number }
  | { readonly code: 'nothing-to-join'; readonly number: number }
