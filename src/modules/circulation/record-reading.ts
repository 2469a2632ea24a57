import { localDateAt } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Act } from '../../platform/journal/index.ts'
import type { Item } from '../catalogue/index.ts'
import { record } from '../participation/index.ts'
import { circulationFact } from './fact-here.ts'
import { insertReading } from './reading-store.ts'

/** The fact that a copy was used in the room, in the act's transaction. */
export async function recordReading(
  tx: Db,
  act: Act,
  item: Item,
  institution: string,
  person: string | null,
): Promise<void> {
  const now = act.occurredAt
  const [fact] = await record(tx, act, [await circulationFact(tx, 'copy.read-in-room', item, institution, person, now)])
  if (fact === undefined) throw new Error('no fact was recorded')
  await insertReading(tx, { fact, institution, readOn: localDateAt(now), kind: 'book', person })
}
