import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { runFolder, writeWhole } from './folder.ts'
import type { HouseOptions } from './house.ts'
import { ownFolder, postgresUser } from './os-user.ts'
import { HouseRefused } from './refusal.ts'
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
  const home = homeInNote(options.dataDir)
  // A data folder that was copied to another machine without it must not begin anew, as if it had been empty.
  if (home !== null && !existsSync(home)) {
    throw new HouseRefused({ code: 'moved-data-missing', dataDir: options.dataDir, home })
  }
  if (home !== null) return home
  if (!mustMove || existsSync(join(options.dataDir, 'postgres', 'data'))) return options.dataDir
  const elsewhere = join('/var/lib/bac-thang', randomBytes(6).toString('hex'))
  mkdirSync(elsewhere, { recursive: true })
  for (const path of [dirname(elsewhere), elsewhere]) chmodSync(path, 0o755)
  writeWhole(noteOf(options.dataDir), elsewhere)
  options.say?.(`Dữ liệu PostgreSQL nằm ở ${elsewhere}, vì người chạy PostgreSQL không vào được ${options.dataDir}.`)
  return elsewhere
}

const noteOf = (dataDir: string): string => join(dataDir, 'postgres-home')

const homeInNote = (dataDir: string): string | null =>
  existsSync(noteOf(dataDir)) ? readFileSync(noteOf(dataDir), 'utf8').trim() : null

/** The major release of the data in this folder; null when it holds none. Only looks. */
export const dataMajorOf = (dataDir: string): number | null =>
  clusterMajor(join(homeInNote(dataDir) ?? dataDir, 'postgres', 'data'))

/** Removes what an interrupted restore left beside the data. */
export async function clearNewCluster({ cluster }: ServerPlace): Promise<void> {
  const running = foundServer(cluster)
  if (running !== null) await stopServer(running, null)
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
