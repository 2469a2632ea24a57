import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBackup } from '../platform/backup/index.ts'
import type { Config } from '../platform/config.ts'
import { runFolder } from '../platform/database/folder.ts'
import { type House, openHouse } from '../platform/database/house.ts'
import { livingLeases, type Purpose, servingLease } from '../platform/database/leases.ts'
import { migrate } from '../platform/database/migrate.ts'
import { HouseRefused } from '../platform/database/refusal.ts'
import { openFiles } from '../platform/files/index.ts'
import { releaseJobsOfDead } from '../platform/jobs/index.ts'
import { type Log, openLog, silentLog } from '../platform/log.ts'
import type { World } from '../platform/world.ts'
import type { Call } from './command.ts'
import { wordsOf } from './messages.ts'
import { worldOf } from './world.ts'

/** 20261124-093015, in UTC: sorts by time, and every file system takes it. */
export const stampOf = (now: Date): string =>
  now
    .toISOString()
    .replace(/\D/g, '')
    .replace(/^(\d{8})(\d{6}).*/, '$1-$2')

export const filesOf = (config: Config) => openFiles(join(config.dataDir, 'files'))

/** Writes a backup beside the data, named by its reason; gives its path. */
export async function backUpFirst(config: Config, house: House, reason: string): Promise<string> {
  const folder = join(config.dataDir, 'backups')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const now = new Date()
  const target = join(folder, `${reason}-${stampOf(now)}.tar`)
  await writeBackup({ url: house.urls.owner, files: filesOf(config), target, now })
  return target
}

/**
 * Brings the database up to this program. A database that holds something is backed up first, since only a restore leads
 * back; and it is left alone while an older program serves from it.
 */
export async function upgrade(config: Config, house: House, tell: (line: string) => void): Promise<void> {
  const words = wordsOf(config.lang).upgrade
  const beforeChange = async (from: number, to: number) => {
    const serving = servingLease(runFolder(config.dataDir))
    if (serving !== null && serving.mark.pid !== process.pid) {
      throw new HouseRefused({ code: 'older-serve', pid: serving.mark.pid })
    }
    tell(words.backingUp(from, to))
    tell(words.backedUp(await backUpFirst(config, house, `truoc-khi-nang-cap-${from}-${to}`)))
  }
  await house.asOwner(owner => migrate(owner, { beforeChange }))
}

/** Jobs that a killed process held are free at once: every process that can have one has a lease in this folder. */
export async function freeAbandonedJobs(config: Config, house: House): Promise<void> {
  // Others may work on a server of one's own from elsewhere.
  if (config.databaseUrl !== null) return
  const living = livingLeases(runFolder(config.dataDir)).map(({ mark }) => mark.pid)
  await releaseJobsOfDead(house.database, living)
}

/** What a command works in. */
export interface Opened {
  readonly house: House
  readonly world: World
}

/** Opens the house for a command, upgraded, and closes it whatever happens. */
export async function inHouse<T>(
  { config, terminal }: Pick<Call, 'config' | 'terminal'>,
  purpose: Exclude<Purpose, 'serve'>,
  work: (opened: Opened) => Promise<T>,
  options: { readonly upgraded: boolean } = { upgraded: true },
): Promise<T> {
  let log: Log = silentLog
  const onError = (error: Error) => log.warn({ error: error.message }, 'database connection lost')
  const house = await openHouse({ ...config, purpose, onError, say: terminal.line })
  try {
    log = openLog({ folder: join(config.dataDir, 'logs'), level: config.logLevel })
    if (options.upgraded) {
      await upgrade(config, house, terminal.line)
      await freeAbandonedJobs(config, house)
    }
    return await work({ house, world: worldOf(config, house, log) })
  } finally {
    await house.close()
  }
}
