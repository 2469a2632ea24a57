import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Language } from '../../kernel/language.ts'
import { anonymous, mayAt, type SignInStep, type Viewer } from '../../kernel/viewer.ts'
import { ActIdReused, BooksClosed } from '../journal/index.ts'
import type { RequestContext, RequestVariables } from './context.ts'
import { languageCookie, sessionToken, setLanguageCookie } from './cookies.ts'
import { finish } from './finish.ts'
import { UnreadableForm } from './form.ts'
import { isForgedRequest, setSecurityHeaders } from './guard.ts'
import type { Metrics } from './metrics.ts'
import type { Permission, Route } from './route.ts'

/** Why a request got no page of its own. */
export type Turned =
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-method' }
  | { readonly code: 'sign-in-first' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'finish-sign-in'; readonly step: SignInStep }
  | { readonly code: 'forged' }
  | { readonly code: 'too-large'; readonly limit: number }
  | { readonly code: 'too-often'; readonly seconds: number }
  | { readonly code: 'unreadable' }
  | { readonly code: 'act-reused' }
  | { readonly code: 'books-closed'; readonly year: number }
  | { readonly code: 'fault' }

export const statusOf: Readonly<Record<Turned['code'], 400 | 401 | 403 | 404 | 405 | 409 | 413 | 429 | 500>> = {
  'not-found': 404,
  'wrong-method': 405,
  'sign-in-first': 401,
  'not-allowed': 403,
  'finish-sign-in': 403,
  forged: 403,
  'too-large': 413,
  'too-often': 429,
  unreadable: 400,
  'act-reused': 409,
  'books-closed': 409,
  fault: 500,
}

/** What the door needs from the rest of the house. */
export interface DoorKeeper {
  now(): Date
  newId(): string
  /** Who holds this session token, if anybody does. */
  whoIs(token: string, now: Date): Promise<{ session: string; viewer: Viewer } | null>
  /** The page (or JSON) that tells a person why they were turned away and what to do. */
  turnAway(c: RequestContext, turned: Turned): Response | Promise<Response>
  /** Runs after a changing request was answered well, before the answer goes out: the writer's next search sees it. */
  afterChange(): Promise<void>
  log: { error(values: object, message: string): void; info(values: object, message: string): void }
  metrics: Metrics
  /** Address whose X-Forwarded-* headers are believed; null believes none. */
  trustedProxy: string | null
  secure: boolean
  /** In front of everything, as the slow network of development. */
  before?: MiddlewareHandler
}

const defaultMaxBody = 256 * 1024

const isChanging = (c: Context): boolean => c.req.method !== 'GET' && c.req.method !== 'HEAD'

const chooseLanguage = (c: Context): Language => {
  const asked = c.req.query('lang') ?? languageCookie(c)
  return asked === 'en' ? 'en' : 'vi'
}

function originAndAddress(c: Context, keeper: DoorKeeper): { origin: string; address: string } {
  const peer = peerAddress(c)
  const host = c.req.header('host') || 'localhost'
  const trusted = keeper.trustedProxy !== null && peer === keeper.trustedProxy
  const forwardedFor = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  const proto = trusted ? c.req.header('x-forwarded-proto') : keeper.secure ? 'https' : 'http'
  const seenHost = trusted ? (c.req.header('x-forwarded-host') ?? host) : host
  return { origin: `${proto ?? 'http'}://${seenHost}`, address: (trusted && forwardedFor) || peer }
}

function peerAddress(c: Context): string {
  try {
    return (getConnInfo(c).remote.address ?? 'unknown').replace(/^::ffff:/, '')
  } catch {
    // `app.request()` in tests has no connection.
    return 'unknown'
  }
}

/** A path without the tokens of links in letters and without tickets: whoever reads the log must not be able to use them. */
const loggedPath = (path: string): string => path.replaceAll(/(?<=\/)(?:[\w-]{43,}|[2-9A-Y]{16})(?=\/|$)/g, '…')

async function judge(c: RequestContext, permission: Permission): Promise<Turned | null> {
  if (permission.kind === 'public') return null
  const { viewer } = c.var
  if (viewer.person === null) return { code: 'sign-in-first' }
  const step = viewer.owes
  const mayStay = permission.kind === 'signed-in' && step === permission.owing
  if (step !== null && !mayStay) return { code: 'finish-sign-in', step }
  if (permission.kind === 'signed-in') return null
  const { right, where } = permission
  const institution = typeof where === 'function' ? await where(c) : where === 'province' ? null : undefined
  if (typeof where === 'function' && institution === null) return { code: 'not-found' }
  const allowed =
    institution === undefined ? viewer.rights.some(r => r.right === right) : mayAt(viewer, right, institution)
  return allowed ? null : { code: 'not-allowed' }
}

