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
import { rowsOf, Unreadable } from './read-file.ts'
import type { ImportRefusal } from './refusal.ts'
import type { Register } from './register.ts'

type Table = Pick<ImportBatch, 'institution' | 'file' | 'fileSize' | 'packed' | 'format'>

/** What a person says of a table; null leaves it to the guess. */
interface Asked {
  readonly sheet?: string | null
  /** The row of the headings. */
  readonly headerRow?: number | null
  readonly coding?: string | null
}

/** The first rows of a sheet, and the names of the others. */
async function beginning(
  world: World,
  table: Table,
  { sheet, coding }: Required<Asked>,
): Promise<
  Result<
    { readonly rows: readonly SheetRow[]; readonly sheet: string | null; readonly sheets: readonly string[] },
    ImportRefusal
  >
> {
  const rows: SheetRow[] = []
  let name = sheet
  let others: readonly string[] = []
  try {
    for await (const outcome of rowsOf(world.files, table, { sheet, coding })) {
      if (outcome.kind === 'note') {
        if (outcome.note.code === 'other-sheets') [name, others] = [outcome.note.sheet, outcome.note.others]
      } else if (outcome.kind === 'row') rows.push({ number: outcome.number, cells: outcome.cells })
      else if (outcome.number === null && rows.length === 0) return refused([whyUnreadable(outcome.problem)])
      if (rows.length >= rowsToGuess) break
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return refused([error.note as unknown as ImportRefusal])
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
  const sample = rows.filter(({ number }) => number > (header?.number ?? 0)).slice(0, sampleRows)
  const width = Math.max(header?.cells.length ?? 0, ...sample.map(({ cells }) => cells.length))
  const headings = Array.from({ length: width }, (_, at) => header?.cells[at] ?? '')
  const guessed = guessColumns(headings, register.columns)
  const known = await rememberedColumns(world.database, table.institution, register.name, headingsSum(guessed))
  return ok({
    sheet: begun.value.sheet,
    sheets: begun.value.sheets,
    coding,
    headerRow: header?.number ?? 0,
    columns: known === null ? guessed : guessed.map((one, at) => ({ ...one, means: known[at]?.means ?? null })),
    sample: sample.map(({ cells }) => cells),
    remembered: known !== null,
  })
}

export const headingsSum = (columns: readonly TableColumn[]): string =>
  createHash('sha256').update(headingsKey(columns)).digest('hex')
