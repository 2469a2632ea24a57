import { say } from '../../kernel/sentences.ts'
import { newId } from '../../platform/clock.ts'
import { clearSessionToken, type RequestContext, readForm, setSessionToken } from '../../platform/http/index.ts'
import type { FormState } from '../../site/form.tsx'
import { changePassword, protectAccount } from './account.ts'
import { type FormRefusal, parseNewPassword, parseSignIn } from './forms.ts'
import { AccountPage, CodePage, SecondFactorPage, SignInPage, words } from './pages.tsx'
import { accountPath, codePath, secondFactorPath } from './paths.ts'
import type { Given } from './port.ts'
import { newTotpSecret, totpAddress } from './second-factor.ts'
import { enterCode, type SignInRefusal, signIn } from './sign-in.ts'
import { accountOfPerson, deleteSession, sessionsOf } from './store.ts'

/** Only a path of ours: an address from a form never leads elsewhere. */
const backTo = (typed: string): string => (/^\/(?![/\\])/.test(typed) ? typed : '/nghiep-vu')

const formErrors = (c: RequestContext, problems: readonly FormRefusal[]) =>
  problems.map(problem => ({ field: problem.field, text: say(words(c.var.lang).formRefusals, problem) }))

const signInErrors = (c: RequestContext, field: string, problems: readonly SignInRefusal[]) =>
  problems.map(problem => ({ field, text: say(words(c.var.lang).signInRefusals, problem) }))

/** Handlers behind `signedIn` have a person and a session; anything else is a bug of the routes. */
function self(c: RequestContext): { person: string; session: string; now: Date } {
  const { viewer, session, now } = c.var
  if (viewer.person === null || session === null) throw new Error('this route needs somebody signed in')
  return { person: viewer.person, session, now }
}

export const showSignIn = ({ site }: Given, c: RequestContext) =>
  c.html(<SignInPage frame={site.frame(c)} back={backTo(c.req.query('ve') ?? '')} />)

export async function takeSignIn({ world, site }: Given, c: RequestContext) {
  const form = await readForm(c)
  const back = backTo(form.text('ve'))
  const again = (errors: FormState['errors']) =>
    c.html(<SignInPage frame={site.frame(c)} back={back} form={{ typed: { ten: form.text('ten') }, errors }} />, 422)
  const typed = parseSignIn(form)
  if (!typed.ok) return again(formErrors(c, typed.problems))
  const device = c.req.header('user-agent') ?? ''
  const result = await signIn(world, typed.value, { address: c.var.address, device, now: c.var.now })
  if (!result.ok) return again(signInErrors(c, 'ten', result.problems))
  setSessionToken(c, result.value.token, result.value.maxAgeSeconds)
  if (result.value.next === 'enter-code') return c.redirect(`${codePath}?ve=${encodeURIComponent(back)}`, 303)
  return c.redirect(back, 303)
}

export const showCode = ({ site }: Given, c: RequestContext) =>
  c.html(<CodePage frame={site.frame(c)} back={backTo(c.req.query('ve') ?? '')} />)

export async function takeCode({ world, site }: Given, c: RequestContext) {
  const form = await readForm(c)
  const back = backTo(form.text('ve'))
  const result = await enterCode(world, self(c), form.text('ma').slice(0, 20))
  if (result.ok) return c.redirect(back, 303)
  const errors = signInErrors(c, 'ma', result.problems)
  return c.html(<CodePage frame={site.frame(c)} back={back} form={{ typed: {}, errors }} />, 422)
}

export async function takeSignOut({ world }: Given, c: RequestContext) {
  if (c.var.session !== null && c.var.viewer.person !== null) {
    await deleteSession(world.database, c.var.session, c.var.viewer.person)
  }
  clearSessionToken(c)
  return c.redirect('/', 303)
}

async function accountPage(
  { world, site, port }: Given,
  c: RequestContext,
  shown: { form?: FormState; done?: string },
) {
  const { person, session, now } = self(c)
  const account = await accountOfPerson(world.database, person)
  return (
    <AccountPage
      frame={site.frame(c)}
      {...shown}
      sessions={await sessionsOf(world.database, person, now)}
      current={session}
      protected={account?.totpSecret !== null}
      own={await port.ownParts(c, person)}
      act={newId()}
    />
  )
}

export const showAccount = async (given: Given, c: RequestContext) => c.html(await accountPage(given, c, {}))

export async function takePassword(given: Given, c: RequestContext) {
  const form = await readForm(c)
  const typed = parseNewPassword(form)
  const again = async (errors: FormState['errors']) =>
    c.html(await accountPage(given, c, { form: { typed: {}, errors } }), 422)
  if (!typed.ok) return again(formErrors(c, typed.problems))
  const result = await changePassword(given.world, { ...self(c), act: form.text('act') }, typed.value)
  if (!result.ok) return again(signInErrors(c, 'mat-khau', result.problems))
  return c.html(await accountPage(given, c, { done: words(c.var.lang).passwordChanged }))
}

export async function takeEndSession({ world }: Given, c: RequestContext) {
  const form = await readForm(c)
  await deleteSession(world.database, form.text('phien'), self(c).person)
  return c.redirect(accountPath, 303)
}

export async function showSecondFactor({ world, site }: Given, c: RequestContext) {
  const account = await accountOfPerson(world.database, self(c).person)
  const secret = newTotpSecret()
  const setUp =
    account === null || account.totpSecret !== null ? null : { secret, address: totpAddress(secret, account.login) }
  return c.html(<SecondFactorPage frame={site.frame(c)} setUp={setUp} />)
}

export async function takeSecondFactor({ world, site }: Given, c: RequestContext) {
  const form = await readForm(c)
  const secret = form.text('khoa')
  const result = await protectAccount(world, self(c), secret, form.text('ma').slice(0, 20))
  if (result.ok) return c.redirect(secondFactorPath, 303)
  const account = await accountOfPerson(world.database, self(c).person)
  const setUp =
    account === null || account.totpSecret !== null ? null : { secret, address: totpAddress(secret, account.login) }
  const errors = signInErrors(c, 'ma', result.problems)
  return c.html(<SecondFactorPage frame={site.frame(c)} setUp={setUp} form={{ typed: {}, errors }} />, 422)
}
