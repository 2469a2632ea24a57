import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'

export interface SessionRow {
  readonly id: string
  readonly person: string
  readonly device: string
  readonly createdAt: Date
  readonly seenAt: Date
}

/** A session and what its account says about it. */
export interface HeldSession extends SessionRow {
  readonly displayName: string
  readonly demo: boolean
  /** Whether the code of the second factor was given in this session. */
  readonly codeGiven: boolean
  readonly hasSecondFactor: boolean
  readonly mustChangePassword: boolean
}

interface Row {
  id: string
  person: string
  device: string
  created_at: Date
  seen_at: Date
}

const sessionOf = (row: Row): SessionRow => ({
  id: row.id,
  person: row.person,
  device: row.device,
  createdAt: row.created_at,
  seenAt: row.seen_at,
})

const columns = sql`session.id, session.person, session.device, session.created_at, session.seen_at`

export async function insertSession(
  tx: Db,
  session: { id: string; tokenHash: Buffer; person: string; device: string; now: Date; expiresAt: Date },
): Promise<void> {
  await tx.run(sql`
    insert into session (id, token_hash, person, device, created_at, seen_at, expires_at)
    values (${session.id}, ${session.tokenHash}, ${session.person}, ${session.device}, ${session.now}, ${session.now},
            ${session.expiresAt})`)
}

/** The session of a token; none of a locked account or an erased person. */
export async function sessionByToken(db: Db, tokenHash: Buffer, now: Date): Promise<HeldSession | null> {
  const row = await db.maybeOne<
    Row & {
      display_name: string
      demo: boolean
      second_factor: boolean
      has_second_factor: boolean
      must_change_password: boolean
    }
  >(sql`
    select ${columns}, person.display_name, person.demo, session.second_factor,
           account.totp_secret is not null as has_second_factor, account.must_change_password
    from session join person on person.id = session.person join account on account.person = session.person
    where token_hash = ${tokenHash} and expires_at > ${now} and person.deleted_at is null and account.locked_at is null`)
  return (
    row && {
      ...sessionOf(row),
      displayName: row.display_name,
      demo: row.demo,
      codeGiven: row.second_factor,
      hasSecondFactor: row.has_second_factor,
      mustChangePassword: row.must_change_password,
    }
  )
}

/** A person's living sessions, the one used last first. */
export async function sessionsOf(db: Db, person: string, now: Date): Promise<SessionRow[]> {
  const rows = await db.many<Row>(
    sql`select ${columns} from session where person = ${person} and expires_at > ${now} order by seen_at desc, id`,
  )
  return rows.map(sessionOf)
}

/** Writes at most once in five minutes: reading a page is no reason to write. */
export async function touchSession(db: Db, id: string, now: Date, expiresAt: Date): Promise<void> {
  await db.run(sql`
    update session set seen_at = ${now}, expires_at = ${expiresAt}
    where id = ${id} and seen_at < ${new Date(now.getTime() - 300_000)}`)
}

export async function confirmSecondFactor(tx: Db, session: string): Promise<void> {
  await tx.run(sql`update session set second_factor = true where id = ${session}`)
}

export async function deleteSession(tx: Db, session: string): Promise<void> {
  await tx.run(sql`delete from session where id = ${session}`)
}

/** Ends one session of this person; another person's stays. */
export async function deleteOwnSession(tx: Db, session: string, person: string): Promise<void> {
  await tx.run(sql`delete from session where id = ${session} and person = ${person}`)
}

/** Signs a person out everywhere. */
export async function deleteSessionsOf(tx: Db, person: string): Promise<void> {
  await tx.run(sql`delete from session where person = ${person}`)
}

export async function deleteOtherSessions(tx: Db, person: string, kept: string): Promise<void> {
  await tx.run(sql`delete from session where person = ${person} and id <> ${kept}`)
}

/** Which devices a person used is nobody's business once the sessions are over. */
export const deleteEndedSessions = (db: Db, now: Date): Promise<number> =>
  db.run(sql`delete from session where expires_at <= ${now}`)
