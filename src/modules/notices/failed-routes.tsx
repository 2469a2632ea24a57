import { textIn } from '../../kernel/localized-text.ts'
import { ok } from '../../kernel/result.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import { perform } from '../../platform/journal/index.ts'
import { type Institution, institutionByCode } from '../institutions/index.ts'
import { displayNames, noteLook } from '../people/index.ts'
import { staffOf } from './desk-routes.tsx'
import { FailedPage } from './failed-page.tsx'
import { countWaiting, failedLetters, queueAgain } from './failed-store.ts'
import type { Given } from './leave-routes.tsx'
import { words } from './messages.ts'
import { lettersPath } from './paths.ts'

const shownAtMost = 100

/** The institution of the address; the door has looked it up already, so its absence is a bug. */
async function institutionAt({ world }: Given, c: RequestContext): Promise<Institution> {
  const institution = await institutionByCode(world.database, c.req.param('code') ?? '')
  if (institution === null) throw new Error('the door let an unknown institution pass')
  return institution
}

export async function showFailed(given: Given, c: RequestContext) {
  const { database } = given.world
  const institution = await institutionAt(given, c)
  const letters = await failedLetters(database, institution.id, shownAtMost)
  const persons = letters.flatMap(({ person }) => (person === null ? [] : [person]))
  await noteLook(database, {
    by: staffOf(c),
    institution: institution.id,
    purpose: 'contact',
    persons,
    now: c.var.now,
  })
  const names = await displayNames(database, persons)
  const at = { code: institution.code, name: textIn(institution.name, c.var.lang).text }
  const say = words(c.var.lang)
  return c.html(
    <FailedPage
      frame={given.site.staffFrame(c, at)}
      institution={at}
      letters={letters.map(letter => ({ ...letter, who: names.get(letter.person ?? '') ?? say.withoutAccount }))}
      waiting={await countWaiting(database, institution.id)}
      newAct={newId}
      {...(readQuery(c).text('xong') === 'gui' ? { done: say.sendAgainDone } : {})}
    />,
  )
}

/** One that went out meanwhile, or was forgotten, needs nothing: the list says how it is. */
export async function takeSendAgain(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const notice = c.req.param('notice') ?? ''
  const { now } = c.var
  const intent = {
    id: actOf(await readForm(c)),
    type: 'notices.send-again',
    version: 1,
    actor: staffOf(c),
    institution: institution.id,
    occurredAt: now,
    payload: { notice },
  }
  if (!isUuid(notice)) return c.redirect(lettersPath(institution.code), 303)
  await perform(given.world.database, intent, async tx => ok(await queueAgain(tx, institution.id, notice, now)))
  return c.redirect(`${lettersPath(institution.code)}?xong=gui`, 303)
}
