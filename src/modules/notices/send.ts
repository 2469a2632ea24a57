import type { Db } from '../../platform/database/database.ts'
import { type Mail, MailRefused } from '../../platform/mail/index.ts'
import type { World } from '../../platform/world.ts'
import { contactsOf } from '../people/index.ts'
import { addressHash, leaveToken, type Recipient } from './link-token.ts'
import { leavePath } from './paths.ts'
import { noticeSecret } from './secret-store.ts'
import { lostAfterMs, loudFrom, mayGoAgain, nextTry } from './sending-rules.ts'
import {
  type Ending,
  endNotice,
  expireCalls,
  forgetEndedNotices,
  putBackNotice,
  type TakenNotice,
  takeNotice,
} from './store.ts'
import { renderLetter } from './texts.ts'
import { type Template, type Topic, topics } from './topic.ts'
import { wants } from './wish-store.ts'

/** Asks whoever queued a message for what it says today; null when there is nothing left to say. */
export type Refresh = (db: Db, template: Template, language: string) => Promise<Template | null>

/** With what letters are sent. */
export interface Sending {
  readonly world: Pick<World, 'database' | 'clock' | 'config' | 'log'>
  readonly mail: Mail
  readonly refresh: Refresh
  /** Asked before each letter: whoever stops lets one end, not the whole queue. */
  readonly stopping?: () => boolean
}

const everyTopic = Object.keys(topics) as Topic[]

/** Sends all letters that are due, one after the other; gives how many were taken on. Two of these at once share them. */
export async function sendDueNotices(sending: Sending): Promise<number> {
  const { database, clock, config } = sending.world
  let sent = 0
  while (sending.stopping?.() !== true) {
    const now = clock.now()
    const loud = loudFrom(now, config.quietHours) <= now
    const taken = await takeNotice(database, {
      topics: loud ? everyTopic : everyTopic.filter(topic => topics[topic].atOnce),
      now,
      lostBefore: new Date(now.getTime() - lostAfterMs),
    })
    if (taken === null) return sent
    const outcome = await sendOne(sending, taken)
    if (outcome === 'sent') sent++
    // No server answers: the other letters need not find that out one by one.
    if (outcome === 'unreachable') return sent
  }
  return sent
}

interface Address {
  readonly to: string
  readonly recipient: Recipient
}

async function addressOf(db: Db, secret: Buffer, taken: TakenNotice): Promise<Address | null> {
  const { person, address } = taken
  if (person === null) {
    return address === null ? null : { to: address, recipient: { kind: 'address', hash: addressHash(secret, address) } }
  }
  const email = (await contactsOf(db, [person])).find(one => one.kind === 'email')
  const usable = email !== undefined && (email.confirmedAt !== null || topics[taken.template.topic].subject === null)
  return usable ? { to: email.value, recipient: { kind: 'person', person } } : null
}

async function sendOne(
  { world, mail, refresh }: Sending,
  taken: TakenNotice,
): Promise<Ending | 'again' | 'unreachable'> {
  const { database, clock, config, log } = world
  const now = clock.now()
  const end = async (state: Ending, problem: string | null = null) => {
    await endNotice(database, taken, { state, problem, now })
    return state
  }
  if (!mayGoAgain(taken.lost)) return end('failed', 'sender-lost')
  if (taken.expiresAt !== null && taken.expiresAt <= now) return end('expired')
  const secret = await noticeSecret(database)
  const address = await addressOf(database, secret, taken)
  if (address === null) return end('left', 'no-address')
  const { subject } = topics[taken.template.topic]
  if (subject !== null && !(await wants(database, address.recipient, subject))) return end('left')
  const template = await refresh(database, taken.template, taken.language)
  if (template === null) return end('expired')
  const leave = subject === null ? null : leaveToken(secret, { recipient: address.recipient, subject })
  const link = leave === null ? null : `${config.publicUrl}${leavePath(leave)}`
  const letter = renderLetter(template, taken.language, config.publicUrl, link)
  try {
    await mail.send({ id: taken.id, to: address.to, leave: link, ...letter })
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error
    const at = error.forGood ? null : nextTry(now, taken.tries)
    // The address is in no log.
    log.warn({ notice: taken.id, topic: template.topic, tries: taken.tries, error: error.reason }, 'letter not taken')
    if (at === null) return end('failed', error.reason)
    await putBackNotice(database, taken, { at, problem: error.reason })
    return /^\d/.test(error.reason) ? 'again' : 'unreachable'
  }
  return end('sent')
}

const dayMs = 86_400_000
const rememberedMs = 30 * dayMs

/**
 * Takes names, addresses and contents off what ended thirty days ago, and of groups without an account no later than the
 * installation keeps their contacts; gives how many letters were forgotten.
 */
export async function forgetOldNotices({
  database,
  clock,
  config,
}: Pick<World, 'database' | 'clock' | 'config'>): Promise<number> {
  const now = clock.now()
  const before = new Date(now.getTime() - rememberedMs)
  await expireCalls(database, now, before)
  const kept = Math.min(rememberedMs, config.contactDays * dayMs)
  return forgetEndedNotices(database, before, new Date(now.getTime() - kept))
}
