// Usage: npx tsx bench/all.ts [records searched = 30000] [facts = 5000000] [--quick]
// Quick: what takes minutes is measured on less.
// Everything that we say of speed, beside its peers, on the same data in one run; a peer that is not here is passed over.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { measureFigures } from './figures.ts'
import { inFreshHouse } from './house.ts'
import { filesToImport, measureImport } from './import.ts'
import { codecFile, convertWithOurs, readWithMarcjs, readWithOurs } from './marc.ts'
import { medianOf, shareOf } from './run.ts'
import { askOurs, build, emptyEngine, questions } from './search.ts'
import { askPostgres, fillMiniSearch, fillPostgres } from './search-peers.ts'
import { measureSignUps } from './sign-up.ts'
import { yazConverts } from './yaz.ts'

/** A line of the table. `ratio`: ours to the peer's, above 1 when ours is the better. */
interface Row {
  readonly what: string
  readonly who: string
  readonly figure: string
  readonly ratio: number | null
}

const quick = process.argv.includes('--quick')
const asked = process.argv.slice(2).filter(word => word !== '--quick')
const runs = 5
const rows: Row[] = []
const passedOver: string[] = []
const note = (line: string) => process.stderr.write(`${line}\n`)

const rate = (records: number, ms: number): number => (records / ms) * 1000
const perSecond = (figure: number): string => `${Math.round(figure).toLocaleString('en')} records/s`
const milliseconds = (times: readonly number[]): string =>
  `p50 ${shareOf(times, 0.5).toFixed(2)} ms, p99 ${shareOf(times, 0.99).toFixed(1)} ms`

await codec(codecFile())
await importing(filesToImport())
await signingUp(quick ? 500 : 2000)
await searching(Number(asked[0] ?? 30_000))
await figures(Number(asked[1] ?? (quick ? 200_000 : 5_000_000)))
print()

async function codec(file: string): Promise<void> {
  note(`codec: ${basename(file)}`)
  const bytes = new Uint8Array(readFileSync(file))
  const read = await medianOf(runs, () => readWithOurs(bytes))
  const theirs = await medianOf(runs, () => readWithMarcjs(bytes))
  const ours = rate(read.result, read.ms)
  const marcjs = rate(theirs.result, theirs.ms)
  const what = `read ISO 2709, ${read.result.toLocaleString('en')} records`
  rows.push({ what, who: 'ours', figure: perSecond(ours), ratio: null })
  rows.push({ what, who: 'marcjs', figure: perSecond(marcjs), ratio: ours / marcjs })

  const converted = await medianOf(runs, () => convertWithOurs(bytes))
  const conversion = rate(converted.result, converted.ms)
  rows.push({ what: 'ISO 2709 to MARCXML', who: 'ours', figure: perSecond(conversion), ratio: null })
  const { result, ms } = await medianOf(runs, () => yazConverts([file]))
  if (result === null) passedOver.push('yaz-marcdump is not installed (package yaz): not measured beside it.')
  else {
    const yaz = rate(converted.result, ms)
    rows.push({ what: 'ISO 2709 to MARCXML', who: 'yaz-marcdump', figure: perSecond(yaz), ratio: conversion / yaz })
  }
}

async function importing(files: readonly string[]): Promise<void> {
  note(`import: ${files.length} files`)
  const { records, stagingSeconds, applyingSeconds, findableSeconds, peakBytes } = await measureImport(files, false)
  const what = `import, ${records.toLocaleString('en')} records`
  const whole = stagingSeconds + applyingSeconds + findableSeconds
  const add = (does: string, who: string, seconds: number) =>
    rows.push({ what: `${what}: ${does}`, who, figure: perSecond(records / seconds), ratio: seconds / whole })
  rows.push({
    what: `${what}: kept, matched, written, findable`,
    who: 'ours',
    figure: `${perSecond(records / whole)}, ${Math.round(peakBytes / 2 ** 20)} MB`,
    ratio: null,
  })
  const parsed = await medianOf(1, async () => {
    for (const file of files) await readWithMarcjs(new Uint8Array(readFileSync(file)))
  })
  add('for scale, parsing alone', 'marcjs', parsed.ms / 1000)
  const converted = yazConverts(files)
  if (converted !== null) add('for scale, converting alone', 'yaz-marcdump', converted.seconds)
}

