import type { Db } from '../database/database.ts'
import { rawSql, sql } from '../database/sql.ts'

/** A table and the columns whose values travel. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

/** Not carried: `migration` is what the tables are made by; queued work belongs to the server that queued it; a session
 *  that was revoked after the backup must not come back, so everybody signs in again. */
const leftOut = ['migration', 'job', 'session']

/**
 * All tables in an order in which they can be loaded: whoever is referred to comes first. Columns of type xid8 stay at
 * home: a transaction's number means nothing in another cluster, and takes its default there.
 */
export async function tablesInLoadOrder(db: Db): Promise<Table[]> {
  const tables = await db.many<{ name: string; columns: string[] }>(sql`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and not c.relname = any(${leftOut})
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
    group by c.relname order by c.relname`)
  const references = await db.many<{ from: string; to: string }>(sql`
    select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint
    where contype = 'f' and conrelid <> confrelid and connamespace = current_schema()::regnamespace`)
  return inOrder(tables, references)
}

/** Sorts tables so that no one stands before a table that it refers to. Throws on a circle: migrations must not make one. */
export function inOrder(tables: readonly Table[], references: readonly { from: string; to: string }[]): Table[] {
  const names = new Set(tables.map(table => table.name))
  const ordered: Table[] = []
  const placed = new Set<string>()
  const isReady = (table: Table) =>
    references.every(({ from, to }) => from !== table.name || placed.has(to) || !names.has(to))
  while (ordered.length < tables.length) {
    const ready = tables.filter(table => !placed.has(table.name) && isReady(table))
    if (ready.length === 0) {
      const circle = tables.filter(table => !placed.has(table.name)).map(table => table.name)
      throw new Error(`tables refer to each other in a circle: ${circle.join(', ')}`)
    }
    for (const table of ready) {
      ordered.push(table)
      placed.add(table.name)
    }
  }
  return ordered
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const target = ({ name, columns }: Table): string => `${quoted(name)} (${columns.map(quoted).join(', ')})`

export const copyOutOf = (table: Table): string => `copy ${target(table)} to stdout`
export const copyInto = (table: Table): string => `copy ${target(table)} from stdin`

export async function hasRows(db: Db, table: string): Promise<boolean> {
  const { some } = await db.one<{ some: boolean }>(rawSql(`select exists (select 1 from ${quoted(table)}) as some`))
  return some
}

/** Takes away what a migration wrote into a table that is about to be loaded. */
export async function emptyTable(db: Db, table: string): Promise<void> {
  if (await hasRows(db, table)) await db.run(rawSql(`delete from ${quoted(table)}`))
}

export interface Sequence {
  readonly name: string
  readonly last: number | null
}

export const sequencesOf = (db: Db): Promise<Sequence[]> =>
  db.many<Sequence>(sql`
    select sequencename as name, last_value as last from pg_sequences
    where schemaname = current_schema() order by sequencename`)

export async function setSequence(db: Db, { name, last }: Sequence): Promise<void> {
  if (last !== null) await db.run(sql`select setval(${quoted(name)}::regclass, ${last})`)
}

/** Removes every table, view, sequence, function and type of ours from the schema; what an extension made stays. */
export async function clearSchema(db: Db): Promise<void> {
  const objects = await db.many<{ kind: string; name: string }>(sql`
    with ours as (
      select oid, relname as name, case relkind when 'v' then 'view' when 'm' then 'materialized view'
               when 'S' then 'sequence' else 'table' end as kind, 'pg_class'::regclass as class
      from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
        and pg_has_role(relowner, 'usage')
      union all
      select oid, oid::regprocedure::text, 'routine', 'pg_proc'::regclass
      from pg_proc where pronamespace = current_schema()::regnamespace and pg_has_role(proowner, 'usage')
      union all
      select oid, typname, 'type', 'pg_type'::regclass
      from pg_type where typnamespace = current_schema()::regnamespace and typtype in ('e', 'd')
        and pg_has_role(typowner, 'usage'))
    select kind, name from ours
    where not exists (select 1 from pg_depend d where d.classid = ours.class and d.objid = ours.oid and d.deptype in ('e', 'i'))
    order by array_position(array['view', 'materialized view', 'table', 'sequence', 'routine', 'type'], kind)`)
  for (const { kind, name } of objects) {
    await db.run(rawSql(`drop ${kind} if exists ${kind === 'routine' ? name : quoted(name)} cascade`))
  }
}
