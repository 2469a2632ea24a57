import type { Db } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { Json } from '../journal/index.ts'
import type { Job } from './job.ts'

interface Row {
  id: string
  kind: string
  subject: string | null
  payload: Json
  state: Job['state']
  done: number
  total: number | null
  error: string | null
  attempts: number
  created_at: Date
  finished_at: Date | null
}

const jobOf = ({ created_at, finished_at, ...row }: Row): Job => ({
  ...row,
  createdAt: created_at,
  finishedAt: finished_at,
})

const columns = sql`id, kind, subject, payload, state, done, total, error, attempts, created_at, finished_at`

/** A holder that has not reported for this long has died. */
const leaseSeconds = 30
const maxAttempts = 5

export interface NewJob {
  readonly id: string
  readonly kind: string
  readonly subject: string | null
  readonly payload?: Json
  readonly createdBy?: string | null
}

/** Queues a job in the writer's transaction; the same id twice is one job. */
export async function enqueueJob(tx: Db, job: NewJob): Promise<void> {
  await tx.run(sql`
    insert into job (id, kind, subject, payload, created_by)
    values (${job.id}, ${job.kind}, ${job.subject}, ${JSON.stringify(job.payload ?? {})}::jsonb, ${job.createdBy ?? null})
    on conflict (id) do nothing`)
  await tx.run(sql`select pg_notify('job', ${job.id})`)
}

export async function findJob(db: Db, id: string): Promise<Job | null> {
  const row = await db.maybeOne<Row>(sql`select ${columns} from job where id = ${id}`)
  return row && jobOf(row)
}

/** The newest job about this subject. */
export async function latestJobOf(db: Db, subject: string, kind: string): Promise<Job | null> {
  const row = await db.maybeOne<Row>(
    sql`select ${columns} from job where subject = ${subject} and kind = ${kind} order by created_at desc limit 1`,
  )
  return row && jobOf(row)
}

/** Takes the oldest open job of these kinds whose holder is absent or dead; one that gave way is as old as its last turn.
 *  `id` asks for one job only. */
export async function takeJob(
  db: Db,
  kinds: readonly string[],
  holder: string,
  id: string | null,
): Promise<Job | null> {
  const row = await db.maybeOne<Row>(sql`
    update job set state = 'running', attempts = attempts + 1, lease_holder = ${holder},
                   lease_until = now() + make_interval(secs => ${leaseSeconds})
    where id = (
      select id from job
      where kind = any(${kinds}::text[]) and (${id}::uuid is null or id = ${id}::uuid)
        and (state = 'waiting' or (state = 'running' and lease_until < now()))
      order by case when state = 'waiting' then coalesce(lease_until, created_at) else created_at end
      limit 1 for update skip locked)
    returning ${columns}`)
  return row && jobOf(row)
}

/** Lengthens the lease; false when the job is no longer this holder's. */
export async function reportProgress(
  db: Db,
  id: string,
  holder: string,
  done: number,
  total: number | null,
): Promise<boolean> {
  const touched = await db.run(sql`
    update job set done = ${done}, total = ${total}, lease_until = now() + make_interval(secs => ${leaseSeconds})
    where id = ${id} and lease_holder = ${holder} and state = 'running'`)
  return touched === 1
}

export async function finishJob(db: Db, id: string, holder: string): Promise<void> {
  await db.run(
    sql`update job set state = 'done', finished_at = now(), error = null where id = ${id} and lease_holder = ${holder}`,
  )
}

/** Puts an interrupted job back at once, so that a restart does not wait for the lease to run out. */
export async function releaseJob(db: Db, id: string, holder: string): Promise<void> {
  await db.run(sql`
    update job set state = 'waiting', attempts = attempts - 1, lease_until = null
    where id = ${id} and lease_holder = ${holder} and state = 'running'`)
}

/** Whether another job than this one waits for the same hands. */
export async function isWaitedFor(db: Db, kinds: readonly string[], id: string): Promise<boolean> {
  const row = await db.one<{ waited: boolean }>(sql`
    select exists (select 1 from job
                   where kind = any(${kinds}::text[]) and id <> ${id} and state = 'waiting') as waited`)
  return row.waited
}

/** Puts a job behind all that wait now. */
export async function giveWay(db: Db, id: string, holder: string): Promise<void> {
  await db.run(sql`
    update job set state = 'waiting', attempts = attempts - 1, lease_until = now()
    where id = ${id} and lease_holder = ${holder} and state = 'running'`)
}

/**
 * Frees what dead processes held, for whoever knows all the living by their numbers: nobody then waits until a lease
 * runs out. Holders are named `what-<process number>`.
 */
export async function releaseJobsOfDead(db: Db, living: readonly number[]): Promise<void> {
  const freed = await db.run(sql`
    update job set state = 'waiting', lease_until = null
    where state = 'running' and lease_holder ~ '-[0-9]+$'
      and not substring(lease_holder from '[0-9]+$')::bigint = any(${living}::bigint[])`)
  if (freed > 0) await db.run(sql`select pg_notify('job', '')`)
}

/** A failed attempt waits for the next one until the attempts are used up. */
export async function failJob(db: Db, id: string, holder: string, error: string): Promise<void> {
  await db.run(sql`
    update job set error = ${error}, state = case when attempts < ${maxAttempts} then 'waiting' else 'failed' end,
                   finished_at = case when attempts < ${maxAttempts} then null else now() end
    where id = ${id} and lease_holder = ${holder}`)
}
