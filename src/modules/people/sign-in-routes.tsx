import { say } from '../../kernel/sentences.ts'
import {
  clearSessionToken,
  type Form,
  type RequestContext,
  readForm,
  readQuery,
  setSessionToken,
} from '../../platform/http/index.ts'
import type { FormState } from '../../site/form.tsx'
import { protectAccount } from './account.ts'
import { accountOfPerson } from './account-store.ts'
import { deviceName } from './device.ts'
import { type FormRefusal, parseSignIn } from './forms.ts'
import { goOn, self } from './going-on.ts'
import { words } from './messages.ts'
import { secondFactorPath, signInStepPaths, withBack } from './paths.ts'
import type { Given } from './port.ts'
import { isTotpSecret, newTotpSecret, totpAddress } from './second-factor.ts'
import { tokenSeconds, whoIs } from './session.ts'
import { deleteOwnSession } from './session-store.ts'
import { enterCode, type SignInRefusal, signIn } from './sign-in.ts'
import { CodePage, SecondFactorPage, SignInPage } from './sign-in-pages.tsx'

type Errors = FormState['errors']

const formErrors = (c: RequestContext, problems: readonly FormRefusal[]): Errors =>
  problems.map(problem => ({ field: problem.field, text: say(words(c.var.lang).formRefusals, problem) }))

const signInErrors = (c: RequestContext, field: string, problems: readonly SignInRefusal[]): Errors =>
  problems.map(problem => ({ field, text: say(words(c.var.lang).signInRefusals, problem) }))

const backIn = (values: Form): string => values.text('ve')

export const showSignIn = ({ site }: Given, c: RequestContext) =>
  c.html(<SignInPage frame={site.frame(c)} back={backIn(readQuery(c))} />)

export async function takeSignIn(given: Given, c: RequestContext) {
  const { world, site } = given
  const form = await readForm(c)
  const back = backIn(form)
  const again = (errors: Errors) =>
    c.html(<SignInPage frame={site.frame(c)} back={back} form={{ typed: { ten: form.text('ten') }, errors }} />, 422)
  const typed = parseSignIn(form)
  if (!typed.ok) return again(formErrors(c, typed.problems))
  const { address, session, now } = c.var
  const device = deviceName(c.req.header('user-agent') ?? '')
  const result = await signIn(world, typed.value, { address, device, session, now })
  if (!result.ok) return again(signInErrors(c, 'ten', result.problems))
  const { person, token } = result.value
  setSessionToken(c, token, tokenSeconds)
  const owes = (await whoIs(world, token, now))?.viewer.owes ?? null
  return owes === null ? goOn(given, c, person, back) : c.redirect(withBack(signInStepPaths[owes], back), 303)
}

export const showCode = ({ site }: Given, c: RequestContext) =>
  c.html(<CodePage frame={site.frame(c)} back={backIn(readQuery(c))} />)

export async function takeCode(given: Given, c: RequestContext) {
  const form = await readForm(c)
  const back = backIn(form)
  // Sent twice: the first code opened this session, and a code works once.
  if (c.var.viewer.owes === null) return goOn(given, c, self(c).person, back)
  const result = await enterCode(given.world, self(c), form.text('ma').slice(0, 20))
  if (result.ok) return goOn(given, c, self(c).person, back)
  const errors = signInErrors(c, 'ma', result.problems)
  return c.html(<CodePage frame={given.site.frame(c)} back={back} form={{ typed: {}, errors }} />, 422)
}

export async function takeSignOut({ world }: Given, c: RequestContext) {
  if (c.var.session !== null && c.var.viewer.person !== null)
    await deleteOwnSession(world.database, c.var.session, c.var.viewer.person)
  clearSessionToken(c)
  return c.redirect('/', 303)
}

/** The secondFactor page for a secret, or saying that there is a second factor already. */
async function secondFactorPage(
  { world, site }: Given,
  c: RequestContext,
  shown: { secret: string; back: string; form?: FormState },
) {
  const account = await accountOfPerson(world.database, self(c).person)
  const { secret, ...rest } = shown
  const open = account !== null && account.totpSecret === null
  const setUp = open ? { secret, address: totpAddress(secret, account.login) } : null
  return <SecondFactorPage frame={site.frame(c)} setUp={setUp} {...rest} />
}

export const showSecondFactor = async (given: Given, c: RequestContext) =>
  c.html(await secondFactorPage(given, c, { secret: newTotpSecret(), back: backIn(readQuery(c)) }))

export async function takeSecondFactor(given: Given, c: RequestContext) {
  const form = await readForm(c)
  const back = backIn(form)
  const owed = c.var.viewer.owes !== null
  const sent = form.text('khoa')
  const secret = isTotpSecret(sent) ? sent : newTotpSecret()
  const result = await protectAccount(given.world, self(c), secret, form.text('ma').slice(0, 20))
  if (result.ok) return owed ? goOn(given, c, self(c).person, back) : c.redirect(secondFactorPath, 303)
  const errors = signInErrors(c, 'ma', result.problems)
  return c.html(await secondFactorPage(given, c, { secret, back, form: { typed: {}, errors } }), 422)
}
