import type { Db } from './database.ts'
import { sql } from './sql.ts'

/** Whether the database answers. */
export async function pingDatabase(db: Db): Promise<boolean> {
  return db.one(sql`select 1 as one`).then(
    () => true,
    () => false,
  )
}
