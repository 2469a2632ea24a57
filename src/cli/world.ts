import { join } from 'node:path'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { House } from '../platform/database/house.ts'
import { openFiles } from '../platform/files/index.ts'
import { createRateLimiter } from '../platform/http/index.ts'
import type { Log } from '../platform/log.ts'
import type { World } from '../platform/world.ts'

/** The world of this installation: the system's clock, the data folder's files, the house's database. */
export const worldOf = (config: Config, house: House, log: Log): World => ({
  database: house.database,
  clock: systemClock,
  files: openFiles(join(config.dataDir, 'files')),
  config,
  log,
  limiter: createRateLimiter(systemClock),
})
