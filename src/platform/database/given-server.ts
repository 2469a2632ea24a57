import { type Database, openDatabase } from './database.ts'
import { runFolder } from './folder.ts'
import type { House, HouseOptions } from './house.ts'
import { dropLease, takeLease } from './leases.ts'
import { HouseRefused } from './refusal.ts'
import { sql } from './sql.ts'

/** The oldest release that knows all that the migrations use (`unique nulls not distinct`). */
const oldestMajor = 15

/** A database server of one's own: one role does everything, and triggers alone guard the journal and the facts. */
export async function openGiven(options: HouseOptions, url: string): Promise<House> {
  const database = openDatabase({ url, ...(options.onError ? { onError: options.onError } : {}) })
  try {
    await refuseUnfit(database)
  } catch (error) {
    await database.close()
    throw error
  }
  const run = runFolder(options.dataDir)
  takeLease(run, options.purpose)
  return {
    database,
    urls: { app: url, owner: url },
    asOwner: work => withDatabase(url, work),
    announce: address => takeLease(run, options.purpose, address),
    close: async () => {
      await database.close()
      dropLease(run)
    },
  }
}

async function refuseUnfit(database: Database): Promise<void> {
  const found = await database
    .one<{ version: number; encoding: string }>(
      sql`select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    )
    .catch(error => {
      throw new HouseRefused({
        code: 'server-unreachable',
        why: error instanceof Error ? error.message : String(error),
      })
    })
  const major = Math.floor(found.version / 10_000)
  if (major < oldestMajor) throw new HouseRefused({ code: 'server-too-old', major, oldest: oldestMajor })
  if (found.encoding !== 'UTF8') throw new HouseRefused({ code: 'server-not-utf8', encoding: found.encoding })
}

export async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ url, connections: 2, applicationName: 'bac-thang owner' })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
