import { createHmac, randomBytes } from 'node:crypto'
import { localDateAt } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { BooksClosed } from '../../platform/journal/index.ts'
import type { NewFact } from './fact.ts'
import { type FactRow, findFact, insertFacts, yearSecret } from './store.ts'

/** A person's name for one calendar year: the same within it, unlinkable across years. */
async function pseudonym(tx: Db, person: string, year: number): Promise<Uint8Array> {
  const secret = await yearSecret(tx, year, randomBytes(32))
  return createHmac('sha256', secret).update(person).digest()
}

/** What the database raises for a fact of a frozen year; its detail is the year. */
const frozen = 'BT001'

/** Writes facts; throws `BooksClosed` for one of a year whose figures are frozen. */
async function write(tx: Db, rows: readonly FactRow[]): Promise<void> {
  try {
    await insertFacts(tx, rows)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== frozen) throw error
    throw new BooksClosed('detail' in error ? Number(error.detail) : Number.NaN)
  }
}

/** Records what an act did, in the act's own transaction; gives the facts' ids in the same order. Throws `BooksClosed`. */
export async function record(tx: Db, act: { readonly id: string }, facts: readonly NewFact[]): Promise<string[]> {
  const rows: FactRow[] = []
  for (const fact of facts) {
    const occurredOn = localDateAt(fact.occurredAt)
    const subject = fact.person === null ? null : await pseudonym(tx, fact.person, Number(occurredOn.slice(0, 4)))
    rows.push({ ...fact, id: newId(), act: act.id, occurredOn, subject, voids: null })
  }
  await write(tx, rows)
  return rows.map(row => row.id)
}

/** Voids facts by facts: the same verb, day and place with the opposite quantity, so every sum forgets the mistake. */
export async function voidFacts(tx: Db, act: { readonly id: string }, facts: readonly string[]): Promise<void> {
  const rows: FactRow[] = []
  for (const id of facts) {
    const fact = await findFact(tx, id)
    if (fact === null) throw new Error(`fact ${id} does not exist`)
    if (fact.voids !== null) throw new Error(`fact ${id} is itself a voiding fact`)
    rows.push({
      ...fact,
      id: newId(),
      act: act.id,
      quantity: -fact.quantity,
      subject: null,
      person: null,
      voids: fact.id,
    })
  }
  await write(tx, rows)
}
