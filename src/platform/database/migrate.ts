import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appRole } from './connection.ts'
import type { Db } from './database.ts'
import { HouseRefused } from './refusal.ts'
import { rawSql, sql } from './sql.ts'

export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url))

export interface Migration {
  readonly number: number
  /** `0001-ground.sql` */
  readonly name: string
  readonly text: string
  readonly checksum: string
}

/** All migrations in order. A gap or a number used twice is a bug. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter(name => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
  return names.map((name, index) => {
    const number = Number(name.slice(0, 4))
    if (number !== index + 1) throw new Error(`migration ${name} stands where number ${index + 1} belongs`)
    // A checkout on Windows may have turned the line ends.
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { number, name, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

/** The last migration that this database has; 0 for an empty one. */
export async function appliedThrough(database: Db): Promise<number> {
  const { present } = await database.one<{ present: boolean }>(
    sql`select to_regclass('migration') is not null as present`,
  )
  if (!present) return 0
  return (await database.one<{ last: number | null }>(sql`select max(number) as last from migration`)).last ?? 0
}

export interface MigrateOptions {
  readonly folder?: string
  /** Called before a database that holds something is changed: the moment of the automatic backup. */
  readonly beforeChange?: (from: number, to: number) => Promise<void>
  readonly through?: number
}

/** Brings the database up to this program, each migration in a transaction of its own. Gives how many were applied. */
export async function migrate(owner: Db, options: MigrateOptions = {}): Promise<number> {
  const migrations = readMigrations(options.folder ?? migrationsFolder).filter(
    m => m.number <= (options.through ?? Infinity),
  )
  await inTurn(owner, tx =>
    tx.run(sql`
      create table if not exists migration (
        number integer primary key, name text not null, checksum text not null,
        applied_at timestamptz not null default now())`),
  )
  const applied = await owner.many<{ number: number; name: string; checksum: string }>(
    sql`select number, name, checksum from migration order by number`,
  )
  const last = applied.at(-1)?.number ?? 0
  const known = migrations.at(-1)?.number ?? 0
  if (last > known) throw new HouseRefused({ code: 'newer-database', applied: last, known })
  for (const done of applied) {
    if (migrations[done.number - 1]?.checksum !== done.checksum) {
      throw new HouseRefused({ code: 'changed-migration', name: done.name })
    }
  }
  const open = migrations.slice(last)
  if (open.length > 0 && last > 0) await options.beforeChange?.(last, known)
  for (const migration of open) await apply(owner, migration)
  if (await appLacksRights(owner)) await inTurn(owner, grantToApp)
  return open.length
}

const migrationLock = 20_261_124

/** One process at a time changes tables and rights. */
const inTurn = <T>(owner: Db, work: (tx: Db) => Promise<T>): Promise<T> =>
  owner.transaction(async tx => {
    await tx.run(sql`select pg_advisory_xact_lock(${migrationLock})`)
    return work(tx)
  })

/** What another process has applied meanwhile is not applied again. */
const apply = (owner: Db, migration: Migration): Promise<void> =>
  inTurn(owner, async tx => {
    const done = await tx.maybeOne(sql`select 1 from migration where number = ${migration.number}`)
    if (done !== null) return
    await tx.run(rawSql(migration.text))
    await tx.run(sql`
      insert into migration (number, name, checksum) values (${migration.number}, ${migration.name}, ${migration.checksum})`)
    await grantToApp(tx)
  })

/** Whether a server of our own has a role for the application that cannot read everything yet; as after a restore. */
async function appLacksRights(owner: Db): Promise<boolean> {
  const { lacks } = await owner.one<{ lacks: boolean }>(sql`
    select exists (
      select from pg_roles r, pg_class c
      where r.rolname = ${appRole} and c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and pg_has_role(c.relowner, 'usage') and not has_table_privilege(r.oid, c.oid, 'select')
    ) as lacks`)
  return lacks
}

/** The application reads and writes; what only grows it may not change, whatever a trigger says. */
async function grantToApp(owner: Db): Promise<void> {
  const { present } = await owner.one<{ present: boolean }>(
    sql`select exists (select 1 from pg_roles where rolname = ${appRole} and rolname <> current_user) as present`,
  )
  if (!present) return
  await owner.run(
    rawSql(`
      grant usage on schema public to ${appRole};
      grant select, insert, update, delete on all tables in schema public to ${appRole};
      grant usage, select on all sequences in schema public to ${appRole};
      revoke insert, update, delete on migration from ${appRole};`),
  )
  for (const table of await appendOnlyTables(owner)) {
    await owner.run(rawSql(`revoke update, delete on ${table} from ${appRole}`))
  }
}

/** The tables that `refuse_change` guards for good against UPDATE (bit 16 of tgtype) and DELETE (bit 8). */
async function appendOnlyTables(owner: Db): Promise<string[]> {
  const rows = await owner.many<{ name: string }>(sql`
    select distinct t.tgrelid::regclass::text as name
    from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where p.proname = 'refuse_change' and t.tgtype & 24 = 24 and t.tgqual is null`)
  return rows.map(({ name }) => name)
}
