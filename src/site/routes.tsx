import { everyone, get, preferredEncoding, type RequestContext, type Route } from '../platform/http/index.ts'
import type { Asset, Assets } from './assets.ts'
import { OfflinePage } from './offline-page.tsx'
import { sitePaths } from './paths.ts'
import type { Site } from './site.ts'

/** An address that names the content may be kept for ever; one that does not is asked after each time. */
const keepFor = (c: RequestContext, asset: Asset): string =>
  c.req.query('v') === asset.hash ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate'

function serve(c: RequestContext, asset: Asset): Response {
  const encoding = preferredEncoding(c.req.header('accept-encoding') ?? '')
  const packed = encoding === null ? null : asset[encoding === 'br' ? 'br' : 'gzip']
  const etag = `"${asset.hash}${packed === null ? '' : `-${encoding}`}"`
  const headers: Record<string, string> = {
    'Content-Type': asset.type,
    'Cache-Control': keepFor(c, asset),
    Vary: 'Accept-Encoding',
    ETag: etag,
  }
  if ((c.req.header('if-none-match') ?? '').split(/,\s*/).includes(etag)) return c.body(null, 304, headers)
  if (packed !== null && encoding !== null) headers['Content-Encoding'] = encoding
  const body = packed ?? asset.body
  headers['Content-Length'] = String(body.length)
  return c.body(new Uint8Array(body), 200, headers)
}

/** Our files, each at its own address, and the page that is shown without a network. */
export const siteRoutes = (site: Site, assets: Assets): Route[] => [
  ...assets.list.map(asset => get(asset.path, everyone, c => serve(c, asset))),
  get(sitePaths.offline, everyone, c => c.html(<OfflinePage frame={site.frame(c)} />)),
]
