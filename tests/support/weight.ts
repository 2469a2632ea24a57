import assert from 'node:assert/strict'
import { get as getHttp, type IncomingMessage } from 'node:http'
import { get as getHttps } from 'node:https'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** Ten TCP segments of 1,460 bytes: what a server may send before it has to wait for the first answer. */
export const firstLoadLimit = 14_600

export interface FirstLoad {
  /** Bytes of all bodies as they crossed the wire, in the worse of Brotli and gzip. */
  readonly bytes: number
  readonly encoding: Encoding
  readonly parts: { readonly url: string; readonly bytes: number }[]
  /** Styles and scripts that the page takes from another origin; there should be none. */
  readonly foreign: string[]
}

type Encoding = 'br' | 'gzip'

/** Weighs a page's first load: its HTML, and the CSS and JS of the same origin that it names, or that those import.
 *  Throws unless every part answers 200. `headers` may carry a cookie. */
export async function firstLoad(url: string, headers: Record<string, string> = {}): Promise<FirstLoad> {
  const loads: FirstLoad[] = []
  for (const encoding of ['br', 'gzip'] as const) loads.push(await load(url, encoding, headers))
  return loads.reduce((worse, other) => (other.bytes > worse.bytes ? other : worse))
}

/** Asserts that a page's first load is at most `firstLoadLimit` and comes from one origin. */
export async function assertLight(url: string, headers?: Record<string, string>): Promise<FirstLoad> {
  const weighed = await firstLoad(url, headers)
  const list = weighed.parts.map(part => `  ${part.bytes} ${part.url}`).join('\n')
  assert.ok(weighed.bytes <= firstLoadLimit, `${url} weighs ${weighed.bytes} bytes (${weighed.encoding}):\n${list}`)
  assert.deepEqual(weighed.foreign, [], `${url} loads from another origin`)
  return weighed
}

async function load(url: string, encoding: Encoding, headers: Record<string, string>): Promise<FirstLoad> {
  const { origin } = new URL(url)
  const parts: { url: string; bytes: number }[] = []
  const foreign: string[] = []
  const waiting = [url]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (parts.some(part => part.url === next)) continue
    const { bytes, type, text } = await fetchRaw(next, encoding, headers)
    parts.push({ url: next, bytes })
    for (const named of namedBy(type, text)) {
      const target = new URL(named, next)
      if (target.origin === origin) waiting.push(target.href)
      else if (target.protocol.startsWith('http')) foreign.push(target.href)
    }
  }
  return { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), encoding, parts, foreign }
}

async function fetchRaw(url: string, encoding: Encoding, headers: Record<string, string>) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const get = url.startsWith('https:') ? getHttps : getHttp
    const accept = { 'accept-encoding': encoding, accept: 'text/html,*/*' }
    get(url, { headers: { ...accept, ...headers }, agent: false }, resolve).on('error', reject)
  })
  const body = await buffer(response)
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`)
  const coding = response.headers['content-encoding']
  const plain = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body
  return { bytes: body.length, type: response.headers['content-type'] ?? '', text: plain.toString() }
}

const loadedRels = new Set(['stylesheet', 'modulepreload'])

/** The styles and scripts that a file names and that the browser fetches without being asked. */
function namedBy(type: string, text: string): string[] {
  const matches = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(match => match[1] ?? '')
  if (type.startsWith('text/css')) return matches(/@import\s+(?:url\()?\s*['"]?([^'")\s;]+)/g)
  if (type.includes('javascript')) {
    return matches(/(?:^|[\s;}])(?:import|export)\b\s*(?:[\w$\s{},*]+?from\s*)?['"]([^'"\n]+)['"]/g)
  }
  if (!type.startsWith('text/html')) return []
  const tags = text.replace(/<!--[\s\S]*?-->/g, '').match(/<(?:link|script)\b[^>]*>/gi) ?? []
  return tags.map(nameInTag).filter(name => name !== undefined)
}

function nameInTag(tag: string): string | undefined {
  const attribute = (name: string): string | undefined => {
    const [, quoted, single, bare] =
      new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag) ?? []
    return (quoted ?? single ?? bare)?.replaceAll('&amp;', '&')
  }
  if (/^<script/i.test(tag)) return attribute('src')
  const rel = attribute('rel')?.toLowerCase() ?? ''
  const preloaded = rel === 'preload' && ['style', 'script'].includes(attribute('as') ?? '')
  return preloaded || rel.split(/\s+/).some(word => loadedRels.has(word)) ? attribute('href') : undefined
}
