import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { lockAppointment, revokeAppointment } from './appointment-store.ts'

export type EndRefusal =
  | { readonly code: 'no-such-appointment' }
  | { readonly code: 'appointment-gone' }
  | { readonly code: 'own-appointment' }

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
      const held = await lockAppointment(tx, appointment)
      if (held === null) return refused([{ code: 'no-such-appointment' }])
      if (held.ended) return refused([{ code: 'appointment-gone' }])
      if (held.person === by) return refused([{ code: 'own-appointment' }])
      await revokeAppointment(tx, appointment, now)
      return ok(null)
    },
  )
}
