import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { accountOfPerson, giveFirstPassword } from './account-store.ts'
import { appointmentOfAnother, type EndRefusal } from './end-appointment.ts'
import { hashPassword } from './password.ts'
import { deleteSessionsOf } from './session-store.ts'

interface ResetAccount {
  readonly act: string
  readonly by: string
  /** Of whoever lost their telephone or forgot their password. */
  readonly appointment: string
  readonly password: string
  readonly now: Date
}

/**
 * Gives somebody on the staff a first password again and takes their second factor off; whoever was signed in with the
 * account is so no longer. `fresh` is false when the same act came before: then the password is that of the first time.
 */
export async function resetAccount(
  { database }: World,
  { act, by, appointment, password, now }: ResetAccount,
): Promise<Result<{ login: string; fresh: boolean }, EndRefusal>> {
  const passwordHash = await hashPassword(password)
  let fresh = false
  const type = 'people.reset-account'
  const payload = { appointment }
  const done = await perform<{ login: string }, EndRefusal>(
    database,
    { id: act, type, version: 1, actor: by, institution: null, occurredAt: now, payload },
    async tx => {
      const held = await appointmentOfAnother(tx, appointment, by)
      if (!held.ok) return held
      const { person } = held.value
      const account = await accountOfPerson(tx, person)
      if (account === null) return refused([{ code: 'no-such-appointment' }])
      await giveFirstPassword(tx, person, passwordHash)
      await deleteSessionsOf(tx, person)
      fresh = true
      return ok({ login: account.login })
    },
  )
  return done.ok ? ok({ ...done.value, fresh }) : done
}
