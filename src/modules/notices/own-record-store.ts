import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'

/** What a person was written, or is about to be, the newest first; what it said goes when it is sent. */
export const lettersTo = (
  db: Db,
  person: string,
): Promise<{ topic: string; channel: string; state: string; queuedAt: Date; endedAt: Date | null }[]> =>
  db.many(sql`
    select topic, channel, state, queued_at as "queuedAt", ended_at as "endedAt" from notice
    where person = ${person} order by queued_at desc, id`)

/** What a person chose to hear of, or not. */
export const wishesOf = (db: Db, person: string): Promise<{ subject: string; wanted: boolean; chosenAt: Date }[]> =>
  db.many(sql`
    select subject, wanted, chosen_at as "chosenAt" from notice_choice where person = ${person} order by subject`)
