import type { LocalDate } from '../../kernel/local-date.ts'
import { firstDay, monthOf, type YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { type FeedPosition, feedStart } from '../participation/index.ts'
import type { Indicator } from './indicator.ts'

/** A cell that facts have touched. */
export interface TouchedCell {
  readonly indicator: Indicator
  readonly institution: string
  /** The first day of the month. */
  readonly month: LocalDate
}

/** A cell whose facts cancel out stays, as a zero that was said. */
export async function saveCells(
  tx: Db,
  cells: readonly (TouchedCell & { readonly value: number })[],
  now: Date,
): Promise<void> {
  await tx.run(sql`
    insert into figure_cell (indicator, institution, month, value, computed_at)
    select t.indicator, t.institution, t.month, t.value, ${now}
    from unnest(
      ${cells.map(c => c.indicator.code)}::text[], ${cells.map(c => c.institution)}::uuid[],
      ${cells.map(c => c.month)}::date[], ${cells.map(c => c.value)}::bigint[]
    ) as t (indicator, institution, month, value)
    on conflict (indicator, institution, month) do update set value = excluded.value, computed_at = excluded.computed_at`)
}

/** The feed position, locked: one process computes at a time. */
export async function lockPosition(tx: Db): Promise<FeedPosition> {
  return tx.one(sql`select xid::text, serial from figure_position for update`)
}

export async function savePosition(tx: Db, position: FeedPosition, now: Date): Promise<void> {
  await tx.run(sql`
    update figure_position set xid = ${position.xid}::xid8, serial = ${position.serial}, computed_at = ${now}`)
}

/** The position first: whoever computes meanwhile holds it while writing cells, and the two would wait for each other. */
export async function clearFigures(tx: Db): Promise<void> {
  await tx.run(sql`update figure_position set xid = ${feedStart.xid}::xid8, serial = ${feedStart.serial}`)
  await tx.run(sql`delete from figure_cell`)
}

/** When the figures last reached the end of the feed; null before the first time. */
export async function figuresComputedAt(db: Db): Promise<Date | null> {
  return (await db.one<{ computed_at: Date | null }>(sql`select computed_at from figure_position`)).computed_at
}

export interface Cell {
  readonly institution: string
  readonly month: LocalDate
  readonly value: number
}

/** All cells of an indicator up to a month, institution by institution in the order of their codes, oldest first. */
export async function cellsOf(db: Db, indicator: string, through: YearMonth): Promise<Cell[]> {
  return db.many(sql`
    select figure_cell.institution, month, value from figure_cell
    join institution on institution.id = figure_cell.institution
    where indicator = ${indicator} and month <= ${firstDay(through)} order by institution.code, month`)
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
