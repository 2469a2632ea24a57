import { localDateAt } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Item } from '../catalogue/index.ts'
import { facilitiesOf } from '../institutions/index.ts'
import type { NewFact } from '../participation/index.ts'

/** A fact at the seat of an institution, on the map of its day. */
export async function factHere(tx: Db, fact: Omit<NewFact, 'facility' | 'place'>): Promise<NewFact> {
  const [seat] = await facilitiesOf(tx, [fact.institution], localDateAt(fact.occurredAt))
  return { ...fact, facility: seat?.id ?? null, place: seat?.place ?? null }
}

/** The fact of one copy moving between shelf and reader. */
export const circulationFact = (
  tx: Db,
  verb: 'copy.lent' | 'copy.returned' | 'copy.read-in-room',
  item: Item,
  institution: string,
  person: string | null,
  now: Date,
): Promise<NewFact> =>
  factHere(tx, {
    verb,
    object: { kind: 'edition', id: item.edition },
    institution,
    quantity: 1,
    occurredAt: now,
    person,
  })
