import { createHash } from 'node:crypto'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { World } from '../../platform/world.ts'
import type { TableProblem } from '../../standards/table/index.ts'
import { rememberedColumns } from './batch-store.ts'
import type { ImportBatch } from './import-batch.ts'
import {
  guessColumns,
  guessHeader,
  headingsKey,
  rowsToGuess,
  type SheetRow,
  sampleRows,
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
  readonly coding?: string | null
}

/** The first rows of a sheet down to the sample below its headings, and the names of the other sheets. */
async function beginning(
  world: World,
  table: Table,
  { sheet, headerRow, coding }: Required<Asked>,
): Promise<
  Result<
    { readonly rows: readonly SheetRow[]; readonly sheet: string | null; readonly sheets: readonly string[] },
    ImportRefusal
  >
> {
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
  return ok({ rows, sheet: name, sheets: name === null ? [] : [name, ...others] })
}

const whyUnreadable = (problem: TableProblem): ImportRefusal =>
  problem.code === 'sheet-missing'
    ? { code: 'sheet-unknown', sheet: problem.sheet }
    : { code: 'table-unreadable', problem }

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
  const begun = await beginning(world, table, { sheet, headerRow, coding })
  if (!begun.ok) return begun
  const { rows } = begun.value
  const header =
    headerRow === null ? guessHeader(rows, register.columns) : (rows.find(({ number }) => number === headerRow) ?? null)
  if (header === null && headerRow !== null && headerRow !== 0) return refused([{ code: 'header-missing', headerRow }])
  const sample = rows.filter(({ number }) => number > (header?.number ?? 0)).slice(0, sampleRows)
  const width = Math.max(header?.cells.length ?? 0, ...sample.map(({ cells }) => cells.length))
  const headings = Array.from({ length: width }, (_, at) => header?.cells[at] ?? '')
  const guessed = guessColumns(headings, register.columns)
  const sum = headingsSum(guessed)
  const known = sum === null ? null : await rememberedColumns(world.database, table.institution, register.name, sum)
  const stillKnown = (means: string | null = null) =>
    register.columns.some(({ name }) => name === means) ? means : null
  return ok({
    sheet: begun.value.sheet,
    sheets: begun.value.sheets,
    coding,
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
