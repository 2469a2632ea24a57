import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'

/** What happened, for whoever runs the installation. Values first, then a short sentence in English for searching. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>

export interface LogOptions {
  /** One file a day in here; null writes to standard output only. */
  readonly folder: string | null
  readonly level: 'debug' | 'info' | 'warn' | 'error'
}

const keptDays = 30

/** Nothing that opens a door is ever written down. */
const secrets = ['password', 'token', 'secret', 'cookie', 'authorization', '*.password', '*.token', '*.secret']

/** Logs older than thirty days go: they hold who asked for which page when. */
function dropOldLogs(folder: string, now: Date): void {
  const oldest = new Date(now.getTime() - keptDays * 86_400_000).toISOString().slice(0, 10)
  for (const name of readdirSync(folder)) {
    const day = /^bac-thang-(\d{4}-\d\d-\d\d)\.log$/.exec(name)?.[1]
    if (day !== undefined && day < oldest) rmSync(join(folder, name), { force: true })
  }
}

/** A day's file; the first line of a new day opens the next one. */
function dailyFile(folder: string): { write(line: string): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let day = ''
  let file: ReturnType<typeof pino.destination> | null = null
  return {
    write: line => {
      const now = new Date()
      const today = now.toISOString().slice(0, 10)
      if (today !== day || file === null) {
        file?.end()
        day = today
        file = pino.destination({ dest: join(folder, `bac-thang-${day}.log`), sync: true, mode: 0o600 })
        dropOldLogs(folder, now)
      }
      file.write(line)
    },
  }
}

export const openLog = ({ folder, level }: LogOptions): Log =>
  pino(
    { level, base: null, redact: secrets, timestamp: pino.stdTimeFunctions.isoTime },
    folder === null ? pino.destination({ dest: 1, sync: true }) : dailyFile(folder),
  )

/** For tests and for commands that speak for themselves. */
export const silentLog: Log = pino({ level: 'silent' })
