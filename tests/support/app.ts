import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { startBackground } from '../../src/app/background.ts'
import { startListening } from '../../src/app/listen.ts'
import { type App, openApp } from '../../src/app.ts'
import { readAccounts } from '../../src/cli/demo-accounts.ts'
import { loadDemonstration } from '../../src/cli/demo-loader.ts'
import { portsOf } from '../../src/cli/province.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { openFiles } from '../../src/platform/files/index.ts'
import { createRateLimiter } from '../../src/platform/http/index.ts'
import { openLog } from '../../src/platform/log.ts'
import type { World } from '../../src/platform/world.ts'
import { clusterVariables } from './cluster.ts'
import { type Template, testDatabase } from './database.ts'

/** Nine in the morning of a Tuesday in Vietnam; the demonstration's loans are due around it. */
export const demoDay = new Date('2026-11-24T02:00:00Z')

interface DemoWorld extends World {
  readonly clock: ReturnType<typeof fixedClock>
}

function worldIn(dataDir: string, database: Database, now: Date): DemoWorld {
  const clock = fixedClock(now)
  return {
    database,
    clock,
    config: readConfig({ DATA_DIR: dataDir, PORT: '0' }, ['--lang=vi']),
    files: openFiles(join(dataDir, 'files')),
    log: openLog({ folder: null, level: 'error' }),
    limiter: createRateLimiter(clock),
  }
}

/** The data folder that goes with the demonstration's database: the run's, or this process's when it runs alone. */
const alone = process.env[clusterVariables.owner] === undefined
const demoFolder = join(tmpdir(), alone ? `tinh-mau-${process.pid}` : 'tinh-mau')
after(() => alone && rmSync(demoFolder, { recursive: true, force: true }))

const demonstration: Template = {
  name: 'template_demonstration',
  make: async urls => {
    rmSync(demoFolder, { recursive: true, force: true })
    mkdirSync(demoFolder, { recursive: true })
    const owner = openDatabase({ url: urls.owner, connections: 1 })
    await migrate(owner)
    await owner.close()
    const database = openDatabase({ url: urls.app })
    const world = worldIn(demoFolder, database, demoDay)
    await loadDemonstration(world, portsOf(world), () => undefined)
    await database.close()
  },
}

/** The demonstration province, served at an address of this machine as `npm start` serves it. */
export interface TestApp {
  readonly url: string
  /** Its clock stands still until a test sets it. */
  readonly world: DemoWorld
  readonly app: App
  /** The password of a demonstration account. */
  password(login: string): string
  /** Headers of a browser in which this account is signed in, on a page of ours. */
  signIn(login: string): Promise<Record<string, string>>
  close(): Promise<void>
}

/** A province of a test's own, in some hundred milliseconds after the first of a run. Close it in `after`. */
export async function startTestApp(now = demoDay): Promise<TestApp> {
  const test = await testDatabase(demonstration)
  const dataDir = mkdtempSync(join(tmpdir(), 'tinh-mau-'))
  if (existsSync(demoFolder)) cpSync(demoFolder, dataDir, { recursive: true })
  const world = worldIn(dataDir, test.db, now)
  const app = await openApp(world, { owner: true })
  const background = await startBackground(world, app.works)
  const { url, close } = await startListening(app.web, world.config)
  const passwords = new Map((await readAccounts(dataDir)).map(({ login, password }) => [login, password]))
  const password = (login: string): string => {
    const found = passwords.get(login)
    if (found === undefined) throw new Error(`the demonstration has no account ${login}`)
    return found
  }
  return {
    url,
    world,
    app,
    password,
    signIn: async login => {
      const form = new URLSearchParams({ ten: login, 'mat-khau': password(login) })
      const ours = { 'sec-fetch-site': 'same-origin' }
      const answer = await fetch(`${url}/dang-nhap`, { method: 'POST', body: form, headers: ours, redirect: 'manual' })
      const cookie = answer.headers
        .getSetCookie()
        .map(line => line.split(';')[0])
        .join('; ')
      if (answer.status !== 303 || cookie === '') throw new Error(`${login} could not sign in: ${answer.status}`)
      return { ...ours, cookie }
    },
    close: async () => {
      await close()
      await background.stop()
      await app.index.close()
      await test.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
