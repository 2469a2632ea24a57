import type { TableProblem } from '../../standards/table/index.ts'
import type { BatchState, RegisterName } from './import-batch.ts'

/** Why a packed file cannot be unpacked to its end. */
export type PackedRefusal =
  | { readonly code: 'packed-too-strongly'; readonly ratio: number }
  | { readonly code: 'packed-damaged' }

/** Why a file cannot be brought in, or a batch not be moved on. */
export type ImportRefusal =
  | { readonly code: 'no-file' }
  | { readonly code: 'no-institution' }
  | { readonly code: 'not-yours' }
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-compressed'; readonly kind: 'gzip' | 'zip' }
  | { readonly code: 'file-of-another-kind'; readonly kind: 'xls' | 'ods' | 'pdf' | 'markup' }
  | { readonly code: 'file-unknown' }
  | { readonly code: 'format-of-another-register'; readonly register: RegisterName }
  | PackedRefusal
  | { readonly code: 'table-unreadable'; readonly problem: TableProblem }
  | { readonly code: 'sheet-unknown'; readonly sheet: string }
  | { readonly code: 'header-missing'; readonly headerRow: number }
  | { readonly code: 'column-missing'; readonly column: string }
  | { readonly code: 'column-unknown'; readonly column: string }
  | { readonly code: 'columns-changed' }
  | { readonly code: 'batch-unknown' }
  | { readonly code: 'already-running' }
  | { readonly code: 'not-mapping'; readonly state: BatchState }
  | { readonly code: 'not-staged'; readonly state: BatchState }
  | { readonly code: 'not-withdrawable'; readonly state: BatchState }
  | { readonly code: 'not-readable-again'; readonly state: BatchState }
  | { readonly code: 'record-not-waiting'; readonly number: number }
  | { readonly code: 'nothing-to-join'; readonly number: number }

/** What the imports themselves have to say of a file or record; registers and codecs have their own sentences. */
export type ImportNote = { readonly code: 'no-record-read' } | { readonly code: 'no-record-there' } | PackedRefusal
