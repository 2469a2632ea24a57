import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'

/** How well the accounts of staff are kept, for whoever runs the installation; counts only. */
export interface StaffSafety {
  /** Living accounts that may run the whole province, the demonstration's apart. */
  readonly administrators: number
  /** Accounts with a role today but without a second factor, the demonstration's apart. */
  readonly withoutSecondFactor: number
  readonly demoAccounts: number
}

export const staffSafety = (db: Db, today: LocalDate): Promise<StaffSafety> =>
  db.one<StaffSafety>(sql`
    with staff as (
      select account.person, account.totp_secret, person.demo,
             bool_or(role_grant.role = 'administrator' and role_grant.institution is null) as administrator
      from account join person on person.id = account.person and person.deleted_at is null
                   join role_grant on role_grant.person = account.person
      where account.locked_at is null and role_grant.revoked_at is null and role_grant.valid_from <= ${today}
        and (role_grant.valid_to is null or role_grant.valid_to >= ${today})
      group by account.person, account.totp_secret, person.demo)
    select count(*) filter (where administrator and not demo)::int as "administrators",
           count(*) filter (where totp_secret is null and not demo)::int as "withoutSecondFactor",
           (select count(*) from account join person on person.id = account.person where person.demo)::int as "demoAccounts"
    from staff`)
