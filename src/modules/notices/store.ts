import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Template, Topic } from './topic.ts'

export interface QueuedNotice {
  readonly id: string
  readonly topic: Topic
  readonly keyHash: Buffer
  readonly institution: string | null
  readonly person: string | null
  readonly address: string | null
  readonly channel: 'email' | 'phone'
  readonly language: string
  readonly values: Template['values']
  readonly notBefore: Date
  readonly expiresAt: Date | null
  readonly now: Date
}

/** Whether it was not there yet. Whoever sends hears of it when the transaction is through. */
export async function insertNotice(tx: Db, notice: QueuedNotice): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into notice (id, topic, key_hash, institution, person, address, channel, language, template, not_before,
                        expires_at, queued_at)
    values (${notice.id}, ${notice.topic}, ${notice.keyHash}, ${notice.institution}, ${notice.person}, ${notice.address},
            ${notice.channel}, ${notice.language}, ${JSON.stringify(notice.values)}::jsonb, ${notice.notBefore},
            ${notice.expiresAt}, ${notice.now})
    on conflict (topic, key_hash) do nothing`)
  if (inserted > 0) await tx.run(sql`select pg_notify('notice', '')`)
  return inserted > 0
}

/** Takes back what did not go out yet. */
export async function expireNotice(tx: Db, topic: Topic, keyHash: Buffer, now: Date): Promise<boolean> {
  const taken = await tx.run(sql`
    update notice set state = 'expired', ended_at = ${now}, template = '{}'
    where topic = ${topic} and key_hash = ${keyHash} and state = 'queued'`)
  return taken > 0
}

/** A letter that one sender has in hand. */
export interface TakenNotice {
  readonly id: string
  readonly template: Template
  readonly person: string | null
  readonly address: string | null
  readonly language: string
  readonly expiresAt: Date | null
  /** This one included. */
  readonly tries: number
  readonly lost: number
  readonly takenAt: Date
}

/**
 * Takes the next letter in hand, so that no other sender does: one that is due, or one whose sender was lost before
 * `lostBefore`. Null when there is none.
 */
export async function takeNotice(
  db: Db,
  asked: { readonly topics: readonly Topic[]; readonly now: Date; readonly lostBefore: Date },
): Promise<TakenNotice | null> {
  const row = await db.maybeOne<Omit<TakenNotice, 'template'> & { topic: Topic; values: Template['values'] }>(sql`
    update notice set state = 'sending', taken_at = ${asked.now}, tries = tries + 1,
                      lost = lost + case when state = 'sending' then 1 else 0 end
    where id = (
      select id from notice
      where channel = 'email' and topic = any(${asked.topics}) and not_before <= ${asked.now}
        and (state = 'queued' or (state = 'sending' and taken_at < ${asked.lostBefore}))
      order by not_before, id limit 1 for update skip locked)
    returning id, topic, template as values, person, address, language, expires_at as "expiresAt", tries, lost,
              taken_at as "takenAt"`)
  if (row === null) return null
  const { topic, values, ...rest } = row
  // The queue's rows are written by `insertNotice` alone, which takes a topic with its values.
  return { ...rest, template: { topic, values } as Template }
}

export type Ending = 'sent' | 'failed' | 'left' | 'expired'

/** How it ended. What the text was made of goes, except of a letter that failed: somebody may send it again. */
export async function endNotice(
  db: Db,
  taken: TakenNotice,
  end: { readonly state: Ending; readonly problem: string | null; readonly now: Date },
): Promise<void> {
  await db.run(sql`
    update notice set state = ${end.state}, problem = ${end.problem}, ended_at = ${end.now},
                      template = case when ${end.state === 'failed'} then template else '{}' end
    where id = ${taken.id} and state = 'sending' and taken_at = ${taken.takenAt}`)
}

export async function putBackNotice(db: Db, taken: TakenNotice, again: { at: Date; problem: string }): Promise<void> {
  await db.run(sql`
    update notice set state = 'queued', not_before = ${again.at}, problem = ${again.problem}, taken_at = null
    where id = ${taken.id} and state = 'sending' and taken_at = ${taken.takenAt}`)
}

/**
 * Takes off who and what from letters that ended before `before`, or before `groupsBefore` where they went to somebody
 * without an account; numbers and days stay. Gives how many.
 */
export const forgetEndedNotices = (db: Db, before: Date, groupsBefore: Date): Promise<number> =>
  db.run(sql`
    update notice set person = null, address = null, template = '{}', done_by = null
    where (ended_at < ${before} or (address is not null and ended_at < ${groupsBefore}))
      and (person is not null or address is not null or template <> '{}')`)

/** Ends what nobody rang in time. */
export async function expireCalls(db: Db, now: Date, queuedBefore: Date): Promise<void> {
  await db.run(sql`
    update notice set state = 'expired', ended_at = ${now}
    where channel = 'phone' and state = 'queued' and (expires_at <= ${now} or queued_at < ${queuedBefore})`)
}

/** Everything that the queue and the choices hold of a person. */
export async function deleteNoticesOf(tx: Db, person: string): Promise<void> {
  await tx.run(sql`delete from notice where person = ${person}`)
  await tx.run(sql`delete from notice_choice where person = ${person}`)
}
