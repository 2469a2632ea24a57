import { collectWarnings } from './cell-text.ts'
import type { TableLimits } from './limits.ts'
import { stop, type TableProblem, type TableWarning } from './problem.ts'

/** A row as it stands in the text; of one that is too large, only why. */
export type RawRow =
  | {
      readonly kind: 'cells'
      readonly cells: string[]
      /** How many cells it had, with empty ones past the limit of columns. */
      readonly width: number
      readonly warnings: TableWarning[]
    }
  | { readonly kind: 'problem'; readonly problem: TableProblem }

/** `before`: nothing of the cell was seen. `closing`: a quote that ends the cell, or is text, as the next sign says. */
type Mode = 'before' | 'plain' | 'quoted' | 'closing' | 'skipping'

/** Quotes that were never closed; each costs a second reading of up to a cell's length. */
const maxUnclosed = 50

/** Cuts text into rows of cells (RFC 4180), lenient where files are: line ends of any system, quotes inside of cells. A
 *  quote that nothing closes is text, and its line a row. Holds one row. Throws `Stopped`. */
export function createRowSplitter(delimiter: string, limits: TableLimits) {
  const cellEnd = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\\r\\n]`, 'g')
  const { warn, take } = collectWarnings()
  /** The text from the beginning of the row at work on, and how much of it is read. */
  let text = ''
  let at = 0
  let mode: Mode = 'before'
  let cells: string[] = []
  let cell = ''
  let blanks = ''
  let width = 0
  let tooWide = false
  let literal = false
  let unclosed = 0
  let afterReturn = false
  let rows: RawRow[] = []

  const beginRow = (): void => {
    text = text.slice(at)
    at = 0
    cells = []
    width = 0
    tooWide = false
    beginCell()
    take()
  }

  const beginCell = (): void => {
    cell = ''
    blanks = ''
    mode = 'before'
  }

  const endCell = (): void => {
    width += 1
    if (cells.length < limits.columns) cells.push(cell)
    else if (cell !== '') tooWide = true
    beginCell()
  }

  const endRow = (): void => {
    if (mode !== 'skipping') {
      endCell()
      const problem: TableProblem = { code: 'too-many-columns', limit: limits.columns }
      rows.push(tooWide ? { kind: 'problem', problem } : { kind: 'cells', cells, width, warnings: take() })
    }
    literal = false
    beginRow()
  }

  /** After a delimiter or line end at `at`. */
  const passEnd = (): void => {
    const sign = text[at]
    at += 1
    if (sign === delimiter && mode !== 'skipping') endCell()
    else if (sign !== delimiter) {
      afterReturn = sign === '\r'
      endRow()
    }
  }

  const readAgainWithoutQuotes = (): void => {
    unclosed += 1
    if (unclosed > maxUnclosed) stop({ code: 'quotes-unbalanced', count: maxUnclosed })
    at = 0
    beginRow()
    literal = true
    warn({ code: 'quote-not-closed' })
  }

  const tooLarge = (): void => {
    if (mode === 'skipping') {
      text = text.slice(at)
      at = 0
    } else if (cell.length <= limits.cellUnits && at <= limits.rowUnits) return
    else if (mode === 'quoted' || mode === 'closing') readAgainWithoutQuotes()
    else {
      const { cellUnits, rowUnits } = limits
      const problem: TableProblem =
        cell.length > cellUnits
          ? { code: 'cell-too-long', limit: cellUnits }
          : { code: 'row-too-long', limit: rowUnits }
      rows.push({ kind: 'problem', problem })
      mode = 'skipping'
    }
  }

  const readPlain = (): void => {
    cellEnd.lastIndex = at
    const end = cellEnd.exec(text)?.index ?? text.length
    if (mode === 'plain') {
      const piece = text.slice(at, end)
      cell += piece
      if (!literal && piece.includes('"')) warn({ code: 'quote-inside', column: width + 1 })
    }
    at = end
    tooLarge()
    if (at < text.length && (mode === 'plain' || mode === 'skipping') && isEnd(text[at])) passEnd()
  }

  const isEnd = (sign: string | undefined): boolean => sign === delimiter || sign === '\r' || sign === '\n'

  const readQuoted = (): void => {
    const end = text.indexOf('"', at)
    cell += text.slice(at, end < 0 ? text.length : end)
    at = end < 0 ? text.length : end + 1
    if (end >= 0) mode = 'closing'
    tooLarge()
  }

  const readClosing = (): void => {
    const sign = text[at] ?? ''
    if (isEnd(sign)) return passEnd()
    if (sign === ' ') {
      blanks += sign
      at += 1
    } else if (sign === '"' && blanks === '') {
      cell += '"'
      at += 1
      mode = 'quoted'
    } else {
      warn({ code: 'quote-inside', column: width + 1 })
      cell += `"${blanks}`
      blanks = ''
      mode = 'quoted'
    }
    tooLarge()
  }

  const readBefore = (): void => {
    if (afterReturn && text[at] === '\n' && width === 0) {
      at += 1
      afterReturn = false
      beginRow()
      return
    }
    afterReturn = false
    if (isEnd(text[at])) passEnd()
    else if (text[at] === '"' && !literal) {
      at += 1
      mode = 'quoted'
    } else mode = 'plain'
  }

  const read = (): RawRow[] => {
    while (at < text.length) {
      if (mode === 'before') readBefore()
      else if (mode === 'quoted') readQuoted()
      else if (mode === 'closing') readClosing()
      else readPlain()
    }
    const found = rows
    rows = []
    return found
  }

  return {
    push: (more: string): RawRow[] => {
      text += more
      return read()
    },
    end: (): RawRow[] => {
      const found: RawRow[] = []
      while (mode === 'quoted') {
        readAgainWithoutQuotes()
        found.push(...read())
      }
      if (width > 0 || cell !== '' || mode !== 'before') endRow()
      found.push(...read(), ...rows)
      rows = []
      return found
    },
  }
}
