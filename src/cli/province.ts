import { institutionsPort, placesPort } from '../app/ports.ts'
import { readNode } from '../platform/database/node.ts'
import type { World } from '../platform/world.ts'
import { loadDemonstration, loadOfficialPlaces } from './demo-loader.ts'

/** The wired ports that whoever loads data hands to the modules. */
export const portsOf = (world: World) => ({
  places: placesPort(world.clock),
  institutions: institutionsPort(world.clock),
})

/** Makes sure that the province is there: its official units always, the demonstration on a first start unless DEMO=0. */
export async function provideProvince(world: World, say: (line: string) => void): Promise<void> {
  const ports = portsOf(world)
  await loadOfficialPlaces(world, ports)
  const node = await readNode(world.database)
  if (!world.config.demo || node.demo) return
  await loadDemonstration(world, ports, say)
}
