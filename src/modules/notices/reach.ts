import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { contactsOf } from '../people/index.ts'
import { insertCall } from './call-store.ts'
import { keyHash } from './link-token.ts'
import { noticeSecret } from './secret-store.ts'
import { type Subject, type Topic, wantedAtFirst } from './topic.ts'
import { choicesOf } from './wish-store.ts'

/** Those of these people who have a confirmed address and wish to hear of the subject. */
export async function reachableByLetter(db: Db, persons: readonly string[], subject: Subject): Promise<Set<string>> {
  const contacts = await contactsOf(db, persons)
  const choices = await choicesOf(db, persons, subject)
  return new Set(
    contacts
      .filter(({ kind, confirmedAt }) => kind === 'email' && confirmedAt !== null)
      .map(({ person }) => person)
      .filter(person => choices.get(person) ?? wantedAtFirst[subject]),
  )
}

/** Writes down that a person was rung; the same key again is the same call. */
export async function noteCall(
  tx: Db,
  call: {
    readonly topic: Topic
    readonly key: string
    readonly person: string
    readonly institution: string
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  const { topic, key, ...rest } = call
  // A letter and a call may bear the same key.
  await insertCall(tx, { id: newId(), topic, keyHash: keyHash(await noticeSecret(tx), `call:${topic}`, key), ...rest })
}
