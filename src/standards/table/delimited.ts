import { cellText, collectWarnings, trimmed } from './cell-text.ts'
import { evenChunks } from './chunks.ts'
import { chooseCoding } from './coding.ts'
import { guessDelimiter } from './delimiter.ts'
import { detectTable } from './detect.ts'
import { type TableLimits, tableLimits } from './limits.ts'
import { Stopped, stop, type TableOutcome } from './problem.ts'
import { createRowSplitter, type RawRow } from './split-rows.ts'

export interface DelimitedOptions {
  /** A label of the WHATWG Encoding Standard, such as `windows-1258`, for a file without a byte order mark. */
  readonly coding?: string
  readonly delimiter?: ',' | ';' | '\t' | '|'
  readonly limits?: Partial<TableLimits>
}

/** As much of a text as the delimiter is guessed from. */
const sampleUnits = 1 << 14

/** The rows of a file of CSV or TSV (RFC 4180) as its octets arrive. Throws only what `source` throws. */
export async function* readDelimited(
  source: AsyncIterable<Uint8Array>,
  options: DelimitedOptions = {},
): AsyncGenerator<TableOutcome> {
  const limits = { ...tableLimits, ...options.limits }
  const toOutcome = createRowReader(limits)
  let rows = 0
  try {
    for await (const outcome of outcomesOf(source, options, limits, toOutcome)) {
      if (outcome.kind === 'row') rows += 1
      yield outcome
    }
    if (rows === 0) stop({ code: 'no-rows' })
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    yield { kind: 'problem', number: null, problem: error.problem }
  }
}

type RowReader = ReturnType<typeof createRowReader>

async function* outcomesOf(
  source: AsyncIterable<Uint8Array>,
  options: DelimitedOptions,
  limits: TableLimits,
  rowReader: RowReader,
): AsyncGenerator<TableOutcome> {
  let reading: { decoder: InstanceType<typeof TextDecoder>; splitter: ReturnType<typeof createRowSplitter> } | null =
    null
  for await (const chunk of evenChunks(source)) {
    if (reading === null) {
      const format = detectTable(chunk)
      if (format !== 'delimited' && format !== 'unknown') stop({ code: 'not-a-table', format })
      if (format === 'unknown' && chunk.some(octet => ![9, 10, 13, 32].includes(octet)))
        stop({ code: 'not-a-table', format })
      const { decoder, coding } = chooseCoding(chunk, options.coding)
      const text = decoder.decode(chunk, { stream: true })
      const guess = guessDelimiter(text.slice(0, sampleUnits), limits)
      const delimiter = options.delimiter ?? guess.delimiter
      if (options.delimiter === undefined) rowReader.expect(guess.expected)
      yield { kind: 'note', note: { code: 'delimited', delimiter, coding } }
      reading = { decoder, splitter: createRowSplitter(delimiter, limits) }
      yield* rowReader.take(reading.splitter.push(text))
    } else yield* rowReader.take(reading.splitter.push(reading.decoder.decode(chunk, { stream: true })))
  }
  if (reading === null) return
  yield* rowReader.take(reading.splitter.push(reading.decoder.decode()))
  yield* rowReader.take(reading.splitter.end())
}

/** Numbers rows and cleans their text. */
function createRowReader(limits: TableLimits) {
  const { warn, take } = collectWarnings()
  let number = 0
  let expected: number | null = null

  const outcomeOf = (row: RawRow): TableOutcome | null => {
    if (row.kind === 'problem') return { kind: 'problem', number, problem: row.problem }
    if (number === 1 && /^sep=.?$/i.test(row.cells[0] ?? '') && row.cells.slice(1).every(cell => cell === ''))
      return null
    const cells = trimmed(row.cells.map((cell, at) => cellText(cell, at + 1, warn)))
    const warnings = [...row.warnings, ...take()]
    if (cells.length === 0 && warnings.length === 0) return null
    expected ??= row.width
    // Empty cells past the last column, or left out at the end, are how Excel saves a sheet, and cost nothing.
    if (cells.length > expected || (row.width < expected && row.width > 1))
      warnings.push({ code: 'ragged', cells: row.width, expected })
    return { kind: 'row', number, cells, warnings }
  }

  return {
    expect: (width: number): void => {
      expected = width
    },
    *take(rows: readonly RawRow[]): Generator<TableOutcome> {
      for (const row of rows) {
        number += 1
        const outcome = outcomeOf(row)
        if (outcome === null) continue
        if (number > limits.rows) stop({ code: 'too-many-rows', limit: limits.rows })
        yield outcome
      }
    },
  }
}
