import type { Note } from '../imports/index.ts'
import type { ItemFacts } from './edition.ts'

/** A copy that its owner already has of some edition. */
export interface HeldCopy {
  readonly edition: string
  readonly barcode: string | null
  readonly accessionNumber: string | null
  /** The batch that it came by. */
  readonly batch: string | null
}

/** Tells copies that a record brings from those that the same owner already has of the same edition. */
export interface CopySorter {
  /** The copies to add, and one note for each that is there already. What is added counts as held from then on. */
  sort(edition: string, items: readonly ItemFacts[]): { fresh: ItemFacts[]; notes: Note[] }
}

/** "5551" is "0000005551" where a spreadsheet once took the number for a number. */
const namesOf = ({ barcode, accessionNumber }: Pick<HeldCopy, 'barcode' | 'accessionNumber'>): string[] => [
  ...new Set([barcode, accessionNumber].filter(name => name !== null).map(name => name.replace(/^0+(?=\d+$)/, ''))),
]

/**
 * The same file sent again next month must not double the shelves: a number names one copy of an edition, and copies
 * without numbers that another batch brought are those that this one tells of.
 */
export function createCopySorter(held: readonly HeldCopy[], batch: string | null): CopySorter {
  const known = new Set(held.flatMap(copy => namesOf(copy).map(name => `${copy.edition} ${name}`)))
  const nameless = new Map<string, number>()
  for (const copy of held)
    if (copy.batch !== batch && namesOf(copy).length === 0)
      nameless.set(copy.edition, (nameless.get(copy.edition) ?? 0) + 1)
  return {
    sort: (edition, items) => {
      const fresh: ItemFacts[] = []
      const notes: Note[] = []
      let met = 0
      for (const item of items) {
        const names = namesOf(item)
        const left = nameless.get(edition) ?? 0
        if (names.length === 0 && left > 0) {
          nameless.set(edition, left - 1)
          met += 1
        } else if (names.some(one => known.has(`${edition} ${one}`)))
          notes.push({ code: 'copy-known', number: item.barcode ?? item.accessionNumber })
        else {
          for (const one of names) known.add(`${edition} ${one}`)
          fresh.push(item)
        }
      }
      if (met > 0) notes.push({ code: 'copies-known', count: met })
      return { fresh, notes }
    },
  }
}
