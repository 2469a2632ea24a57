import type { RequestContext } from '../../platform/http/index.ts'

/** What a person looked for stays on their own machine, and not there either once somebody has signed in. */
export function keepPrivate(c: RequestContext): void {
  c.header('Cache-Control', c.var.session === null ? 'private, max-age=30' : 'private, no-store')
}
