import { fold } from '../kernel/vietnamese.ts'
import { drawn } from './demo-drawn.ts'
import type { SeedLibrary, SeedTitle } from './demo-seed.ts'

export interface Copy {
  readonly barcode: string
  readonly callNumber: string
  readonly location: string
}

/** A title on the shelves of one library. */
export interface Shelved {
  readonly title: SeedTitle
  readonly copies: readonly Copy[]
}

export interface Shelves {
  readonly library: SeedLibrary
  readonly shelved: readonly Shelved[]
}

/** Above the numbers of reader cards, so that nothing scanned means two things. */
const firstBarcode = 100_001

/** How much a library wants a title: what it collects, then the young where they come first, then as drawn. */
function wanted(library: SeedLibrary, title: SeedTitle): number {
  const collected = library.prefer.filter(subject => title.subjects.includes(subject)).length
  const young = library.childrenFirst && title.audience === 'children' ? 2 : 0
  return (collected + young) * 1000 + drawn(`${library.institution} ${title.id}`, 1500)
}

/** The class, then the first letters of the title: '895 TRU'. */
export const callNumberOf = ({ ddc, title }: SeedTitle): string =>
  [
    ddc,
    fold(title)
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 3)
      .toUpperCase(),
  ]
    .filter(part => part !== null)
    .join(' ')

function roomOf(library: SeedLibrary, title: SeedTitle): string {
  if (library.titles < 40) return 'Tủ sách'
  if (title.audience === 'children') return 'Kho thiếu nhi'
  const local = title.subjects.some(subject => /Lào Cai|Yên Bái|Địa chí|Sa Pa/.test(subject))
  return local ? 'Kho địa chí' : 'Kho mượn'
}

/** Which titles and copies a library holds: the same choice on every machine. */
export function shelvesOf(library: SeedLibrary, titles: readonly SeedTitle[]): Shelves {
  let next = firstBarcode
  const chosen = [...titles]
    .sort((a, b) => wanted(library, b) - wanted(library, a) || (a.id < b.id ? -1 : 1))
    .slice(0, library.titles)
  const shelved = chosen.map((title): Shelved => {
    const more = library.copies > 1 && drawn(`copies ${title.id}`, 3) === 0
    const copies = Array.from({ length: more ? library.copies : 1 }, () => ({
      barcode: `${library.institution}-${next++}`,
      callNumber: callNumberOf(title),
      location: roomOf(library, title),
    }))
    return { title, copies }
  })
  return { library, shelved }
}
