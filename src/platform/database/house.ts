import { randomBytes } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findBinaries } from './binaries.ts'
import { type Database, openDatabase } from './database.ts'
import { dropLease, livingLeases, takeLease, withLock } from './leases.ts'
import { ownFolder, postgresUser } from './os-user.ts'
import { isRunning } from './processes.ts'
import { HouseRefused } from './refusal.ts'
import {
  appRole,
  canConnect,
  clusterMajor,
  connectionOf,
  databaseName,
  foundServer,
  initialise,
  ownerRole,
  type RunningServer,
  type ServerPlace,
  startServer,
  stopServer,
} from './server.ts'

export interface HouseOptions {
  /** Absolute. */
  readonly dataDir: string
  readonly pgBin: string | null
  readonly databaseUrl: string | null
  /** One `serve` at a time; commands come and go. */
  readonly purpose: 'serve' | 'command'
  readonly onError?: (error: Error) => void
  /** Told what may surprise, such as data that had to move; in Vietnamese. */
  readonly say?: (line: string) => void
  /** Only for throw-away data. */
  readonly settings?: readonly string[]
}

/** An open database: our own server, or one given by its address. */
export interface House {
  /** As the application's role, which cannot change the journal or the facts. */
  readonly database: Database
  /** As the owner of the tables, for migrations, backup and restore. */
  asOwner<T>(work: (database: Database) => Promise<T>): Promise<T>
  /** The addresses of the database for the two roles; they carry passwords. */
  readonly urls: { readonly app: string; readonly owner: string }
  /** Tells other processes where this one serves. */
  announce(address: string): void
  /** The last one out stops the server. */
  close(): Promise<void>
}

interface Secrets {
  readonly owner: string
  readonly app: string
}

