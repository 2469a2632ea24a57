import type { Db } from './database.ts'
import { sql } from './sql.ts'

/** Whether the database answers. */
export async function pingDatabase(db: Db): Promise<boolean> {
  return db.one(sql`select 1 as one`).then(
    () => true,
    () => false,
  )
}

/** The major release of the server that answers. */
export async function serverMajor(db: Db): Promise<number> {
  const { version } = await db.one<{ version: number }>(
    sql`select current_setting('server_version_num')::int as version`,
  )
  return Math.floor(version / 10_000)
}
