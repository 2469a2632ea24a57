import { ok, type Result, refused } from '../../kernel/result.ts'
import { detectTable } from './detect.ts'
import { type Inflate, inflateRaw } from './inflate.ts'
import { type TableLimits, tableLimits } from './limits.ts'
import { Stopped, stop, type TableOutcome, type TableProblem } from './problem.ts'
import { readSharedStrings } from './shared-strings.ts'
import { createSheetListener } from './sheet.ts'
import { readStyles } from './styles.ts'
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts'
import { parsePart } from './xml-part.ts'
import { type RandomAccess, readExactly } from './zip-directory.ts'
import { openPackage, type Package } from './zip-part.ts'

export interface XlsxOptions {
  /** The name of a sheet; without it the first one that is not hidden. */
  readonly sheet?: string
  readonly limits?: Partial<TableLimits>
  /** Without it, the DecompressionStream of the platform. */
  readonly inflate?: Inflate
}

/** The rows of a sheet of a workbook (ECMA-376, .xlsx). Throws only what `source` throws. */
export async function* readXlsx(source: RandomAccess, options: XlsxOptions = {}): AsyncGenerator<TableOutcome> {
  const limits = { ...tableLimits, ...options.limits }
  try {
    const { zip, workbook } = await openWorkbook(source, options, limits)
    const sheet = chooseSheet(workbook.sheets, options.sheet)
    const others = workbook.sheets.filter(one => one !== sheet).map(({ name }) => name)
    if (others.length > 0) yield { kind: 'note', note: { code: 'other-sheets', sheet: sheet.name, others } }
    const formats = await readStyles(zip, workbook.styles)
    const strings = await readSharedStrings(zip, workbook.sharedStrings, limits.sharedUnits)
    const found = createSheetListener({ strings, formats, date1904: workbook.date1904, limits })
    let outcomes = 0
    for await (const _ of parsePart(zip, sheet.part, found.listener))
      for (const outcome of found.take()) {
        outcomes += 1
        yield outcome
      }
    yield* found.end()
    if (outcomes === 0) stop({ code: 'no-rows' })
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    yield { kind: 'problem', number: null, problem: error.problem }
  }
}

/** The names of the sheets of a workbook, in their order. Throws only what `source` throws. */
export async function xlsxSheets(
  source: RandomAccess,
  options: Omit<XlsxOptions, 'sheet'> = {},
): Promise<Result<readonly string[], TableProblem>> {
  try {
    const { workbook } = await openWorkbook(source, options, { ...tableLimits, ...options.limits })
    return ok(workbook.sheets.map(({ name }) => name))
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    return refused([error.problem])
  }
}

async function openWorkbook(
  source: RandomAccess,
  { inflate = inflateRaw }: XlsxOptions,
  limits: TableLimits,
): Promise<{ zip: Package; workbook: Workbook }> {
  const format = detectTable(await readExactly(source, 0, Math.min(source.size, 4096)))
  if (format !== 'xlsx' && format !== 'zip') stop({ code: 'not-a-table', format })
  const zip = await openPackage(source, limits, inflate)
  return { zip, workbook: await readWorkbook(zip, limits) }
}

function chooseSheet(sheets: readonly Sheet[], asked: string | undefined): Sheet {
  const chosen =
    asked === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(({ name }) => name === asked)
  return chosen ?? stop({ code: 'sheet-missing', sheet: asked ?? '', sheets: sheets.map(({ name }) => name) })
}
