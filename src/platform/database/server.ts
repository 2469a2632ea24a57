import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chownSync,
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { type Binaries, program } from './binaries.ts'
import { answersIn, ownerRole, type RunningServer, recoveryMs } from './connection.ts'
import { type OsUser, ownFolder } from './os-user.ts'
import { commandOf, isRunning, markOf, signal, waitUntil } from './processes.ts'
import { HouseRefused } from './refusal.ts'

/** What is needed to run the server of one data folder. */
export interface ServerPlace {
  /** The cluster's own folder. */
  readonly cluster: string
  readonly log: string
  readonly dataDir: string
  readonly binaries: Binaries
  readonly user: OsUser | null
  /** Settings beside the usual ones, as tests on throw-away data take them. */
  readonly settings?: readonly string[]
}

/** The major release that made a data folder; null when there is none yet. PostgreSQL's file PG_VERSION. */
export function clusterMajor(cluster: string): number | null {
  try {
    return Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  } catch {
    return null
  }
}

const asUser = (place: ServerPlace, command: string, args: readonly string[]): [string, string[]] => {
  const [first = command, ...rest] = [...(place.user?.prefix ?? []), command, ...args]
  return [first, rest]
}

/** One segment of PostgreSQL's log, the least that it needs to start. */
const leastRoom = 16 << 20

/** PostgreSQL says so; where its log lies on the same full disk, it cannot even say it. */
function isDiskFull(place: ServerPlace, output: string): boolean {
  if (/No space left on device|Disk quota exceeded|File too large|ENOSPC|EDQUOT|EFBIG/.test(output)) return true
  const { bavail, bsize } = statfsSync(dirname(place.cluster))
  return bavail * bsize < leastRoom
}

function refuseStart(place: ServerPlace, output: string): never {
  if (isDiskFull(place, output)) throw new HouseRefused({ code: 'disk-full', dataDir: place.dataDir })
  const why = output.trim().split('\n').slice(-3).join(' ').slice(-600)
  throw new HouseRefused({ code: 'server-did-not-start', log: place.log, why })
}

/** Makes the cluster in a draft folder and renames it: a cut leaves no half cluster behind. */
export function initialise(place: ServerPlace, ownerPassword: string): void {
  const draft = `${place.cluster}.draft`
  rmSync(draft, { recursive: true, force: true })
  ownFolder(draft, place.user)
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, ownerPassword, { mode: 0o600 })
  if (place.user !== null) chownSync(passwordFile, place.user.uid, place.user.gid)
  try {
    const args = ['-D', draft, '-U', ownerRole, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    const [command, rest] = asUser(place, program(place.binaries, 'initdb'), [
      ...args,
      '--encoding=UTF8',
      '--locale=C',
      // The default of PostgreSQL 18, not of those before.
      '--data-checksums',
      '--no-instructions',
    ])
    const made = spawnSync(command, rest, { encoding: 'utf8', cwd: '/', env: quietEnvironment })
    if (made.status !== 0) refuseStart(place, `${made.stdout ?? ''}${made.stderr ?? ''}${made.error?.message ?? ''}`)
    renameSync(draft, place.cluster)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Sets the owner's password in a cluster that nobody runs, as whoever owns its files may. */
export function resetPassword(place: ServerPlace, password: string): void {
  const [command, rest] = asUser(place, program(place.binaries, 'postgres'), [
    '--single',
    '-D',
    place.cluster,
    'postgres',
  ])
  const input = `alter role ${ownerRole} password '${password}'\n`
  const done = spawnSync(command, rest, { input, encoding: 'utf8', cwd: '/', env: quietEnvironment })
  if (done.status !== 0) refuseStart(place, `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`)
}

/** The server's messages are looked at by us, so they are in English whatever the locale. */
const quietEnvironment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

/** A port that is free now; a server takes it a moment later, or fails and is started again. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** The server that a cluster's own postmaster.pid names, when it runs: line 1 the process, line 4 the port. */
export function foundServer(cluster: string): RunningServer | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const mark = markOf(Number(lines[0]))
    return isRunning(mark) && servesCluster(mark.pid, cluster) ? { mark, port: Number(lines[3]) } : null
  } catch {
    return null
  }
}

