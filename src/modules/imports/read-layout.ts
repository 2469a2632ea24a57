import { createHash } from 'node:crypto'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type FontCoding, fontCodings, guessFont, isMostlyVietnamese } from '../../kernel/vietnamese-fonts.ts'
import type { World } from '../../platform/world.ts'
import type { TableProblem } from '../../standards/table/index.ts'
import { rememberedColumns } from './batch-store.ts'
import type { ImportBatch } from './import-batch.ts'
import {
  guessBelow,
  guessColumns,
  guessHeader,
  headingsKey,
  rowsToGuess,
  type SheetRow,
  sampleRows,
  seenText,
  type TableColumn,
  type TableLayout,
} from './layout.ts'
import { rowsOf } from './read-file.ts'
import type { ImportRefusal } from './refusal.ts'
import type { Register } from './register.ts'
import { Unpackable } from './unreadable.ts'

type Table = Pick<ImportBatch, 'institution' | 'file' | 'fileSize' | 'packed' | 'format'>

/** What a person says of a table; null leaves it to the guess. */
interface Asked {
  readonly sheet?: string | null
  /** The row of the headings. */
  readonly headerRow?: number | null
  /** A label of the WHATWG Encoding Standard, a coding of fonts, or 'unicode' for text that is as it stands. */
  readonly coding?: string | null
}

interface Beginning {
  readonly rows: readonly SheetRow[]
  readonly sheet: string | null
  readonly sheets: readonly string[]
  readonly coding: string | null
}

/** The first rows of a sheet down to the sample below its headings, and the names of the other sheets. */
async function beginning(
  world: World,
  table: Table,
  { sheet, headerRow, coding }: Required<Asked>,
): Promise<Result<Beginning, ImportRefusal>> {
  const rows: SheetRow[] = []
  const from = headerRow ?? 0
  let name = sheet
  let others: readonly string[] = []
  try {
    for await (const outcome of rowsOf(world.files, table, { sheet, coding })) {
      if (outcome.kind === 'note') {
        if (outcome.note.code === 'other-sheets') [name, others] = [outcome.note.sheet, outcome.note.others]
      } else if (outcome.kind === 'row') {
        if (outcome.number >= from) rows.push({ number: outcome.number, cells: outcome.cells })
      } else if (outcome.number === null && rows.length === 0) return refused([whyUnreadable(outcome.problem)])
      if (rows.length >= rowsToGuess) break
    }
  } catch (error) {
    if (!(error instanceof Unpackable)) throw error
    return refused([error.why])
  }
  return ok({ rows, sheet: name, sheets: name === null ? [] : [name, ...others], coding })
}

const whyUnreadable = (problem: TableProblem): ImportRefusal =>
  problem.code === 'sheet-missing'
    ? { code: 'sheet-unknown', sheet: problem.sheet }
    : { code: 'table-unreadable', problem }

const textsOf = ({ rows }: Beginning): string[] => rows.flatMap(({ cells }) => cells)
const isFontCoding = (coding: string | null): coding is FontCoding => fontCodings.some(font => font === coding)

/**
 * The beginning of a table with the coding of the fonts that it was typed in. Text that is not UTF-8 is what older
 * programs saved: signs of TCVN3 or VNI, or windows-1258; whichever makes it Vietnamese.
 */
async function asTyped(
  world: World,
  table: Table,
  asked: Required<Asked>,
): Promise<Result<{ readonly begun: Beginning; readonly font: FontCoding | null }, ImportRefusal>> {
  const told = isFontCoding(asked.coding) ? asked.coding : null
  const label = told === null && asked.coding !== 'unicode' ? asked.coding : null
  const begun = await beginning(world, table, { ...asked, coding: label })
  if (begun.ok) {
    const mayGuess = asked.coding === null || asked.coding === 'windows-1252'
    return ok({ begun: begun.value, font: told ?? (mayGuess ? guessFont(textsOf(begun.value)) : null) })
  }
  const unknown = begun.problems.some(one => one.code === 'table-unreadable' && one.problem.code === 'coding-unknown')
  if (!unknown || label !== null) return begun
  const latin = await beginning(world, table, { ...asked, coding: 'windows-1252' })
  const font = latin.ok ? (told ?? guessFont(textsOf(latin.value))) : null
  if (latin.ok && font !== null) return ok({ begun: latin.value, font })
  const old = await beginning(world, table, { ...asked, coding: 'windows-1258' })
  return old.ok && isMostlyVietnamese(textsOf(old.value)) ? ok({ begun: old.value, font: null }) : begun
}

/**
 * Looks at the beginning of a kept table and guesses its headings and what its columns mean; what the institution said
 * of the same headings before beats every guess.
 */
export async function readLayout(
  world: World,
  register: Register,
  table: Table,
  { sheet = null, headerRow = null, coding = null }: Asked = {},
): Promise<Result<TableLayout, ImportRefusal>> {
  const typed = await asTyped(world, table, { sheet, headerRow, coding })
  if (!typed.ok) return typed
  const { begun, font } = typed.value
  const rows = begun.rows.map(row => ({ ...row, cells: row.cells.map(cell => seenText(font, cell)) }))
  const header =
    headerRow === null ? guessHeader(rows, register.columns) : (rows.find(({ number }) => number === headerRow) ?? null)
  if (header === null && headerRow !== null && headerRow !== 0) return refused([{ code: 'header-missing', headerRow }])
  const sample = rows.filter(({ number }) => number > (header?.number ?? 0)).slice(0, sampleRows)
  const width = Math.max(header?.cells.length ?? 0, ...sample.map(({ cells }) => cells.length))
  const headings = Array.from({ length: width }, (_, at) => header?.cells[at] ?? '')
  const guessed = guessBelow(guessColumns(headings, register.columns), sample[0]?.cells ?? [], register.columns)
  const sum = headingsSum(guessed)
  const known = sum === null ? null : await rememberedColumns(world.database, table.institution, register.name, sum)
  const stillKnown = (means: string | null = null) =>
    register.columns.some(({ name }) => name === means) ? means : null
  return ok({
    sheet: begun.sheet,
    sheets: begun.sheets,
    coding: begun.coding,
    font,
    headerRow: header?.number ?? 0,
    columns: known === null ? guessed : guessed.map((one, at) => ({ ...one, means: stillKnown(known[at]?.means) })),
    sample: sample.map(({ cells }) => cells),
    remembered: known !== null,
  })
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What the columns are that somebody was shown, so that an answer is not taken for others. */
export const columnsShown = ({ columns }: Pick<TableLayout, 'columns'>): string =>
  sha256(JSON.stringify(columns.map(({ heading }) => heading)))

/** The SHA-256 of a table's headings; null where it has none. */
export function headingsSum(columns: readonly TableColumn[]): string | null {
  const key = headingsKey(columns)
  return key === null ? null : sha256(key)
}