function methodsByPath(routes: readonly Route[]): Map<string, readonly string[]> {
  const methods = new Map<string, readonly string[]>()
  for (const { method, path } of routes) {
    methods.set(path, [...(methods.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])])
  }
  return methods
}

/** Builds the whole web face of the house out of the modules' lists of routes. */
export function openDoor(keeper: DoorKeeper, routes: readonly Route[]): Hono<{ Variables: RequestVariables }> {
  const app = new Hono<{ Variables: RequestVariables }>()
  if (keeper.before) app.use(keeper.before)

  app.use(async (c, next) => {
    const started = performance.now()
    const now = keeper.now()
    const { origin, address } = originAndAddress(c, keeper)
    c.set('requestId', keeper.newId().slice(-8).toUpperCase())
    c.set('now', now)
    c.set('origin', origin)
    c.set('address', address)
    c.set('lang', chooseLanguage(c))
    c.set('viewer', anonymous)
    c.set('session', null)
    await next()
    if (c.req.query('lang') !== undefined) setLanguageCookie(c, c.var.lang)
    setSecurityHeaders(c, origin.startsWith('https:'))
    c.header('X-Request-Id', c.var.requestId)
    if (!c.res.headers.has('cache-control')) {
      const personal = c.var.session !== null || isChanging(c)
      c.header('Cache-Control', personal ? 'no-store' : 'public, max-age=0, must-revalidate')
    }
    c.res.headers.append('Vary', 'Cookie')
    c.res = await finish(c.req.raw, c.res)
    const took = performance.now() - started
    keeper.metrics.request(c.req.method, c.res.status, took)
    keeper.log.info(
      {
        request: c.var.requestId,
        method: c.req.method,
        path: c.var.loggedPath ?? loggedPath(c.req.path),
        status: c.res.status,
        ms: Math.round(took),
      },
      'request',
    )
  })

  const turn = (c: RequestContext, turned: Turned) => keeper.turnAway(c, turned)

  app.use(async (c, next) => {
    const token = sessionToken(c)
    const known = token === null ? null : await keeper.whoIs(token, c.var.now)
    if (known) {
      c.set('viewer', known.viewer)
      c.set('session', known.session)
    }
    // PostgreSQL keeps no NUL, so an address with one names nothing.
    if (/^[^?]*%00/.test(c.req.url)) return turn(c, { code: 'not-found' })
    const changing = isChanging(c)
    if (changing && isForgedRequest(c.req.raw.headers, c.var.origin)) return turn(c, { code: 'forged' })
    await next()
    if (changing && c.res.status < 400) await keeper.afterChange()
    return undefined
  })

  for (const route of routes) {
    app.on(route.method, route.path, async (c: RequestContext) => {
      const limit = route.maxBody ?? defaultMaxBody
      // A body of unannounced length could be of any length.
      const length =
        c.req.header('transfer-encoding') === undefined ? Number(c.req.header('content-length') ?? 0) : Infinity
      if (length > limit) return turn(c, { code: 'too-large', limit })
      const turned = await judge(c, route.permission)
      if (turned !== null) return turn(c, turned)
      return route.handler(c)
    })
  }

  // After all routes: whatever of their paths is left asks in a way that none of them takes.
  for (const [path, methods] of methodsByPath(routes)) {
    app.all(path, (c: RequestContext) => {
      c.header('Allow', methods.join(', '))
      return turn(c, { code: 'wrong-method' })
    })
  }
  app.notFound(c => turn(c as RequestContext, { code: 'not-found' }))
  app.onError((error, context) => {
    const c = context as RequestContext
    if (error instanceof ActIdReused) return turn(c, { code: 'act-reused' })
    if (error instanceof BooksClosed) return turn(c, { code: 'books-closed', year: error.year })
    if (error instanceof UnreadableForm) return turn(c, { code: 'unreadable' })
    keeper.log.error(
      {
        request: c.var.requestId,
        path: c.var.loggedPath ?? loggedPath(c.req.path),
        error: error.stack ?? String(error),
      },
      'fault',
    )
    return turn(c, { code: 'fault' })
  })
  return app
}
