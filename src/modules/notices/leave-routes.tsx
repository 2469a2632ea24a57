import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { leaveLetters, readLeaving } from './leave.ts'
import { LeavePage, UnknownLinkPage } from './leave-page.tsx'
import { words } from './messages.ts'
import { leavePath } from './paths.ts'
import { subjects } from './topic.ts'

/** What the handlers of this module are given. */
export interface Given {
  readonly world: World
  readonly site: Site
}

const tokenOf = (c: RequestContext): string => c.req.param('token') ?? ''

/** Nothing of a page with somebody's link in its address is kept or found. */
function unlisted(c: RequestContext): void {
  c.header('Cache-Control', 'no-store')
  c.header('X-Robots-Tag', 'noindex')
}

function unknownLink({ site }: Given, c: RequestContext) {
  const say = words(c.var.lang)
  return c.html(<UnknownLinkPage frame={site.frame(c)} title={say.leaveBadTitle} text={say.leaveBadText} />, 404)
}

/** Looks and changes nothing: programs that read mail follow every link in it. */
export async function showLeave(given: Given, c: RequestContext) {
  unlisted(c)
  const leaving = await readLeaving(given.world.database, tokenOf(c))
  if (leaving === null) return unknownLink(given, c)
  return c.html(<LeavePage frame={given.site.frame(c)} leaving={leaving} token={tokenOf(c)} newAct={newId} />)
}

/**
 * Leaves, by our button or by that of a mail program (RFC 8058), which sends `List-Unsubscribe=One-Click` from a server
 * without cookie and origin. The link is all that either needs; a page of somebody else is turned away at the door.
 */
export async function takeLeave(given: Given, c: RequestContext) {
  unlisted(c)
  const link = await readLeaving(given.world.database, tokenOf(c))
  if (link === null) return unknownLink(given, c)
  const form = await readForm(c)
  const all = form.text('muc') === 'tat-ca'
  await leaveLetters(given.world, {
    act: actOf(form),
    link,
    subjects: all ? subjects : [link.subject],
    wanted: form.text('viec') === 'nhan-lai',
    now: c.var.now,
  })
  if (form.text('List-Unsubscribe') === 'One-Click') return c.text('ok\n')
  return c.redirect(leavePath(tokenOf(c)), 303)
}
