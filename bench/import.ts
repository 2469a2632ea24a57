// Usage: node --import tsx bench/import.ts [FILE… = the Vietnamese university catalogue beside the clone]
// Brings MARC files into a throw-away database as the command line does (a server of our own with its usual safety),
// and says how fast each step was and how much memory the process took at most.
import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
import { newId, systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { openHouse } from '../src/platform/database/house.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { openFiles } from '../src/platform/files/index.ts'
import { createRateLimiter } from '../src/platform/http/index.ts'
import { runJobHere } from '../src/platform/jobs/index.ts'
import { openLog } from '../src/platform/log.ts'
import type { World } from '../src/platform/world.ts'
import { sharedFile } from '../tests/support/shared.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

function filesAsked(): string[] {
  const named = process.argv.slice(2)
  if (named.length > 0) return named.map(name => resolve(name))
  const folder = sharedFile('data/marc/vietnamese-university')
  if (folder === null) return ['fixtures/marc/librarycarpentry-60.mrc']
  return readdirSync(folder)
    .filter(name => name.endsWith('.mrc'))
    .sort()
    .map(name => join(folder, name))
}

let peak = 0
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 50)
const megabytes = (octets: number) => `${Math.round(octets / 2 ** 20)} MB`

const dataDir = mkdtempSync(join(tmpdir(), 'bac-thang-bench-'))
const config = readConfig({ ...process.env, DATA_DIR: dataDir, DEMO: '0' }, [])
const house = await openHouse({ ...config, purpose: 'command' })
try {
  await house.asOwner(owner => migrate(owner))
  await bringIn({
    database: house.database,
    clock: systemClock,
    files: openFiles(join(dataDir, 'files')),
    config,
    log: openLog({ folder: null, level: 'error' }),
    limiter: createRateLimiter(systemClock),
  })
} finally {
  clearInterval(watch)
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
}

async function bringIn(world: World): Promise<void> {
  const { database } = world
  const network = { institutions: [{ code: 'DHKT', kind: 'school', name: 'Thư viện đo thử', validFrom: '2000-01-01' }] }
  await database.transaction(tx => loadInstitutions(tx, { id: newId() }, network, noInstitutionsPort))
  const institution = (await institutionByCode(database, 'DHKT'))?.id ?? ''
  const options = { database, holder: 'bench', works: importWorks(world, registers), log: world.log }
  const run = (job: string) => runJobHere(options, job, new AbortController().signal)

  say(`Node ${process.version}, before anything ${megabytes(process.memoryUsage.rss())}`)
  const batches: string[] = []
  let records = 0
  const staging = await timed(async () => {
    for (const file of filesAsked()) {
      const asked = {
        act: newId(),
        by: null,
        institution,
        register: null,
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
  report('kept, read, matched, staged', records, staging)

  const applying = await timed(async () => {
    for (const batch of batches) await queuedAndRun(await requestApply(world, { act: newId(), by: null, batch }), run)
  })
  report('applied with search documents and facts', records, applying)
  report('both', records, staging + applying)

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
  say(`${what.padEnd(42)} ${records} records ${seconds.toFixed(1)} s ${rate} records/s, peak ${megabytes(peak)}`)
}
