import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Card, Person } from './card.ts'
import { isRole, type RoleGrant } from './role.ts'

export interface NewPerson {
  readonly id: string
  readonly displayName: string
  readonly sortKey: string
  readonly foldedName: string
  readonly kind: Person['kind']
  readonly demo: boolean
}

interface PersonRow {
  id: string
  display_name: string
  kind: Person['kind']
  keeps_history: boolean
}

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  displayName: row.display_name,
  kind: row.kind,
  keepsHistory: row.keeps_history,
})

export async function insertPerson(tx: Db, person: NewPerson): Promise<void> {
  await tx.run(sql`
    insert into person (id, display_name, sort_key, folded_name, kind, demo)
    values (${person.id}, ${person.displayName}, ${person.sortKey}, ${person.foldedName}, ${person.kind}, ${person.demo})`)
}

export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const row = await db.maybeOne<PersonRow>(
    sql`select id, display_name, kind, keeps_history from person where id = ${id} and deleted_at is null`,
  )
  return row && personOf(row)
}

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

export async function insertAccount(
  tx: Db,
  account: { person: string; login: string; passwordHash: string; mustChangePassword: boolean },
): Promise<void> {
  await tx.run(sql`
    insert into account (person, login, password_hash, must_change_password)
    values (${account.person}, ${account.login.toLowerCase()}, ${account.passwordHash}, ${account.mustChangePassword})`)
}

export async function setPassword(tx: Db, person: string, passwordHash: string): Promise<void> {
  await tx.run(sql`
    update account set password_hash = ${passwordHash}, must_change_password = false, changed_at = now()
    where person = ${person}`)
}

export async function setTotpSecret(tx: Db, person: string, secret: string): Promise<void> {
  await tx.run(
    sql`update account set totp_secret = ${secret}, totp_used_step = null, changed_at = now() where person = ${person}`,
  )
}

/** Marks a code's time step as used; false when another request used it first. */
export async function useTotpStep(tx: Db, person: string, step: number): Promise<boolean> {
  const touched = await tx.run(sql`
    update account set totp_used_step = ${step}
    where person = ${person} and (totp_used_step is null or totp_used_step < ${step})`)
  return touched === 1
}

export interface SessionRow {
  readonly id: string
  readonly person: string
  readonly displayName: string
  readonly demo: boolean
  readonly secondFactor: boolean
  readonly device: string
  readonly createdAt: Date
  readonly seenAt: Date
}

interface RawSession {
  id: string
  person: string
  display_name: string
  demo: boolean
  second_factor: boolean
  device: string
  created_at: Date
  seen_at: Date
}

const sessionOf = (row: RawSession): SessionRow => ({
  id: row.id,
  person: row.person,
  displayName: row.display_name,
  demo: row.demo,
  secondFactor: row.second_factor,
  device: row.device,
  createdAt: row.created_at,
  seenAt: row.seen_at,
})

const sessionColumns = sql`session.id, session.person, person.display_name, person.demo, session.second_factor,
                           session.device, session.created_at, session.seen_at`

export async function insertSession(
  tx: Db,
  session: {
    id: string
    tokenHash: Buffer
    person: string
    secondFactor: boolean
    device: string
    now: Date
    expiresAt: Date
  },
): Promise<void> {
  await tx.run(sql`
    insert into session (id, token_hash, person, second_factor, device, created_at, seen_at, expires_at)
    values (${session.id}, ${session.tokenHash}, ${session.person}, ${session.secondFactor}, ${session.device},
            ${session.now}, ${session.now}, ${session.expiresAt})`)
}

export async function sessionByToken(db: Db, tokenHash: Buffer, now: Date): Promise<SessionRow | null> {
  const row = await db.maybeOne<RawSession>(sql`
    select ${sessionColumns} from session join person on person.id = session.person
    where token_hash = ${tokenHash} and expires_at > ${now} and person.deleted_at is null`)
  return row && sessionOf(row)
}

