import { ok } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { type ContactKind, contactsOf, putContact, removeContact } from '../people/index.ts'
import type { TypedContact } from './forms.ts'
import { askToConfirm } from './own-address.ts'

/** Writes down at the desk how a reader who stands there wishes to be reached. The journal names the card alone. */
export async function writeContact(
  world: World,
  writing: {
    readonly act: string
    readonly by: string
    readonly institution: string
    readonly card: string
    readonly person: string
    readonly typed: TypedContact
    readonly now: Date
  },
): Promise<void> {
  const { act, by, institution, card, person, typed, now } = writing
  const type = 'notices.write-contact'
  const intent = { id: act, type, version: 1, actor: by, institution, occurredAt: now, payload: { card } }
  await perform(world.database, intent, async tx => {
    const there = await contactsOf(tx, [person])
    const valueOf = (kind: ContactKind) => there.find(one => one.kind === kind)?.value ?? null
    if (typed.phone === null) await removeContact(tx, person, 'phone')
    else if (typed.phone !== valueOf('phone'))
      await putContact(tx, {
        id: newId(),
        person,
        kind: 'phone',
        value: typed.phone,
        confirmedAt: now,
        addedBy: by,
        now,
      })
    if (typed.email === null) await removeContact(tx, person, 'email')
    else if (typed.email !== valueOf('email')) await askToConfirm(tx, { person, email: typed.email, by, now })
    return ok(null)
  })
}
