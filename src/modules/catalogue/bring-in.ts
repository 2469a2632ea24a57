import { localDateAt } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { writeMarcxml } from '../../standards/marc/index.ts'
import type { Accepted, BroughtIn, ChunkAct, ImportBatch, Note } from '../imports/index.ts'
import { mapContent } from './content.ts'
import { createCopySorter } from './copies.ts'
import { queueWorks } from './documents.ts'
import { heldCopies, insertItems, type NewItem } from './item-store.ts'
import { marcOf, writeDescription } from './marc-write.ts'
import { type Placed, placeRecords, type ReadRecord } from './place.ts'
import { recordStock } from './stock.ts'
import { workOfEditions } from './work-store.ts'
import { type ComingEdition, writeEditions } from './write-editions.ts'

/** Writes records as editions and copies, with their part of the stock and their search documents. */
export async function bringIn(
  tx: Db,
  act: ChunkAct,
  batch: ImportBatch,
  records: readonly Accepted[],
  countedAt: Date,
): Promise<BroughtIn[]> {
  const read = records.map((one): ReadRecord => ({ ...one, mapped: mapContent(one.content) }))
  const placed = await placeRecords(tx, batch, read)
  const coming = placed.filter(one => one.isNew)
  await writeEditions(
    tx,
    coming.map(
      (one): ComingEdition => ({ ...one, ...recordOf(one, batch, act), owner: batch.institution, batch: batch.id }),
    ),
  )
  const brought = await writeItems(tx, batch, placed)
  const items = brought.reduce((sum, one) => sum + one.items, 0)
  await recordStock(tx, act, batch.institution, items, { kind: 'batch', id: batch.id }, countedAt)
  const works = await workOfEditions(tx, [...new Set(placed.map(one => one.edition))])
  await queueWorks(tx, [...new Set(works.values())], act.occurredAt)
  return brought
}

/** The record that an edition keeps: its own octets, or of a row the MARC that says the same. */
function recordOf(
  { mapped, bytes }: Placed,
  { format }: ImportBatch,
  act: ChunkAct,
): Pick<ComingEdition, 'bytes' | 'format'> {
  if (format === 'iso2709' || format === 'marcxml') return { bytes, format }
  const description = { facts: mapped.facts, items: [], name: null, enteredOn: localDateAt(act.occurredAt) }
  const written = writeDescription(description)
  if (written.ok) return { bytes: written.value, format: 'iso2709' }
  const xml = writeMarcxml(marcOf(description))
  if (!xml.ok) throw new Error(`a row cannot be written as MARC: ${JSON.stringify(xml.problems)}`)
  return { bytes: new TextEncoder().encode(xml.value), format: 'marcxml' }
}

/** Adds the copies that are not there yet; a barcode that another copy bears is left off, and both are noted. */
async function writeItems(tx: Db, batch: ImportBatch, placed: readonly Placed[]): Promise<BroughtIn[]> {
  const owner = batch.institution
  const joined = [...new Set(placed.filter(one => !one.isNew).map(one => one.edition))]
  const sorter = createCopySorter(await heldCopies(tx, owner, joined), batch.id)
  const sorted = placed.map(one => {
    const { fresh, notes } = sorter.sort(one.edition, one.mapped.items)
    const copies = fresh.map(
      (item): NewItem => ({ ...item, id: newId(), edition: one.edition, owner, keeper: owner, batch: batch.id }),
    )
    return { one, copies, notes }
  })
  const refused = new Set(
    await insertItems(
      tx,
      sorted.flatMap(({ copies }) => copies),
    ),
  )
  return sorted.map(({ one, copies, notes }) => ({
    number: one.staged.number,
    entry: one.edition,
    items: copies.length,
    extraWarnings: [
      ...notes,
      ...copies
        .filter(copy => refused.has(copy.id))
        .map((copy): Note => ({ code: 'barcode-taken', barcode: copy.barcode })),
    ],
  }))
}
