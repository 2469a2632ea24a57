import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { addPerson } from './register-reader.ts'
import type { Role } from './role.ts'
import { acceptedStep } from './second-factor.ts'
import type { SignInRefusal } from './sign-in.ts'
import {
  accountByLogin,
  accountOfPerson,
  confirmSecondFactor,
  deleteOtherSessions,
  insertAccount,
  insertGrant,
  setPassword,
  setTotpSecret,
  useTotpStep,
} from './store.ts'

export interface NewAccount {
  readonly login: string
  readonly password: string
  readonly displayName: string
  readonly role: Role | null
  /** Null is the whole province. */
  readonly institution: string | null
  readonly withBranches: boolean
  readonly demo: boolean
  readonly mustChangePassword: boolean
}

/** Creates a person with an account and, for staff, a first appointment from today on. */
export async function createAccount(
  world: World,
  account: NewAccount,
): Promise<Result<{ person: string }, { code: 'login-taken'; login: string }>> {
  const passwordHash = await hashPassword(account.password)
  const now = world.clock.now()
  return perform<{ person: string }, { code: 'login-taken'; login: string }>(
    world.database,
    {
      id: newId(),
      type: 'people.create-account',
      version: 1,
      actor: null,
      institution: account.institution,
      occurredAt: now,
      payload: { login: account.login, role: account.role },
    },
    async tx => {
      if ((await accountByLogin(tx, account.login)) !== null)
        return refused([{ code: 'login-taken', login: account.login }])
      const person = newId()
      await addPerson(tx, { id: person, displayName: account.displayName, kind: 'adult', demo: account.demo })
      await insertAccount(tx, {
        person,
        login: account.login,
        passwordHash,
        mustChangePassword: account.mustChangePassword,
      })
      if (account.role !== null) {
        await insertGrant(tx, {
          id: newId(),
          person,
          role: account.role,
          institution: account.institution,
          withBranches: account.withBranches,
          from: localDateAt(now),
          to: null,
          grantedBy: null,
        })
      }
      return ok({ person })
    },
  )
}

/** Sets a new password and signs every other device out. */
export async function changePassword(
  world: World,
  who: { person: string; session: string; act: string; now: Date },
  typed: { current: string; fresh: string },
): Promise<Result<null, SignInRefusal>> {
  const wait = world.limiter.take('password', who.person, { count: 6, seconds: 900 })
  if (wait !== null) return refused([{ code: 'too-many-tries', minutes: Math.ceil(wait / 60) }])
  const account = await accountOfPerson(world.database, who.person)
  if (account === null || !(await passwordMatches(account.passwordHash, typed.current))) {
    return refused([{ code: 'wrong-login-or-password' }])
  }
  const passwordHash = await hashPassword(typed.fresh)
  return perform<null, SignInRefusal>(
    world.database,
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
      await setPassword(tx, who.person, passwordHash)
      await deleteOtherSessions(tx, who.person, who.session)
      return ok(null)
    },
  )
}

/** Turns the second factor on once the app has shown a right code for the secret; this session counts as protected. */
export async function protectAccount(
  world: World,
  who: { person: string; session: string; now: Date },
  secret: string,
  code: string,
): Promise<Result<null, SignInRefusal>> {
  const wait = world.limiter.take('second-factor', who.person, { count: 6, seconds: 900 })
  if (wait !== null) return refused([{ code: 'too-many-tries', minutes: Math.ceil(wait / 60) }])
  const step = /^[A-Z2-7]{32}$/.test(secret) ? acceptedStep(secret, code, who.now, null) : null
  if (step === null) return refused([{ code: 'wrong-code' }])
  return perform<null, SignInRefusal>(
    world.database,
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
      const account = await accountOfPerson(tx, who.person)
      // A second factor is never replaced by whoever holds a password alone.
      if (account === null || account.totpSecret !== null) return refused([{ code: 'wrong-code' }])
      await setTotpSecret(tx, who.person, secret)
      await useTotpStep(tx, who.person, step)
      await confirmSecondFactor(tx, who.session)
      return ok(null)
    },
  )
}
