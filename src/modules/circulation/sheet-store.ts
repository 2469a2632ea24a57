import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Served, SheetCell } from './sheet.ts'

interface Span {
  readonly institution: string
  /** Both days included. */
  readonly from: LocalDate
  readonly to: LocalDate
}

const sheetVerbs = ['copy.lent', 'copy.returned', 'copy.read-in-room', 'visits.counted']

/** The facts of an institution in some days, summed by day, verb, kind, class and language; what was undone sums to nothing. */
export async function sheetCells(db: Db, { institution, from, to }: Span): Promise<SheetCell[]> {
  return db.many<SheetCell>(sql`
    select fact.occurred_on as "on", fact.verb, coalesce(reading.kind, 'book') as kind,
           substring(edition.facts ->> 'classification' from '^[^0-9]{0,4}([0-9])[0-9]{2}') as "mainClass",
           edition.language, sum(fact.quantity) as quantity
    from fact
    left join room_reading reading on reading.fact = coalesce(fact.voids, fact.id)
    left join edition on fact.object_kind = 'edition' and edition.id = fact.object
    where fact.verb = any(${sheetVerbs}) and fact.institution = ${institution}
      and fact.occurred_on between ${from} and ${to}
    group by 1, 2, 3, 4, 5 having sum(fact.quantity) <> 0 order by 1, 2, 3, 4, 5`)
}

/** Who was served on each of these days and, under null, in all of them: people are counted once in each. */
export async function servedIn(db: Db, { institution, from, to }: Span): Promise<Map<LocalDate | null, Served>> {
  const rows = await db.many<{ on: LocalDate | null; known: number; unnamed: number }>(sql`
    select fact.occurred_on as "on", count(distinct fact.subject) as known,
           coalesce(sum(fact.quantity) filter (where fact.subject is null and fact.object is not null), 0) as unnamed
    from fact
    where fact.verb in ('copy.lent', 'copy.returned', 'copy.read-in-room') and fact.institution = ${institution}
      and fact.occurred_on between ${from} and ${to} and fact.voids is null
      and not exists (select from fact voiding where voiding.voids = fact.id)
    group by grouping sets ((fact.occurred_on), ())`)
  return new Map(rows.map(({ on, known, unnamed }) => [on, { known, unnamed }]))
}
