import type { Language } from '../../kernel/language.ts'
import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { Contact } from './contact.ts'
import type { Heads, Waiting } from './seats.ts'
import { headsOf } from './seats.ts'
import type { SignUp, SignUpState, Telling } from './sign-up.ts'

interface Row {
  id: string
  activity: string
  position: number
  code: string
  ticket: string
  group_name: string | null
  contact_kind: Contact['kind'] | null
  contact: string | null
  adults: number
  children: number
  lang: Language
  person: string | null
  state: SignUpState
  signed_at: Date
  tell: Telling | null
}

const signUpOf = (row: Row): SignUp => ({
  id: row.id,
  activity: row.activity,
  position: row.position,
  code: row.code,
  ticket: row.ticket,
  groupName: row.group_name,
  contact: row.contact_kind === null || row.contact === null ? null : { kind: row.contact_kind, value: row.contact },
  adults: row.adults,
  children: row.children,
  lang: row.lang,
  person: row.person,
  state: row.state,
  signedAt: row.signed_at,
  tell: row.tell,
})

const columns = sql`id, activity, position, code, ticket, group_name, contact_kind, contact, adults, children, lang, person,
                    state, signed_at, tell`

export interface NewSignUp extends Heads {
  readonly id: string
  readonly activity: string
  readonly code: string
  readonly ticket: string
  readonly groupName: string
  readonly contact: Contact
  readonly lang: Language
  readonly person: string | null
  readonly state: 'seated' | 'waiting'
  readonly signedAt: Date
}

/**
 * Writes a sign-up into the next position of an event that this transaction has locked, and counts its heads: one
 * statement, since everybody else waits for it. An event that was moved after its contacts were erased has some again.
 * False when another sign-up of the event already has this code.
 */
export async function insertSignUp(tx: Db, one: NewSignUp): Promise<boolean> {
  const heads = headsOf(one)
  const counted = one.state === 'seated' ? sql`taken = taken + ${heads}` : sql`waiting = waiting + ${heads}`
  const rows = await tx.run(sql`
    with written as (
      insert into sign_up (id, activity, position, code, ticket, group_name, contact_kind, contact, adults, children,
                           lang, person, state, signed_at)
      select ${one.id}, id, last_position + 1, ${one.code}, ${one.ticket}, ${one.groupName}, ${one.contact.kind},
             ${one.contact.value}, ${one.adults}::integer, ${one.children}::integer, ${one.lang}, ${one.person}::uuid,
             ${one.state}, ${one.signedAt}
      from activity where id = ${one.activity}
      on conflict (activity, code) do nothing returning activity
    )
    update activity set last_position = last_position + 1, contacts_erased_at = null, ${counted}
    where id in (select activity from written)`)
  return rows === 1
}

const one = async (db: Db, condition: Sql): Promise<SignUp | null> => {
  const row = await db.maybeOne<Row>(sql`select ${columns} from sign_up where ${condition}`)
  return row && signUpOf(row)
}

export const signUpByTicket = (db: Db, ticket: string) => one(db, sql`ticket = ${ticket}`)
export const signUpById = (db: Db, id: string) => one(db, sql`id = ${id}`)
export const signUpByCode = (db: Db, activity: string, code: string) =>
  one(db, sql`activity = ${activity} and code = ${code}`)

/** Somebody's own that stands, when they signed up while signed in. */
export const standingOf = (db: Db, activity: string, person: string) =>
  db
    .many<Row>(sql`
      select ${columns} from sign_up where activity = ${activity} and person = ${person} and state <> 'cancelled'
      order by position limit 1`)
    .then(rows => (rows[0] === undefined ? null : signUpOf(rows[0])))

/** All that stand, in the order of acceptance. */
export async function signUpsOf(db: Db, activity: string): Promise<SignUp[]> {
  const rows = await db.many<Row>(sql`
    select ${columns} from sign_up where activity = ${activity} and state <> 'cancelled' order by position`)
  return rows.map(signUpOf)
}

/** Who must be told something, and by which contact; the first accepted first. */
export async function signUpsToTell(db: Db, activity: string): Promise<SignUp[]> {
  const rows = await db.many<Row>(sql`
    select ${columns} from sign_up where activity = ${activity} and tell is not null and contact is not null
    order by position`)
  return rows.map(signUpOf)
}

/** The waiting list of an event that this transaction has locked. */
export const waitingAt = (tx: Db, activity: string): Promise<Waiting[]> =>
  tx.many<Waiting>(sql`
    select id, adults, children from sign_up where activity = ${activity} and state = 'waiting' order by position`)