export async function sessionsOf(db: Db, person: string, now: Date): Promise<SessionRow[]> {
  const rows = await db.many<RawSession>(sql`
    select ${sessionColumns} from session join person on person.id = session.person
    where session.person = ${person} and expires_at > ${now} order by seen_at desc`)
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

export async function deleteSession(tx: Db, session: string, person: string): Promise<void> {
  await tx.run(sql`delete from session where id = ${session} and person = ${person}`)
}

export async function deleteOtherSessions(tx: Db, person: string, kept: string | null): Promise<void> {
  await tx.run(sql`delete from session where person = ${person} and (${kept}::uuid is null or id <> ${kept}::uuid)`)
}

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

interface CardRow {
  id: string
  number: string
  person: string
  institution: string
  issued_on: LocalDate
  expires_on: LocalDate
  state: Card['state']
  note: string | null
}

const cardOf = (row: CardRow): Card => ({
  id: row.id,
  number: row.number,
  person: row.person,
  institution: row.institution,
  issuedOn: row.issued_on,
  expiresOn: row.expires_on,
  state: row.state,
  note: row.note,
})

const cardColumns = sql`card.id, card.number, card.person, card.institution, card.issued_on, card.expires_on, card.state, card.note`

export async function cardByNumber(db: Db, number: string): Promise<Card | null> {
  const row = await db.maybeOne<CardRow>(sql`select ${cardColumns} from card where number = ${number}`)
  return row && cardOf(row)
}

export async function cardById(db: Db, id: string): Promise<Card | null> {
  const row = await db.maybeOne<CardRow>(sql`select ${cardColumns} from card where id = ${id}`)
  return row && cardOf(row)
}

export async function cardsOf(db: Db, person: string): Promise<Card[]> {
  return (
    await db.many<CardRow>(sql`select ${cardColumns} from card where person = ${person} order by issued_on desc`)
  ).map(cardOf)
}

export async function insertCard(tx: Db, card: Card): Promise<void> {
  await tx.run(sql`
    insert into card (id, number, person, institution, issued_on, expires_on, state, note)
    values (${card.id}, ${card.number}, ${card.person}, ${card.institution}, ${card.issuedOn}, ${card.expiresOn},
            ${card.state}, ${card.note})`)
}

export async function renewCard(tx: Db, id: string, expiresOn: LocalDate): Promise<void> {
  await tx.run(sql`update card set expires_on = ${expiresOn}, state = 'valid' where id = ${id}`)
}

/** The highest running number given under this prefix, 0 when there is none; locks the series until the transaction ends. */
export async function lastCardNumber(tx: Db, prefix: string): Promise<number> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`card:${prefix}`}, 0))`)
  const row = await tx.one<{ last: number | null }>(sql`
    select max(substring(number from ${prefix.length + 2})::bigint) as last from card
    where number like ${`${prefix.replaceAll(/[\\%_]/g, '\\$&')}-%`} and substring(number from ${prefix.length + 2}) ~ '^[0-9]{1,15}$'`)
  return row.last ?? 0
}

export interface Reader {
  readonly person: Person
  readonly card: Card
}

/** Readers with a card of these institutions whose name or number begins like the typed text (already folded). */
export async function findReaders(
  db: Db,
  query: { institutions: readonly string[] | null; folded: string; number: string; limit: number; offset: number },
): Promise<{ readers: Reader[]; total: number }> {
  const like = `%${query.folded.replaceAll(/[\\%_]/g, '\\$&')}%`
  const numberLike = `${query.number.replaceAll(/[\\%_]/g, '\\$&')}%`
  const where = sql`
    person.deleted_at is null
    and (${query.institutions}::uuid[] is null or card.institution = any(${query.institutions}::uuid[]))
    and (person.folded_name like ${like} or card.number like ${numberLike})`
  const rows = await db.many<
    CardRow & { display_name: string; kind: Person['kind']; keeps_history: boolean; total: number }
  >(sql`
    select ${cardColumns}, person.display_name, person.kind, person.keeps_history, count(*) over () as total
    from card join person on person.id = card.person where ${where}
    order by person.sort_key, card.number limit ${query.limit} offset ${query.offset}`)
  return {
    total: rows[0]?.total ?? 0,
    readers: rows.map(row => ({ card: cardOf(row), person: personOf({ ...row, id: row.person }) })),
  }
}

/** What these people are called; those who were erased are absent. */
export async function displayNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.many<{ id: string; display_name: string }>(
    sql`select id, display_name from person where id = any(${ids}::uuid[]) and deleted_at is null`,
  )
  return new Map(rows.map(row => [row.id, row.display_name]))
}
