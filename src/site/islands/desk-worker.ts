import { forgetReceived } from './act-store.ts'
import type { Asked, Caches, Worker } from './worker-types.ts'

/**
 * The counters and desks of staff open without a network after a visit. Kept: only whole pages that the server marks
 * `Bac-Thang-Device: keep`, which hold nothing of a reader, and the files that they need. Network first, and where the
 * network is too slow for somebody who stands at a door, the kept page. Signing out drops every kept page.
 */
declare const self: Worker
declare const caches: Caches
/** Written in by the builder: the hash of the files, and their addresses with the page for being offline. */
declare const VERSION: string
declare const SHELL: readonly string[]
declare const OFFLINE: string

const files = `desk-files-${VERSION}`
const desks = 'desks'
const patienceMs = 5_000

/** The address under which a page is kept: its path, and the facility where it has several; nothing else of its query. */
function addressOf(url: string): string {
  const { origin, pathname, searchParams } = new URL(url)
  const facility = searchParams.get('co-so')
  return facility === null ? origin + pathname : `${origin + pathname}?co-so=${encodeURIComponent(facility)}`
}

const mayKeep = (response: Response): boolean =>
  response.ok && !response.redirected && response.headers.get('bac-thang-device') === 'keep'

const keep = async (url: string, response: Response): Promise<void> =>
  (await caches.open(desks)).put(addressOf(url), response)

async function keptPage(url: string): Promise<Response | undefined> {
  const kept = await caches.open(desks)
  const options = { ignoreVary: true }
  return (await kept.match(addressOf(url), options)) ?? kept.match(url, { ...options, ignoreSearch: true })
}

async function fromNetwork(event: Asked): Promise<Response> {
  const response = await fetch(event.request)
  if (mayKeep(response)) event.waitUntil(keep(event.request.url, response.clone()))
  return response
}

async function page(event: Asked): Promise<Response> {
  const kept = await keptPage(event.request.url)
  const answered = fromNetwork(event)
  try {
    if (kept === undefined) return await answered
    const late = new Promise<Response>(resolve => setTimeout(() => resolve(kept), patienceMs))
    return await Promise.race([answered, late])
  } catch {
    const offline = kept ?? (await (await caches.open(files)).match(OFFLINE, { ignoreVary: true }))
    return offline ?? Response.error()
  }
}

/** A file's address names its content, so the kept one is right; a page of an older version gets today's file. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.open(files)
  const same = await kept.match(request.url, { ignoreVary: true })
  if (same) return same
  try {
    return await fetch(request)
  } catch {
    return (await kept.match(request.url, { ignoreSearch: true, ignoreVary: true })) ?? Response.error()
  }
}

/** The page through which the worker came is not asked for again, so it is fetched once here. */
async function keepOpenPages(): Promise<void> {
  const open = await self.clients.matchAll({ includeUncontrolled: true })
  const urls = new Set(
    open.map(({ url }) => addressOf(url)).filter(url => new URL(url).pathname.startsWith('/nghiep-vu/')),
  )
  await Promise.all(
    [...urls].map(async url => {
      const response = await fetch(url)
      if (mayKeep(response)) await keep(url, response)
    }),
  )
}

async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter(name => name.startsWith('desk-files-') && name !== files)
  await Promise.all(old.map(name => caches.delete(name)))
  await self.clients.claim()
  await keepOpenPages().catch(() => undefined)
}

self.addEventListener('install', event => {
  // Asked for without cookies: these are the same for everybody.
  const requests = SHELL.map(path => new Request(path, { credentials: 'omit' }))
  event.waitUntil(caches.open(files).then(kept => kept.addAll(requests)))
  void self.skipWaiting()
})
self.addEventListener('activate', event => event.waitUntil(takeOver()))
self.addEventListener('message', event => {
  if (event.data !== 'sign-out') return
  event.waitUntil(Promise.all([caches.delete('pages'), caches.delete(desks), forgetReceived().catch(() => undefined)]))
})
self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(file(request))
})