/** After a restart of the machine the number may belong to another program, even to another PostgreSQL. */
const servesCluster = (pid: number, cluster: string): boolean =>
  process.platform === 'win32' || commandOf(pid).includes(` -D ${cluster} `)

const settings = [
  'listen_addresses=127.0.0.1',
  // A socket's path may not pass 107 bytes, and a data folder may lie deep: the loopback with SCRAM has no such bound.
  'unix_socket_directories=',
  'password_encryption=scram-sha-256',
  'max_connections=60',
  'shared_buffers=128MB',
  'work_mem=16MB',
  'maintenance_work_mem=64MB',
  'max_wal_size=1GB',
  'timezone=UTC',
  'log_timezone=UTC',
  'lc_messages=C',
  'jit=off',
]

/** Starts the server and waits until it answers. It outlives a Ctrl-C sent to us: we stop it ourselves, cleanly. */
export async function startServer(place: ServerPlace, password: string, wantedPort?: number): Promise<RunningServer> {
  let output = ''
  trimLog(place.log)
  forgetStranger(place.cluster)
  for (let attempt = 0; attempt < 25; attempt++) {
    const port = wantedPort ?? (await freePort())
    const before = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0
    const server = launch(place, port)
    // Where su stands between, the process that we started is not the server itself.
    if (await answersIn(server, password, startMs, recoveryMs)) return foundServer(place.cluster) ?? server
    output = readFileSync(place.log).subarray(before).toString('utf8')
    // What a killed server leaves behind goes away by itself within moments; a taken port is tried again elsewhere.
    if (!/in use|already running|shared memory|another server might be running|lock file/i.test(output)) break
    await new Promise(resolve => setTimeout(resolve, 400))
  }
  return refuseStart(place, output)
}

/**
 * After a power cut the number in postmaster.pid may belong to a program that is no PostgreSQL at all; then PostgreSQL
 * would wait for it for ever. Where anything like PostgreSQL runs under it, PostgreSQL itself decides.
 */
function forgetStranger(cluster: string): void {
  const file = join(cluster, 'postmaster.pid')
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    const command = isRunning(markOf(pid)) ? commandOf(pid) : ''
    if (command !== '' && !command.includes('postgres')) rmSync(file)
  } catch {
    // No file: nobody was cut off.
  }
}

const longestLog = 5_000_000

/** The server writes its own log; what is before the last start is kept once. */
function trimLog(log: string): void {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > longestLog) renameSync(log, `${log}.1`)
}

const startMs = 60_000

function launch(place: ServerPlace, port: number): RunningServer {
  const args = ['-D', place.cluster, '-p', String(port)]
  for (const setting of [...settings, ...(place.settings ?? [])]) args.push('-c', setting)
  const [command, rest] = asUser(place, program(place.binaries, 'postgres'), args)
  const log = openSync(place.log, 'a', 0o600)
  const child = spawn(command, rest, { detached: true, stdio: ['ignore', log, log], cwd: '/', env: quietEnvironment })
  closeSync(log)
  child.on('error', error => appendFileSync(place.log, `${error.message}\n`))
  child.unref()
  // setpriv and exec keep the process number, so the child is the server itself.
  return { mark: markOf(child.pid ?? 0), port }
}

/** How long a server that is starting or recovering may take before it is stopped the hard way. */
const answerMs = 5_000

/**
 * Stops the server and waits for its end: in order (fast shutdown: sessions end, everything is written) when it answers
 * our password. PostgreSQL 18 that is told so while it recovers from a crash, as a full disk causes one, waits for ever
 * for processes that it told nothing; it is stopped as a cut would, and the next start recovers from its log.
 */
export async function stopServer(server: RunningServer, password: string | null): Promise<void> {
  const ended = () => !isRunning(server.mark)
  const inOrder = password === null || (await answersIn(server, password, answerMs))
  if (ended()) return
  if (inOrder && (!signal(server.mark.pid, 'SIGINT') || (await waitUntil(ended, 30_000)))) return
  signal(server.mark.pid, 'SIGQUIT')
  await waitUntil(ended, 10_000)
}
