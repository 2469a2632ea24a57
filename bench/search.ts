// Usage: node --import tsx bench/search.ts [records = 100000]
// Builds the search index in this process from made records and asks 200 mixed questions five times.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyone } from '../src/kernel/audience.ts'
import { localDate } from '../src/kernel/local-date.ts'
import { fold } from '../src/kernel/vietnamese.ts'
import { ask } from '../src/modules/search/ask.ts'
import type { SearchDocument } from '../src/modules/search/document.ts'
import { createEngine, type Engine, memoryOf, termCount } from '../src/modules/search/engine/engine.ts'
import { analysed } from '../src/modules/search/follow.ts'
import { loadParts, saveParts } from '../src/modules/search/snapshot.ts'
import { suggest } from '../src/modules/search/suggest.ts'
import { madeDocuments, mulberry } from './made-records.ts'
import { runsAlone, shareOf } from './run.ts'

const today = localDate('2026-11-24')
const say = (line: string) => process.stdout.write(`${line}\n`)
const seconds = (since: number) => (performance.now() - since) / 1000

/** The index as the server has it, with nothing in it yet. */
export const emptyEngine = (): Engine => createEngine(audience => audience === everyone)

/** Our answer as the page takes it: 20 hits, the exact total, 7 facets. */
export const askOurs = (index: Engine, text: string) =>
  ask(index, { text, page: 1, pageSize: 20, grants: new Set(), today }, false)

/** Fills the index with `count` made records and gives some of them to ask for. */
export async function build(into: Engine, count: number): Promise<SearchDocument[]> {
  const kept: SearchDocument[] = []
  const started = performance.now()
  let making = 0
  let batch: SearchDocument[] = []
  const flush = async () => {
    into.put(batch.map(document => analysed(document, 1)))
    batch = []
    await into.tidy()
  }
  let from = performance.now()
  for (const document of madeDocuments(count)) {
    making += performance.now() - from
    if (kept.length < 400 && document.id.endsWith('7')) kept.push(document)
    batch.push(document)
    if (batch.length === 500) await flush()
    from = performance.now()
  }
  await flush()
  const took = seconds(started) - making / 1000
  const parts = into.parts()
  const memory = parts.reduce((sum, part) => sum + memoryOf(part), 0)
  const terms = parts.reduce((sum, part) => sum + termCount(part), 0)
  say(
    `build        ${count} records in ${took.toFixed(1)} s: ${Math.round(count / took)} records/s, ${parts.length} segments`,
  )
  say(
    `memory       ${Math.round(memory / count)} bytes a record in arrays, ${terms} terms, process ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  )
  return kept
}

/** Whole titles, parts of them, single syllables however common, with marks and without. */
export function questions(documents: readonly SearchDocument[]): string[] {
  const chance = mulberry(7)
  return Array.from({ length: 200 }, (_, at) => {
    const document = documents[Math.floor(chance() * documents.length)]
    const words = (document?.title ?? '').split(' ')
    const from = Math.floor(chance() * Math.max(1, words.length - 2))
    const length = [words.length, 1, 2, 3][at % 4] ?? 2
    const text = at % 10 === 9 ? 'nguyễn' : words.slice(length === words.length ? 0 : from, from + length).join(' ')
    return at % 2 === 0 ? text : fold(text)
  })
}

function measureQueries(index: Engine, documents: readonly SearchDocument[]): void {
  const asked = questions(documents)
  const whole: number[] = []
  const suggesting: number[] = []
  let hits = 0
  for (let round = 0; round < 6; round += 1) {
    for (const text of asked) {
      let from = performance.now()
      const answer = askOurs(index, text)
      if (round > 0) whole.push(performance.now() - from)
      hits = Math.max(hits, answer.total)
      from = performance.now()
      suggest(index, { text, grants: new Set(), today })
      if (round > 0) suggesting.push(performance.now() - from)
    }
  }
  say(`search       top 20 + total + 7 facets: ${shares(whole)}; longest hit list ${hits}`)
  say(`suggest      ${shares(suggesting)}`)
}

function shares(times: number[]): string {
  const at = (share: number) => shareOf(times, share).toFixed(2)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${Math.max(...times).toFixed(2)} ms`
}

async function measureSnapshot(index: Engine, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'search-bench-'))
  const identity = { analyser: 0, database: 'bench' }
  const path = join(folder, 'index.snapshot')
  let from = performance.now()
  const bytes = await saveParts(path, identity, { xid: '0', key: '' }, index.parts(), index.numbers)
  const saving = seconds(from)
  from = performance.now()
  await loadParts(path, identity)
  say(
    `snapshot     ${(bytes / 1e6).toFixed(1)} MB (${Math.round(bytes / count)} bytes a record), written in ${saving.toFixed(2)} s, opened in ${seconds(from).toFixed(2)} s`,
  )
  await rm(folder, { recursive: true })
}

async function main(count: number): Promise<void> {
  const engine = emptyEngine()
  measureQueries(engine, await build(engine, count))
  await measureSnapshot(engine, count)
}

if (runsAlone(import.meta.url)) await main(Number(process.argv[2] ?? 100_000))
