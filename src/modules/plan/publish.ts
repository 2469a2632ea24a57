import type { YearMonth } from '../../kernel/year-month.ts'
import { monthlyFigures, together } from './figure.ts'
import type { Indicator } from './indicator.ts'
import type { Cell } from './store.ts'
import { suppress } from './suppress.ts'

/** A figure as everybody may read it: a number, silence (null), or kept back so that nobody can be recognised. */
export type Published = number | null | 'not-published'

/** The smallest part that is published: one facility of an institution in one unit. */
export interface Leaf {
  readonly institution: string
  readonly facility: string | null
  readonly place: string | null
  readonly figures: readonly Published[]
}

/**
 * One indicator, published: the same on every page and in every file, or a second one would tell what the first hides.
 * Every other view is reckoned from these numbers alone, so it tells nothing that they do not.
 */
export interface Publication {
  readonly months: readonly YearMonth[]
  /** A figure for each of the months. */
  readonly province: readonly Published[]
  /** The same for every institution that said anything, in the order of the cells. */
  readonly institutions: ReadonlyMap<string, readonly Published[]>
  readonly leaves: readonly Leaf[]
}

/** What several published figures are together: kept back where one of them is, or it would give that one away. */
export function addPublished(figures: readonly Published[]): Published {
  const numbers = figures.filter(figure => figure !== 'not-published')
  return numbers.length < figures.length ? 'not-published' : together(numbers)
}

/**
 * The figures of one month, from what each leaf of each institution counted: first the institutions among each other
 * and their total, then, where an institution's figure stands, its leaves among each other under that figure. Where it
 * does not stand, neither does any of its leaves.
 */
export function publishMonth(
  institutions: readonly (readonly (number | null)[])[],
  aboutPeople: boolean,
): { total: Published; institutions: Published[]; leaves: Published[][] } {
  const sums = institutions.map(together)
  if (!aboutPeople) return { total: together(sums), institutions: sums, leaves: institutions.map(own => [...own]) }
  const outer = suppress(sums)
  const shown = sums.map((sum, at): Published => (outer.hidden[at] ? 'not-published' : sum))
  return {
    total: outer.total ? 'not-published' : together(sums),
    institutions: shown,
    leaves: institutions.map((own, at) => {
      const inner = suppress(own)
      const all = shown[at] === 'not-published' || inner.total
      return own.map((value, leaf) => (value !== null && (all || inner.hidden[leaf]) ? 'not-published' : value))
    }),
  }
}

/** Publishes these consecutive months from an indicator's cells. */
export function publish(indicator: Indicator, cells: readonly Cell[], months: readonly YearMonth[]): Publication {
  const own = new Map<string, Map<string, Cell[]>>()
  for (const cell of cells) {
    const leaves = own.get(cell.institution) ?? new Map<string, Cell[]>()
    const key = `${cell.facility} ${cell.place}`
    const leaf = leaves.get(key)
    if (leaf === undefined) leaves.set(key, [cell])
    else leaf.push(cell)
    own.set(cell.institution, leaves)
  }
  const counted = [...own.values()].map(leaves =>
    [...leaves.values()].map(ofOne => monthlyFigures(indicator, ofOne, months)),
  )
  const columns = months.map((_, at) =>
    publishMonth(
      counted.map(leaves => leaves.map(figures => figures[at] ?? null)),
      indicator.aboutPeople,
    ),
  )
  return {
    months,
    province: columns.map(({ total }) => total),
    institutions: new Map(
      [...own.keys()].map((id, row) => [id, columns.map(column => column.institutions[row] ?? null)]),
    ),
    leaves: [...own.values()].flatMap((leaves, row) =>
      [...leaves.values()].flatMap(([first], leaf) =>
        first === undefined
          ? []
          : [
              {
                institution: first.institution,
                facility: first.facility,
                place: first.place,
                figures: columns.map(column => column.leaves[row]?.[leaf] ?? null),
              },
            ],
      ),
    ),
  }
}

/**
 * The figures of groups of leaves, in the order in which the groups first appear. An institution that lies in one
 * group with all that it said in a month gives its own figure; otherwise its leaves give theirs.
 */
export function grouped(
  { months, institutions, leaves }: Publication,
  groupOf: (leaf: Leaf, month: YearMonth) => string,
): Map<string, Published[]> {
  const parts = new Map<string, Published[][]>()
  const silent = (): Published[][] => months.map(() => [])
  for (const [institution, all] of byInstitution(leaves)) {
    for (const [at, month] of months.entries()) {
      const said = all.filter(leaf => leaf.figures[at] !== null).map(leaf => ({ leaf, group: groupOf(leaf, month) }))
      const groups = new Set(said.map(({ group }) => group))
      for (const group of groups) {
        const figures =
          groups.size === 1
            ? [institutions.get(institution)?.[at] ?? null]
            : said.filter(one => one.group === group).map(({ leaf }) => leaf.figures[at] ?? null)
        const known = parts.get(group) ?? silent()
        known[at]?.push(...figures)
        parts.set(group, known)
      }
    }
  }
  return new Map([...parts].map(([group, ofMonths]) => [group, ofMonths.map(addPublished)]))
}

function byInstitution(leaves: readonly Leaf[]): Map<string, Leaf[]> {
  const groups = new Map<string, Leaf[]>()
  for (const leaf of leaves) {
    const own = groups.get(leaf.institution)
    if (own === undefined) groups.set(leaf.institution, [leaf])
    else own.push(leaf)
  }
  return groups
}
