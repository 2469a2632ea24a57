import type { Database } from '../../platform/database/database.ts'
import { channel } from './store.ts'

export interface KeepUpOptions {
  readonly database: Database
  readonly log: { warn(values: object, message: string): void }
  /** True: an older transaction is still open, look again soon. */
  readonly catchUp: () => Promise<boolean>
  readonly refresh: (keys: readonly string[]) => Promise<void>
  readonly tidy: () => Promise<void>
}

/** Listens for changes and has them applied, for as long as the index is open. */
export interface Keeper {
  /** Applies everything committed so far. */
  now(): Promise<void>
  lagSeconds(): number
  /** Does something every few minutes. */
  every(work: () => Promise<void>): void
  close(): Promise<void>
}

/** A notice may be lost with its connection; this is the longest that it then takes. */
const heartbeatMs = 1_500
const unsettledMs = 200
const afterErrorMs = 2_000
const slowMs = 5 * 60_000

export async function keepUp({ database, log, catchUp, refresh, tidy }: KeepUpOptions): Promise<Keeper> {
  let closed = false
  let running: Promise<void> | null = null
  let again = false
  let completeAt = performance.now()
  let timer: NodeJS.Timeout | undefined
  const slow: NodeJS.Timeout[] = []

  const later = (delayMs: number) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => quietly(start().then(tidy)), delayMs).unref()
  }
  const run = async (): Promise<void> => {
    do {
      again = false
      const unsettled = await catchUp()
      completeAt = performance.now()
      later(unsettled ? unsettledMs : heartbeatMs)
    } while (again && !closed)
  }
  const start = (): Promise<void> => {
    again = true
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
  const quietly = (work: Promise<void>) => {
    work.catch(error => {
      if (closed) return
      log.warn({ error: String(error) }, 'search index could not catch up; trying again')
      later(afterErrorMs)
    })
  }
  const heard = (payload: string) => {
    if (closed) return
    const keys = keysOf(payload)
    if (keys.length > 0) quietly(refresh(keys))
    quietly(start().then(tidy))
  }
  // Before the first reading: whatever is committed after it is heard of.
  const stopListening = await database.listen(channel, heard)
  return {
    now: () => start(),
    lagSeconds: () => Math.round((performance.now() - completeAt) / 100) / 10,
    every(work) {
      slow.push(setInterval(() => quietly(work()), slowMs).unref())
    },
    async close() {
      closed = true
      clearTimeout(timer)
      for (const one of slow) clearInterval(one)
      await stopListening().catch(() => undefined)
      await running?.catch(() => undefined)
    },
  }
}

function keysOf(payload: string): string[] {
  if (payload === '') return []
  const keys: unknown = JSON.parse(payload)
  return Array.isArray(keys) ? keys.filter(key => typeof key === 'string') : []
}
