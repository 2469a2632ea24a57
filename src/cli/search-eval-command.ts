import { stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { localDateAt } from '../kernel/local-date.ts'
import { createMemoryIndex, type MemoryIndex, type SearchDocument } from '../modules/search/index.ts'
import { systemClock } from '../platform/clock.ts'
import { type BenchmarkQuery, readBenchmarkDocuments, readBenchmarkQueries, readJudgements } from './benchmark-files.ts'
import { type Call, type Command, exit, Failed, textOption } from './command.ts'
import { count, decimal, pace } from './figures.ts'
import { progressLine } from './progress.ts'
import { depth, meansOf, relevanceOf } from './relevance.ts'
import { percentile, relevanceTable } from './search-eval-table.ts'

/** What the index answered to one query: ids, best first. */
interface Answered {
  readonly query: BenchmarkQuery
  readonly hits: readonly string[]
  readonly milliseconds: number
}

type Judgements = Awaited<ReturnType<typeof readJudgements>>

const batchSize = 500
const between = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

async function sizeOf(call: Call, path: string): Promise<number> {
  try {
    const found = await stat(path)
    if (found.isFile()) return found.size
    throw Object.assign(new Error(), { code: 'EISDIR' })
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new Failed(call.words.searchEval.unreadable(path, why))
  }
}

async function indexFile(call: Call, path: string): Promise<MemoryIndex> {
  const { terminal, words, lang, signal } = call
  const size = await sizeOf(call, path)
  const index = createMemoryIndex()
  const speed = pace(performance.now())
  const ids = new Set<string>()
  let batch: SearchDocument[] = []
  for await (const { value, bytes } of readBenchmarkDocuments(path, words)) {
    if (ids.has(value.id)) throw new Failed(words.searchEval.twice(path, value.id))
    ids.add(value.id)
    if (batch.push(value) < batchSize) continue
    await index.put(batch)
    batch = []
    await between()
    signal.throwIfAborted()
    terminal.progress(`${words.searchEval.indexing} · ${progressLine(call, bytes, size, 'octets', speed)}`)
  }
  await index.put(batch)
  terminal.line(words.searchEval.indexed(count(ids.size, lang)))
  return index
}

async function askAll(call: Call, index: MemoryIndex, queries: readonly BenchmarkQuery[]): Promise<Answered[]> {
  const { terminal, words, signal } = call
  const everybody = { page: 1, pageSize: depth, grants: new Set<string>(), today: localDateAt(systemClock.now()) }
  const speed = pace(performance.now())
  const answered: Answered[] = []
  for (const query of queries) {
    const from = performance.now()
    const { hits } = index.search({ ...everybody, text: query.text })
    answered.push({ query, hits: hits.map(hit => hit.id), milliseconds: performance.now() - from })
    if (answered.length % 100 !== 0) continue
    await between()
    signal.throwIfAborted()
    const unit = { counted: words.searchEval.unit }
    terminal.progress(
      `${words.searchEval.asking} · ${progressLine(call, answered.length, queries.length, unit, speed)}`,
    )
  }
  return answered
}

/** The judgements that were named, or those beside the queries; null where there are none. */
async function judgementsFor(call: Call, queries: string): Promise<Judgements | null> {
  const named = call.names[2]
  const path = named === undefined ? join(dirname(queries), 'qrels.tsv') : call.path(named)
  if (named === undefined && (await stat(path).catch(() => null)) === null) return null
  await sizeOf(call, path)
  return readJudgements(path, call.words)
}

function score(
  call: Call,
  answered: readonly Answered[],
  judgements: Awaited<ReturnType<typeof readJudgements>>,
): void {
  const { terminal, words, lang } = call
  const judged = answered.flatMap(one => {
    const grades = judgements.get(one.query.id)
    return grades === undefined ? [] : [{ ...one, relevance: relevanceOf(one.hits, grades) }]
  })
  if (judged.length === 0) throw new Failed(words.searchEval.noneJudged)
  const slices = meansOf(judged.map(({ query, relevance }) => [query.slice, relevance]))
  const timesOf = (slice: string) => judged.filter(({ query }) => query.slice === slice).map(one => one.milliseconds)
  const times = new Map([...slices.keys()].map(slice => [slice, timesOf(slice)]))
  for (const line of relevanceTable(slices, times, call)) terminal.line(line)
  if (judged.length < answered.length)
    terminal.line(words.searchEval.notJudged(count(answered.length - judged.length, lang)))
}

function tellLatency({ terminal, words, lang }: Call, answered: readonly Answered[]): void {
  const times = answered.map(one => one.milliseconds)
  const [p50, p99, most] = [0.5, 0.99, 1].map(share => decimal(percentile(times, share), 1, lang))
  terminal.line(words.searchEval.latency(count(times.length, lang), p50 ?? '', p99 ?? '', most ?? ''))
}

/** Lines that other scorers read: `{"qid": …, "hits": […]}`. */
async function writeRun(call: Call, path: string, answered: readonly Answered[]): Promise<void> {
  const lines = answered.map(({ query, hits }) => `${JSON.stringify({ qid: query.id, hits })}\n`)
  try {
    await writeFile(path, lines.join(''))
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new Failed(call.words.searchEval.unwritable(path, why))
  }
  call.terminal.line(call.words.searchEval.runWritten(path))
}

/** How well the search finds what a benchmark says is right. No database is opened: only the benchmark's documents are indexed. */
export const searchEvalCommand: Command = {
  name: 'search eval',
  usage: 'DOCS QUERIES [QRELS] [--run FILE]',
  options: { run: { type: 'string' } },
  names: [2, 3],
  run: async call => {
    const { words, names } = call
    const [documents, asked] = [call.path(names[0] ?? ''), call.path(names[1] ?? '')]
    // Everything that is small is read first, so that a mistyped name is told at once.
    for (const path of [documents, asked]) await sizeOf(call, path)
    const judgements = await judgementsFor(call, asked)
    const queries = await readBenchmarkQueries(asked, words)
    if (queries.length === 0) throw new Failed(words.searchEval.noQueries(asked))
    const answered = await askAll(call, await indexFile(call, documents), queries)
    if (judgements === null) call.terminal.line(words.searchEval.noJudgements)
    else score(call, answered, judgements)
    tellLatency(call, answered)
    const run = textOption(call, 'run')
    if (run !== null) await writeRun(call, call.path(run), answered)
    return exit.done
  },
}
