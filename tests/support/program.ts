import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Where and how the program is called. */
export interface Place {
  readonly dataDir: string
  /** The clone; this repository by default. */
  readonly clone?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const environment = ({ dataDir, env }: Place): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TMPDIR: process.env.TMPDIR,
  TZ: process.env.TZ,
  DEMO: '0',
  DATA_DIR: dataDir,
  ...env,
})

function launch(place: Place, script: string, args: readonly string[]): ChildProcess {
  const file = join(place.clone ?? repository, 'bin', script)
  return spawn(process.execPath, [file, ...args], {
    cwd: place.cwd ?? '/',
    env: environment(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let out = ''
  let err = ''
  child.stdout?.on('data', chunk => {
    out += chunk
  })
  child.stderr?.on('data', chunk => {
    err += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ code, out, err }))
  })
}

/** A command under way. */
export interface Begun {
  readonly pid: number
  readonly ended: Promise<Outcome>
}

/** `bac-thang <args>`, for whoever does not wait for its end. */
export function begin(place: Place, ...args: string[]): Begun {
  const child = launch(place, 'bac-thang.mjs', args)
  return { pid: child.pid ?? 0, ended: outcomeOf(child) }
}

/** `bac-thang <args>`, to its end. */
export const bacThang = (place: Place, ...args: string[]): Promise<Outcome> => begin(place, ...args).ended

/** A server that answers. */
export interface Started {
  readonly url: string
  readonly pid: number
  /** From the call to the first answered page. */
  readonly milliseconds: number
  readonly said: () => string
  stop(signal: NodeJS.Signals): Promise<Outcome>
}

/** `npm start` without npm: until the first page is answered, or until it ends, and then why. */
export async function start(place: Place, port: number): Promise<Started | Outcome> {
  const from = performance.now()
  const child = launch({ ...place, env: { ...place.env, PORT: String(port) } }, 'start.mjs', [])
  let said = ''
  child.stdout?.on('data', chunk => {
    said += chunk
  })
  let over = false
  const ended = outcomeOf(child).finally(() => {
    over = true
  })
  const url = `http://127.0.0.1:${port}`
  const answered = async (): Promise<boolean> => {
    while (!over) {
      // Before it listens, whoever else has the port may answer.
      const page = said.includes(url) ? await fetch(url).catch(() => null) : null
      if (page?.status === 200) return true
      await new Promise(resolve => setTimeout(resolve, 25))
    }
    return false
  }
  if (!(await answered())) return ended
  return {
    url,
    pid: child.pid ?? 0,
    milliseconds: performance.now() - from,
    said: () => said,
    stop: signal => {
      child.kill(signal)
      return ended
    },
  }
}

/** As {@link start} where it is expected to serve. */
export async function started(place: Place, port: number): Promise<Started> {
  const result = await start(place, port)
  if ('code' in result) throw new Error(`did not start (${result.code}): ${result.out}${result.err}`)
  return result
}

/** A port that nobody uses now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
