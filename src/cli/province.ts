import { institutionsPort, placesPort } from '../app/ports.ts'
import { isSettled, settle } from '../platform/database/node.ts'
import type { World } from '../platform/world.ts'
import { loadDemonstration, loadOfficialPlaces } from './demo-loader.ts'

/** The wired ports that whoever loads data hands to the modules. */
export const portsOf = (world: World) => ({
  places: placesPort(world.clock),
  institutions: institutionsPort(world.clock),
})

/**
 * Makes sure that the province is there: its official units always, the demonstration on a first start unless DEMO=0.
 * A first start that was cut off goes on; after it, nobody finds demonstration data among their own by forgetting DEMO=0.
 */
export async function provideProvince(world: World, say: (line: string) => void): Promise<void> {
  const ports = portsOf(world)
  await loadOfficialPlaces(world, ports)
  if (await isSettled(world.database)) return
  if (world.config.demo) await loadDemonstration(world, ports, say)
  await settle(world.database)
}
