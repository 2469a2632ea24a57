import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '../src/platform/config.ts'
import type { Database } from '../src/platform/database/database.ts'
import { openHouse } from '../src/platform/database/house.ts'
import { migrate } from '../src/platform/database/migrate.ts'

interface FreshHouse {
  readonly database: Database
  readonly config: Config
  readonly dataDir: string
  /** As the role that may make tables. */
  readonly asOwner: <T>(work: (owner: Database) => Promise<T>) => Promise<T>
}

/** A PostgreSQL server of our own with its usual safety and an empty, migrated database; gone when the work is done. */
export async function inFreshHouse<T>(work: (house: FreshHouse) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bac-thang-bench-'))
  try {
    const config = readConfig({ ...process.env, DATA_DIR: dataDir, DEMO: '0' }, [])
    const house = await openHouse({ ...config, purpose: 'command' })
    try {
      await house.asOwner(owner => migrate(owner))
      return await work({ database: house.database, config, dataDir, asOwner: inner => house.asOwner(inner) })
    } finally {
      await house.close()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
