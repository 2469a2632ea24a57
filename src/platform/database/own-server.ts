import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import {
  answersIn,
  appRole,
  connectionOf,
  databaseName,
  ownerRole,
  type RunningServer,
  recoveryMs,
} from './connection.ts'
import { openDatabase } from './database.ts'
import { keepSecrets, newSecrets, readSecrets, runFolder, type Secrets, writeWhole } from './folder.ts'
import { withDatabase } from './given-server.ts'
import type { House, HouseOptions } from './house.ts'
import { dropLease, livingLeases, takeLease, withLock } from './leases.ts'
import { clearNewCluster, finishAdoption, placeOf } from './place.ts'
import { HouseRefused } from './refusal.ts'
import {
  clusterMajor,
  foundServer,
  initialise,
  resetPassword,
  type ServerPlace,
  startServer,
  stopServer,
} from './server.ts'
import { keepRunning } from './watch-server.ts'

const urlOf = (port: number, role: string, password: string): string =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/${databaseName}`

/** The database in the data folder itself: found running or started, whole, with its two roles. */
export async function openOwn(options: HouseOptions): Promise<House> {
  const run = runFolder(options.dataDir)
  const place = placeOf(options)
  if (options.beside) await clearNewCluster(place)
  else finishAdoption(place.cluster)
  const major = clusterMajor(place.cluster)
  if (major !== null && major !== place.binaries.major) {
    const programMajor = place.binaries.major
    throw new HouseRefused({ code: 'other-major', dataMajor: major, programMajor, dataDir: options.dataDir })
  }
  const secrets = await secretsFor(options.dataDir, place, major !== null)
  if (major === null) initialise(place, secrets.owner)
  const server = await sayingWhenSlow(options, runningOrStarted(run, place, secrets.owner))
  await ensureDatabase(server.port, secrets)
  writeRunFile(run, server, place)
  takeLease(run, options.purpose)
  const onError = options.onError ?? (() => undefined)
  const watch = options.purpose === 'serve' ? keepRunning(run, place, server, secrets.owner, onError) : null
  const urls = { app: urlOf(server.port, appRole, secrets.app), owner: urlOf(server.port, ownerRole, secrets.owner) }
  const database = openDatabase({ url: urls.app, onError })
  return {
    database,
    urls,
    asOwner: work => withDatabase(urls.owner, work),
    announce: address => takeLease(run, options.purpose, address),
    close: async () => {
      await watch?.stop()
      await database.close()
      await withLock(run, async () => {
        dropLease(run)
        if (livingLeases(run).length === 0) await stopServer(foundServer(place.cluster) ?? server, secrets.owner)
      })
    },
  }
}

/** The passwords; new ones, set in the cluster first, when their file was lost. */
async function secretsFor(dataDir: string, place: ServerPlace, clusterExists: boolean): Promise<Secrets> {
  const kept = readSecrets(dataDir)
  if (kept !== null) return kept
  const secrets = newSecrets()
  if (clusterExists) {
    const running = foundServer(place.cluster)
    if (running !== null) await stopServer(running, null)
    resetPassword(place, secrets.owner)
  }
  keepSecrets(dataDir, secrets)
  return secrets
}

const slowMs = 5_000

async function sayingWhenSlow<T>({ say }: HouseOptions, opening: Promise<T>): Promise<T> {
  const timer = setTimeout(
    () => say?.('PostgreSQL đang mở dữ liệu. Sau khi mất điện, việc này có thể mất vài phút.'),
    slowMs,
  )
  return opening.finally(() => clearTimeout(timer))
}

/** A server left behind by a killed process is taken over when it answers to our password. */
async function runningOrStarted(run: string, place: ServerPlace, password: string): Promise<RunningServer> {
  const found = foundServer(place.cluster)
  if (found !== null) {
    if (await answersIn(found, password, takeOverMs, recoveryMs)) return found
    // It does not answer, for whatever reason; the next start recovers what it had.
    await stopServer(found, null)
  }
  // Whoever is here already expects it at the port where it was.
  return startServer(place, password, livingLeases(run).length > 0 ? portInRunFile(run) : undefined)
}

/** A server that has only just been left, or is only just starting, answers a little later. */
const takeOverMs = 20_000

function portInRunFile(run: string): number | undefined {
  try {
    const { port } = JSON.parse(readFileSync(join(run, 'postgres.json'), 'utf8')) as { port?: number }
    return port
  } catch {
    return undefined
  }
}

const writeRunFile = (run: string, { mark, port }: RunningServer, { binaries }: ServerPlace): void =>
  writeWhole(join(run, 'postgres.json'), JSON.stringify({ pid: mark.pid, port, major: binaries.major }))

/** Makes the application's role and the database where they are missing. */
async function ensureDatabase(port: number, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ ...connectionOf(port, ownerRole, secrets.owner), database: 'postgres' })
  await client.connect()
  try {
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
    if (roles.rowCount === 0) await client.query(`create role ${appRole} login`)
    await client.query(`alter role ${appRole} password ${client.escapeLiteral(secrets.app)}`)
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
