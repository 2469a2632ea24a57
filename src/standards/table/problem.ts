/** Why a row, or the rest of a file, cannot be read. `cell-too-long`, `row-too-long` and `too-many-columns` cost one row;
 *  every other one is the last that is said of a file. Sizes in octets, lengths in UTF-16 units. */
export type TableProblem =
  | { readonly code: 'not-a-table'; readonly format: string }
  | { readonly code: 'no-rows' }
  | { readonly code: 'cell-too-long'; readonly limit: number }
  | { readonly code: 'row-too-long'; readonly limit: number }
  | { readonly code: 'too-many-columns'; readonly limit: number }
  | { readonly code: 'too-many-rows'; readonly limit: number }
  | { readonly code: 'coding-unknown' }
  | { readonly code: 'coding-unsupported'; readonly coding: string }
  | { readonly code: 'quotes-unbalanced'; readonly count: number }
  | { readonly code: 'zip-damaged' }
  | { readonly code: 'zip-cut' }
  | { readonly code: 'zip-encrypted' }
  | { readonly code: 'zip64' }
  | { readonly code: 'zip-method'; readonly part: string }
  | { readonly code: 'zip-too-many-entries'; readonly entries: number; readonly limit: number }
  | { readonly code: 'zip-name-unsafe'; readonly part: string }
  | { readonly code: 'zip-overlap'; readonly part: string }
  | { readonly code: 'zip-part-damaged'; readonly part: string }
  | { readonly code: 'zip-too-large'; readonly part: string; readonly limit: number }
  | { readonly code: 'zip-ratio'; readonly part: string; readonly limit: number }
  | { readonly code: 'zip-holds-files'; readonly part: string }
  | { readonly code: 'part-missing'; readonly part: string }
  | { readonly code: 'workbook-binary' }
  | { readonly code: 'not-a-workbook'; readonly part: string }
  | { readonly code: 'sheet-missing'; readonly sheet: string; readonly sheets: readonly string[] }
  | { readonly code: 'xml-malformed'; readonly part: string; readonly reason: string }
  | { readonly code: 'xml-doctype'; readonly part: string }
  | { readonly code: 'xml-too-deep'; readonly part: string; readonly limit: number }
  | { readonly code: 'xml-too-large'; readonly part: string; readonly limit: number }
  | { readonly code: 'too-many-strings'; readonly limit: number }
  | { readonly code: 'too-many-styles'; readonly limit: number }

/** What is worth a look in a row that was read all the same. `column` counts from 1. */
export type TableWarning =
  | { readonly code: 'ragged'; readonly cells: number; readonly expected: number }
  | { readonly code: 'quote-inside'; readonly column: number }
  | { readonly code: 'quote-not-closed' }
  | { readonly code: 'text-damaged'; readonly column: number }
  | { readonly code: 'control-character'; readonly column: number }
  | { readonly code: 'formula-without-value'; readonly column: number }
  | { readonly code: 'error-value'; readonly column: number; readonly found: string }
  | { readonly code: 'string-missing'; readonly column: number }
  | { readonly code: 'number-unreadable'; readonly column: number; readonly found: string }
  | { readonly code: 'cell-twice'; readonly column: number }
  | { readonly code: 'row-number-wrong'; readonly found: string }

/** What is worth knowing of a file as a whole. */
export type TableNote =
  | { readonly code: 'delimited'; readonly delimiter: string; readonly coding: string }
  | { readonly code: 'other-sheets'; readonly sheet: string; readonly others: readonly string[] }
  | { readonly code: 'merged-cells'; readonly count: number; readonly first: string }

/** One step through a table. Rows without any text are passed over, and counted in `number`, unless a
 *  warning says that text is missing. A problem of the file may come after rows, which are then not all. */
export type TableOutcome =
  | {
      readonly kind: 'row'
      /** As the spreadsheet shows it, 1 being the first. */
      readonly number: number
      /** Text in NFC, line ends as \n; empty cells at the end are left out. */
      readonly cells: readonly string[]
      readonly warnings: readonly TableWarning[]
    }
  | { readonly kind: 'note'; readonly note: TableNote }
  | {
      readonly kind: 'problem'
      /** The row that it stands in; null when it is about the file. */
      readonly number: number | null
      readonly problem: TableProblem
    }

/** How a problem leaves the depths of a reader; never seen outside of this folder. */
export class Stopped extends Error {
  readonly problem: TableProblem

  constructor(problem: TableProblem) {
    super(problem.code)
    this.problem = problem
  }
}

export function stop(problem: TableProblem): never {
  throw new Stopped(problem)
}
