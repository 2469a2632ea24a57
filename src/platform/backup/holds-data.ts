import type { Db } from '../database/database.ts'
import { hasRows, tablesInLoadOrder } from './tables.ts'

/** What a migration itself writes: one row each in a database that nobody has used. */
const writtenByMigrations = new Set(['node', 'figure_position'])

/** Whether a restore would replace anything that somebody entered. */
export async function holdsData(db: Db): Promise<boolean> {
  for (const { name } of await tablesInLoadOrder(db)) {
    if (!writtenByMigrations.has(name) && (await hasRows(db, name))) return true
  }
  return false
}
