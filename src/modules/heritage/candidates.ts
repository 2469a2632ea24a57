import type { Db } from '../../platform/database/database.ts'
import { type ObjectCandidate, objectMatchFacts } from './match.ts'
import { objectsLike } from './object-store.ts'

/**
 * The objects of a register that those of a file may be the same as; `numbers` and `titleKeys` as `objectMatchFacts`
 * gives them. Some hundred of each may be asked at once.
 */
export async function objectCandidates(
  db: Db,
  institution: string,
  numbers: readonly string[],
  titleKeys: readonly string[],
): Promise<ObjectCandidate[]> {
  const objects = await objectsLike(db, institution, numbers, titleKeys)
  return objects.map(object => ({ ...objectMatchFacts(object), object: object.id, record: null }))
}
