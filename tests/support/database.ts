import { createHash, randomBytes } from 'node:crypto'
import { after } from 'node:test'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'
import { migrate, migrationsFolder, readMigrations } from '../../src/platform/database/migrate.ts'
import { rawSql, sql } from '../../src/platform/database/sql.ts'
import { clusterVariables, startTestCluster } from './cluster.ts'

/** A migrated database of a test's own. */
export interface TestDatabase {
  /** As the application's role. */
  readonly db: Database
  readonly url: string
  readonly ownerUrl: string
  close(): Promise<void>
}

interface Urls {
  readonly owner: string
  readonly app: string
}

let stopCluster = async (): Promise<void> => undefined

// Registered while the test file is read, so at its root: after every suite's own `after`.
after(() => stopCluster())

/** The run's server when there is one, otherwise one for this process, stopped when its tests are over. */
async function findCluster(): Promise<Urls> {
  const owner = process.env[clusterVariables.owner]
  const app = process.env[clusterVariables.app]
  if (owner !== undefined && app !== undefined) return { owner, app }
  const cluster = await startTestCluster()
  stopCluster = () => cluster.stop()
  return { owner: cluster.ownerUrl, app: cluster.appUrl }
}

let found: Promise<Urls> | undefined

function named(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}

async function onServer<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ url: named(url, 'postgres'), connections: 1 })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** What a test's database starts as: made once on a server, then cloned. */
export interface Template {
  /** Another name for another content. */
  readonly name: string
  /** Fills an empty database. */
  make(urls: { readonly owner: string; readonly app: string }): Promise<void>
}

const said = readMigrations(migrationsFolder).map(migration => migration.checksum)

/** Tables and nothing in them. Named after what the migrations say, so an edited one makes another. */
const migrated: Template = {
  name: `template_${createHash('sha256').update(said.join()).digest('hex').slice(0, 12)}`,
  make: async ({ owner }) => {
    const database = openDatabase({ url: owner, connections: 1 })
    await migrate(database)
    await database.close()
  },
}

/** Whoever comes first makes it; the others wait. */
async function ensureTemplate(urls: Urls, { name, make }: Template): Promise<void> {
  await onServer(urls.owner, server =>
    server.withConnection(async session => {
      await session.run(sql`select pg_advisory_lock(20261124)`)
      const { there } = await session.one<{ there: boolean }>(
        sql`select exists (select 1 from pg_database where datname = ${name} and datistemplate) as there`,
      )
      if (!there) {
        await session.run(rawSql(`drop database if exists ${name} with (force)`))
        await session.run(rawSql(`create database ${name} template template0 encoding 'UTF8' locale 'C'`))
        await make({ owner: named(urls.owner, name), app: named(urls.app, name) })
        await session.run(rawSql(`alter database ${name} with is_template true`))
      }
      await session.run(sql`select pg_advisory_unlock(20261124)`)
    }),
  )
}

/** A fresh copy of a template, in tens of milliseconds: of the migrated one unless told. Close it in `after`. */
export async function testDatabase(template: Template = migrated): Promise<TestDatabase> {
  found ??= findCluster()
  const urls = await found
  await ensureTemplate(urls, template)
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(urls.owner, server => server.run(rawSql(`create database ${name} template ${template.name}`)))
  const url = named(urls.app, name)
  const db = openDatabase({ url })
  return {
    db,
    url,
    ownerUrl: named(urls.owner, name),
    close: async () => {
      await db.close()
      await onServer(urls.owner, server => server.run(rawSql(`drop database ${name} with (force)`)))
    },
  }
}
