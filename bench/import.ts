// Usage: node --import tsx bench/import.ts [FILE… = the Vietnamese university catalogue beside the clone]
// Brings MARC files into a throw-away database as the command line does (a server of our own with its usual safety),
// and says how fast each step was and how much memory the process took at most.
import { createReadStream, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { registers } from '../src/app/registers.ts'
import {
  batchById,
  countBatch,
  importWorks,
  requestApply,
  requestWithdraw,
  startImport,
} from '../src/modules/imports/index.ts'
import { institutionByCode, loadInstitutions, noInstitutionsPort } from '../src/modules/institutions/index.ts'
import { openSearchIndex } from '../src/modules/search/index.ts'
import { newId, systemClock } from '../src/platform/clock.ts'
import { openFiles } from '../src/platform/files/index.ts'
import { createRateLimiter } from '../src/platform/http/index.ts'
import { runJobHere } from '../src/platform/jobs/index.ts'
import { openLog } from '../src/platform/log.ts'
import type { World } from '../src/platform/world.ts'
import { sharedFile } from '../tests/support/shared.ts'
import { inFreshHouse } from './house.ts'
import { runsAlone } from './run.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The files named, or the catalogue beside the clone, or one of ours. */
export function filesToImport(named: readonly string[] = []): string[] {
  if (named.length > 0) return named.map(name => resolve(name))
  const folder = sharedFile('data/marc/vietnamese-university')
  if (folder === null) return [resolve('fixtures/marc/librarycarpentry-60.mrc')]
  return readdirSync(folder)
    .filter(name => name.endsWith('.mrc'))
    .sort()
    .map(name => join(folder, name))
}

const megabytes = (octets: number) => `${Math.round(octets / 2 ** 20)} MB`

export interface ImportFigures {
  readonly records: number
  /** Kept whole, read, matched and staged. */
  readonly stagingSeconds: number
  /** Written as works, editions and copies with their facts and search documents. */
  readonly applyingSeconds: number
  /** Read into the search index, which before was empty. */
  readonly findableSeconds: number
  readonly peakBytes: number
}

/** Brings files into a database of its own that is gone afterwards. */
export async function measureImport(files: readonly string[], andBack: boolean): Promise<ImportFigures> {
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  try {
    return await inFreshHouse(async ({ database, config, dataDir }) => {
      const world = {
        database,
        clock: systemClock,
        files: openFiles(join(dataDir, 'files')),
        config,
        log: openLog({ folder: null, level: 'error' }),
        limiter: createRateLimiter(systemClock),
      }
      return { ...(await bringIn(world, files, andBack)), peakBytes: peak }
    })
  } finally {
    clearInterval(watch)
  }
}

async function bringIn(
  world: World,
  files: readonly string[],
  andBack: boolean,
): Promise<Omit<ImportFigures, 'peakBytes'>> {
  const { database } = world
  const network = { institutions: [{ code: 'DHKT', kind: 'school', name: 'Thư viện đo thử', validFrom: '2000-01-01' }] }
  await database.transaction(tx => loadInstitutions(tx, { id: newId() }, network, noInstitutionsPort))
  const institution = (await institutionByCode(database, 'DHKT'))?.id ?? ''
  const options = { database, holder: 'bench', works: importWorks(world, registers), log: world.log }
  const run = (job: string) => runJobHere(options, job, new AbortController().signal)

  const batches: string[] = []
  let records = 0
  const stagingSeconds = await timed(async () => {
    for (const file of files) {
      const asked = {
        act: newId(),
        by: null,
        institution,
        register: null,
        coding: null,
        fileName: basename(file),
        source: createReadStream(file),
      }
      const started = await startImport(world, registers, asked)
      if (!started.ok || started.value.job === null) throw new Error(`${file}: ${JSON.stringify(started)}`)
      await run(started.value.job)
      batches.push(started.value.batch)
    }
  })
  for (const batch of batches) records += (await countBatch(database, batch)).records
  const applyingSeconds = await timed(async () => {
    for (const batch of batches) await queuedAndRun(await requestApply(world, { act: newId(), by: null, batch }), run)
  })
  const findableSeconds = await timed(async () => {
    const { database: db, config, log } = world
    const index = await openSearchIndex({ database: db, dataDir: config.dataDir, log, owner: false })
    await index.catchUp()
    await index.close()
  })
  if (andBack) {
    for (const batch of batches) {
      const known = await batchById(database, batch)
      say(`  ${known?.fileName} ${known?.state} ${JSON.stringify(await countBatch(database, batch))}`)
    }
    const withdrawing = await timed(async () => {
      for (const batch of batches)
        await queuedAndRun(await requestWithdraw(world, { act: newId(), by: null, batch }), run)
    })
    report('withdrawn again', records, withdrawing)
  }
  return { records, stagingSeconds, applyingSeconds, findableSeconds }
}

async function queuedAndRun(
  asked: Awaited<ReturnType<typeof requestApply>>,
  run: (job: string) => Promise<boolean>,
): Promise<void> {
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems))
  await run(asked.value.job)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}

function report(what: string, records: number, seconds: number): void {
  const rate = Math.round(records / seconds).toLocaleString('en')
  say(`${what.padEnd(42)} ${records} records ${seconds.toFixed(1)} s ${rate} records/s`)
}

async function main(): Promise<void> {
  say(`Node ${process.version}, before anything ${megabytes(process.memoryUsage.rss())}`)
  const figures = await measureImport(filesToImport(process.argv.slice(2)), true)
  const { records, stagingSeconds, applyingSeconds, findableSeconds } = figures
  report('kept, read, matched, staged', records, stagingSeconds)
  report('applied with search documents and facts', records, applyingSeconds)
  report('both', records, stagingSeconds + applyingSeconds)
  report('read into an empty index', records, findableSeconds)
  say(`at most ${megabytes(figures.peakBytes)}`)
}

if (runsAlone(import.meta.url)) await main()