async function signingUp(times: number): Promise<void> {
  note(`sign-ups: ${times}`)
  const { oneEvent, sixteenEvents, plainCommits } = await measureSignUps(times)
  const each = (figure: number): string => `${Math.round(figure).toLocaleString('en')}/s`
  rows.push({ what: 'sign-ups of 64 at once, one event', who: 'ours', figure: each(oneEvent), ratio: null })
  rows.push({ what: 'sign-ups of 64 at once, 16 events', who: 'ours', figure: each(sixteenEvents), ratio: null })
  const ratio = oneEvent / plainCommits
  rows.push({ what: 'for scale, commits of one row', who: 'PostgreSQL', figure: each(plainCommits), ratio })
}

async function searching(count: number): Promise<void> {
  note(`search: ${count} made records`)
  const engine = emptyEngine()
  const asked = questions(await build(engine, count))
  const what = `search, ${count.toLocaleString('en')} records: 20 hits, total`
  const ours = await times(asked, runs, text => askOurs(engine, text))
  rows.push({ what: `${what}, 7 facets`, who: 'ours', figure: milliseconds(ours), ratio: null })
  const beside = (with7: string, who: string, theirs: readonly number[]) =>
    rows.push({
      what: `${what}${with7}`,
      who,
      figure: milliseconds(theirs),
      ratio: shareOf(theirs, 0.5) / shareOf(ours, 0.5),
    })

  note('search: PostgreSQL')
  await inFreshHouse(({ asOwner }) =>
    asOwner(async owner => {
      await fillPostgres(owner, count)
      beside(', 7 facets', 'PostgreSQL full text, GIN', await times(asked, 1, text => askPostgres(owner, text)))
    }),
  )
  note('search: MiniSearch')
  const mini = fillMiniSearch(count)
  if (mini === null) passedOver.push('MiniSearch could not be fetched from the registry: not measured beside it.')
  else beside(', no facets', 'MiniSearch', await times(asked, 1, text => mini.search(text, { combineWith: 'AND' })))
}

async function figures(facts: number): Promise<void> {
  note(`figures: ${facts} made facts`)
  const found = await measureFigures(facts)
  const what = `figures, ${facts.toLocaleString('en')} facts`
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  const add = (does: string, who: string, figure: string, ratio: number | null = null) =>
    rows.push({ what: `${what}: ${does}`, who, figure, ratio })
  add('all computed again, kept', 'ours', seconds(found.rebuildMs))
  add('for scale, the sums alone', 'PostgreSQL GROUP BY', seconds(found.groupByMs), found.groupByMs / found.rebuildMs)
  add('a new fact until its cell stands', 'ours', half(found.toCellMs))
  add('page of the province, just after a fact', 'ours', half(found.pageAfterFactMs))
  add('page of the province', 'ours', half(found.pageMs))
  add(
    'one indicator of it, the sums alone',
    'PostgreSQL GROUP BY',
    half(found.pageBySqlMs),
    shareOf(found.pageBySqlMs, 0.5) / shareOf(found.pageMs, 0.5),
  )
}

const half = (times: readonly number[]): string =>
  `p50 ${shareOf(times, 0.5).toFixed(1)} ms, p95 ${shareOf(times, 0.95).toFixed(1)} ms`

/** Milliseconds of each question in `rounds`, after one that only warms up. */
async function times(asked: readonly string[], rounds: number, ask: (text: string) => unknown): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    for (const text of asked) {
      const from = performance.now()
      await ask(text)
      if (round > 0) taken.push(performance.now() - from)
    }
  }
  return taken
}

function print(): void {
  const table = [
    ['what', 'who', 'figure', 'ours is'],
    ...rows.map(({ what, who, figure, ratio }) => [what, who, figure, ratio === null ? '' : timesBetter(ratio)]),
  ]
  const widths = [0, 1, 2].map(at => Math.max(...table.map(cells => (cells[at] ?? '').length)))
  process.stdout.write(`\nNode ${process.version}, medians of ${runs} runs\n`)
  for (const cells of table) {
    process.stdout.write(`${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}\n`.replace(/ +\n/, '\n'))
  }
  for (const sentence of passedOver) process.stdout.write(`${sentence}\n`)
}

function timesBetter(ratio: number): string {
  return `${ratio.toFixed(ratio >= 1 ? 1 : 2)} × as fast`
}
