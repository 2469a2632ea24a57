import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HouseOptions } from '../../src/platform/database/house.ts'
import type { HouseRefusal } from '../../src/platform/database/refusal.ts'

/** A process that has the house open. */
export interface HouseProcess {
  readonly child: ChildProcess
  readonly urls: { readonly app: string; readonly owner: string }
  /** Closes the house in order; gives the exit code. */
  close(): Promise<number | null>
  /** As a power cut does, for this process alone. */
  kill(): Promise<void>
}

const script = fileURLToPath(new URL('house-child.ts', import.meta.url))
const loader = import.meta.resolve('tsx')

type Options = Partial<HouseOptions> & { readonly dataDir: string }

/** A command line that runs the house in a process of its own. */
const commandLine = (options: Options): string[] => [
  process.execPath,
  '--import',
  loader,
  script,
  JSON.stringify({ purpose: 'command', ...options }),
]

async function firstLine(child: ChildProcess): Promise<string> {
  let text = ''
  let complaint = ''
  child.stderr?.on('data', chunk => {
    complaint += chunk
  })
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', chunk => {
      text += chunk
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    child.once('close', code => reject(new Error(`the house process ended with ${code}: ${text}${complaint}`)))
    child.once('error', reject)
  })
}

/** Opens the house in another process; `prefix` runs it as somebody else. */
export async function openElsewhere(
  options: Options,
  { prefix = [], env = process.env }: { prefix?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<HouseProcess | HouseRefusal> {
  const [command = '', ...args] = [...prefix, ...commandLine(options)]
  const child = spawn(command, args, { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  const told = JSON.parse(await firstLine(child))
  if (told.refused !== undefined) {
    child.kill('SIGKILL')
    return told.refused
  }
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  return {
    child,
    urls: told.urls,
    close: () => {
      child.kill('SIGTERM')
      return ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** As {@link openElsewhere} where no refusal is expected. */
export async function opened(...args: Parameters<typeof openElsewhere>): Promise<HouseProcess> {
  const house = await openElsewhere(...args)
  if ('code' in house) throw new Error(`refused: ${JSON.stringify(house)}`)
  return house
}

/** The process number of the database server of a data folder; null when none runs. */
export function serverPid(dataDir: string): number | null {
  const file = join(dataDir, 'postgres', 'data', 'postmaster.pid')
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return isAlive(pid) ? pid : null
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A zombie has ended.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'ENOENT')
      ? error.code === 'EPERM'
      : false
  }
}

/** The processes that a process started itself. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc').flatMap(name => {
    try {
      // proc(5): the name in brackets, the state, the parent.
      const parent = /\) \S (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'latin1'))?.[1]
      return Number(parent) === pid ? [Number(name)] : []
    } catch {
      return []
    }
  })
}

/** A folder of a test's own, gone afterwards with any server that still runs in it. */
export function scratchFolder(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `bac-thang ${name} `))
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
  }
}
