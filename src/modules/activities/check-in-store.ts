import type { Db } from '../../platform/database/database.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { Heads } from './seats.ts'

/** Who came, of a sign-up or counted at the door. */
export interface CheckIn extends Heads {
  readonly id: string
  readonly activity: string
  readonly signUp: string | null
  readonly at: Date
  readonly fact: string
  readonly voided: boolean
}

interface Row extends Heads {
  id: string
  activity: string
  sign_up: string | null
  at: Date
  fact: string
  voided_at: Date | null
}

const checkInOf = (row: Row): CheckIn => ({
  id: row.id,
  activity: row.activity,
  signUp: row.sign_up,
  adults: row.adults,
  children: row.children,
  at: row.at,
  fact: row.fact,
  voided: row.voided_at !== null,
})

const columns = sql`id, activity, sign_up, adults, children, at, fact, voided_at`

export async function insertCheckIn(tx: Db, one: Omit<CheckIn, 'voided'>): Promise<void> {
  await tx.run(sql`
    insert into check_in (id, activity, sign_up, adults, children, at, fact)
    values (${one.id}, ${one.activity}, ${one.signUp}, ${one.adults}, ${one.children}, ${one.at}, ${one.fact})`)
}

const list = async (db: Db, condition: Sql): Promise<CheckIn[]> =>
  (await db.many<Row>(sql`select ${columns} from check_in where ${condition} order by at, id`)).map(checkInOf)

export const checkInById = async (db: Db, id: string): Promise<CheckIn | null> =>
  (await list(db, sql`id = ${id}`))[0] ?? null

/** Of an event, what stands. */
export const checkInsOf = (db: Db, activity: string): Promise<CheckIn[]> =>
  list(db, sql`activity = ${activity} and voided_at is null`)

export const standingCheckIn = async (db: Db, signUp: string): Promise<CheckIn | null> =>
  (await list(db, sql`sign_up = ${signUp} and voided_at is null`))[0] ?? null

export async function voidCheckIn(tx: Db, id: string, now: Date): Promise<void> {
  await tx.run(sql`update check_in set voided_at = ${now} where id = ${id}`)
}
