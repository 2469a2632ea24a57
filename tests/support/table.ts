import type { TableOutcome } from '../../src/standards/table/index.ts'

type Row = Extract<TableOutcome, { kind: 'row' }>

/** What a reader of tables gave, in lists that a test can read. */
export interface TableReading {
  readonly rows: Row[]
  /** The cells of every row. */
  readonly cells: (readonly string[])[]
  readonly problems: { number: number | null; code: string }[]
  readonly warnings: { number: number; code: string }[]
  readonly outcomes: TableOutcome[]
}

export async function tableReading(outcomes: AsyncIterable<TableOutcome>): Promise<TableReading> {
  const reading: TableReading = { rows: [], cells: [], problems: [], warnings: [], outcomes: [] }
  for await (const outcome of outcomes) {
    reading.outcomes.push(outcome)
    if (outcome.kind === 'problem') reading.problems.push({ number: outcome.number, code: outcome.problem.code })
    if (outcome.kind !== 'row') continue
    reading.rows.push(outcome)
    reading.cells.push(outcome.cells)
    for (const { code } of outcome.warnings) reading.warnings.push({ number: outcome.number, code })
  }
  return reading
}

/** Octets in pieces of a size, as a network brings them. */
export async function* inPieces(bytes: Uint8Array, octets = bytes.length): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += octets) yield bytes.subarray(at, at + octets)
}
