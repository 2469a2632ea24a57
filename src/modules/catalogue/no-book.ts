import { isSumsRow } from '../imports/index.ts'
import type { MappedRecord } from './marc.ts'
import type { CatalogueNote } from './note.ts'

/** Why a row of a table is no book: registers end in sums and signatures, and signatures stand under any column. Without
 *  a title it takes an ISBN, or an author with a number, to be one that somebody may complete. */
export function whyNoBook({ facts, items }: MappedRecord): CatalogueNote | null {
  const named = facts.people.length > 0
  const numbered = items.some(({ barcode, accessionNumber }) => barcode !== null || accessionNumber !== null)
  if (facts.isbns.length > 0 || (named && numbered)) return null
  const [title] = facts.title
  if (title !== undefined) return !named && !numbered && isSumsRow(title.text) ? { code: 'sums-row' } : null
  return named || items.length > 0 ? { code: 'row-without-title' } : { code: 'nothing-described' }
}
