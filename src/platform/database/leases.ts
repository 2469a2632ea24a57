import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

/** The lock appears with its content or not at all; false when it is there already. */
function appear(path: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(ownMark), { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST') return false
    // A file system without hard links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    return appearWithoutLink(path)
  } finally {
    rmSync(draft, { force: true })
  }
}

function appearWithoutLink(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify(ownMark), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** After a power cut a lock may be there without its content. */
const isEmptyAndOld = (path: string): boolean => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && Date.now() - found.mtimeMs > 5_000
}

/** Takes a dead holder's lock away. Of two that try, one moves it; whoever moved a living one puts it back. */
function breakDead(path: string): void {
  const holder = read<ProcessMark>(path)
  if (holder === null ? !isEmptyAndOld(path) : isRunning(holder)) return
  const aside = `${path}.dead-${process.pid}`
  try {
    renameSync(path, aside)
    const moved = read<ProcessMark>(aside)
    if (moved !== null && isRunning(moved)) linkSync(aside, path)
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
    throw new HouseRefused({ code: 'busy', pid: read<ProcessMark>(path)?.pid ?? 0 })
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}
