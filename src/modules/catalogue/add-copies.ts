import type { LocalizedText } from '../../kernel/localized-text.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { institutionById } from '../institutions/index.ts'
import { noteEntered } from './arrivals-store.ts'
import type { CopiesProblem, NewCopies } from './copies-form.ts'
import { queueWorks } from './documents.ts'
import { editionById } from './grouping-store.ts'
import { insertItems, itemByBarcode, type NewItem } from './item-store.ts'
import { recordStock } from './stock.ts'

/** A number that names a copy in the province already: where that one is, and of which book. */
export type BarcodeTaken = {
  readonly code: 'barcode-taken'
  readonly barcode: string
  readonly at: LocalizedText
  readonly title: LocalizedText
}

export type CopiesRefusal = CopiesProblem | BarcodeTaken | { readonly code: 'edition-gone' }

/** The numbers that are taken already, each with the copy that has it. */
export async function takenBarcodes(tx: Db, numbers: readonly string[]): Promise<BarcodeTaken[]> {
  const taken: BarcodeTaken[] = []
  for (const barcode of numbers) {
    const item = await itemByBarcode(tx, barcode)
    if (item === null) continue
    const keeper = await institutionById(tx, item.keeper)
    const edition = await editionById(tx, item.edition)
    taken.push({ code: 'barcode-taken', barcode, at: keeper?.name ?? [], title: edition?.facts.title ?? [] })
  }
  return taken
}

/** Who gets the copies, by which act. */
interface Stocking {
  readonly act: { readonly id: string; readonly occurredAt: Date }
  readonly institution: string
  readonly edition: string
}

/** Writes copies and their part of the stock figure; refuses numbers that somebody took first. Gives how many. */
export async function writeCopies(
  tx: Db,
  { act, institution, edition }: Stocking,
  copies: NewCopies,
): Promise<Result<number, BarcodeTaken>> {
  const { numbers, unnumbered, callNumber, location } = copies
  const taken = await takenBarcodes(tx, numbers)
  if (taken.length > 0) return refused(taken)
  const all: (string | null)[] = [...numbers, ...Array.from({ length: unnumbered }, () => null)]
  const items = all.map(
    (number): NewItem => ({
      id: newId(),
      edition,
      owner: institution,
      keeper: institution,
      barcode: number,
      accessionNumber: number,
      callNumber,
      location,
      status: 'available',
      batch: null,
    }),
  )
  const late = new Set(await insertItems(tx, items))
  const lost = items.filter(item => late.has(item.id)).flatMap(item => item.barcode ?? [])
  if (lost.length > 0) return refused(await takenBarcodes(tx, lost))
  await noteEntered(tx, { editions: [], items: items.map(item => item.id) }, act.occurredAt)
  await recordStock(tx, act, institution, items.length, { kind: 'edition', id: edition }, act.occurredAt)
  return ok(items.length)
}

export interface AddCopies {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly edition: string
  readonly copies: NewCopies
}

/** Hangs copies of an institution on an edition, whoever owns its record. */
export function addCopies(world: World, asked: AddCopies): Promise<Result<{ readonly copies: number }, CopiesRefusal>> {
  const { institution, edition, copies } = asked
  const act = {
    id: asked.act,
    type: 'catalogue.add-copies',
    version: 1,
    actor: asked.by,
    institution,
    occurredAt: world.clock.now(),
    payload: { edition },
  }
  return perform<{ readonly copies: number }, CopiesRefusal>(world.database, act, async tx => {
    const held = await editionById(tx, edition)
    if (held === null) return refused([{ code: 'edition-gone' }])
    const written = await writeCopies(tx, { act, institution, edition }, copies)
    if (!written.ok) return written
    await queueWorks(tx, [held.work], act.occurredAt)
    return ok({ copies: written.value })
  })
}
