import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Target } from './target.ts'

const columns = sql`indicator, institution, year, month, value, source, reason, since, set_by as "by"`

/** Of which figure and when. */
export interface TargetOf {
  readonly indicator: string
  readonly year: number
  /** Null is the whole year. */
  readonly month: number | null
}

/** What holds now of one figure, one row for each institution that was ever asked; ended ones too. */
export async function targetsOf(db: Db, of: TargetOf): Promise<Target[]> {
  return db.many(sql`
    select distinct on (institution) ${columns} from target
    where indicator = ${of.indicator} and year = ${of.year} and month is not distinct from ${of.month}
    order by institution, serial desc`)
}

/** Everything that holds now in a year: of each indicator and institution, of the year and of its months. */
export async function targetsOfYear(db: Db, year: number): Promise<Target[]> {
  return db.many(sql`
    select distinct on (indicator, institution, month) ${columns} from target where year = ${year}
    order by indicator, institution, month, serial desc`)
}

/** Every row that was ever set for a figure, the newest first. */
export async function targetHistory(db: Db, of: TargetOf, limit: number): Promise<Target[]> {
  return db.many(sql`
    select ${columns} from target
    where indicator = ${of.indicator} and year = ${of.year} and month is not distinct from ${of.month}
    order by serial desc limit ${limit}`)
}

/** Two officers who set the same figure take turns, so that each decides upon what then holds. */
export async function lockTargets(tx: Db, of: TargetOf): Promise<void> {
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(${`target ${of.indicator} ${of.year} ${of.month}`}, 0))`,
  )
}

export async function insertTargets(tx: Db, act: string, targets: readonly Target[]): Promise<void> {
  const column = <T>(pick: (target: Target) => T): T[] => targets.map(pick)
  await tx.run(sql`
    insert into target (indicator, institution, year, month, value, source, reason, since, set_by, act)
    select t.*, ${act} from unnest(
      ${column(t => t.indicator)}::text[], ${column(t => t.institution)}::uuid[], ${column(t => t.year)}::smallint[],
      ${column(t => t.month)}::smallint[], ${column(t => t.value)}::bigint[], ${column(t => t.source)}::text[],
      ${column(t => t.reason)}::text[], ${column(t => t.since)}::date[], ${column(t => t.by)}::uuid[]
    ) as t`)
}
