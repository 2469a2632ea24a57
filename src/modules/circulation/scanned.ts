import type { Db } from '../../platform/database/database.ts'
import { type Item, itemByBarcode, lockItem } from '../catalogue/index.ts'
import { type Card, cardByNumber, findPerson, normaliseCardNumber, type Person } from '../people/index.ts'

/** A barcode as a scanner or a person gives it, blanks around it left out. */
export const normaliseBarcode = (typed: string): string => typed.normalize('NFC').trim()

/** The copy with this barcode: as printed, or else in capitals, since people type small letters. */
export async function findItem(db: Db, typed: string): Promise<Item | null> {
  const barcode = normaliseBarcode(typed)
  const capitals = barcode.toUpperCase()
  const found = await itemByBarcode(db, barcode)
  return found === null && capitals !== barcode ? itemByBarcode(db, capitals) : found
}

/** The same, locked until the transaction ends. */
export async function lockScannedItem(tx: Db, typed: string): Promise<Item | null> {
  const found = await findItem(tx, typed)
  return found && lockItem(tx, found.id)
}

/** A card and whose it is; null for a number that nobody has, or whose holder was erased. */
export async function findReader(db: Db, typed: string): Promise<{ card: Card; person: Person } | null> {
  const card = await cardByNumber(db, normaliseCardNumber(typed))
  const person = card && (await findPerson(db, card.person))
  return card === null || person === null ? null : { card, person }
}
