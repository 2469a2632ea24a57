import { textIn } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import type { FormState } from '../../site/form.tsx'
import { institutionsByIds } from '../institutions/index.ts'
import { changePassword, type PasswordRefusal } from './account.ts'
import { AccountPage, type LookShown } from './account-page.tsx'
import { accountOfPerson } from './account-store.ts'
import { type FormRefusal, parseNewPassword } from './forms.ts'
import { goOn, self } from './going-on.ts'
import { looksAtPerson } from './look-store.ts'
import { words } from './messages.ts'
import { accountPath } from './paths.ts'
import { findPerson } from './person-store.ts'
import type { Given } from './port.ts'
import { deleteOtherSessions, deleteOwnSession, sessionsOf } from './session-store.ts'
import { PasswordPage } from './sign-in-pages.tsx'

const looksShown = 20

async function looksAt({ world }: Given, c: RequestContext, person: string): Promise<LookShown[]> {
  const looks = await looksAtPerson(world.database, person, looksShown)
  const places = await institutionsByIds(world.database, [...new Set(looks.map(look => look.institution))])
  const names = new Map(places.map(place => [place.id, textIn(place.name, c.var.lang).text]))
  return looks.map(look => ({ ...look, where: names.get(look.institution) ?? '—' }))
}

/** A person's own page: what they have out, where they are signed in, who read their record. Nobody else's, ever. */
export async function showAccount(given: Given, c: RequestContext) {
  const { world, site, port } = given
  const { person, session, now } = self(c)
  const account = await accountOfPerson(world.database, person)
  const text = words(c.var.lang)
  const told = new Map([
    ['mat-khau', text.passwordChanged],
    ['giu', text.historyKept],
    ['thoi-giu', text.historyStopped],
  ])
  const done = told.get(readQuery(c).text('xong'))
  return c.html(
    <AccountPage
      frame={site.frame(c)}
      sessions={await sessionsOf(world.database, person, now)}
      current={session}
      protected={account !== null && account.totpSecret !== null}
      keepsHistory={(await findPerson(world.database, person))?.keepsHistory ?? false}
      act={newId()}
      own={await port.ownParts(c, person)}
      looks={await looksAt(given, c, person)}
      {...(done === undefined ? {} : { done })}
    />,
  )
}

export const showPassword = ({ site }: Given, c: RequestContext) =>
  c.html(<PasswordPage frame={site.frame(c)} back={readQuery(c).text('ve')} act={newId()} />)

const fieldOf = (problem: PasswordRefusal | FormRefusal): string =>
  'field' in problem
    ? problem.field
    : problem.code === 'wrong-current-password' || problem.code === 'too-many-tries'
      ? 'mat-khau'
      : 'moi'

export async function takePassword(given: Given, c: RequestContext) {
  const form = await readForm(c)
  const back = form.text('ve')
  const act = actOf(form)
  const text = words(c.var.lang)
  const again = (errors: FormState['errors']) =>
    c.html(<PasswordPage frame={given.site.frame(c)} back={back} act={act} form={{ typed: {}, errors }} />, 422)
  const typed = parseNewPassword(form)
  if (!typed.ok) return again(typed.problems.map(one => ({ field: fieldOf(one), text: say(text.formRefusals, one) })))
  const result = await changePassword(given.world, { ...self(c), act }, typed.value)
  if (!result.ok)
    return again(result.problems.map(one => ({ field: fieldOf(one), text: say(text.passwordRefusals, one) })))
  return back === '' ? c.redirect(`${accountPath}?xong=mat-khau`, 303) : goOn(given, c, self(c).person, back)
}

/** Ends one session of one's own; without a name, all but this one. */
export async function takeEndSession({ world }: Given, c: RequestContext) {
  const { person, session } = self(c)
  const named = (await readForm(c)).text('phien')
  if (named === '') await deleteOtherSessions(world.database, person, session)
  else if (isUuid(named)) await deleteOwnSession(world.database, named, person)
  return c.redirect(accountPath, 303)
}
