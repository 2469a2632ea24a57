import { open } from 'node:fs/promises'
import type { Files } from '../../platform/files/index.ts'
import { createJsonLinesReader, type JsonLinesOutcome } from '../../standards/json-lines/index.ts'
import { readIso2709, readMarcxml } from '../../standards/marc/index.ts'
import {
  type RandomAccess,
  readDelimited,
  readXlsx,
  type TableOutcome,
  type TableProblem,
} from '../../standards/table/index.ts'
import { rowBytes } from './content.ts'
import type { FileFormat, ImportBatch, Note } from './import-batch.ts'
import { cellsOf, type TableLayout } from './layout.ts'
import type { Content } from './register.ts'
import { unpack } from './unpack.ts'
import { Unreadable } from './unreadable.ts'

/** One record of a file, or the reason why a stretch of it is none. */
export interface Found {
  readonly number: number
  readonly offset: number
  readonly bytes: Uint8Array
  /** Null when it could not be read. */
  readonly content: Content | null
  readonly warnings: readonly Note[]
  readonly problem: Note | null
  readonly normalised: boolean
  /** How far into the kept file this is, in octets, as far as anybody knows. */
  readonly read: number
}

type KeptFile = Pick<ImportBatch, 'file' | 'fileSize' | 'packed'>

/** The octets of a kept file, unpacked where it came packed; `seen` is told how many of the kept ones went by. Throws
 *  `Unpackable`. */
export async function* octetsOf(
  files: Files,
  { file, fileSize, packed }: KeptFile,
  seen: (octets: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  let octets = 0
  const counted = async function* () {
    for await (const chunk of files.read(file)) {
      octets += chunk.length
      seen(octets)
      yield chunk
    }
  }
  yield* packed ? unpack(counted(), fileSize) : counted()
}

/** The rows of a kept table. */
export async function* rowsOf(
  files: Files,
  kept: KeptFile & { readonly format: FileFormat },
  { sheet, coding }: Pick<TableLayout, 'sheet' | 'coding'>,
  seen: (octets: number) => void = () => {},
): AsyncGenerator<TableOutcome> {
  if (kept.format === 'delimited') {
    yield* readDelimited(octetsOf(files, kept, seen), coding === null ? {} : { coding })
    return
  }
  const handle = await open(files.path(kept.file), 'r')
  let octets = 0
  const source: RandomAccess = {
    size: kept.fileSize,
    read: async (offset, length) => {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset)
      octets += bytesRead
      seen(Math.min(octets, kept.fileSize))
      return buffer.subarray(0, bytesRead)
    },
  }
  try {
    yield* readXlsx(source, sheet === null ? {} : { sheet })
  } finally {
    await handle.close()
  }
}

/** A fault that is about one row costs that row; any other is the last word on the file. */
const costsOneRow = new Set<TableProblem['code']>(['cell-too-long', 'row-too-long', 'too-many-columns'])

async function* tableRecords(files: Files, batch: ImportBatch, layout: TableLayout): AsyncGenerator<Found> {
  let read = 0
  const seen = (octets: number) => {
    read = octets
  }
  for await (const outcome of rowsOf(files, batch, layout, seen)) {
    if (outcome.kind === 'note') continue
    const number = outcome.number ?? 0
    if (outcome.kind === 'problem') {
      if (!costsOneRow.has(outcome.problem.code)) throw new Unreadable(outcome.problem)
      if (number > layout.headerRow) yield { ...row(number, [], read), content: null, problem: outcome.problem }
      continue
    }
    if (number <= layout.headerRow) continue
    const found = row(number, outcome.cells, read)
    const content: Content = { form: 'row', cells: cellsOf(layout, outcome.cells) }
    yield { ...found, content, warnings: outcome.warnings }
  }
}

const row = (number: number, cells: readonly string[], read: number): Found => ({
  number,
  offset: 0,
  bytes: rowBytes(cells),
  content: null,
  warnings: [],
  problem: null,
  normalised: false,
  read,
})

async function* marcRecords(files: Files, batch: ImportBatch): AsyncGenerator<Found> {
  let read = 0
  const stream = octetsOf(files, batch, octets => {
    read = octets
  })
  for await (const outcome of batch.format === 'iso2709' ? readIso2709(stream) : readMarcxml(stream)) {
    const isRecord = outcome.kind === 'record'
    yield {
      number: outcome.number,
      offset: outcome.offset,
      // The reader's octets are a view of its buffer, which goes on.
      bytes: outcome.bytes.slice(),
      content: isRecord ? { form: 'marc', record: outcome.record } : null,
      warnings: isRecord ? outcome.warnings : [],
      problem: isRecord ? null : outcome.problem,
      normalised: isRecord && outcome.normalised,
      read: batch.packed ? read : outcome.offset + outcome.bytes.length,
    }
  }
}

async function* jsonRecords(files: Files, batch: ImportBatch): AsyncGenerator<Found> {
  let read = 0
  const reader = createJsonLinesReader()
  const found = (outcome: JsonLinesOutcome): Found => ({
    number: outcome.number,
    offset: outcome.offset,
    bytes: outcome.bytes,
    content: outcome.kind === 'record' ? { form: 'json', value: outcome.value } : null,
    warnings: [],
    problem: outcome.kind === 'record' ? null : outcome.problem,
    normalised: false,
    read: batch.packed ? read : outcome.offset + outcome.bytes.length,
  })
  const stream = octetsOf(files, batch, octets => {
    read = octets
  })
  for await (const chunk of stream) yield* reader.push(chunk).map(found)
  yield* reader.end().map(found)
}

/** The whole file, one record after another. Throws `Unreadable` where it cannot be read to its end. */
export function readFile(files: Files, batch: ImportBatch): AsyncIterable<Found> {
  if (batch.format === 'iso2709' || batch.format === 'marcxml') return marcRecords(files, batch)
  if (batch.format === 'json-lines') return jsonRecords(files, batch)
  if (batch.layout === null) throw new Error(`batch ${batch.id} is read before its columns are known`)
  return tableRecords(files, batch, batch.layout)
}
