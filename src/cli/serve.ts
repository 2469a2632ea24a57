import { join } from 'node:path'
import { openApp } from '../app.ts'
import { startBackground } from '../app/background.ts'
import { type Listening, startListening } from '../app/listen.ts'
import type { Config } from '../platform/config.ts'
import { openHouse } from '../platform/database/house.ts'
import { migrate } from '../platform/database/migrate.ts'
import { openLog } from '../platform/log.ts'
import { provideProvince } from './province.ts'
import { worldOf } from './world.ts'

/** A serving house. */
export interface Serving extends Listening {
  /** Stops everything in order: no more requests, work under way put down, the index saved, the database closed. */
  stop(): Promise<void>
}

/**
 * Opens the house and serves it: database, migrations, the province on a first start, search, background work, web.
 * Throws `HouseRefused` or `CannotListen` with the reason that a person can mend; whatever was open is closed again.
 */
export async function startServing(config: Config, say: (line: string) => void): Promise<Serving> {
  const log = openLog({ folder: join(config.dataDir, 'logs'), level: config.logLevel })
  const onError = (error: Error) => log.warn({ error: error.message }, 'database connection lost')
  const house = await openHouse({ ...config, purpose: 'serve', onError, say })
  const closers: (() => Promise<void>)[] = [() => house.close()]
  const stop = async () => {
    while (closers.length > 0) await closers.pop()?.()
  }
  try {
    await house.asOwner(owner => migrate(owner))
    const world = worldOf(config, house, log)
    await provideProvince(world, say)
    const app = await openApp(world, { owner: true })
    closers.push(async () => {
      await app.index.saveSnapshot()
      await app.index.close()
    })
    const background = await startBackground(world, app.works)
    closers.push(() => background.stop())
    const listening = await startListening(app.web, config)
    closers.push(() => listening.close())
    house.announce(listening.url)
    log.info({ url: listening.url }, 'serving')
    return { ...listening, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
