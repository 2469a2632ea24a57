import type { LocalDate } from '../../kernel/local-date.ts'
import { firstDay, monthOf, type YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { FeedPosition } from '../participation/index.ts'

/** What one indicator's facts of a month say, of one institution, facility and place. */
export interface Cell {
  readonly institution: string
  readonly facility: string | null
  /** The unit as it then was. */
  readonly place: string | null
  /** The first day of the month. */
  readonly month: LocalDate
  readonly value: number
  /** The last day that a fact of it speaks of. */
  readonly lastOn: LocalDate
}

/** Gives how many cells changed. A cell whose facts cancel out stays, as a zero that was said. */
export async function saveCells(
  tx: Db,
  cells: readonly (Cell & { readonly indicator: string })[],
  now: Date,
): Promise<number> {
  if (cells.length === 0) return 0
  return tx.run(sql`
    insert into figure_cell (indicator, institution, facility, place, month, value, last_on, computed_at)
    select t.*, ${now}
    from unnest(
      ${cells.map(c => c.indicator)}::text[], ${cells.map(c => c.institution)}::uuid[],
      ${cells.map(c => c.facility)}::uuid[], ${cells.map(c => c.place)}::uuid[],
      ${cells.map(c => c.month)}::date[], ${cells.map(c => c.value)}::bigint[], ${cells.map(c => c.lastOn)}::date[]
    ) as t (indicator, institution, facility, place, month, value, last_on)
    on conflict on constraint figure_cell_one do update
    set value = excluded.value, last_on = excluded.last_on, computed_at = excluded.computed_at
    where (figure_cell.value, figure_cell.last_on) <> (excluded.value, excluded.last_on)`)
}

/** The feed position, locked: one process computes at a time. */
export async function lockPosition(tx: Db): Promise<FeedPosition> {
  return tx.one(sql`select xid::text, serial from figure_position for update`)
}

export async function savePosition(tx: Db, position: FeedPosition, now: Date, changed: boolean): Promise<void> {
  await tx.run(sql`
    update figure_position set xid = ${position.xid}::xid8, serial = ${position.serial}, computed_at = ${now},
      generation = generation + ${changed ? 1 : 0}`)
}

/** Only for who holds the position: whoever computes meanwhile holds it while writing cells. */
export async function clearCells(tx: Db): Promise<void> {
  await tx.run(sql`delete from figure_cell`)
}

export interface Computed {
  /** When the figures last reached the end of the feed; null before the first time. */
  readonly at: Date | null
  /** Another one with every change of a cell. */
  readonly generation: number
}

export async function figuresComputed(db: Db): Promise<Computed> {
  return db.one(sql`select computed_at as at, generation from figure_position`)
}

/**
 * The cells of an indicator in these months, institution by institution in the order of their codes, oldest first. Of a
 * stock, all that came before stands in the first month: it is counted up to a day.
 */
export async function cellsOf(
  db: Db,
  indicator: string,
  kind: 'stock' | 'flow',
  { from, to }: { readonly from: YearMonth; readonly to: YearMonth },
): Promise<Cell[]> {
  const first = firstDay(from)
  const earliest = kind === 'stock' ? null : first
  return db.many(sql`
    select c.institution, c.facility, c.place, greatest(c.month, ${first}::date) as month, sum(c.value) as value,
           max(c.last_on) as "lastOn"
    from figure_cell c join institution on institution.id = c.institution
    where c.indicator = ${indicator} and c.month <= ${firstDay(to)} and (${earliest}::date is null or c.month >= ${earliest}::date)
    group by institution.code, 1, 2, 3, 4
    order by institution.code, c.facility nulls first, c.place, 4`)
}

/** The last day up to the end of a month that a fact of this indicator speaks of, of one institution or of all. */
export async function lastDayOf(
  db: Db,
  indicator: string,
  institution: string | null,
  through: YearMonth,
): Promise<LocalDate | null> {
  const { day } = await db.one<{ day: LocalDate | null }>(sql`
    select max(last_on) as day from figure_cell
    where indicator = ${indicator} and month <= ${firstDay(through)}
      and (${institution}::uuid is null or institution = ${institution}::uuid)`)
  return day
}

/** The first month that any figure speaks of; null before there is one. */
export async function firstMonth(db: Db): Promise<YearMonth | null> {
  const { month } = await db.one<{ month: LocalDate | null }>(sql`select min(month) as month from figure_cell`)
  return month && monthOf(month)
}

/** Institutions that any fact ever spoke of. */
export async function institutionsWithFigures(db: Db): Promise<string[]> {
  const rows = await db.many<{ institution: string }>(sql`select distinct institution from figure_cell`)
  return rows.map(row => row.institution)
}
