import { fold } from '../../kernel/vietnamese.ts'
import type { Column } from './register.ts'

/** How a table is read: where its headings are and what its columns mean. */
export interface TableLayout {
  /** The sheet of a workbook; null for a delimited file. */
  readonly sheet: string | null
  readonly sheets: readonly string[]
  /** The row of the headings; 0 when the table begins at once. */
  readonly headerRow: number
  readonly columns: readonly TableColumn[]
  /** The first rows below the headings. */
  readonly sample: readonly (readonly string[])[]
  /** Whether this institution said once what columns under these headings mean. */
  readonly remembered: boolean
}

export interface TableColumn {
  readonly heading: string
  /** The register's column; null when it is passed over. */
  readonly means: string | null
}

/** Rows among which the headings are looked for: sheets begin with titles, dates and signatures. */
const headerWithin = 20
export const sampleRows = 5

/** A row of the sheet with its number. */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** As many rows of the sheet as a layout is guessed from. */
export const rowsToGuess = headerWithin + sampleRows

/** Letters and digits without marks: "Số cá biệt" and "SO CA-BIET" are one heading. */
const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a heading means: a name that it equals, or else the longest one that it begins with or holds. */
function meaningOf(
  heading: string,
  columns: readonly Column[],
): { readonly name: string; readonly length: number } | null {
  const asked = ` ${plain(heading)} `
  let best: { name: string; length: number } | null = null
  for (const { name, headings } of columns)
    for (const one of headings.map(plain)) {
      if (asked === ` ${one} `) return { name, length: Number.POSITIVE_INFINITY }
      if (asked.includes(` ${one} `) && one.length >= 4 && one.length > (best?.length ?? 0))
        best = { name, length: one.length }
    }
  return best
}

/** What the headings of a row mean; of two headings for one column the better one has it. */
export function guessColumns(headings: readonly string[], columns: readonly Column[]): TableColumn[] {
  const found = headings.map(heading => meaningOf(heading, columns))
  return headings.map((heading, at): TableColumn => {
    const mine = found[at] ?? null
    const rival = found.some(
      (other, there) =>
        other !== null &&
        mine !== null &&
        other.name === mine.name &&
        (other.length > mine.length || (other.length === mine.length && there < at)),
    )
    return { heading, means: mine === null || rival ? null : mine.name }
  })
}

/** The row that most looks like headings: most of its cells are known; otherwise the first row of more than one cell. */
export function guessHeader(rows: readonly SheetRow[], columns: readonly Column[]): SheetRow | null {
  let best: SheetRow | null = null
  let most = 0
  for (const row of rows.filter(({ number }, at) => at < headerWithin && number > 0)) {
    const known = guessColumns(row.cells, columns).filter(({ means }) => means !== null).length
    if (known > most) [best, most] = [row, known]
  }
  return best ?? rows.find(({ cells }) => cells.filter(cell => cell !== '').length > 1) ?? rows[0] ?? null
}

/** The cells of a row under their columns' names. Several columns of one name stand one after another. */
export function cellsOf({ columns }: Pick<TableLayout, 'columns'>, cells: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {}
  for (const [at, { means }] of columns.entries()) {
    const text = cells[at]?.trim() ?? ''
    if (means === null || text === '') continue
    named[means] = named[means] === undefined ? text : `${named[means]}; ${text}`
  }
  return named
}

/** Under which an institution's word on columns is remembered. */
export const headingsKey = (columns: readonly Pick<TableColumn, 'heading'>[]): string =>
  columns.map(({ heading }) => plain(heading)).join('\t')
