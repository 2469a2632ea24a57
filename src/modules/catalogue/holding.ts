import type { Item } from './edition.ts'

/** What one institution keeps of a work. */
export interface Holding {
  readonly institution: string
  readonly callNumbers: readonly string[]
  readonly locations: readonly string[]
  readonly copies: number
  /** Copies on the shelf now. */
  readonly free: number
  /** Copies that somebody has borrowed or that wait for somebody. */
  readonly out: number
}

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter(value => value !== null && value !== ''))] as string[]

/** Copies by the institution that keeps them, those with most on the shelf first. */
export function holdingsOf(items: readonly Item[]): Holding[] {
  const byKeeper = new Map<string, Item[]>()
  for (const item of items) {
    const group = byKeeper.get(item.keeper)
    if (group) group.push(item)
    else byKeeper.set(item.keeper, [item])
  }
  const count = (group: readonly Item[], ...statuses: readonly Item['status'][]) =>
    group.filter(({ status }) => statuses.includes(status)).length
  return [...byKeeper]
    .map(([institution, group]) => ({
      institution,
      callNumbers: distinct(group.map(item => item.callNumber)),
      locations: distinct(group.map(item => item.location)),
      copies: count(group, 'available', 'on-loan', 'on-hold', 'in-repair', 'missing'),
      free: count(group, 'available'),
      out: count(group, 'on-loan', 'on-hold'),
    }))
    .filter(({ copies }) => copies > 0)
    .sort((a, b) => b.free - a.free || b.copies - a.copies)
}
