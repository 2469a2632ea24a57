import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Money } from '../../kernel/money.ts'
import type { Db } from '../../platform/database/database.ts'
import { joinSql, type Sql, sql } from '../../platform/database/sql.ts'
import type { Activity, ActivityDetails, ActivityPlan, ActivityState } from './activity.ts'

interface Row {
  id: string
  institution: string
  facility: string | null
  place: string | null
  starts_at: Date
  ends_at: Date
  capacity: number | null
  opens_at: Date | null
  closes_at: Date | null
  details: ActivityDetails & { readonly title: LocalizedText; readonly cost: Money }
  state: ActivityState
  cancel_reason: string | null
  taken: number
  waiting: number
  sequence: number
  held_fact: string | null
  contacts_erased_at: Date | null
  changed_at: Date
}

const activityOf = (row: Row): Activity => ({
  id: row.id,
  institution: row.institution,
  facility: row.facility,
  place: row.place,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  capacity: row.capacity,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  details: row.details,
  state: row.state,
  cancelReason: row.cancel_reason,
  taken: row.taken,
  waiting: row.waiting,
  sequence: row.sequence,
  heldFact: row.held_fact,
  contactsErased: row.contacts_erased_at !== null,
  changedAt: row.changed_at,
})

const columns = sql`id, institution, facility, place, starts_at, ends_at, capacity, opens_at, closes_at, details, state,
                    cancel_reason, taken, waiting, sequence, held_fact, contacts_erased_at, changed_at`

export async function activityById(db: Db, id: string): Promise<Activity | null> {
  const row = await db.maybeOne<Row>(sql`select ${columns} from activity where id = ${id}`)
  return row && activityOf(row)
}

/** The event, locked until the transaction ends: whoever signs up, cancels or changes it takes their turn. */
export async function lockActivity(tx: Db, id: string): Promise<Activity | null> {
  const row = await tx.maybeOne<Row>(sql`select ${columns} from activity where id = ${id} for update`)
  return row && activityOf(row)
}

export async function activitiesByIds(db: Db, ids: readonly string[]): Promise<Activity[]> {
  if (ids.length === 0) return []
  const rows = await db.many<Row>(
    sql`select ${columns} from activity where id = any(${ids}::uuid[]) order by starts_at, id`,
  )
  return rows.map(activityOf)
}

export async function insertActivity(
  tx: Db,
  id: string,
  institution: string,
  plan: ActivityPlan,
  state: ActivityState,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    insert into activity (id, institution, facility, place, starts_at, ends_at, capacity, opens_at, closes_at, details, state, changed_at)
    values (${id}, ${institution}, ${plan.facility}, ${plan.place}, ${plan.startsAt}, ${plan.endsAt}, ${plan.capacity},
            ${plan.opensAt}, ${plan.closesAt}, ${JSON.stringify(plan.details)}::jsonb, ${state}, ${now})`)
}

export async function updateActivity(tx: Db, id: string, plan: ActivityPlan, now: Date): Promise<void> {
  await tx.run(sql`
    update activity set facility = ${plan.facility}, place = ${plan.place}, starts_at = ${plan.startsAt},
      ends_at = ${plan.endsAt}, capacity = ${plan.capacity}, opens_at = ${plan.opensAt}, closes_at = ${plan.closesAt},
      details = ${JSON.stringify(plan.details)}::jsonb, changed_at = ${now},
      sequence = sequence + case when state = 'draft' then 0 else 1 end
    where id = ${id}`)
}

export async function setState(
  tx: Db,
  id: string,
  change: { state: ActivityState; reason?: string; heldFact?: string | null },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    update activity set state = ${change.state}, cancel_reason = ${change.reason ?? null},
      held_fact = ${change.heldFact ?? null}, changed_at = ${now}, sequence = sequence + 1
    where id = ${id}`)
}

export interface CalendarQuery {
  /** Only what ends after this moment … */
  readonly from?: Date
  /** … and begins before this one. */
  readonly until?: Date
  readonly institution?: string | null
  /** A place of today with what it was made of. */
  readonly places?: readonly string[] | null
  /** Latest first, as what is over is read. */
  readonly backwards?: boolean
}

const matching = (query: CalendarQuery): Sql => {
  const conditions = [sql`state <> 'draft'`]
  if (query.from) conditions.push(sql`ends_at > ${query.from}`)
  if (query.until) conditions.push(sql`starts_at < ${query.until}`)
  if (query.institution) conditions.push(sql`institution = ${query.institution}`)
  if (query.places) conditions.push(sql`place = any(${query.places}::uuid[])`)
  return joinSql(conditions, sql` and `)
}

/** What anybody may see, in the order of time. */
export async function listCalendar(
  db: Db,
  query: CalendarQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ activities: Activity[]; total: number }> {
  const order = query.backwards ? sql`starts_at desc, id desc` : sql`starts_at, id`
  const rows = await db.many<Row>(sql`
    select ${columns} from activity where ${matching(query)} order by ${order} limit ${page.limit} offset ${page.offset}`)
  const { total } = await db.one<{ total: number }>(
    sql`select count(*) as total from activity where ${matching(query)}`,
  )
  return { activities: rows.map(activityOf), total }
}

/** For whom and where something to sign up for is looked for. */
export interface TakingNamesQuery {
  /** Whoever would sign up: what they have signed up for already is left out. */
  readonly person: string
  /** Whose events come first … */
  readonly institution: string
  /** … with those on the ground of these. */
  readonly places: readonly string[]
  readonly now: Date
}

/** Published events that take names now: near ones first, then the rest, each in the order of time. */
export async function listTakingNames(db: Db, query: TakingNamesQuery, limit: number): Promise<Activity[]> {
  const { person, institution, places, now } = query
  const rows = await db.many<Row>(sql`
    select ${columns} from activity
    where state = 'published' and starts_at > ${now} and (opens_at is null or opens_at <= ${now})
      and (closes_at is null or closes_at > ${now})
      and not exists (select from sign_up
                      where sign_up.activity = activity.id and person = ${person} and sign_up.state <> 'cancelled')
    order by (institution = ${institution} or coalesce(place = any(${places}::uuid[]), false)) desc, starts_at, id
    limit ${limit}`)
  return rows.map(activityOf)
}

/** The institutions and places of all that is to come: what the calendar can be narrowed to. */
export async function calendarChoices(db: Db, from: Date): Promise<{ institutions: string[]; places: string[] }> {
  const { institutions, places } = await db.one<{ institutions: string[] | null; places: string[] | null }>(sql`
    select array_agg(distinct institution) as institutions,
           array_agg(distinct place) filter (where place is not null) as places
    from activity where state <> 'draft' and ends_at > ${from}`)
  return { institutions: institutions ?? [], places: places ?? [] }
}

/** An institution's own, drafts included: what is to come first, then what is over, the latest first. */
export async function listOrganised(db: Db, institution: string, now: Date, limit: number): Promise<Activity[]> {
  const rows = await db.many<Row>(sql`
    select ${columns} from activity where institution = ${institution}
    order by ends_at <= ${now}, case when ends_at > ${now} then starts_at end, starts_at desc, id limit ${limit}`)
  return rows.map(activityOf)
}
