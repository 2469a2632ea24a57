import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { RequestContext } from './context.ts'

const isSecure = (c: RequestContext): boolean => c.var.origin.startsWith('https:')

/** `__Host-` binds the cookie to this host over TLS; a loopback without TLS has to do without. */
const sessionCookie = (c: RequestContext): string => (isSecure(c) ? '__Host-bt' : 'bt')

export const sessionToken = (c: RequestContext): string | null => getCookie(c, sessionCookie(c)) ?? null

export function setSessionToken(c: RequestContext, token: string, maxAgeSeconds: number): void {
  setCookie(c, sessionCookie(c), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(c),
    maxAge: maxAgeSeconds,
  })
}

/** Ends the cookie and asks the browser to drop what it kept of the person. */
export function clearSessionToken(c: RequestContext): void {
  deleteCookie(c, sessionCookie(c), { path: '/', secure: isSecure(c) })
  c.header('Clear-Site-Data', '"cache", "storage"')
}

export const languageCookie = (c: RequestContext): string | null => getCookie(c, 'tieng') ?? null

export function setLanguageCookie(c: RequestContext, lang: string): void {
  setCookie(c, 'tieng', lang, { sameSite: 'Lax', path: '/', secure: isSecure(c), maxAge: 31_536_000 })
}
