import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Topic } from './topic.ts'

export async function insertCall(
  tx: Db,
  call: {
    readonly id: string
    readonly topic: Topic
    readonly keyHash: Buffer
    readonly person: string
    readonly institution: string
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  await tx.run(sql`
    insert into notice (id, topic, key_hash, institution, person, channel, language, template, state, not_before,
                        queued_at, ended_at, done_by)
    values (${call.id}, ${call.topic}, ${call.keyHash}, ${call.institution}, ${call.person}, 'phone', 'vi', '{}', 'sent',
            ${call.now}, ${call.now}, ${call.now}, ${call.by})
    on conflict (topic, key_hash) do nothing`)
}

/** When these people were last rung by an institution about a topic, not longer ago than `since`. */
export async function callsOf(
  db: Db,
  asked: {
    readonly persons: readonly string[]
    readonly institution: string
    readonly topic: Topic
    readonly since: Date
  },
): Promise<Map<string, Date>> {
  const rows = await db.many<{ person: string; at: Date }>(sql`
    select person, max(ended_at) as at from notice
    where person = any(${asked.persons}::uuid[]) and institution = ${asked.institution} and topic = ${asked.topic}
      and channel = 'phone' and state = 'sent' and ended_at >= ${asked.since}
    group by person`)
  return new Map(rows.map(row => [row.person, row.at]))
}

/** Those of these people whose last letter about a topic was given up. */
export async function failedLettersTo(db: Db, persons: readonly string[], topic: Topic): Promise<Set<string>> {
  const rows = await db.many<{ person: string; state: string }>(sql`
    select distinct on (person) person, state from notice
    where person = any(${persons}::uuid[]) and topic = ${topic} and channel = 'email' and ended_at is not null
    order by person, ended_at desc`)
  return new Set(rows.filter(({ state }) => state === 'failed').map(({ person }) => person))
}
