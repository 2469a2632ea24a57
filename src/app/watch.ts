import { isIP } from 'node:net'
import type { SearchIndex } from '../modules/search/index.ts'
import { pingDatabase } from '../platform/database/ping.ts'
import { everyone, get, type Metrics, type RequestContext, type Route } from '../platform/http/index.ts'
import type { World } from '../platform/world.ts'

const isLoopback = (address: string): boolean =>
  address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))

/** /healthz says whether the house stands, to anybody; /metrics counts, to this machine or a holder of the token. */
export function watchRoutes(world: World, metrics: Metrics, index: SearchIndex): Route[] {
  metrics.gauge('bac_thang_search_documents', () => index.status().documents)
  metrics.gauge('bac_thang_search_lag_seconds', () => index.status().lagSeconds)
  metrics.gauge('bac_thang_resident_bytes', () => process.memoryUsage.rss())
  const mayRead = (c: RequestContext): boolean => {
    const token = world.config.metricsToken
    const shown = c.req.header('authorization') === `Bearer ${token}`
    return token === null ? isLoopback(c.var.address) : shown
  }
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
