import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { SearchIndex } from '../modules/search/index.ts'
import { pingDatabase } from '../platform/database/ping.ts'
import { everyone, get, type Metrics, type RequestContext, type Route } from '../platform/http/index.ts'
import type { World } from '../platform/world.ts'

const isLoopback = (address: string): boolean =>
  address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))

/** A proxy on this machine that we were not told of speaks for anybody. */
const isForwarded = (c: RequestContext): boolean =>
  ['x-forwarded-for', 'forwarded', 'via'].some(name => c.req.header(name) !== undefined)

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Takes as long whatever the first difference is. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

/** /healthz says whether the house stands, to anybody; /metrics counts, to this machine or a holder of the token. */
export function watchRoutes(world: World, metrics: Metrics, index: SearchIndex): Route[] {
  metrics.gauge('bac_thang_search_documents', () => index.status().documents)
  metrics.gauge('bac_thang_search_lag_seconds', () => index.status().lagSeconds)
  metrics.gauge('bac_thang_resident_bytes', () => process.memoryUsage.rss())
  const { metricsToken, trustedProxy } = world.config
  const mayRead = (c: RequestContext): boolean =>
    metricsToken === null
      ? isLoopback(c.var.address) && (trustedProxy !== null || !isForwarded(c))
      : isSame(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)
  return [
    get('/healthz', everyone, async c => {
      const alive = await pingDatabase(world.database)
      c.header('Cache-Control', 'no-store')
      return c.text(alive ? 'ok\n' : 'database unreachable\n', alive ? 200 : 503)
    }),
    get('/metrics', everyone, c => {
      c.header('Cache-Control', 'no-store')
      return mayRead(c) ? c.text(metrics.text()) : c.notFound()
    }),
  ]
}
