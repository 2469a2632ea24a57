import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Person } from './card.ts'

interface OwnPerson {
  readonly id: string
  readonly name: string
  readonly group: Person['kind']
  readonly language: string
  readonly keepsHistory: boolean
  readonly since: Date
}

export const ownPerson = (db: Db, person: string): Promise<OwnPerson | null> =>
  db.maybeOne(sql`
    select id, display_name as name, kind as "group", language, keeps_history as "keepsHistory", created_at as since
    from person where id = ${person} and deleted_at is null`)

/** Neither the hash of the password nor the key of the second factor: whoever took the file could sign in with that. */
export const ownAccount = (
  db: Db,
  person: string,
): Promise<{ login: string; secondFactor: boolean; changedAt: Date } | null> =>
  db.maybeOne(sql`
    select login, totp_secret is not null as "secondFactor", changed_at as "changedAt"
    from account where person = ${person}`)

export const ownRoles = (
  db: Db,
  person: string,
): Promise<
  { role: string; institution: string | null; from: LocalDate; to: LocalDate | null; endedAt: Date | null }[]
> =>
  db.many(sql`
    select role, institution, valid_from as "from", valid_to as "to", revoked_at as "endedAt"
    from role_grant where person = ${person} order by valid_from, id`)
