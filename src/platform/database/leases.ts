import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, ownMark, type ProcessMark, waitUntil } from './processes.ts'
import { HouseRefused } from './refusal.ts'

/** A process of ours that uses the database. */
export interface Lease {
  readonly mark: ProcessMark
  readonly purpose: 'serve' | 'command'
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
  const names = readdirSync(folder).filter(name => name.startsWith('lease-'))
  return names.flatMap(name => {
    const lease = read<Lease>(join(folder, name))
    if (lease !== null && isRunning(lease.mark)) return [lease]
    rmSync(join(folder, name), { force: true })
    return []
  })
}

export function takeLease(folder: string, purpose: Lease['purpose'], address = ''): void {
  const lease: Lease = { mark: ownMark, purpose, address }
  writeFileSync(ownPath(folder), JSON.stringify(lease), { mode: 0o600 })
}

export const dropLease = (folder: string): void => rmSync(ownPath(folder), { force: true })

/** One process at a time opens or closes the house. The lock of a process that died is broken. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'lock.json')
  const tryLock = (): boolean => {
    try {
      writeFileSync(path, JSON.stringify(ownMark), { flag: 'wx', mode: 0o600 })
      return true
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const holder = read<ProcessMark>(path)
      if (holder !== null && !isRunning(holder)) rmSync(path, { force: true })
      return false
    }
  }
  if (!(await waitUntil(tryLock, 90_000))) {
    throw new HouseRefused({ code: 'busy', pid: read<ProcessMark>(path)?.pid ?? 0 })
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}
