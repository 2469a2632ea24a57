import type { LocalDate } from '../../kernel/local-date.ts'
import type { ReadingKind } from './room.ts'

export type SheetVerb = 'copy.lent' | 'copy.returned' | 'copy.read-in-room' | 'visits.counted'

/** Facts of one day that are alike, summed. */
export interface SheetCell {
  readonly on: LocalDate
  readonly verb: SheetVerb
  readonly kind: ReadingKind
  /** The hundred of the class number, as '8' of 895.922; null where the record has none or nothing was scanned. */
  readonly mainClass: string | null
  readonly language: string | null
  readonly quantity: number
}

/** Who was served: different people with a card, and readings by nobody in particular. */
export interface Served {
  readonly known: number
  readonly unnamed: number
}

export interface SheetTotals {
  readonly visits: number
  readonly lent: number
  readonly returned: number
  readonly read: Readonly<Record<ReadingKind, number>>
  /** Lent and read in the room: what statistics call lượt luân chuyển. */
  readonly circulated: number
}

/** One line of a breakdown; null stands for what nobody knows. */
export interface SheetLine<Key> {
  readonly key: Key
  readonly lent: number
  readonly read: number
  readonly returned: number
}

const sum = (cells: readonly SheetCell[], holds: (cell: SheetCell) => boolean): number =>
  cells.filter(holds).reduce((total, { quantity }) => total + quantity, 0)

export function totalsOf(cells: readonly SheetCell[]): SheetTotals {
  const lent = sum(cells, ({ verb }) => verb === 'copy.lent')
  const readOf = (kind: ReadingKind) => sum(cells, cell => cell.verb === 'copy.read-in-room' && cell.kind === kind)
  const read = { book: readOf('book'), periodical: readOf('periodical') }
  return {
    visits: sum(cells, ({ verb }) => verb === 'visits.counted'),
    lent,
    returned: sum(cells, ({ verb }) => verb === 'copy.returned'),
    read,
    circulated: lent + read.book + read.periodical,
  }
}

/** The copies of a day or month by what they are: lines in order of their key, unknown last, none that is empty. */
export function linesBy<Key extends string>(
  cells: readonly SheetCell[],
  keyOf: (cell: SheetCell) => Key | null,
): SheetLine<Key | null>[] {
  const copies = cells.filter(({ verb }) => verb !== 'visits.counted')
  const keys = [...new Set(copies.map(keyOf))].sort((a, b) =>
    a === b ? 0 : a === null ? 1 : b === null || a < b ? -1 : 1,
  )
  return keys
    .map(key => {
      const of = (verb: SheetVerb) => sum(copies, cell => cell.verb === verb && keyOf(cell) === key)
      return { key, lent: of('copy.lent'), read: of('copy.read-in-room'), returned: of('copy.returned') }
    })
    .filter(({ lent, read, returned }) => lent !== 0 || read !== 0 || returned !== 0)
}
