import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { ReadingKind } from './room.ts'

export interface NewReading {
  readonly fact: string
  readonly institution: string
  readonly readOn: LocalDate
  readonly kind: ReadingKind
  readonly person: string | null
}

export async function insertReading(tx: Db, reading: NewReading): Promise<void> {
  await tx.run(sql`
    insert into room_reading (fact, institution, read_on, kind, person)
    values (${reading.fact}, ${reading.institution}, ${reading.readOn}, ${reading.kind}, ${reading.person})`)
}

/** Forgets who read; what was read stays. */
export async function unlinkReadings(tx: Db, facts: readonly string[]): Promise<void> {
  await tx.run(sql`update room_reading set person = null where fact = any(${facts}::uuid[]) and person is not null`)
}

/** What was read in the room of an institution on a day, by kind; what was undone is not in it. */
export async function readOn(db: Db, institution: string, day: LocalDate): Promise<Record<ReadingKind, number>> {
  const rows = await db.many<{ kind: ReadingKind; n: number }>(sql`
    select coalesce(reading.kind, 'book') as kind, sum(quantity) as n from fact
    left join room_reading reading on reading.fact = coalesce(fact.voids, fact.id)
    where verb = 'copy.read-in-room' and fact.institution = ${institution} and occurred_on = ${day} group by 1`)
  const of = (kind: ReadingKind): number => rows.find(row => row.kind === kind)?.n ?? 0
  return { book: of('book'), periodical: of('periodical') }
}

/** The institutions with readings by readers who keep no history, on or before a day. */
export async function institutionsWithLinkedReadings(db: Db): Promise<string[]> {
  const rows = await db.many<{ institution: string }>(sql`
    select distinct institution from room_reading join person on person.id = room_reading.person
    where not person.keeps_history`)
  return rows.map(row => row.institution)
}

/** Facts of readings on or before `through` whose readers keep no history; they are forgotten here. */
export async function forgetReadings(tx: Db, institution: string, through: LocalDate): Promise<string[]> {
  const rows = await tx.many<{ fact: string }>(sql`
    update room_reading set person = null from person
    where institution = ${institution} and read_on <= ${through} and room_reading.person = person.id
      and not person.keeps_history
    returning fact`)
  return rows.map(row => row.fact)
}

export async function hasReadingsToForget(db: Db, institution: string, through: LocalDate): Promise<boolean> {
  return (
    await db.one<{ there: boolean }>(sql`
      select exists (
        select 1 from room_reading join person on person.id = room_reading.person
        where institution = ${institution} and read_on <= ${through} and not person.keeps_history
      ) as there`)
  ).there
}
