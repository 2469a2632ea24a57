import { forgetReceived } from './act-store.ts'
import type { Asked, Caches, Worker } from './worker-types.ts'

/**
 * Public pages open without a network after a visit. Network first: nobody reads an old page while the new one can be
 * had. Kept: only whole answers that the server marks `Cache-Control: public`, and only without a query, so that what
 * people search for is not left on a shared computer. Signing out drops every kept page.
 */
declare const self: Worker
declare const caches: Caches
/** Written in by the builder: the hash of the files, and their addresses with the page for being offline. */
declare const VERSION: string
declare const SHELL: readonly string[]
declare const OFFLINE: string

const shell = `files-${VERSION}`
const pages = 'pages'
const mostPages = 60

const isPublic = (response: Response): boolean =>
  response.ok && !response.redirected && /\bpublic\b/.test(response.headers.get('cache-control') ?? '')

/** Keeps a page under its address, last; the one visited longest ago goes when there are too many. */
async function keep(url: string, response: Response): Promise<void> {
  const kept = await caches.open(pages)
  await kept.put(url, response)
  const all = await kept.keys()
  await Promise.all(all.slice(0, Math.max(0, all.length - mostPages)).map(old => kept.delete(old)))
}

async function page(event: Asked): Promise<Response> {
  const { url } = event.request
  try {
    const response = await fetch(event.request)
    if (isPublic(response) && new URL(url).search === '') event.waitUntil(keep(url, response.clone()))
    return response
  } catch {
    const kept = await (await caches.open(pages)).match(url, { ignoreVary: true })
    const offline = kept ?? (await (await caches.open(shell)).match(OFFLINE, { ignoreVary: true }))
    return offline ?? Response.error()
  }
}

/** A file's address names its content, so the kept one is right; a page of an older version gets today's file. */
async function file(request: Request): Promise<Response> {
  const files = await caches.open(shell)
  const kept = await files.match(request.url, { ignoreVary: true })
  if (kept) return kept
  try {
    return await fetch(request)
  } catch {
    return (await files.match(request.url, { ignoreSearch: true, ignoreVary: true })) ?? Response.error()
  }
}

/** The page through which the worker came is not asked for again, so it is fetched once here. */
async function keepOpenPages(): Promise<void> {
  const open = await self.clients.matchAll({ includeUncontrolled: true })
  const urls = new Set(open.map(client => client.url.replace(/#.*/, '')).filter(url => !url.includes('?')))
  await Promise.all(
    [...urls].map(async url => {
      const response = await fetch(url)
      if (isPublic(response)) await keep(url, response)
    }),
  )
}

async function takeOver(): Promise<void> {
  // What the worker of the counters keeps is its own to change.
  const old = (await caches.keys()).filter(name => name.startsWith('files-') && name !== shell)
  await Promise.all(old.map(name => caches.delete(name)))
  await self.clients.claim()
  await keepOpenPages().catch(() => undefined)
}

/** Asked for without cookies, so that nothing of the person who happens to be signed in is kept. */
async function keepShell(): Promise<void> {
  const files = SHELL.map(path => new Request(path, { credentials: 'omit' }))
  await (await caches.open(shell)).addAll(files)
}

self.addEventListener('install', event => {
  event.waitUntil(keepShell())
  void self.skipWaiting()
})
self.addEventListener('activate', event => event.waitUntil(takeOver()))
self.addEventListener('message', event => {
  if (event.data !== 'sign-out') return
  event.waitUntil(Promise.all([caches.delete(pages), caches.delete('desks'), forgetReceived().catch(() => undefined)]))
})
self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(file(request))
})
