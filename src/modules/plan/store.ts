import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { FeedPosition } from '../participation/index.ts'
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

export async function clearFigures(tx: Db): Promise<void> {
  await tx.run(sql`delete from figure_cell`)
  await tx.run(sql`update figure_position set xid = '0', serial = 0`)
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

/** All cells of an indicator up to a month, oldest first; of one institution, or of all. */
export async function cellsOf(
  db: Db,
  indicator: string,
  through: LocalDate,
  institution: string | null,
): Promise<Cell[]> {
  return db.many(sql`
    select institution, month, value from figure_cell
    where indicator = ${indicator} and month <= ${through}
      and (${institution}::uuid is null or institution = ${institution}::uuid)
    order by month, institution`)
}

/** Institutions that any fact ever spoke of. */
export async function institutionsWithFigures(db: Db): Promise<string[]> {
  const rows = await db.many<{ institution: string }>(sql`select distinct institution from figure_cell`)
  return rows.map(row => row.institution)
}
