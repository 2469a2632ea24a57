import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { type Assistance, assistedBy, contactsOf, mayGoOn, type TurnOver } from '../people/index.ts'
import type { Subject } from './topic.ts'
import { setWish, wants } from './wish-store.ts'

/** Whether a person hears of a subject; null for whoever gave no address, whom no letter reaches. */
export async function hearsOf(db: Db, person: string, subject: Subject): Promise<boolean | null> {
  const contacts = await contactsOf(db, [person])
  return contacts.length === 0 ? null : wants(db, { kind: 'person', person }, subject)
}

/** A person chooses one subject, others staying as they are; perhaps by a helper's hand. */
export function chooseOne(
  { database }: World,
  choice: {
    readonly act: string
    readonly person: string
    readonly subject: Subject
    readonly wanted: boolean
    readonly now: Date
    readonly assistance?: Assistance
  },
): Promise<Result<null, TurnOver>> {
  const { act, person, subject, wanted, now, assistance } = choice
  const intent = {
    id: act,
    type: 'notices.choose-one',
    version: 1,
    actor: person,
    institution: null,
    occurredAt: now,
    payload: { subject, wanted, ...assistedBy(assistance) },
  }
  return perform<null, TurnOver>(database, intent, async tx => {
    if (!(await mayGoOn(tx, intent, assistance))) return refused([{ code: 'turn-over' }])
    await setWish(tx, { kind: 'person', person }, { subject, wanted, now })
    return ok(null)
  })
}
