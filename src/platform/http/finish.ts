import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const gz = promisify(gzip)

const compressible =
  /^(text\/|application\/(json|xml|javascript|manifest\+json|ld\+json|rss\+xml|geo\+json)|image\/svg)/
const smallestWorthCompressing = 600
/** Longer bodies are downloads and go out as they are made. */
const largestHeld = 4_000_000

type Encoding = 'br' | 'gzip'

/** The better of the two codings that the reader takes; one with the weight 0 is not taken. RFC 9110, 12.5.3. */
export function preferredEncoding(accept: string): Encoding | null {
  const takes = (coding: Encoding) => new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accept)
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null
}

export const compress = (body: Uint8Array, encoding: Encoding, quality: number): Promise<Buffer> =>
  encoding === 'br'
    ? brotli(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      })
    : gz(body, { level: Math.min(quality, 9) })

/** Gives a text answer its ETag, answers 304 when the reader has it already, and compresses it. */
export async function finish(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? ''
  if (!compressible.test(type) || response.body === null || response.headers.has('content-encoding')) return response
  if (
    Number(response.headers.get('content-length') ?? 0) > largestHeld ||
    response.headers.has('content-disposition')
  ) {
    return response
  }
  const body = new Uint8Array(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.append('Vary', 'Accept-Encoding')
  const reading = request.method === 'GET' || request.method === 'HEAD'
  if (response.status === 200 && reading && !/no-store/.test(headers.get('cache-control') ?? '')) {
    const etag = headers.get('etag') ?? `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    headers.set('etag', etag)
    if ((request.headers.get('if-none-match') ?? '').split(/,\s*/).includes(etag)) {
      headers.delete('content-length')
      return new Response(null, { status: 304, headers })
    }
  }
  const encoding = preferredEncoding(request.headers.get('accept-encoding') ?? '')
  if (encoding === null || body.length < smallestWorthCompressing) {
    return new Response(body, { status: response.status, headers })
  }
  const packed = await compress(body, encoding, 5)
  headers.set('content-encoding', encoding)
  headers.set('content-length', String(packed.length))
  return new Response(new Uint8Array(packed), { status: response.status, headers })
}
