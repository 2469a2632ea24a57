import { createHash } from 'node:crypto'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { type Json, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { queueObjects } from './documents.ts'
import type { DescribedObject, MuseumObject, ObjectFacts, Shown } from './object.ts'
import { insertObjects, lockObject, updateObject } from './object-store.ts'
import { decideShown } from './protocol.ts'
import { recordObjectStock } from './stock.ts'

/** Whom the institution shows an object to; 'by-rule' leaves it to the words of the record. */
export type ShownChoice = Shown | 'by-rule'
export const shownChoices: readonly ShownChoice[] = ['by-rule', 'everyone', 'staff']

export type RegisterRefusal =
  | { readonly code: 'number-taken'; readonly number: string }
  | { readonly code: 'object-gone' }
  | { readonly code: 'changed-meanwhile' }

interface Asked {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly object: DescribedObject
  readonly shown: ShownChoice
  readonly now: Date
}

const shownBy = (choice: ShownChoice, facts: ObjectFacts): { readonly shown: Shown; readonly decided: boolean } =>
  choice === 'by-rule' ? { shown: decideShown(facts).shown, decided: false } : { shown: choice, decided: true }

/** The journal keeps an object as it was written, so that a corrected number leaves its trace; but for whom it came from,
 *  since nobody can be erased from a journal. */
const payloadOf = (id: string | null, { accessionNumber, facts }: DescribedObject, choice: ShownChoice): Json => ({
  ...(id === null ? {} : { object: id }),
  accessionNumber,
  shown: choice,
  facts: JSON.parse(JSON.stringify({ ...facts, provenance: undefined })),
})

/** Writes an object into the register of an institution; from then on it counts as its stock. */
export async function registerObject(
  { database }: Pick<World, 'database'>,
  asked: Asked,
): Promise<Result<{ readonly object: string }, RegisterRefusal>> {
  const { institution, object, now } = asked
  const act = {
    id: asked.act,
    type: 'heritage.register-object',
    version: 1,
    actor: asked.by,
    institution,
    occurredAt: now,
    payload: payloadOf(null, object, asked.shown),
  }
  return perform<{ readonly object: string }, RegisterRefusal>(database, act, async tx => {
    const id = newId()
    const { accessionNumber, facts } = object
    const choice = shownBy(asked.shown, facts)
    const row = { id, institution, accessionNumber, facts, ...choice, batch: null, enteredAt: now }
    if (!(await insertObjects(tx, [row])).has(id))
      return refused([{ code: 'number-taken', number: accessionNumber ?? '' }])
    await recordObjectStock(tx, act, institution, 1, { kind: 'object', id }, now)
    await queueObjects(tx, [id], now)
    return ok({ object: id })
  })
}

/** What an object was when somebody looked at it, so that a correction of another state is noticed. */
export const stateOf = ({ accessionNumber, facts, shown, decided }: MuseumObject): string =>
  createHash('sha256')
    .update(JSON.stringify([accessionNumber, facts, shown, decided]))
    .digest('hex')
    .slice(0, 16)

/**
 * Corrects what the register says of an object, and whom it is shown to. `seen`: its state when it was looked at; null
 * where nobody did.
 */
export async function correctObject(
  { database }: Pick<World, 'database'>,
  asked: Asked & { readonly id: string; readonly seen: string | null },
): Promise<Result<{ readonly object: string }, RegisterRefusal>> {
  const { id, institution, object, now } = asked
  const act = {
    id: asked.act,
    type: 'heritage.correct-object',
    version: 1,
    actor: asked.by,
    institution,
    occurredAt: now,
    payload: payloadOf(id, object, asked.shown),
  }
  return perform<{ readonly object: string }, RegisterRefusal>(database, act, async tx => {
    const before = await lockObject(tx, id)
    if (before === null || before.institution !== institution) return refused([{ code: 'object-gone' }])
    if (asked.seen !== null && asked.seen !== stateOf(before)) return refused([{ code: 'changed-meanwhile' }])
    const { accessionNumber, facts } = object
    const after = { id, institution, accessionNumber, facts, ...shownBy(asked.shown, facts) }
    if (!(await updateObject(tx, after))) return refused([{ code: 'number-taken', number: accessionNumber ?? '' }])
    await queueObjects(tx, [id], now)
    return ok({ object: id })
  })
}
