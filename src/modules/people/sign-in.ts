import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { World } from '../../platform/world.ts'
import { passwordMatches } from './password.ts'
import { acceptedStep } from './second-factor.ts'
import { openSession } from './session.ts'
import { accountByLogin, accountOfPerson, confirmSecondFactor, grantsOf, useTotpStep } from './store.ts'

export type SignInRefusal =
  | { readonly code: 'wrong-login-or-password' }
  | { readonly code: 'account-locked' }
  | { readonly code: 'wrong-code' }
  | { readonly code: 'too-many-tries'; readonly minutes: number }

export interface SignedIn {
  readonly token: string
  readonly maxAgeSeconds: number
  /** What comes next: nothing, the code of the second factor, or setting one up (staff without one). */
  readonly next: 'done' | 'enter-code' | 'set-up-second-factor'
}

const byLogin = { count: 6, seconds: 900 }
/** A classroom shares one address. */
const byAddress = { count: 80, seconds: 900 }

const tooMany = (seconds: number) => refused([{ code: 'too-many-tries' as const, minutes: Math.ceil(seconds / 60) }])

export async function signIn(
  world: World,
  typed: { login: string; password: string },
  from: { address: string; device: string; now: Date },
): Promise<Result<SignedIn, SignInRefusal>> {
  const login = typed.login.toLowerCase()
  const wait =
    world.limiter.take('sign-in', login, byLogin) ?? world.limiter.take('sign-in-address', from.address, byAddress)
  if (wait !== null) return tooMany(wait)
  const account = await accountByLogin(world.database, login)
  if (!(await passwordMatches(account?.passwordHash ?? null, typed.password)) || account === null) {
    return refused([{ code: 'wrong-login-or-password' }])
  }
  if (account.locked) return refused([{ code: 'account-locked' }])
  world.limiter.forgive('sign-in', login)
  const staff = (await grantsOf(world.database, account.person, localDateAt(from.now))).length > 0
  const opened = await openSession(world.database, { person: account.person, staff, secondFactor: false, ...from })
  const next = account.totpSecret !== null ? 'enter-code' : staff ? 'set-up-second-factor' : 'done'
  return ok({ ...opened, next })
}

/** The second step: a code from the authenticator app lifts this session, once per code. */
export async function enterCode(
  world: World,
  who: { person: string; session: string; now: Date },
  code: string,
): Promise<Result<null, SignInRefusal>> {
  const wait = world.limiter.take('second-factor', who.person, byLogin)
  if (wait !== null) return tooMany(wait)
  const account = await accountOfPerson(world.database, who.person)
  if (account === null || account.totpSecret === null) return refused([{ code: 'wrong-code' }])
  const step = acceptedStep(account.totpSecret, code, who.now, account.totpUsedStep)
  if (step === null || !(await useTotpStep(world.database, who.person, step))) return refused([{ code: 'wrong-code' }])
  await confirmSecondFactor(world.database, who.session)
  world.limiter.forgive('second-factor', who.person)
  return ok(null)
}
