import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Act, findEntry, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { facilitiesOf, type Institution } from '../institutions/index.ts'
import { anyVoided, factsOfAct, record, voidFacts } from '../participation/index.ts'
import { type CountRefusal, decideCount, mayUndoOn, type UndoCountRefusal, type Wanted } from './decide.ts'
import { keepKinds, lockKinds } from './store.ts'

export interface Counting extends Wanted {
  readonly act: string
  readonly by: string | null
  readonly institution: Institution
  readonly now: Date
}

export interface Counted {
  readonly kind: string
  readonly quantity: number
  readonly [key: string]: string | number
}

/** Counts visitors who came in: one fact, and the journal's row. */
export function countVisit(world: World, counting: Counting): Promise<Result<Counted, CountRefusal>> {
  const { act, by, institution, now, kind, facility, quantity } = counting
  const intent: Act = {
    id: act,
    type: 'visits.count',
    version: 1,
    actor: by,
    institution: institution.id,
    occurredAt: now,
    payload: { kind, facility, quantity },
  }
  return perform<Counted, CountRefusal>(world.database, intent, async tx => {
    const today = localDateAt(now)
    const facilities = await facilitiesOf(tx, [institution.id], today)
    const decision = decideCount(
      counting,
      await keepKinds(tx, institution, today),
      facilities.map(({ id }) => id),
    )
    if (!decision.ok) return decision
    const at = facilities.find(({ id }) => id === facility) ?? facilities[0]
    await record(tx, intent, [
      {
        verb: 'visits.counted',
        object: { kind: 'visit-kind', id: decision.value.kind.id },
        institution: institution.id,
        facility: at?.id ?? null,
        place: at?.place ?? institution.place,
        quantity: decision.value.quantity,
        occurredAt: now,
        person: null,
      },
    ])
    return ok({ kind: decision.value.kind.id, quantity: decision.value.quantity })
  })
}

export interface UndoingCount {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  /** The count that was a mistake. */
  readonly undone: string
  readonly now: Date
}

/** Takes a count back: its fact is voided by a fact on the same day. */
export function undoCount(world: World, undoing: UndoingCount): Promise<Result<Counted, UndoCountRefusal>> {
  const { act, by, institution, undone, now } = undoing
  const intent: Act = {
    id: act,
    type: 'visits.undo',
    version: 1,
    actor: by,
    institution,
    occurredAt: now,
    payload: { undone },
  }
  return perform<Counted, UndoCountRefusal>(world.database, intent, async tx => {
    const entry = await findEntry(tx, undone)
    if (entry === null || entry.type !== 'visits.count' || entry.institution !== institution)
      return refused([{ code: 'nothing-to-undo' }])
    // Two who press at once: the second finds what the first has done.
    await lockKinds(tx, institution)
    const facts = await factsOfAct(tx, undone)
    const [fact] = facts
    const ids = facts.map(({ id }) => id)
    if (fact === undefined || fact.object === null) return refused([{ code: 'nothing-to-undo' }])
    if (await anyVoided(tx, ids)) return refused([{ code: 'already-undone' }])
    if (!mayUndoOn(fact.occurredOn, localDateAt(now))) return refused([{ code: 'undo-too-late' }])
    await voidFacts(tx, intent, ids)
    return ok({ kind: fact.object.id, quantity: fact.quantity })
  })
}
