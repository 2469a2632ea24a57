import { localDateAt } from '../../kernel/local-date.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import { grantsOf } from './account-store.ts'
import { accountPath } from './paths.ts'
import type { Given } from './port.ts'

/** Handlers behind `signedIn` have a person and a session; anything else is a bug of the routes. */
export function self(c: RequestContext): { person: string; session: string; now: Date } {
  const { viewer, session, now } = c.var
  if (viewer.person === null || session === null) throw new Error('this route needs somebody signed in')
  return { person: viewer.person, session, now }
}

/**
 * The path of ours that a typed address leads to, null when it leads elsewhere. Read as browsers read it, who drop tabs
 * and line ends and take `\` for `/`: `/<tab>/example.com` is another host.
 */
export function ownPath(typed: string): string | null {
  const here = 'http://here.invalid'
  if (!typed.startsWith('/') || !URL.canParse(typed, here)) return null
  const { origin, pathname, search } = new URL(typed, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : null
}

/** On to where the person was going; otherwise staff begin their work, and readers see what is theirs. */
export async function goOn({ world, port }: Given, c: RequestContext, person: string, back: string) {
  const path = ownPath(back)
  if (path !== null) return c.redirect(path, 303)
  const staff = (await grantsOf(world.database, person, localDateAt(c.var.now))).length > 0
  return c.redirect(staff ? port.staffHome : accountPath, 303)
}
