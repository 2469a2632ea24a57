import assert from 'node:assert/strict'
import { type LocalDate, localDate } from '../../src/kernel/local-date.ts'
import { itemByBarcode } from '../../src/modules/catalogue/index.ts'
import { institutionByCode } from '../../src/modules/institutions/index.ts'
import { addPerson, type Card, insertCard } from '../../src/modules/people/index.ts'
import { newId } from '../../src/platform/clock.ts'
import { book, openImports } from './imports.ts'

/** A small network whose libraries have books and readers, for whoever lends. */
export type Desks = Awaited<ReturnType<typeof openDesks>>

interface CardOptions {
  /** Another card of this reader. */
  readonly person?: string
  readonly expiresOn?: LocalDate
  readonly state?: Card['state']
  readonly institution?: string
}

/** The provincial library TVT, its branch CAMDUONG with the book-case TUSACH below it, and the museum BT. */
export async function openDesks() {
  const imports = await openImports()
  const { world } = imports
  const db = world.database
  const idOf = async (code: string): Promise<string> => {
    const institution = await institutionByCode(db, code)
    assert.ok(institution, code)
    return institution.id
  }
  const at = {
    TVT: imports.TVT,
    BT: imports.BT,
    CAMDUONG: await idOf('CAMDUONG'),
    TUSACH: await idOf('TUSACH'),
  }

  /** Copies of one title on the shelf of an institution. */
  const shelve = async (institution: string, title: string, ...barcodes: string[]): Promise<void> => {
    await imports.apply(await imports.stage(book(title, '1979', ...barcodes), institution))
  }

  /** A reader, or another card of one; gives the person. */
  const giveCard = async (number: string, options: CardOptions = {}): Promise<string> => {
    const person = options.person ?? newId()
    if (options.person === undefined) {
      await addPerson(db, { id: person, displayName: `Bạn đọc ${number}`, kind: 'adult', demo: false })
    }
    await insertCard(db, {
      id: newId(),
      number,
      person,
      institution: options.institution ?? at.TVT,
      issuedOn: localDate('2026-01-01'),
      expiresOn: options.expiresOn ?? localDate('2027-12-31'),
      state: options.state ?? 'valid',
      note: null,
    })
    return person
  }

  const itemAt = async (barcode: string) => {
    const item = await itemByBarcode(db, barcode)
    assert.ok(item, barcode)
    return item
  }

  return { ...imports, at, shelve, giveCard, itemAt }
}
