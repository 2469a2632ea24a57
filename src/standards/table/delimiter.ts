import type { TableLimits } from './limits.ts'
import { Stopped } from './problem.ts'
import { createRowSplitter } from './split-rows.ts'

const candidates = [',', ';', '\t', '|'] as const

/** The sign between cells, and how many cells a row of the sample mostly has. Excel's own first line `sep=;` decides it;
 *  otherwise the sign by which most rows have the same number of cells, and of those the one that makes more cells. */
export function guessDelimiter(sample: string, limits: TableLimits): { delimiter: string; expected: number } {
  const said = /^\ufeff?sep=([,;\t|])\r?\n/i.exec(sample)?.[1]
  const text = sample.slice(0, Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r')) + 1) || sample
  const guesses = (said === undefined ? candidates : [said]).map(delimiter => {
    const counts = countWidths(text, delimiter, limits)
    const [expected = 1, agreeing = 0] =
      [...counts].sort(([widthA, a], [widthB, b]) => b - a || widthB - widthA).find(([width]) => width > 1) ?? []
    return { delimiter, expected, agreeing }
  })
  const [best] = guesses.sort((a, b) => b.agreeing - a.agreeing || b.expected - a.expected)
  return { delimiter: best?.delimiter ?? ',', expected: best?.expected ?? 1 }
}

/** How many rows have how many cells; none when the quotes make no sense with this delimiter. */
function countWidths(text: string, delimiter: string, limits: TableLimits): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  try {
    const splitter = createRowSplitter(delimiter, limits)
    for (const row of [...splitter.push(text), ...splitter.end()])
      if (row.kind === 'cells' && row.cells.some(cell => cell !== ''))
        counts.set(row.width, (counts.get(row.width) ?? 0) + 1)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    return new Map()
  }
  return counts
}
