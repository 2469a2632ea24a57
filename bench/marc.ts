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
import { medianOf, runsAlone } from './run.ts'

/** Records a second, ours and marcjs side by side, median of five runs each, from memory in chunks of 64 KiB.
 *  `node --import tsx bench/marc.ts [FILE…]`; without files, the largest one of the corpora beside the clone. */

const runs = 5
const chunkOctets = 1 << 16

/** The largest file of the corpora beside the clone, or one of ours. */
export const codecFile = (): string =>
  resolve(sharedFile('data/marc/vietnamese-university/book3part0final.mrc') ?? 'fixtures/marc/librarycarpentry-60.mrc')

function* chunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkOctets) yield bytes.subarray(at, at + chunkOctets)
}

/** Reads every record with our reader. */
export function readWithOurs(bytes: Uint8Array): number {
  const reader = createIso2709Reader()
  let records = 0
  const count = (kind: string) => {
    if (kind === 'record') records += 1
  }
  for (const chunk of chunks(bytes)) for (const { kind } of reader.push(chunk)) count(kind)
  for (const { kind } of reader.end()) count(kind)
  return records
}

/** Reads every record with marcjs. */
export async function readWithMarcjs(bytes: Uint8Array): Promise<number> {
  let records = 0
  for await (const _ of Readable.from(chunks(bytes)).pipe(Marc.createStream('iso2709', 'parser'))) records += 1
  return records
}

function recordsIn(bytes: Uint8Array): MarcRecord[] {
  const reader = createIso2709Reader()
  return [...reader.push(bytes), ...reader.end()].flatMap(one => (one.kind === 'record' ? [one.record] : []))
}

/** Reads ISO 2709 and writes each record as MARCXML, as yaz-marcdump does. */
export function convertWithOurs(bytes: Uint8Array): number {
  const reader = createIso2709Reader()
  let records = 0
  for (const chunk of chunks(bytes)) {
    for (const one of reader.push(chunk)) if (one.kind === 'record' && writeMarcxml(one.record).ok) records += 1
  }
  return records
}

async function measure(name: string, work: () => number | Promise<number>): Promise<void> {
  const { ms, result: records } = await medianOf(runs, work)
  const rate = Math.round((records / ms) * 1000).toLocaleString('en')
  console.log(
    `${name.padEnd(22)} ${String(records).padStart(7)} records ${ms.toFixed(0).padStart(7)} ms ${rate.padStart(9)} records/s`,
  )
}

async function main(files: readonly string[]): Promise<void> {
  for (const file of files.length > 0 ? files : [codecFile()]) await measureFile(file)
}

async function measureFile(file: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(resolve(file)))
  const records = recordsIn(bytes)
  const xml = new TextEncoder().encode(
    `<collection>${records.map(record => text(writeMarcxml(record))).join('')}</collection>`,
  )
  console.log(`\n${basename(file)}, ${statSync(resolve(file)).size} octets, median of ${runs}, Node ${process.version}`)
  await measure('ours, ISO 2709', () => readWithOurs(bytes))
  await measure('marcjs, ISO 2709', () => readWithMarcjs(bytes))
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

if (runsAlone(import.meta.url)) await main(process.argv.slice(2))
