import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { isRole, type RoleGrant } from './role.ts'

export interface Account {
  readonly person: string
  readonly login: string
  readonly passwordHash: string
  readonly totpSecret: string | null
  readonly totpUsedStep: number | null
  readonly mustChangePassword: boolean
  readonly locked: boolean
}

interface AccountRow {
  person: string
  login: string
  password_hash: string
  totp_secret: string | null
  totp_used_step: number | null
  must_change_password: boolean
  locked: boolean
}

const accountOf = (row: AccountRow): Account => ({
  person: row.person,
  login: row.login,
  passwordHash: row.password_hash,
  totpSecret: row.totp_secret,
  totpUsedStep: row.totp_used_step,
  mustChangePassword: row.must_change_password,
  locked: row.locked,
})

const accountColumns = sql`person, login, password_hash, totp_secret, totp_used_step, must_change_password,
                           locked_at is not null as locked`

export async function accountByLogin(db: Db, login: string): Promise<Account | null> {
  const row = await db.maybeOne<AccountRow>(
    sql`select ${accountColumns} from account where login = ${login.toLowerCase()}`,
  )
  return row && accountOf(row)
}

export async function accountOfPerson(db: Db, person: string): Promise<Account | null> {
  const row = await db.maybeOne<AccountRow>(sql`select ${accountColumns} from account where person = ${person}`)
  return row && accountOf(row)
}

/** False when another account has this login. */
export async function insertAccount(
  tx: Db,
  account: { person: string; login: string; passwordHash: string; mustChangePassword: boolean },
): Promise<boolean> {
  const added = await tx.run(sql`
    insert into account (person, login, password_hash, must_change_password)
    values (${account.person}, ${account.login.toLowerCase()}, ${account.passwordHash}, ${account.mustChangePassword})
    on conflict (login) do nothing`)
  return added === 1
}

/** A password that the person chose: nothing is owed any longer. */
export async function setPassword(tx: Db, person: string, passwordHash: string): Promise<void> {
  await tx.run(sql`
    update account set password_hash = ${passwordHash}, must_change_password = false, changed_at = now()
    where person = ${person}`)
}

/** A password that somebody else knows: its owner chooses an own one, and sets the second factor up again. */
export async function giveFirstPassword(tx: Db, person: string, passwordHash: string): Promise<void> {
  await tx.run(sql`
    update account set password_hash = ${passwordHash}, must_change_password = true, totp_secret = null,
                       totp_used_step = null, changed_at = now()
    where person = ${person}`)
}

/** Gives an account its second factor and marks the step of its first code as used; false when it has one already. */
export async function setTotpSecret(tx: Db, person: string, secret: string, usedStep: number): Promise<boolean> {
  const touched = await tx.run(sql`
    update account set totp_secret = ${secret}, totp_used_step = ${usedStep}, changed_at = now()
    where person = ${person} and totp_secret is null`)
  return touched === 1
}

/** Marks a code's time step as used; false when another request used it first. */
export async function useTotpStep(tx: Db, person: string, step: number): Promise<boolean> {
  const touched = await tx.run(sql`
    update account set totp_used_step = ${step}
    where person = ${person} and (totp_used_step is null or totp_used_step < ${step})`)
  return touched === 1
}

/** The appointments of a person that hold on this day, its first and last day included. */
export async function grantsOf(db: Db, person: string, on: LocalDate): Promise<RoleGrant[]> {
  const rows = await db.many<{ role: string; institution: string | null; with_branches: boolean }>(sql`
    select role, institution, with_branches from role_grant
    where person = ${person} and revoked_at is null and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})`)
  return rows.flatMap(row =>
    isRole(row.role) ? [{ role: row.role, institution: row.institution, withBranches: row.with_branches }] : [],
  )
}

export async function insertGrant(
  tx: Db,
  grant: RoleGrant & { id: string; person: string; from: LocalDate; to: LocalDate | null; grantedBy: string | null },
): Promise<void> {
  await tx.run(sql`
    insert into role_grant (id, person, role, institution, with_branches, valid_from, valid_to, granted_by)
    values (${grant.id}, ${grant.person}, ${grant.role}, ${grant.institution}, ${grant.withBranches},
            ${grant.from}, ${grant.to}, ${grant.grantedBy})`)
}
