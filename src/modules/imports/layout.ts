import { fold, nfc } from '../../kernel/vietnamese.ts'
import { type FontCoding, fromFont } from '../../kernel/vietnamese-fonts.ts'
import type { Column } from './register.ts'

/** How a table is read: where its headings are and what its columns mean. */
export interface TableLayout {
  /** The sheet of a workbook; null for a delimited file. */
  readonly sheet: string | null
  readonly sheets: readonly string[]
  /** What a person said that its text is coded in; null where the file tells. */
  readonly coding: string | null
  /** The coding of the fonts that its text was typed in before Unicode; null for Unicode. */
  readonly font: FontCoding | null
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

const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Letters and digits without marks: "Số cá biệt" and "SO CA-BIET" are one heading. */
const plain = (text: string): string => letters(fold(text))
const marked = (text: string): string => letters(nfc(text).toLowerCase())

/** How well a heading names a column: a name letter by letter, a name without its marks ("Khổ" is not "Kho"), or else as
 *  many letters as the name has that stands in it. */
function likeness(heading: string, name: string): number {
  if (marked(heading) === marked(name)) return Number.POSITIVE_INFINITY
  const [asked, known] = [plain(heading), plain(name)]
  if (asked === known) return Number.MAX_SAFE_INTEGER
  return known.length >= 4 && ` ${asked} `.includes(` ${known} `) ? known.length : 0
}

interface Meaning {
  readonly name: string
  readonly likeness: number
}

/** The column that a heading names best; null when it names none. */
function meaningOf(heading: string, columns: readonly Column[]): Meaning | null {
  let best: Meaning | null = null
  for (const { name, headings } of columns)
    for (const one of headings) {
      const like = likeness(heading, one)
      if (like > (best?.likeness ?? 0)) best = { name, likeness: like }
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
        (other.likeness > mine.likeness || (other.likeness === mine.likeness && there < at)),
    )
    return { heading, means: mine === null || rival ? null : mine.name }
  })
}

/** Headings of two rows, as "Xuất bản" over "Nơi XB", "Nhà XB", "Năm XB": the row below names what the upper one leaves
 *  open, if it holds nothing else. A row of data stands under known columns too. */
export function guessBelow(
  guessed: readonly TableColumn[],
  below: readonly string[],
  columns: readonly Column[],
): readonly TableColumn[] {
  const known = new Set(guessed.map(({ means }) => means))
  const named = guessColumns(below, columns)
  const isHeading = named.every(
    ({ heading, means }, at) =>
      heading.trim() === '' || (means !== null && !known.has(means) && (guessed[at]?.means ?? null) === null),
  )
  return isHeading ? guessed.map((one, at) => ({ ...one, means: one.means ?? named[at]?.means ?? null })) : guessed
}

/** The row that most looks like headings: most of its cells are known; otherwise the first row of more than one cell. */
export function guessHeader(rows: readonly SheetRow[], columns: readonly Column[]): SheetRow | null {
  let best: SheetRow | null = null
  let most = 0
  for (const row of rows.slice(0, headerWithin)) {
    const known = guessColumns(row.cells, columns).filter(({ means }) => means !== null).length
    if (known > most) [best, most] = [row, known]
  }
  return best ?? rows.find(({ cells }) => cells.filter(cell => cell !== '').length > 1) ?? rows[0] ?? null
}

/** A text as people saw it in its font. */
export const seenText = (font: FontCoding | null, text: string): string => (font === null ? text : fromFont(text, font))

/** The cells of a row under their columns' names. Several columns of one name stand one after another. */
export function cellsOf(
  { columns, font }: Pick<TableLayout, 'columns' | 'font'>,
  cells: readonly string[],
): Record<string, string> {
  const named: Record<string, string> = {}
  for (const [at, { means }] of columns.entries()) {
    const text = seenText(font, cells[at] ?? '').trim()
    if (means === null || text === '') continue
    named[means] = named[means] === undefined ? text : `${named[means]}; ${text}`
  }
  return named
}

/** Under which an institution's word on columns is remembered; null without headings, for then nothing tells two tables
 *  of one width apart. */
export function headingsKey(columns: readonly Pick<TableColumn, 'heading'>[]): string | null {
  const headings = columns.map(({ heading }) => plain(heading))
  return headings.some(heading => heading !== '') ? headings.join('\t') : null
}
