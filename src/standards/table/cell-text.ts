import type { TableWarning } from './problem.ts'

type Warn = (warning: TableWarning) => void

// biome-ignore format: one sign to a range
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const plain = /^[\t\n\u0020-\u007e]*$/

/** The text of a cell in NFC, with \n for every line end, without control characters and halves of characters. */
export function cellText(raw: string, column: number, warn: Warn): string {
  if (plain.test(raw)) return raw
  const lines = raw.replace(/\r\n?/g, '\n')
  const visible = lines.replace(controls, '')
  if (visible.length < lines.length) warn({ code: 'control-character', column })
  const text = visible.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC')
  if (text.includes('\ufffd')) warn({ code: 'text-damaged', column })
  return text
}

/** More than a person reads of one row. */
const kept = 20

/** The warnings of one row, so few that no row can fill the memory. */
export function collectWarnings(): { warn: Warn; take: () => TableWarning[] } {
  let list: TableWarning[] = []
  return {
    warn: warning => {
      if (list.length < kept) list.push(warning)
    },
    take: () => {
      const taken = list
      list = []
      return taken
    },
  }
}

/** Without the empty cells at the end. */
export function trimmed(cells: string[]): string[] {
  let width = cells.length
  while (width > 0 && (cells[width - 1] ?? '') === '') width -= 1
  return cells.length === width ? cells : cells.slice(0, width)
}
