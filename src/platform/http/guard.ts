import type { RequestContext } from './context.ts'

/** Nothing runs on our pages but our own files: no inline script, no inline style, no frame, no foreign host. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function setSecurityHeaders(c: RequestContext, secure: boolean): void {
  const policy = c.var.wasm
    ? contentSecurityPolicy.replace("script-src 'self'", "$& 'wasm-unsafe-eval'")
    : contentSecurityPolicy
  c.header('Content-Security-Policy', policy)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(), payment=()')
  if (secure) c.header('Strict-Transport-Security', 'max-age=31536000')
}

/**
 * A changing request must come from a page of ours. Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`;
 * with neither there is no browser (a program with no cookie of ours), so a cookie beside it is refused.
 */
export function isForgedRequest(headers: Headers, ownOrigin: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  if (origin !== null) return origin !== ownOrigin
  return headers.has('cookie')
}
