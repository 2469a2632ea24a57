import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openFiles } from '../../src/platform/files/index.ts'
import { createRateLimiter } from '../../src/platform/http/index.ts'
import { openLog } from '../../src/platform/log.ts'
import type { World } from '../../src/platform/world.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** A world of a test's own: a fresh database, an empty folder for files, a clock that stands still. */
export interface TestWorld extends World {
  readonly clock: ReturnType<typeof fixedClock>
  readonly test: TestDatabase
  close(): Promise<void>
}

export async function testWorld(now = new Date('2026-11-24T02:00:00Z')): Promise<TestWorld> {
  const test = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'bac-thang-files-'))
  const clock = fixedClock(now)
  return {
    test,
    clock,
    database: test.db,
    files: openFiles(folder),
    config: readConfig({ DATA_DIR: folder }, []),
    log: openLog({ folder: null, level: 'error' }),
    limiter: createRateLimiter(clock),
    close: async () => {
      await test.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
