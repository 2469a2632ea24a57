import type { ActStore, KeptAct } from './act-store.ts'
import { browser } from './browser.ts'

/** How the way to the server is, as far as the last try told. */
export type Way = 'open' | 'no-signal' | 'sign-in' | 'other-person' | 'fault'

interface Line {
  readonly id: string
  readonly state: 'received' | 'refused' | 'again'
  readonly says?: string
  readonly reasons?: readonly string[]
}

const atOnce = 100
const patienceMs = 30_000
const [shortestMs, longestMs] = [4_000, 60_000]

interface Answer {
  readonly way: 'open'
  readonly at: string
  readonly lines: readonly Line[]
}

/** Nothing is known of any act; whether the server may have them all the same. */
interface Silence {
  readonly way: Exclude<Way, 'open'>
  readonly perhapsThere: boolean
}

/** Sends one batch; gives what became of each, or why nothing is known. */
async function post(by: string, acts: readonly KeptAct[]): Promise<Answer | Silence> {
  const offline = !browser.navigator.onLine
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const answer = await fetch('/api/viec', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      signal: stop.signal,
      body: JSON.stringify({
        sentAt: new Date().toISOString(),
        by,
        acts: acts.map(({ id, type, version, institution, at, payload }) => ({
          id,
          type,
          version,
          institution,
          occurredAt: at,
          payload,
        })),
      }),
    })
    if (answer.status === 401 || answer.status === 403) return { way: 'sign-in', perhapsThere: false }
    if (answer.status === 409) return { way: 'other-person', perhapsThere: false }
    if (!answer.ok) return { way: 'fault', perhapsThere: answer.status >= 500 }
    const { receivedAt, acts: lines } = (await answer.json()) as { receivedAt: string; acts: Line[] }
    return { way: 'open', at: receivedAt, lines }
  } catch {
    return { way: 'no-signal', perhapsThere: !offline || browser.navigator.onLine }
  } finally {
    clearTimeout(timer)
  }
}

/** A card and a barcode are not needed on the device any more; what a counter added names nobody. */
const received = (act: KeptAct, line: Line, receivedAt: string): KeptAct => ({
  ...act,
  state: 'received',
  says: [line.says ?? ''],
  receivedAt,
  payload: act.tally === undefined ? null : act.payload,
  label: act.tally === undefined ? '' : act.label,
})

/**
 * Sends this person's acts in their order, now and whenever there is hope: after a tap, when a network comes back, when
 * the page is looked at again, and after a while. What was sent and not answered is sent again: it is the same act.
 */
export function startSending(store: ActStore, by: string, changed: (way: Way, sending: boolean) => void) {
  let way: Way = browser.navigator.onLine ? 'open' : 'no-signal'
  let busy = false
  let asked = false
  let pause = shortestMs
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Everything that can be sent; gives whether something is left. */
  async function sendAll(): Promise<boolean> {
    const held = new Set<number>()
    for (;;) {
      const batch = await store.claim(by, held, atOnce)
      if (batch.length === 0) break
      changed(way, true)
      const keys = batch.map(({ n }) => n)
      const answer = await post(by, batch)
      way = answer.way
      if (answer.way !== 'open') {
        // What the server may have stays sent: taken off here, it would stand there.
        const unsent = answer.perhapsThere ? [] : batch.filter(({ state }) => state === 'waiting').map(({ n }) => n)
        await store.update(unsent, act => (act.state === 'sent' ? { ...act, state: 'waiting' } : null))
        return true
      }
      const lines = new Map(answer.lines.map(line => [line.id, line]))
      await store.update(keys, act => {
        // Another tab has heard of it.
        if (act.state === 'received') return null
        const line = lines.get(act.id)
        if (line?.state === 'received') return received(act, line, answer.at)
        if (line?.state === 'refused') return { ...act, state: 'refused', says: line.reasons ?? [] }
        held.add(act.n)
        return { ...act, state: 'waiting' }
      })
      changed(way, true)
    }
    if (held.size > 0) way = 'fault'
    return held.size > 0
  }

  async function send(): Promise<void> {
    asked = true
    if (busy) return
    busy = true
    clearTimeout(timer)
    try {
      let left = false
      while (asked) {
        asked = false
        left = await sendAll()
      }
      pause = left ? Math.min(pause * 2, longestMs) : shortestMs
      if (left) timer = setTimeout(() => void send(), pause)
    } finally {
      busy = false
      changed(way, false)
    }
  }

  browser.addEventListener('online', () => {
    pause = shortestMs
    if (way === 'no-signal') way = 'open'
    void send()
  })
  browser.addEventListener('offline', () => {
    way = 'no-signal'
    changed(way, busy)
  })
  browser.addEventListener('focus', () => void send())
  browser.document.addEventListener('visibilitychange', () => {
    if (browser.document.visibilityState === 'visible') void send()
  })
  return { send: () => void send() }
}