const urlOf = (port: number, role: string, password: string): string =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/${databaseName}`

export async function openHouse(options: HouseOptions): Promise<House> {
  prepareFolder(options.dataDir)
  const run = join(options.dataDir, 'run')
  return withLock(run, async () => {
    const serving = livingLeases(run).find(lease => lease.purpose === 'serve')
    if (options.purpose === 'serve' && serving !== undefined) {
      throw new HouseRefused({ code: 'another-serve', pid: serving.mark.pid, address: serving.address })
    }
    return options.databaseUrl === null ? openOwn(options, run) : openGiven(options, run, options.databaseUrl)
  })
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    if (process.platform !== 'win32') chmodSync(dataDir, 0o700)
    mkdirSync(join(dataDir, 'run'), { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new HouseRefused({ code: code === 'ENOSPC' ? 'disk-full' : 'data-folder-not-writable', dataDir })
  }
}

/** Random passwords, made once and readable by nobody else. */
function secretsOf(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Secrets
  const fresh = () => randomBytes(24).toString('base64url')
  const secrets = { owner: fresh(), app: fresh() }
  writeFileSync(path, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' })
  return secrets
}

async function openOwn(options: HouseOptions, run: string): Promise<House> {
  const { dataDir } = options
  const secrets = secretsOf(dataDir)
  const place = serverPlace(options)
  const dataMajor = clusterMajor(place.cluster)
  if (dataMajor !== null && dataMajor !== place.binaries.major) {
    throw new HouseRefused({ code: 'other-major', dataMajor, programMajor: place.binaries.major, dataDir })
  }
  if (dataMajor === null) initialise(place, secrets.owner)
  let server = await runningOrStarted(place, secrets.owner)
  await ensureDatabase(server.port, secrets)
  writeRunFile(run, server, place)
  takeLease(run, options.purpose)
  const watch =
    options.purpose === 'serve'
      ? watchServer(
          place,
          secrets.owner,
          () => server,
          next => {
            server = next
            writeRunFile(run, server, place)
          },
        )
      : null
  const database = openDatabase({
    url: urlOf(server.port, appRole, secrets.app),
    ...(options.onError ? { onError: options.onError } : {}),
  })
  return {
    database,
    urls: { app: urlOf(server.port, appRole, secrets.app), owner: urlOf(server.port, ownerRole, secrets.owner) },
    asOwner: work => withDatabase(urlOf(server.port, ownerRole, secrets.owner), work),
    announce: address => takeLease(run, options.purpose, address),
    close: async () => {
      await watch?.stop()
      await database.close()
      await withLock(run, async () => {
        dropLease(run)
        if (livingLeases(run).length === 0) await stopServer(server)
      })
    },
  }
}

function serverPlace(options: HouseOptions): ServerPlace {
  const user = postgresUser()
  const dataDir = dataHome(options, user !== null && !user.reachesClosedFolders)
  const folder = join(dataDir, 'postgres')
  if (!existsSync(folder)) ownFolder(folder, user)
  return {
    cluster: join(folder, 'data'),
    log: join(options.dataDir, 'run', 'postgres.log'),
    dataDir: options.dataDir,
    binaries: findBinaries(options.pgBin, options.dataDir, user !== null),
    user,
    ...(options.settings ? { settings: options.settings } : {}),
  }
}

/** Where the OS user cannot reach into closed folders, only the cluster moves; a file beside the data says where. */
function dataHome(options: HouseOptions, mustMove: boolean): string {
  const note = join(options.dataDir, 'postgres-home')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  if (!mustMove) return options.dataDir
  const home = join('/var/lib/bac-thang', randomBytes(6).toString('hex'))
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(note, home, { mode: 0o600 })
  options.say?.(`Dữ liệu PostgreSQL nằm ở ${home}, vì người chạy PostgreSQL không vào được ${options.dataDir}.`)
  return home
}

/** A server left behind by a killed process is taken over when it answers to our password. */
async function runningOrStarted(place: ServerPlace, password: string): Promise<RunningServer> {
  const found = foundServer(place.cluster)
  if (found !== null) {
    if (await canConnect(found.port, password)) return found
    await stopServer(found)
  }
  return startServer(place, password)
}

const writeRunFile = (run: string, server: RunningServer, place: ServerPlace): void =>
  writeFileSync(
    join(run, 'postgres.json'),
    JSON.stringify({ pid: server.mark.pid, port: server.port, major: place.binaries.major }),
    { mode: 0o600 },
  )

/** Starts the server again, on the same port, when it was killed under us: requests fail for a moment, then go on. */
function watchServer(
  place: ServerPlace,
  password: string,
  current: () => RunningServer,
  replaced: (server: RunningServer) => void,
): { stop(): Promise<void> } {
  let busy: Promise<void> | null = null
  const look = () => {
    if (busy !== null || isRunning(current().mark)) return
    busy = startServer(place, password, current().port)
      .then(replaced, () => undefined)
      .finally(() => {
        busy = null
      })
  }
  const timer = setInterval(look, 500)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await busy
    },
  }
}

async function ensureDatabase(port: number, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ ...connectionOf(port, ownerRole, secrets.owner), database: 'postgres' })
  await client.connect()
  try {
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
    const password = client.escapeLiteral(secrets.app)
    if (roles.rowCount === 0) await client.query(`create role ${appRole} login password ${password}`)
    const databases = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (databases.rowCount === 0) {
      await client.query(
        `create database ${databaseName} owner ${ownerRole} template template0 encoding 'UTF8' locale 'C'`,
      )
    }
  } finally {
    await client.end()
  }
}

async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ url, connections: 2, applicationName: 'bac-thang owner' })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** A server of one's own: one role does everything, and triggers alone guard the journal and the facts. */
async function openGiven(options: HouseOptions, run: string, url: string): Promise<House> {
  const database = openDatabase({ url, ...(options.onError ? { onError: options.onError } : {}) })
  try {
    await database.transaction(async () => undefined)
  } catch (error) {
    await database.close()
    throw new HouseRefused({ code: 'server-unreachable', why: error instanceof Error ? error.message : String(error) })
  }
  takeLease(run, options.purpose)
  return {
    database,
    urls: { app: url, owner: url },
    asOwner: work => withDatabase(url, work),
    announce: address => takeLease(run, options.purpose, address),
    close: async () => {
      await database.close()
      dropLease(run)
    },
  }
}