/** Gives seats to these, who wait, and remembers that they must be told. */
export async function seatWaiting(tx: Db, activity: string, groups: readonly Waiting[], now: Date): Promise<void> {
  if (groups.length === 0) return
  const heads = groups.reduce((sum, group) => sum + headsOf(group), 0)
  await tx.run(sql`
    update sign_up set state = 'seated', tell = 'moved-up', tell_since = ${now}
    where id = any(${groups.map(({ id }) => id)}::uuid[])`)
  await tx.run(sql`
    update activity set taken = taken + ${heads}, waiting = waiting - ${heads} where id = ${activity}`)
}

/** Counts `by` heads more (or fewer) among the seated or the waiting of an event. */
async function count(tx: Db, activity: string, state: SignUpState, by: number): Promise<void> {
  if (state === 'cancelled') return
  const counted = state === 'seated' ? sql`taken = taken + ${by}` : sql`waiting = waiting + ${by}`
  await tx.run(sql`update activity set ${counted} where id = ${activity}`)
}

export async function cancelSignUp(tx: Db, was: SignUp): Promise<void> {
  await tx.run(sql`update sign_up set state = 'cancelled', tell = null, tell_since = null where id = ${was.id}`)
  await count(tx, was.activity, was.state, -headsOf(was))
}

export async function setHeads(tx: Db, was: SignUp, heads: Heads): Promise<void> {
  await tx.run(sql`update sign_up set adults = ${heads.adults}, children = ${heads.children} where id = ${was.id}`)
  await count(tx, was.activity, was.state, headsOf(heads) - headsOf(was))
}

/** That all who stand must be told; gives how many. */
export const tellAll = (tx: Db, activity: string, tell: Telling, now: Date): Promise<number> =>
  tx.run(sql`
    update sign_up set tell = ${tell}, tell_since = ${now} where activity = ${activity} and state <> 'cancelled'`)

/** That somebody was told what there was to tell. */
export const markTold = (tx: Db, activity: string, signUps: readonly string[]): Promise<number> =>
  tx.run(sql`
    update sign_up set tell = null, tell_since = null
    where activity = ${activity} and id = any(${signUps}::uuid[]) and tell is not null`)

/** Events whose contacts were kept long enough: over since before `through`. */
export async function withContactsToErase(db: Db, through: Date): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    select id from activity where ends_at < ${through} and contacts_erased_at is null
      and exists (select from sign_up where activity = activity.id)
    order by ends_at`)
  return rows.map(({ id }) => id)
}

/** Erases who they were and how they could be reached; heads and the order stay. Gives how many. */
export async function eraseContacts(tx: Db, activity: string, now: Date): Promise<number> {
  await tx.run(sql`update activity set contacts_erased_at = ${now} where id = ${activity}`)
  return tx.run(sql`
    update sign_up set group_name = null, contact_kind = null, contact = null, tell = null, tell_since = null
    where activity = ${activity}`)
}

export interface OwnSignUp {
  readonly activity: string
  readonly ticket: string
  readonly groupName: string | null
  readonly contact: string | null
  readonly signedAt: Date
  readonly state: SignUpState
  readonly adults: number
  readonly children: number
}

/** What somebody signed up for while signed in and wanted to find again; the latest event first. */
export const signUpsOfPerson = (db: Db, person: string, limit: number): Promise<OwnSignUp[]> =>
  db.many<OwnSignUp>(sql`
    select sign_up.activity, ticket, group_name as "groupName", contact, signed_at as "signedAt", sign_up.state, adults,
           children
    from sign_up join activity on activity.id = sign_up.activity
    where person = ${person} and sign_up.state <> 'cancelled' order by starts_at desc limit ${limit}`)

/**
 * Cuts the link between a person and their sign-ups, and erases what names them where the event is over; what is to come
 * keeps the contact of the group as if it had signed up without an account. Gives how many.
 */
export const forgetPersonInSignUps = (tx: Db, person: string, now: Date): Promise<number> =>
  tx.run(sql`
    update sign_up set person = null,
      group_name = case when over then null else group_name end,
      contact_kind = case when over then null else contact_kind end,
      contact = case when over then null else contact end
    from (select id as event, ends_at <= ${now} as over from activity) as known
    where known.event = sign_up.activity and person = ${person}`)

/** Remembers, once a day, that a member of staff had the sign-ups of an event before them. */
export async function noteSignUpLook(db: Db, activity: string, by: string, on: LocalDate, at: Date): Promise<void> {
  await db.run(sql`
    insert into sign_up_look (activity, looked_by, looked_on, looked_at) values (${activity}, ${by}, ${on}, ${at})
    on conflict do nothing`)
}
