import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from './folder.ts'
import { isRunning, ownMark, type ProcessMark, waitUntil } from './processes.ts'
import { HouseRefused } from './refusal.ts'

/** Why a process uses the database: one `serve` at a time; commands beside it; `alone` suffers nobody else. */
export type Purpose = 'serve' | 'command' | 'alone'

/** A process of ours that uses the database. */
export interface Lease {
  readonly mark: ProcessMark
  readonly purpose: Purpose
  /** Where a serving process listens; '' until it does. */
  readonly address: string
}

const read = <T>(path: string): T | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return null
  }
}

const ownPath = (folder: string): string => join(folder, `lease-${process.pid}.json`)

/** The leases of living processes; those of dead ones are swept away. */
export function livingLeases(folder: string): Lease[] {
  const names = readdirSync(folder).filter(name => /^lease-\d+\.json$/.test(name))
  return names.flatMap(name => {
    const lease = read<Lease>(join(folder, name))
    if (lease !== null && isRunning(lease.mark)) return [lease]
    rmSync(join(folder, name), { force: true })
    return []
  })
}

/** The process that serves from this data folder now; null when none does. */
export function servingLease(folder: string): Lease | null {
  try {
    return livingLeases(folder).find(lease => lease.purpose === 'serve') ?? null
  } catch {
    return null
  }
}

export const takeLease = (folder: string, purpose: Purpose, address = ''): void =>
  writeWhole(ownPath(folder), JSON.stringify({ mark: ownMark, purpose, address } satisfies Lease))

export const dropLease = (folder: string): void => rmSync(ownPath(folder), { force: true })

/** Refuses a purpose that does not go together with the processes that are here. */
export function refuseBeside(others: readonly Lease[], purpose: Purpose): void {
  const of = (wanted: Purpose) => others.find(lease => lease.purpose === wanted)
  const serving = of('serve')
  const alone = of('alone')
  if (alone !== undefined) throw new HouseRefused({ code: 'data-being-replaced', pid: alone.mark.pid })
  if (serving !== undefined && purpose !== 'command') {
    const { mark, address } = serving
    throw new HouseRefused({ code: purpose === 'serve' ? 'another-serve' : 'stop-serve-first', pid: mark.pid, address })
  }
  const command = of('command')
  if (command !== undefined && purpose === 'alone') {
    throw new HouseRefused({ code: 'command-running', pid: command.mark.pid })
  }
}

const errorCode = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/**
 * The lock appears with its content or not at all; false when it is there already. It is a symbolic link to nowhere:
 * its target is its content, and needs no room on the disk, so that a house can be closed on a full one.
 */
function appear(path: string): boolean {
  const content = JSON.stringify(ownMark)
  try {
    symlinkSync(content, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    // Windows, or a file system without links.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EINVAL'].includes(String(errorCode(error)))) throw error
  }
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Who holds a lock; null when nobody does, or when it is there without its content. */
function holderOf(path: string): ProcessMark | null {
  try {
    return JSON.parse(readlinkSync(path)) as ProcessMark
  } catch {
    return read<ProcessMark>(path)
  }
}

/** After a power cut a lock that is a file may be there without its content. */
const isEmptyAndOld = (path: string): boolean => {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found !== undefined && Date.now() - found.mtimeMs > 5_000
}

/** Takes a dead holder's lock away. Of two that try, one moves it; whoever moved a living one puts it back. */
function breakDead(path: string): void {
  const holder = holderOf(path)
  if (holder === null ? !isEmptyAndOld(path) : isRunning(holder)) return
  const aside = `${path}.dead-${process.pid}`
  try {
    renameSync(path, aside)
    const moved = holderOf(aside)
    if (moved !== null && isRunning(moved)) symlinkSync(JSON.stringify(moved), path)
  } catch {
    // Somebody else was as quick.
  } finally {
    rmSync(aside, { force: true })
  }
}

/** How long another process may open or close the house: a server that recovers after a power cut takes its time. */
const patienceMs = 90_000

/** One process at a time opens or closes the house. The lock of a process that died is broken. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'lock.json')
  const tryLock = (): boolean => {
    if (appear(path)) return true
    breakDead(path)
    return false
  }
  if (!(await waitUntil(tryLock, patienceMs))) {
    throw new HouseRefused({ code: 'busy', pid: holderOf(path)?.pid ?? 0 })
  }
  try {
    return await work()
  } finally {
    await release(path)
  }
}

/** Somebody who took it for a dead one's may have moved it for a moment; another's lock is not ours to remove. */
async function release(path: string): Promise<void> {
  if (await waitUntil(() => holderOf(path)?.pid === process.pid, 100)) rmSync(path, { force: true })
}
