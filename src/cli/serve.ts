import { join } from 'node:path'
import { startBackground } from '../app/background.ts'
import { type Listening, startListening } from '../app/listen.ts'
import { peoplePort } from '../app/people-port.tsx'
import { openApp } from '../app.ts'
import { localDateAt } from '../kernel/local-date.ts'
import { replayErasures, staffSafety } from '../modules/people/index.ts'
import type { Config } from '../platform/config.ts'
import { openHouse } from '../platform/database/house.ts'
import { readNode } from '../platform/database/node.ts'
import { type Log, openLog, silentLog } from '../platform/log.ts'
import type { World } from '../platform/world.ts'
import { Failed } from './command.ts'
import { isLoopback } from './loopback.ts'
import { wordsOf } from './messages.ts'
import { freeAbandonedJobs, upgrade } from './open.ts'
import { provideProvince } from './province.ts'
import { certificateEnd } from './tls.ts'
import { worldOf } from './world.ts'

/** A serving house. */
export interface Serving extends Listening {
  /** With the demonstration province; or real, and then whether anybody can run it yet. */
  readonly state: 'demo' | 'no-administrator' | 'ready'
  /** Stops everything in order: no more requests, work under way put down, the index saved, the database closed. */
  stop(): Promise<void>
}

/**
 * Opens the house and serves it: database, migrations, the province on a first start, search, background work, web.
 * Throws `HouseRefused`, `CannotListen` or `Failed` with the reason that a person can mend; whatever was open is closed.
 */
export async function startServing(config: Config, say: (line: string) => void): Promise<Serving> {
  refuseBrokenTls(config)
  let log: Log = silentLog
  const onError = (error: Error) => log.warn({ error: error.message }, 'database connection lost')
  const house = await openHouse({ ...config, purpose: 'serve', onError, say })
  const closers: (() => Promise<void>)[] = [() => house.close()]
  const stop = async () => {
    while (closers.length > 0) await closers.pop()?.()
  }
  try {
    log = openLog({ folder: join(config.dataDir, 'logs'), level: config.logLevel, tell: say })
    await upgrade(config, house, say)
    await freeAbandonedJobs(config, house)
    const world = worldOf(config, house, log)
    refuseOpenDemo(config, (await readNode(house.database)).demo || config.demo)
    await provideProvince(world, say)
    // A restore that was cut off between its rows and this leaves it to the next start.
    await replayErasures(world, peoplePort(world))
    const state = await stateOf(world)
    const app = await openApp(world, { owner: true })
    closers.push(() => app.index.close())
    const background = await startBackground(world, app.works)
    closers.push(() => background.stop())
    const listening = await startListening(app.web, config)
    closers.push(() => listening.close())
    house.announce(listening.url)
    log.info({ url: listening.url }, 'serving')
    return { ...listening, state, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function stateOf({ database, clock }: World): Promise<Serving['state']> {
  if ((await readNode(database)).demo) return 'demo'
  const { administrators } = await staffSafety(database, localDateAt(clock.now()))
  return administrators > 0 ? 'ready' : 'no-administrator'
}

function refuseBrokenTls({ tls, lang }: Config): void {
  if (tls === null) return
  try {
    certificateEnd(tls)
  } catch (error) {
    throw new Failed(wordsOf(lang).failure.tls(error instanceof Error ? error.message : String(error)))
  }
}

/** Demonstration accounts are known to whoever saw the screen: they are for this machine only. */
function refuseOpenDemo(config: Config, demo: boolean): void {
  if (demo && !isLoopback(config.host)) throw new Failed(wordsOf(config.lang).failure.openDemo(config.host))
}
