import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { contactsOf, languageOfPerson } from '../people/index.ts'
import { addressHash, keyHash } from './link-token.ts'
import { noticeSecret } from './secret-store.ts'
import { expireNotice, insertNotice, type QueuedNotice } from './store.ts'
import { type Template, type Topic, topics } from './topic.ts'
import { choicesOf, wants } from './wish-store.ts'

/** Somebody with a person's record, or whoever signed up with an address alone. */
export type NoticeTo =
  | { readonly person: string }
  | { readonly email: string | null; readonly phone: string | null; readonly language: string }

/** A topic with its values, and whom it goes to. */
export type NewNotice = Template & {
  /** Names this message among those of its topic: the same again is not queued again, ever. */
  readonly key: string
  readonly to: NoticeTo
  /** Whose message it is; its staff see what failed. */
  readonly institution: string | null
  readonly now: Date
  /** Not before this moment; quiet hours come on top. */
  readonly notBefore?: Date
  /** After this moment it is no use to anybody. */
  readonly expiresAt?: Date
}

/** What becomes of it: a letter, a line in the list of whom to ring, or nothing. */
export type NoticeOutcome = 'queued' | 'to-be-rung' | 'already-queued' | 'not-wanted' | 'no-address'

type Way = Pick<QueuedNotice, 'channel' | 'person' | 'address' | 'language'>

async function wayTo(tx: Db, topic: Topic, to: NoticeTo): Promise<Way | 'not-wanted' | 'no-address'> {
  return 'person' in to ? wayToPerson(tx, topic, to.person) : wayToAddress(tx, topic, to)
}

async function wayToPerson(tx: Db, topic: Topic, id: string): Promise<Way | 'not-wanted' | 'no-address'> {
  const { subject, calls } = topics[topic]
  const language = await languageOfPerson(tx, id)
  if (language === null) return 'no-address'
  const contacts = await contactsOf(tx, [id])
  const email = contacts.find(one => one.kind === 'email')
  const way = (channel: Way['channel']): Way => ({ channel, person: id, address: null, language })
  if (subject === null) return email === undefined ? 'no-address' : way('email')
  if (email?.confirmedAt && (await wants(tx, { kind: 'person', person: id }, subject))) return way('email')
  if ((await choicesOf(tx, [id], subject)).get(id) === false) return 'not-wanted'
  return calls && contacts.some(one => one.kind === 'phone') ? way('phone') : 'no-address'
}

async function wayToAddress(
  tx: Db,
  topic: Topic,
  { email, phone, language }: { email: string | null; phone: string | null; language: string },
): Promise<Way | 'not-wanted' | 'no-address'> {
  const { subject, calls } = topics[topic]
  if (email !== null) {
    const hash = addressHash(await noticeSecret(tx), email)
    const wanted = subject === null || (await wants(tx, { kind: 'address', hash }, subject))
    return wanted ? { channel: 'email', person: null, address: email, language } : 'not-wanted'
  }
  return phone !== null && calls ? { channel: 'phone', person: null, address: phone, language } : 'no-address'
}

/**
 * Queues a message in the transaction of whoever has something to say: it goes out if that commits, and not otherwise.
 * The address of a person is looked up when the letter goes out, and so is whether they still wish for it.
 */
export async function notify(tx: Db, notice: NewNotice): Promise<NoticeOutcome> {
  const way = await wayTo(tx, notice.topic, notice.to)
  if (way === 'not-wanted' || way === 'no-address') return way
  const queued = await insertNotice(tx, {
    id: newId(),
    topic: notice.topic,
    keyHash: keyHash(await noticeSecret(tx), notice.topic, notice.key),
    institution: notice.institution,
    ...way,
    values: notice.values,
    notBefore: notice.notBefore ?? notice.now,
    expiresAt: notice.expiresAt ?? null,
    now: notice.now,
  })
  if (!queued) return 'already-queued'
  return way.channel === 'email' ? 'queued' : 'to-be-rung'
}

/** Takes a message back that did not go out yet, as when somebody gives up a place; gives whether it was in time. */
export const unnotify = async (tx: Db, topic: Topic, key: string, now: Date): Promise<boolean> =>
  expireNotice(tx, topic, keyHash(await noticeSecret(tx), topic, key), now)
