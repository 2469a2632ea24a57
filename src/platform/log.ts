import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'

/** What happened, for whoever runs the installation. Values first, then a short sentence in English for searching. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>

export interface LogOptions {
  /** One file a day in here; null writes to standard output only. */
  readonly folder: string | null
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** Told of warnings and errors in a short line, for whoever watches the program itself. */
  readonly tell?: (line: string) => void
  readonly now?: () => Date
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

interface Destination {
  write(line: string): void
}

/** A day's file; the first line of a new day opens the next one. A full disk costs lines, never the program. */
function dailyFile(folder: string, now: () => Date, tell: (line: string) => void): Destination {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let day = ''
  let file: number | null = null
  let failing = false
  const open = (today: string): number => {
    if (today === day && file !== null) return file
    if (file !== null) closeSync(file)
    file = null
    file = openSync(join(folder, `bac-thang-${today}.log`), 'a', 0o600)
    day = today
    dropOldLogs(folder, now())
    return file
  }
  const fail = (why: string) => {
    if (!failing) tell(`log cannot be written: ${why}`)
    failing = true
  }
  return {
    write: line => {
      // After a line that was cut off, the next one begins on its own.
      const bytes = Buffer.from(failing ? `\n${line}` : line)
      try {
        if (writeSync(open(now().toISOString().slice(0, 10)), bytes) < bytes.length) fail('the disk is full')
        else failing = false
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error))
      }
    },
  }
}

const warning = pino.levels.values.warn ?? 40

/** 08:05:12 warn search index could not catch up; trying again: no answer */
function shortLine(line: string): string | null {
  // pino writes the level first; most lines are requests and not worth reading.
  if (Number(/^\{"level":(\d+)/.exec(line)?.[1] ?? 0) < warning) return null
  const { level, time, msg, error } = JSON.parse(line)
  const why = typeof error === 'string' ? `: ${error.split('\n', 1)[0]?.slice(0, 200)}` : ''
  return `${String(time).slice(11, 19)}Z ${pino.levels.labels[level]} ${msg}${why}`
}

/** Each line goes to the file; a warning also to whoever watches. */
const told = (file: Destination, tell: (line: string) => void): Destination => ({
  write: line => {
    file.write(line)
    const short = shortLine(line)
    if (short !== null) tell(short)
  },
})

export function openLog({ folder, level, tell, now = () => new Date() }: LogOptions): Log {
  const silent = () => undefined
  const file = folder === null ? pino.destination({ dest: 1, sync: true }) : dailyFile(folder, now, tell ?? silent)
  return pino(
    { level, base: null, redact: secrets, timestamp: pino.stdTimeFunctions.isoTime },
    tell === undefined ? file : told(file, tell),
  )
}

/** For tests and for commands that speak for themselves. */
export const silentLog: Log = pino({ level: 'silent' })
