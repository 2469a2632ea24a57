import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import {
  type Accepted,
  type BroughtIn,
  type ChunkAct,
  entriesOfRecords,
  type ImportBatch,
  type ImportRecord,
} from '../imports/index.ts'
import { queueObjects } from './documents.ts'
import { objectOfContent } from './judge.ts'
import type { DescribedObject } from './object.ts'
import { endObjects, insertObjects, type NewObject, objectsByIds } from './object-store.ts'
import { decideShown } from './protocol.ts'
import { recordObjectStock } from './stock.ts'

interface Coming {
  readonly number: number
  readonly object: DescribedObject
  readonly entry: string
  readonly isNew: boolean
}

/** The objects that the review meant, as long as they are there; what is new gets an id of its own. */
async function place(tx: Db, batch: ImportBatch, records: readonly Accepted[]): Promise<Coming[]> {
  const known = records.flatMap(({ staged }) => staged.matchedEntry ?? [])
  const living = new Set((await objectsByIds(tx, known)).map(({ id }) => id))
  const became = await entriesOfRecords(
    tx,
    batch.id,
    records.flatMap(({ staged }) => staged.matchedRecord ?? []),
  )
  const meantBy = ({ decision, outcome, matchedEntry, matchedRecord }: ImportRecord): string | null => {
    if ((decision ?? outcome) !== 'same') return null
    if (matchedRecord !== null) return became.get(matchedRecord) ?? null
    return matchedEntry !== null && living.has(matchedEntry) ? matchedEntry : null
  }
  return records.map(({ staged, content }) => {
    const object = objectOfContent(content)
    if ('code' in object) throw new Error(`record ${staged.number} of batch ${batch.id} is no object any more`)
    const joined = meantBy(staged)
    const entry = joined ?? newId()
    became.set(staged.number, entry)
    return { number: staged.number, object, entry, isNew: joined === null }
  })
}

/**
 * Writes records as objects of the register, with their part of the stock and their search documents. A number that the
 * register has by now is left off, and that is noted.
 */
export async function bringIn(
  tx: Db,
  act: ChunkAct,
  batch: ImportBatch,
  records: readonly Accepted[],
  countedAt: Date,
): Promise<BroughtIn[]> {
  const coming = await place(tx, batch, records)
  const fresh = coming.filter(({ isNew }) => isNew)
  const rows = fresh.map(({ entry, object: { accessionNumber, facts } }): NewObject => {
    const { shown } = decideShown(facts)
    const { id: from, institution } = batch
    return { id: entry, institution, accessionNumber, facts, shown, decided: false, batch: from, enteredAt: countedAt }
  })
  const written = await insertObjects(tx, rows)
  const taken = rows.filter(({ id }) => !written.has(id))
  await insertObjects(
    tx,
    taken.map(row => ({ ...row, accessionNumber: null })),
  )
  await recordObjectStock(tx, act, batch.institution, rows.length, { kind: 'batch', id: batch.id }, countedAt)
  await queueObjects(
    tx,
    rows.map(({ id }) => id),
    act.occurredAt,
  )
  const numbers = new Map(taken.map(({ id, accessionNumber }) => [id, accessionNumber]))
  return coming.map(({ number, entry, isNew }): BroughtIn => {
    const isTaken = isNew && numbers.has(entry)
    const extraWarnings = isTaken ? [{ code: 'number-taken', number: numbers.get(entry) ?? '' }] : []
    return { number, entry, items: isNew ? 1 : 0, extraWarnings }
  })
}

/** Takes those of these objects that the batch brought out of their register again; gives how many. */
export async function takeBack(
  tx: Db,
  act: ChunkAct,
  batch: ImportBatch,
  entries: readonly string[],
  countedAt: Date,
): Promise<number> {
  const own = (await objectsByIds(tx, entries)).filter(object => object.batch === batch.id).map(({ id }) => id)
  const ended = await endObjects(tx, own)
  await recordObjectStock(tx, act, batch.institution, -ended.length, { kind: 'batch', id: batch.id }, countedAt)
  await queueObjects(tx, ended, act.occurredAt)
  return ended.length
}
