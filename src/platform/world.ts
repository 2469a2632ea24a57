import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import type { Files } from './files/index.ts'
import type { RateLimiter } from './http/index.ts'
import type { Log } from './log.ts'

/** Everything with an effect that a use case may need, handed to it rather than reached for. */
export interface World {
  readonly database: Database
  readonly clock: Clock
  readonly files: Files
  readonly config: Config
  readonly log: Log
  readonly limiter: RateLimiter
}
