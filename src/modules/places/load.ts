import type { Db } from '../../platform/database/database.ts'
import { officialUnits, type PlaceFiles } from './official-units.ts'
import { noPlacesPort, type PlacesPort } from './port.ts'
import { insertEdges, insertPlaces } from './write-store.ts'

/**
 * Loads the official units, their names and their lineage from the files of seed/places. Every start may call it:
 * what is there already stays as it is, so corrections made by people are not undone. Gives the number of new places.
 */
export async function loadPlaces(
  tx: Db,
  files: PlaceFiles,
  port: Pick<PlacesPort, 'onChanged'> = noPlacesPort,
): Promise<number> {
  const { places, edges } = officialUnits(files)
  const added = await insertPlaces(tx, places)
  await insertEdges(tx, edges)
  if (added.length > 0) await port.onChanged(tx, added)
  return added.length
}
