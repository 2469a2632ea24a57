import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  detectTable,
  type RandomAccess,
  readDelimited,
  readXlsx,
  type TableOutcome,
} from '../src/standards/table/index.ts'
import { sharedFile } from '../tests/support/shared.ts'
import { inPieces } from '../tests/support/table.ts'
import { sheetOf, xlsx } from '../tests/support/xlsx.ts'
import { fileOf } from '../tests/support/zip.ts'

/** Rows a second and the most memory, of a spreadsheet and of its rows as CSV, median of five runs each.
 *  `node --import tsx bench/table.ts [FILE.xlsx]`; without a file the largest of the corpora beside the clone, or a made one. */

const runs = 5
const standard = process.argv[2] ?? sharedFile('data/vi-books/vietnamese-university-catalogue.xlsx')

const file = standard === null ? null : await open(standard)
const fileAt = async (handle: FileHandle): Promise<RandomAccess> => ({
  size: (await handle.stat()).size,
  read: async (offset, length) => {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  },
})

const made = (): RandomAccess => {
  const words = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = Array.from({ length: 45_000 }, (_, n) => `<c><v>${n}</v></c>${words(`Nhan đề ${n}`)}${words('Tác giả')}`)
  return fileOf(xlsx(sheetOf(...rows)))
}

async function measure(name: string, read: () => AsyncIterable<TableOutcome>): Promise<void> {
  const times: number[] = []
  let rows = 0
  let most = 0
  for (let run = 0; run <= runs; run += 1) {
    const from = performance.now()
    rows = 0
    for await (const { kind } of read()) {
      if (kind === 'row') rows += 1
      if (rows % 1000 === 0) most = Math.max(most, process.memoryUsage.rss())
    }
    // The first run only warms up.
    if (run > 0) times.push(performance.now() - from)
  }
  const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
  const rate = Math.round((rows / median) * 1000).toLocaleString('en')
  console.log(
    `${name.padEnd(6)} ${String(rows).padStart(7)} rows ${median.toFixed(0).padStart(6)} ms ${rate.padStart(9)} rows/s ${(most / 1e6).toFixed(0).padStart(5)} MB`,
  )
}

const source = file === null ? made() : await fileAt(file)
console.log(`${standard === null ? 'a made file' : basename(standard)}, ${source.size} octets, Node ${process.version}`)
console.log(`by its first octets: ${detectTable(await source.read(0, 4096))}`)
await measure('XLSX', () => readXlsx(source))

const lines: string[] = []
for await (const outcome of readXlsx(source))
  if (outcome.kind === 'row') lines.push(outcome.cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','))
const csv = new TextEncoder().encode(lines.join('\r\n'))
await measure('CSV', () => readDelimited(inPieces(csv, 1 << 16)))
await file?.close()
