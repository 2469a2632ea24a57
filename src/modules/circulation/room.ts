import type { LoanRefusal } from './loan.ts'

/** What is counted apart in the room: books, and newspapers or magazines. */
export const readingKinds = ['book', 'periodical'] as const
export type ReadingKind = (typeof readingKinds)[number]
export const isReadingKind = (text: string): text is ReadingKind => readingKinds.some(kind => kind === text)

/** More at once is a slip of the finger. */
export const mostCounted = 500

/** The number of a tap or of the field: whole, from 1 to `mostCounted`; null for anything else. */
export function parseCount(typed: string): number | null {
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return number >= 1 && number <= mostCounted ? number : null
}

interface ReadCopy {
  readonly status: 'available' | 'on-loan' | 'on-hold' | 'in-repair' | 'missing' | 'withdrawn'
}

interface ReadingCard {
  readonly state: 'valid' | 'lost' | 'blocked' | 'replaced'
}

/**
 * What stands against writing down that a copy is read here. An expired card is no reason: nothing leaves the house. A
 * card that was lost might be in other hands, so it names nobody.
 */
export function decideReading(copy: ReadCopy | null, card: ReadingCard | null): LoanRefusal[] {
  const problems: LoanRefusal[] = []
  if (card !== null && card.state !== 'valid') problems.push({ code: `card-${card.state}` })
  if (copy === null) return problems
  if (copy.status === 'on-loan') problems.push({ code: 'item-on-loan' })
  if (copy.status === 'on-hold' || copy.status === 'missing' || copy.status === 'withdrawn')
    problems.push({ code: 'item-not-for-loan', status: copy.status })
  return problems
}
