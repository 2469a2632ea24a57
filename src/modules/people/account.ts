import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { accountOfPerson, insertAccount, insertGrant, setPassword, setTotpSecret } from './account-store.ts'
import { hashPassword, isGuessable, passwordMatches } from './password.ts'
import { addPerson } from './register-reader.ts'
import type { Role } from './role.ts'
import { acceptedStep, isTotpSecret } from './second-factor.ts'
import { confirmSecondFactor, deleteOtherSessions } from './session-store.ts'
import type { SignInRefusal } from './sign-in.ts'
import { tooMany, triesOfOne } from './tries.ts'

export interface NewAccount {
  readonly login: string
  readonly password: string
  readonly displayName: string
  readonly role: Role | null
  /** Null is the whole province. */
  readonly institution: string | null
  readonly withBranches: boolean
  readonly demo: boolean
  /** Set when somebody else knows the password: its owner chooses an own one before anything else. */
  readonly mustChangePassword: boolean
}

/** What may be typed on any keyboard and read over the telephone. */
export const isLogin = (text: string): boolean => /^[a-z0-9][a-z0-9._-]{1,39}$/.test(text)

/**
 * Creates a person with an account and, for staff, a first appointment from today on; by the command line unless told
 * otherwise. `fresh` is false when the same act came before: then the password is that of the first time.
 */
export async function createAccount(
  world: World,
  account: NewAccount,
  { act, by }: { readonly act: string; readonly by: string | null } = { act: newId(), by: null },
): Promise<Result<{ person: string; fresh: boolean }, { code: 'login-taken'; login: string }>> {
  const passwordHash = await hashPassword(account.password)
  const now = world.clock.now()
  let fresh = false
  const made = await perform<{ person: string }, { code: 'login-taken'; login: string }>(
    world.database,
    {
      id: act,
      type: 'people.create-account',
      version: 1,
      actor: by,
      institution: account.institution,
      occurredAt: now,
      payload: { role: account.role },
    },
    async tx => {
      const person = newId()
      await addPerson(tx, { id: person, displayName: account.displayName, kind: 'adult', demo: account.demo })
      if (!(await insertAccount(tx, { ...account, person, passwordHash })))
        return refused([{ code: 'login-taken', login: account.login }])
      if (account.role !== null) {
        await insertGrant(tx, {
          id: newId(),
          person,
          role: account.role,
          institution: account.institution,
          withBranches: account.withBranches,
          from: localDateAt(now),
          to: null,
          grantedBy: by,
        })
      }
      fresh = true
      return ok({ person })
    },
  )
  return made.ok ? ok({ ...made.value, fresh }) : made
}

export type PasswordRefusal =
  | { readonly code: 'wrong-current-password' }
  | { readonly code: 'password-unchanged' }
  | { readonly code: 'password-guessable' }
  | { readonly code: 'too-many-tries'; readonly minutes: number }

/** Sets a new password and signs every other device out. */
export async function changePassword(
  { database, limiter }: World,
  who: { person: string; session: string; act: string; now: Date },
  typed: { current: string; fresh: string },
): Promise<Result<null, PasswordRefusal>> {
  const wait = limiter.take('password', who.person, triesOfOne)
  if (wait !== null) return tooMany(wait)
  return perform<null, PasswordRefusal>(
    database,
    {
      id: who.act,
      type: 'people.change-password',
      version: 1,
      actor: who.person,
      institution: null,
      occurredAt: who.now,
      payload: {},
    },
    async tx => {
      const account = await accountOfPerson(tx, who.person)
      if (account === null || !(await passwordMatches(account.passwordHash, typed.current)))
        return refused([{ code: 'wrong-current-password' }])
      if (await passwordMatches(account.passwordHash, typed.fresh)) return refused([{ code: 'password-unchanged' }])
      if (isGuessable(typed.fresh, account.login)) return refused([{ code: 'password-guessable' }])
      await setPassword(tx, who.person, await hashPassword(typed.fresh))
      await deleteOtherSessions(tx, who.person, who.session)
      limiter.forgive('password', who.person)
      return ok(null)
    },
  )
}

/** Turns the second factor on once the app has shown a right code for the secret; this session counts as protected. */
export async function protectAccount(
  { database, limiter }: World,
  who: { person: string; session: string; now: Date },
  secret: string,
  code: string,
): Promise<Result<null, SignInRefusal>> {
  const wait = limiter.take('second-factor', who.person, triesOfOne)
  if (wait !== null) return tooMany(wait)
  const step = isTotpSecret(secret) ? acceptedStep(secret, code, who.now, null) : null
  if (step === null) return refused([{ code: 'wrong-code' }])
  return perform<null, SignInRefusal>(
    database,
    {
      id: newId(),
      type: 'people.protect-account',
      version: 1,
      actor: who.person,
      institution: null,
      occurredAt: who.now,
      payload: {},
    },
    async tx => {
      // A second factor is never replaced by whoever holds a password alone.
      if (!(await setTotpSecret(tx, who.person, secret, step))) return refused([{ code: 'wrong-code' }])
      await confirmSecondFactor(tx, who.session)
      limiter.forgive('second-factor', who.person)
      return ok(null)
    },
  )
}
