import type { ItemFacts } from './edition.ts'
import type { Note } from './import-batch.ts'

/** A copy that its owner already has of some edition. */
export interface HeldCopy {
  readonly edition: string
  readonly barcode: string | null
  readonly accessionNumber: string | null
}

/** Tells copies that a record brings from those that the same owner already has of the same edition. */
export interface CopySorter {
  /** The copies to add, and one note for each that is there already. What is added counts as held from then on. */
  sort(edition: string, items: readonly ItemFacts[]): { fresh: ItemFacts[]; notes: Note[] }
}

const namesOf = ({ barcode, accessionNumber }: Pick<HeldCopy, 'barcode' | 'accessionNumber'>): string[] => [
  ...new Set([barcode, accessionNumber].filter(name => name !== null)),
]

/** The same file sent again next month must not double the shelves: a number names one copy of an edition. */
export function createCopySorter(held: readonly HeldCopy[]): CopySorter {
  const known = new Set(held.flatMap(copy => namesOf(copy).map(name => `${copy.edition} ${name}`)))
  return {
    sort: (edition, items) => {
      const fresh: ItemFacts[] = []
      const notes: Note[] = []
      for (const item of items) {
        const names = namesOf(item)
        const [name] = names
        if (name !== undefined && names.some(one => known.has(`${edition} ${one}`))) {
          notes.push({ code: 'copy-known', number: name })
          continue
        }
        for (const one of names) known.add(`${edition} ${one}`)
        fresh.push(item)
      }
      return { fresh, notes }
    },
  }
}
