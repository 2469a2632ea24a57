import type { Database } from './database.ts'
import { isDiskFullError, prepareFolder, runFolder } from './folder.ts'
import { openGiven } from './given-server.ts'
import { livingLeases, type Purpose, refuseBeside, withLock } from './leases.ts'
import { openOwn } from './own-server.ts'
import { HouseRefused } from './refusal.ts'

export interface HouseOptions {
  /** Absolute. */
  readonly dataDir: string
  readonly pgBin: string | null
  readonly databaseUrl: string | null
  readonly purpose: Purpose
  readonly onError?: (error: Error) => void
  /** Told what may surprise, such as data that had to move; in Vietnamese. */
  readonly say?: (line: string) => void
  /** Only for throw-away data. */
  readonly settings?: readonly string[]
  /** Opens an empty cluster beside the one that is there; see `adoptNewCluster`. */
  readonly beside?: boolean
}

/** An open database: our own server, or one given by its address. */
export interface House {
  /** As the application's role, which cannot change the journal or the facts. */
  readonly database: Database
  /** As the owner of the tables, for migrations, backup and restore. */
  asOwner<T>(work: (database: Database) => Promise<T>): Promise<T>
  /** The addresses of the database for the two roles; they carry passwords. */
  readonly urls: { readonly app: string; readonly owner: string }
  /** Tells other processes where this one serves. */
  announce(address: string): void
  /** The last one out stops the server. */
  close(): Promise<void>
}

/** Opens the database of a data folder, starting its server when nobody has. Throws `HouseRefused`. */
export async function openHouse(options: HouseOptions): Promise<House> {
  prepareFolder(options.dataDir)
  const run = runFolder(options.dataDir)
  try {
    return await withLock(run, async () => {
      refuseBeside(livingLeases(run), options.purpose)
      return options.databaseUrl === null ? openOwn(options) : openGiven(options, options.databaseUrl)
    })
  } catch (error) {
    if (isDiskFullError(error)) throw new HouseRefused({ code: 'disk-full', dataDir: options.dataDir })
    throw error
  }
}
