import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Act, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import {
  type ContactKind,
  confirmContact,
  contactById,
  contactsOf,
  putContact,
  removeContact,
} from '../people/index.ts'
import { confirmToken, readConfirmToken } from './link-token.ts'
import { notify } from './notify.ts'
import { confirmPath } from './paths.ts'
import { noticeSecret } from './secret-store.ts'
import { type Subject, subjects } from './topic.ts'
import { setWish } from './wish-store.ts'

/** Who does it to themselves. The journal says that they did, never which address. */
interface Own {
  readonly act: string
  readonly person: string
  readonly now: Date
}

export type OwnRefusal = { readonly code: 'too-many-letters'; readonly minutes: number }

const actOf = ({ act, person, now }: Own, type: string): Act => ({
  id: act,
  type,
  version: 1,
  actor: person,
  institution: null,
  occurredAt: now,
  payload: {},
})

const linkMs = 7 * 86_400_000
/** Letters to be confirmed that one person may have sent: to addresses that may be somebody else's. */
const lettersAnHour = { count: 5, seconds: 3600 }

/** Keeps an address as yet to be confirmed and sends it the link that confirms it. */
export async function askToConfirm(
  tx: Db,
  asked: { readonly person: string; readonly email: string; readonly by: string; readonly now: Date },
): Promise<void> {
  const { person, email, by, now } = asked
  const id = newId()
  await putContact(tx, { id, person, kind: 'email', value: email, confirmedAt: null, addedBy: by, now })
  const until = new Date(now.getTime() + linkMs)
  const link = confirmPath(confirmToken(await noticeSecret(tx), id, until))
  const to = { to: { person }, institution: null, now, expiresAt: until }
  await notify(tx, { topic: 'confirm-address', values: { link }, key: id, ...to })
}

/** Sets a person's own address; one that is theirs and confirmed already stays so. */
export async function setOwnEmail(
  world: World,
  own: Own & { readonly email: string },
): Promise<Result<null, OwnRefusal>> {
  const { person, email, now } = own
  const seconds = world.limiter.take('confirm-address', person, lettersAnHour)
  if (seconds !== null) return refused([{ code: 'too-many-letters', minutes: Math.ceil(seconds / 60) }])
  return perform<null, OwnRefusal>(world.database, actOf(own, 'notices.set-email'), async tx => {
    const there = (await contactsOf(tx, [person])).find(one => one.kind === 'email')
    if (there?.value !== email || there.confirmedAt === null) await askToConfirm(tx, { person, email, by: person, now })
    return ok(null)
  })
}

/** Forgets one's own address or number. */
export async function dropOwnContact(world: World, own: Own & { readonly kind: ContactKind }): Promise<void> {
  await perform(world.database, actOf(own, 'notices.drop-contact'), async tx => {
    await removeContact(tx, own.person, own.kind)
    return ok(null)
  })
}

export async function chooseWishes(world: World, own: Own & { readonly wanted: readonly Subject[] }): Promise<void> {
  const { person, wanted, now } = own
  await perform(world.database, actOf(own, 'notices.choose'), async tx => {
    for (const subject of subjects)
      await setWish(tx, { kind: 'person', person }, { subject, wanted: wanted.includes(subject), now })
    return ok(null)
  })
}

export type ConfirmRefusal = { readonly code: 'link-not-good' }

/** Whose address the link confirms, as far as it is still theirs. */
export async function addressToConfirm(
  db: Db,
  token: string,
  now: Date,
): Promise<{ id: string; email: string; confirmed: boolean } | null> {
  const id = readConfirmToken(await noticeSecret(db), token, now)
  const contact = id === null ? null : await contactById(db, id)
  return contact && { id: contact.id, email: contact.value, confirmed: contact.confirmedAt !== null }
}

/** Confirms an address; whoever holds the link has the letter, so nobody needs to be signed in. */
export async function confirmAddress(
  world: World,
  confirming: { readonly act: string; readonly token: string; readonly now: Date },
): Promise<Result<null, ConfirmRefusal>> {
  const { act, token, now } = confirming
  const found = await addressToConfirm(world.database, token, now)
  if (found === null) return refused([{ code: 'link-not-good' }])
  const type = 'notices.confirm-address'
  const intent = { id: act, type, version: 1, actor: null, institution: null, occurredAt: now, payload: {} }
  return perform<null, ConfirmRefusal>(world.database, intent, async tx =>
    (await confirmContact(tx, found.id, now)) ? ok(null) : refused([{ code: 'link-not-good' }]),
  )
}
