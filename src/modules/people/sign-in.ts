import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { World } from '../../platform/world.ts'
import { accountByLogin, accountOfPerson, grantsOf, useTotpStep } from './account-store.ts'
import { passwordMatches } from './password.ts'
import { acceptedStep } from './second-factor.ts'
import { openSession } from './session.ts'
import { confirmSecondFactor, deleteSession } from './session-store.ts'
import { tooMany, triesOfOne, waitToSignIn } from './tries.ts'

export type SignInRefusal =
  | { readonly code: 'wrong-login-or-password' }
  | { readonly code: 'account-locked' }
  | { readonly code: 'wrong-code' }
  | { readonly code: 'too-many-tries'; readonly minutes: number }

/** Where somebody signs in from. */
export interface SignInPlace {
  readonly address: string
  readonly device: string
  /** The session that this browser held until now: signing in anew ends it. */
  readonly session: string | null
  readonly now: Date
}

/** Opens a session for a right login and password and gives its token; what is still owed is asked for at the door. */
export async function signIn(
  world: World,
  typed: { login: string; password: string },
  from: SignInPlace,
): Promise<Result<{ person: string; token: string }, SignInRefusal>> {
  const { database, limiter } = world
  const login = typed.login.toLowerCase()
  const wait = waitToSignIn(limiter, login, from.address)
  if (wait !== null) return tooMany(wait)
  const account = await accountByLogin(database, login)
  if (!(await passwordMatches(account?.passwordHash ?? null, typed.password)) || account === null) {
    return refused([{ code: 'wrong-login-or-password' }])
  }
  if (account.locked) return refused([{ code: 'account-locked' }])
  limiter.forgive('sign-in', login)
  const { person } = account
  const staff = (await grantsOf(database, person, localDateAt(from.now))).length > 0
  const token = await database.transaction(async tx => {
    if (from.session !== null) await deleteSession(tx, from.session)
    return openSession(tx, { person, staff, device: from.device, now: from.now })
  })
  return ok({ person, token })
}

/** The second step: a code from the authenticator app lifts this session, once per code. */
export async function enterCode(
  { database, limiter }: World,
  who: { person: string; session: string; now: Date },
  code: string,
): Promise<Result<null, SignInRefusal>> {
  const wait = limiter.take('second-factor', who.person, triesOfOne)
  if (wait !== null) return tooMany(wait)
  const account = await accountOfPerson(database, who.person)
  if (account === null || account.totpSecret === null) return refused([{ code: 'wrong-code' }])
  const step = acceptedStep(account.totpSecret, code, who.now, account.totpUsedStep)
  const taken = await database.transaction(async tx => {
    if (step === null || !(await useTotpStep(tx, who.person, step))) return false
    await confirmSecondFactor(tx, who.session)
    return true
  })
  if (!taken) return refused([{ code: 'wrong-code' }])
  limiter.forgive('second-factor', who.person)
  return ok(null)
}
