import type { LocalDate } from '../../kernel/local-date.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { isRole, type Role } from './role.ts'

/** An appointment that holds, with whose it is. */
export interface Appointment {
  readonly id: string
  readonly person: string
  readonly displayName: string
  readonly login: string
  readonly role: Role
  /** Null is the whole province. */
  readonly institution: { readonly code: string; readonly name: LocalizedText } | null
  readonly withBranches: boolean
  readonly from: LocalDate
  readonly hasSecondFactor: boolean
}

interface Row {
  id: string
  person: string
  display_name: string
  login: string
  role: string
  code: string | null
  name: LocalizedText | null
  with_branches: boolean
  valid_from: LocalDate
  protected: boolean
}

/** Everybody's appointments of a day, by name. */
export async function appointmentsOn(db: Db, on: LocalDate): Promise<Appointment[]> {
  const rows = await db.many<Row>(sql`
    select g.id, g.person, p.display_name, a.login, g.role, i.code, i.name, g.with_branches, g.valid_from,
           a.totp_secret is not null as protected
    from role_grant g join person p on p.id = g.person and p.deleted_at is null join account a on a.person = g.person
    left join institution i on i.id = g.institution
    where g.revoked_at is null and g.valid_from <= ${on} and (g.valid_to is null or g.valid_to >= ${on})
    order by p.sort_key, g.id`)
  return rows.flatMap(row =>
    isRole(row.role)
      ? [
          {
            id: row.id,
            person: row.person,
            displayName: row.display_name,
            login: row.login,
            role: row.role,
            institution: row.code === null ? null : { code: row.code, name: row.name ?? [] },
            withBranches: row.with_branches,
            from: row.valid_from,
            hasSecondFactor: row.protected,
          },
        ]
      : [],
  )
}

/** Whose appointment this is, and whether it was ended; locked against others who end it. Null when there is none. */
export async function lockAppointment(
  tx: Db,
  id: string,
): Promise<{ readonly person: string; readonly ended: boolean } | null> {
  return tx.maybeOne<{ person: string; ended: boolean }>(
    sql`select person, revoked_at is not null as ended from role_grant where id = ${id} for update`,
  )
}

export async function revokeAppointment(tx: Db, id: string, now: Date): Promise<void> {
  await tx.run(sql`update role_grant set revoked_at = ${now} where id = ${id}`)
}
