import { cellText, collectWarnings, trimmed } from './cell-text.ts'
import { type TableLimits, tableLimits } from './limits.ts'
import { type NumberFormat, numberText } from './number-text.ts'
import { stop, type TableOutcome, type TableProblem } from './problem.ts'
import type { XmlListener } from './xml-part.ts'

export interface SheetSurroundings {
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly date1904: boolean
  readonly limits: TableLimits
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  hasValue: boolean
  formula: boolean
}

const plainFormat: NumberFormat = { kind: 'plain' }

/** Listens to a worksheet (ECMA-376 part 1, 18.3) and makes rows of it; `take` gives those found since it was last asked,
 *  `end` what is to be said of the sheet. Holds one row. Throws `Stopped`. */
export function createSheetListener({ strings, formats, date1904, limits }: SheetSurroundings) {
  const { warn, take: takeWarnings } = collectWarnings()
  let outcomes: TableOutcome[] = []
  let number = 0
  let cells: string[] = []
  let units = 0
  let lastColumn = 0
  let problem: TableProblem | null = null
  let cell: OpenCell | null = null
  let listening = false
  let inReading = false
  let merged = 0
  let firstMerged = ''

  const openRow = (stated: string | undefined): void => {
    const found = stated === undefined ? number + 1 : Number(stated)
    const isNext = Number.isInteger(found) && found > number
    if (!isNext) warn({ code: 'row-number-wrong', found: stated?.slice(0, 20) ?? '' })
    number = isNext ? found : number + 1
    cells = []
    units = 0
    lastColumn = 0
    problem = null
  }

  const closeRow = (): void => {
    const row = trimmed(Array.from(cells, text => text ?? ''))
    const warnings = takeWarnings()
    // No sheet has so many rows, even empty ones.
    if (number > tableLimits.rows) stop({ code: 'too-many-rows', limit: tableLimits.rows })
    if (row.length === 0 && problem === null && warnings.length === 0) return
    if (number > limits.rows) stop({ code: 'too-many-rows', limit: limits.rows })
    if (problem) outcomes.push({ kind: 'problem', number, problem })
    else outcomes.push({ kind: 'row', number, cells: row, warnings })
  }

  const openCell = ({ r = '', t = 'n', s = '0' }: Readonly<Record<string, string>>): void => {
    lastColumn = columnOf(r) ?? lastColumn + 1
    cell = { column: lastColumn, type: t, style: Number(s), value: '', hasValue: false, formula: false }
  }

  const closeCell = (open: OpenCell): void => {
    const { column } = open
    const text = textOf(open)
    if (text === '') return
    units += text.length
    if (text.length > limits.cellUnits) problem ??= { code: 'cell-too-long', limit: limits.cellUnits }
    else if (units > limits.rowUnits) problem ??= { code: 'row-too-long', limit: limits.rowUnits }
    else if (column > limits.columns) problem ??= { code: 'too-many-columns', limit: limits.columns }
    if (problem) return
    if (cells[column - 1] !== undefined) warn({ code: 'cell-twice', column })
    cells[column - 1] = cellText(text, column, warn)
  }

  /** What a person sees in a cell. `t`: ST_CellType, 18.18.11. */
  const textOf = ({ column, type, style, value, hasValue, formula }: OpenCell): string => {
    if (formula && !hasValue) warn({ code: 'formula-without-value', column })
    if (value === '') return ''
    if (type === 's') {
      const shared = /^\s*\d+\s*$/.test(value) ? strings[Number(value)] : undefined
      if (shared === undefined) warn({ code: 'string-missing', column })
      return unescaped(shared ?? '')
    }
    if (type === 'b') return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE'
    if (type === 'e') warn({ code: 'error-value', column, found: value.slice(0, 20) })
    if (type === 'd') return value.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '')
    if (type !== 'n') return unescaped(value)
    const shown = numberText(value, formats[style] ?? plainFormat, date1904)
    if (shown === null) warn({ code: 'number-unreadable', column, found: value.slice(0, 20) })
    return shown ?? value
  }

  const listener: XmlListener = {
    open: (name, attributes) => {
      listening = false
      if (name === 'row') openRow(attributes['r'])
      else if (name === 'c') openCell(attributes)
      else if (name === 'rPh') inReading = true
      else if (name === 'mergeCell' && attributes['ref']?.includes(':')) {
        merged += 1
        if (merged === 1) firstMerged = attributes['ref'].slice(0, 30)
      }
      if (cell === null) return
      if (name === 'f') cell.formula = true
      if (name === 'v' || name === 'is') cell.hasValue = true
      listening = name === 'v' || (name === 't' && !inReading)
    },
    text: text => {
      // One octet past the limit is enough to know that the cell is too long.
      if (cell && listening && cell.value.length <= limits.cellUnits) cell.value += text
    },
    close: name => {
      listening = false
      if (name === 'rPh') inReading = false
      if (name === 'c' && cell) {
        closeCell(cell)
        cell = null
      }
      if (name === 'row') closeRow()
    },
  }

  return {
    listener,
    take: (): TableOutcome[] => {
      const found = outcomes
      outcomes = []
      return found
    },
    end: (): TableOutcome[] =>
      merged === 0 ? [] : [{ kind: 'note', note: { code: 'merged-cells', count: merged, first: firstMerged } }],
  }
}

/** `AB12` is in column 28. */
function columnOf(reference: string): number | null {
  const letters = /^([A-Za-z]{1,3})\d*$/.exec(reference)?.[1]?.toUpperCase()
  if (letters === undefined) return null
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}

/** `_x000D_` stands for a character that XML cannot hold. ST_Xstring, 22.9.2.19. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text
