import { localDateAt } from '../../kernel/local-date.ts'
import type { Result } from '../../kernel/result.ts'
import { ok, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { record } from '../participation/index.ts'
import { factHere } from './fact-here.ts'
import type { LoanRefusal } from './loan.ts'
import { keptFor, serveRequest } from './move-request.ts'
import { insertReading } from './reading-store.ts'
import { recordReading } from './record-reading.ts'
import { decideReading, type ReadingKind } from './room.ts'
import { findReader, lockScannedItem } from './scanned.ts'

/** A copy is used here, in the room. */
export interface Reading {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  /** Null when nobody gave a card: most who read newspapers do not. */
  readonly cardNumber: string | null
  readonly barcode: string
  readonly now: Date
}

export interface Read {
  readonly item: string
  /** The institution on whose shelf it belongs. */
  readonly keeper: string
  readonly [key: string]: string
}

/** Writes down that a copy was used in the room: one fact for each scan. The copy stays where it is. */
export function readInRoom(world: World, reading: Reading): Promise<Result<Read, LoanRefusal>> {
  const { act, by, institution, cardNumber, barcode, now } = reading
  const intent = {
    id: act,
    type: 'circulation.read-in-room',
    version: 1,
    actor: by,
    institution,
    occurredAt: now,
    payload: { barcode },
  }
  return perform<Read, LoanRefusal>(world.database, intent, async tx => {
    const reader = cardNumber === null ? null : await findReader(tx, cardNumber)
    const item = await lockScannedItem(tx, barcode)
    const person = reader?.person.id ?? null
    const kept = item && (await keptFor(tx, item, institution, person))
    const problems: LoanRefusal[] = []
    if (cardNumber !== null && reader === null) problems.push({ code: 'unknown-card', typed: cardNumber })
    if (item === null) problems.push({ code: 'unknown-barcode', typed: barcode })
    problems.push(...decideReading(kept, reader?.card ?? null))
    if (item === null || kept === null || problems.length > 0) return refused(problems)
    await recordReading(tx, intent, item, institution, person)
    if (kept.slip !== null && kept.slip.state !== 'in-room') await serveRequest(tx, kept.slip, 'in-room', item, intent)
    return ok({ item: item.id, keeper: item.keeper })
  })
}

/** What was used in the room and not scanned: a number of one kind. */
export interface Counting {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly kind: ReadingKind
  /** From 1 to `mostCounted`. */
  readonly count: number
  readonly now: Date
}

export interface Counted {
  readonly kind: string
  readonly count: number
  readonly [key: string]: string | number
}

/** Adds a number of things read in the room, by nobody in particular; where shelves are open, nobody scans. */
export function countInRoom(world: World, counting: Counting): Promise<Result<Counted, never>> {
  const { act, by, institution, kind, count, now } = counting
  const intent = {
    id: act,
    type: 'circulation.count-in-room',
    version: 1,
    actor: by,
    institution,
    occurredAt: now,
    payload: { kind, count },
  }
  return perform<Counted, never>(world.database, intent, async tx => {
    const [fact] = await record(tx, intent, [
      await factHere(tx, {
        verb: 'copy.read-in-room',
        object: null,
        institution,
        quantity: count,
        person: null,
        occurredAt: now,
      }),
    ])
    if (fact === undefined) throw new Error('no fact was recorded')
    await insertReading(tx, { fact, institution, readOn: localDateAt(now), kind, person: null })
    return ok({ kind, count })
  })
}
