import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { lockAppointment, revokeAppointment } from './appointment-store.ts'

export type EndRefusal =
  | { readonly code: 'no-such-appointment' }
  | { readonly code: 'appointment-gone' }
  | { readonly code: 'own-appointment' }

/** Whose living appointment it is, locked; refused to its holder, and where there is none any longer. */
export async function appointmentOfAnother(
  tx: Db,
  appointment: string,
  by: string,
): Promise<Result<{ readonly person: string }, EndRefusal>> {
  const held = await lockAppointment(tx, appointment)
  if (held === null) return refused([{ code: 'no-such-appointment' }])
  if (held.ended) return refused([{ code: 'appointment-gone' }])
  return held.person === by ? refused([{ code: 'own-appointment' }]) : ok({ person: held.person })
}

/** Ends an appointment at once. Nobody ends an own one: so there is always somebody left who can give it back. */
export async function endAppointment(
  { database }: World,
  { act, by, appointment, now }: { act: string; by: string; appointment: string; now: Date },
): Promise<Result<null, EndRefusal>> {
  const type = 'people.end-appointment'
  const payload = { appointment }
  return perform<null, EndRefusal>(
    database,
    { id: act, type, version: 1, actor: by, institution: null, occurredAt: now, payload },
    async tx => {
      const held = await appointmentOfAnother(tx, appointment, by)
      if (!held.ok) return held
      await revokeAppointment(tx, appointment, now)
      return ok(null)
    },
  )
}
