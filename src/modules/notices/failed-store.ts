import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Topic } from './topic.ts'

/** A letter that was given up. */
export interface FailedLetter {
  readonly id: string
  readonly topic: Topic
  /** Null of somebody without an account. */
  readonly person: string | null
  readonly problem: string
  readonly endedAt: Date
}

/** Letters of an institution that were given up and still know whom they were for, the newest first. */
export const failedLetters = (db: Db, institution: string, limit: number): Promise<FailedLetter[]> =>
  db.many<FailedLetter>(sql`
    select id, topic, person, coalesce(problem, '') as problem, ended_at as "endedAt" from notice
    where institution = ${institution} and state = 'failed' and channel = 'email'
      and (person is not null or address is not null)
    order by ended_at desc, id limit ${limit}`)

export const countWaiting = async (db: Db, institution: string): Promise<number> =>
  (
    await db.one<{ waiting: number }>(sql`
      select count(*) as waiting from notice
      where institution = ${institution} and channel = 'email' and state in ('queued', 'sending')`)
  ).waiting

/** Queues a letter that was given up once more, as if new; false when there is none such. */
export async function queueAgain(tx: Db, institution: string, id: string, now: Date): Promise<boolean> {
  const queued = await tx.run(sql`
    update notice set state = 'queued', tries = 0, lost = 0, not_before = ${now}, ended_at = null, problem = null
    where id = ${id} and institution = ${institution} and state = 'failed'
      and (person is not null or address is not null)`)
  if (queued > 0) await tx.run(sql`select pg_notify('notice', '')`)
  return queued > 0
}
