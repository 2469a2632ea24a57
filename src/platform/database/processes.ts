import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessMark {
  readonly pid: number
  /** When it started, in the kernel's ticks; '' where the system does not tell. */
  readonly started: string
}

/** Field 22 of /proc/PID/stat (proc(5)), behind the name in brackets; '' without /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended; only its parent has not looked yet.
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '')
  } catch {
    return ''
  }
}

export const markOf = (pid: number): ProcessMark => ({ pid, started: startOf(pid) })

export const ownMark: ProcessMark = markOf(process.pid)

/** Whether that very process still runs. */
export function isRunning(mark: ProcessMark): boolean {
  if (mark.pid <= 0) return false
  try {
    process.kill(mark.pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const started = startOf(mark.pid)
  return started !== 'ended' && (mark.started === '' || started === mark.started)
}

/** The command line of a process, its parts apart by spaces; '' when it cannot be known. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return ''
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
}

/** Sends a signal; false when the process has ended already. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch {
    return false
  }
}

/** Waits until `done` says so, looking every 20 ms; false when `milliseconds` ran out first. */
export async function waitUntil(done: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (!(await done())) {
    if (Date.now() > end) return false
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return true
}
