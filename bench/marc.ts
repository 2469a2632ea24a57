import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { Marc } from 'marcjs'
import {
  createIso2709Reader,
  createMarcxmlReader,
  type MarcRecord,
  writeIso2709,
  writeMarcxml,
} from '../src/standards/marc/index.ts'
import { sharedFile } from '../tests/support/shared.ts'

/** Records a second, ours and marcjs side by side, median of five runs each, from memory in chunks of 64 KiB.
 *  `node --import tsx bench/marc.ts [FILE…]`; without files, the largest one of the corpora beside the clone. */

const runs = 5
const chunkOctets = 1 << 16

const standard = sharedFile('data/marc/vietnamese-university/book3part0final.mrc')
const files = process.argv.slice(2)
const named = files.length > 0 ? files : standard === null ? ['fixtures/marc/librarycarpentry-60.mrc'] : [standard]

function* chunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkOctets) yield bytes.subarray(at, at + chunkOctets)
}

function ours(bytes: Uint8Array): number {
  const reader = createIso2709Reader()
  let records = 0
  const count = (kind: string) => {
    if (kind === 'record') records += 1
  }
  for (const chunk of chunks(bytes)) for (const { kind } of reader.push(chunk)) count(kind)
  for (const { kind } of reader.end()) count(kind)
  return records
}

async function theirs(bytes: Uint8Array): Promise<number> {
  let records = 0
  for await (const _ of Readable.from(chunks(bytes)).pipe(Marc.createStream('iso2709', 'parser'))) records += 1
  return records
}

function recordsIn(bytes: Uint8Array): MarcRecord[] {
  const reader = createIso2709Reader()
  return [...reader.push(bytes), ...reader.end()].flatMap(one => (one.kind === 'record' ? [one.record] : []))
}

async function measure(name: string, work: () => number | Promise<number>): Promise<void> {
  const times: number[] = []
  let records = 0
  await work()
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now()
    records = await work()
    times.push(performance.now() - from)
  }
  const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
  const rate = Math.round((records / median) * 1000).toLocaleString('en')
  console.log(
    `${name.padEnd(22)} ${String(records).padStart(7)} records ${median.toFixed(0).padStart(7)} ms ${rate.padStart(9)} records/s`,
  )
}

for (const file of named) {
  const bytes = new Uint8Array(readFileSync(resolve(file)))
  const records = recordsIn(bytes)
  const xml = new TextEncoder().encode(
    `<collection>${records.map(record => text(writeMarcxml(record))).join('')}</collection>`,
  )
  console.log(`\n${basename(file)}, ${statSync(resolve(file)).size} octets, median of ${runs}, Node ${process.version}`)
  await measure('ours, ISO 2709', () => ours(bytes))
  await measure('marcjs, ISO 2709', () => theirs(bytes))
  await measure('ours, MARCXML', () => readXml(xml))
  await measure('ours, writing ISO 2709', () => records.filter(record => writeIso2709(record).ok).length)
  await measure('ours, writing MARCXML', () => records.filter(record => writeMarcxml(record).ok).length)
}

function readXml(bytes: Uint8Array): number {
  const reader = createMarcxmlReader()
  let records = 0
  for (const chunk of chunks(bytes)) records += reader.push(chunk).length
  return records + reader.end().length
}

function text(result: { ok: boolean; value?: string }): string {
  return result.value ?? ''
}
