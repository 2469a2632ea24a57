import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { runFolder, writeWhole } from './folder.ts'
import type { HouseOptions } from './house.ts'
import { ownFolder, postgresUser } from './os-user.ts'
import { clusterMajor, foundServer, type ServerPlace, stopServer } from './server.ts'

const besideSuffix = '.new'

/** Where the cluster of a data folder lies, and by whom and with which programs its server runs. */
export function placeOf(options: HouseOptions): ServerPlace {
  const user = postgresUser()
  const folder = join(dataHome(options, user !== null && !user.reachesClosedFolders), 'postgres')
  ownFolder(folder, user)
  return {
    // One and the same folder has one name, by which its running server is recognised.
    cluster: join(realpathSync(folder), options.beside ? `data${besideSuffix}` : 'data'),
    log: join(runFolder(options.dataDir), 'postgres.log'),
    dataDir: options.dataDir,
    binaries: findBinaries(options.pgBin, options.dataDir, user),
    user,
    ...(options.settings ? { settings: options.settings } : {}),
  }
}

/** Where the OS user cannot reach into closed folders, only the cluster moves; a file beside the data says where. */
function dataHome(options: HouseOptions, mustMove: boolean): string {
  const note = join(options.dataDir, 'postgres-home')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  if (!mustMove || existsSync(join(options.dataDir, 'postgres', 'data'))) return options.dataDir
  const home = join('/var/lib/bac-thang', randomBytes(6).toString('hex'))
  mkdirSync(home, { recursive: true })
  for (const path of ['/var/lib/bac-thang', home]) chmodSync(path, 0o755)
  writeWhole(note, home)
  options.say?.(`Dữ liệu PostgreSQL nằm ở ${home}, vì người chạy PostgreSQL không vào được ${options.dataDir}.`)
  return home
}

/** The major release of the data in this folder; null when there is none, or it lies on a server of one's own. */
export const dataMajorOf = (options: HouseOptions): number | null =>
  options.databaseUrl === null ? clusterMajor(placeOf(options).cluster) : null

/** Removes what an interrupted restore left beside the data. */
export async function clearNewCluster({ cluster }: ServerPlace): Promise<void> {
  const running = foundServer(cluster)
  if (running !== null) await stopServer(running)
  rmSync(cluster, { recursive: true, force: true })
}

/**
 * The cluster that was opened `beside` takes the place of the one that was there, which is kept under another name.
 * Nobody may have either of them open. Gives the path of the old one.
 */
export function adoptNewCluster(options: HouseOptions, stamp: string): string {
  const { cluster } = placeOf({ ...options, beside: false })
  const kept = `${cluster}.pg${clusterMajor(cluster)}-${stamp}`
  renameSync(cluster, kept)
  finishAdoption(cluster)
  return kept
}

/** The old cluster leaves only when the new one is complete, so a new one alone is the data. */
export function finishAdoption(cluster: string): void {
  const beside = `${cluster}${besideSuffix}`
  if (!existsSync(cluster) && existsSync(join(beside, 'PG_VERSION'))) renameSync(beside, cluster)
}
