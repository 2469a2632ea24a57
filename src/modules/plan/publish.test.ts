import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { derivable, type Equation } from '../../../tests/support/derivable.ts'
import { addDays, localDate } from '../../kernel/local-date.ts'
import { addMonths, firstDay, parseYearMonth, type YearMonth } from '../../kernel/year-month.ts'
import { type Indicator, indicators } from './indicator.ts'
import { changeOf, type FigurePeriod, monthsOf, standingIn } from './period.ts'
import { grouped, type Leaf, type Publication, type Published, publish, publishMonth } from './publish.ts'
import type { Cell } from './store.ts'

const month = (text: string): YearMonth => {
  const parsed = parseYearMonth(text)
  assert.ok(parsed)
  return parsed
}
const indicator = (code: string): Indicator => {
  const found = indicators.find(one => one.code === code)
  assert.ok(found)
  return found
}
const cell = (institution: string, day: string, value: number, changes: Partial<Cell> = {}): Cell => ({
  institution,
  facility: null,
  place: null,
  month: localDate(day),
  value,
  lastOn: localDate(day),
  ...changes,
})
const [loans, copies] = [indicator('circulations'), indicator('copies')]
const published = (of: Indicator, cells: readonly Cell[], last: string) =>
  publish(of, cells, monthsOf({ last: month(last) }))

describe('what is published', () => {
  const cells = [
    cell('CAMDUONG', '2026-09-01', 7),
    cell('CAMDUONG', '2026-10-01', 2),
    cell('TVT', '2026-08-01', 30),
    cell('TVT', '2026-10-01', 12),
  ]

  it('is each institution’s own figure and that of all, month by month', () => {
    const { province, institutions } = published(copies, cells, '2026-11')
    assert.deepEqual(province.slice(-4), [30, 37, 51, 51])
    assert.deepEqual(institutions.get('CAMDUONG')?.slice(-4), [null, 7, 9, 9])
    assert.deepEqual(institutions.get('TVT')?.slice(-4), [30, 30, 42, 42])
  })

  it('keeps a small number of loans back on the institution’s own line too, and what would tell it', () => {
    const { province, institutions } = published(loans, cells, '2026-11')
    assert.deepEqual(province.slice(-4), [30, 7, 14, null])
    assert.deepEqual(institutions.get('CAMDUONG')?.slice(-4), [null, 7, 'not-published', null])
    assert.deepEqual(institutions.get('TVT')?.slice(-4), [30, null, 'not-published', null])
  })

  it('keeps the province back where one institution’s few loans are all there is', () => {
    assert.equal(published(loans, [cell('TVT', '2026-10-01', 3)], '2026-10').province.at(-1), 'not-published')
  })

  it('is the same whichever month one looks from', () => {
    const [october, november] = [published(loans, cells, '2026-10'), published(loans, cells, '2026-11')]
    assert.deepEqual(october.province.slice(1), november.province.slice(0, -1))
    assert.deepEqual(october.institutions.get('TVT')?.slice(1), november.institutions.get('TVT')?.slice(0, -1))
  })

  it('hides a facility’s few beside another’s that would tell them, and leaves the institution’s figure', () => {
    const at = (facility: string, value: number) => cell('TVT', '2026-10-01', value, { facility, place: facility })
    const { institutions, leaves } = published(loans, [at('cs1', 3), at('cs2', 40), at('cs3', 55)], '2026-10')
    assert.equal(institutions.get('TVT')?.at(-1), 98)
    assert.deepEqual(
      leaves.map(({ figures }) => figures.at(-1)),
      ['not-published', 'not-published', 55],
    )
  })

  it('of a group takes an institution’s own figure where all of it lies in there', () => {
    const at = (institution: string, facility: string, place: string, value: number) =>
      cell(institution, '2026-10-01', value, { facility, place })
    const publication = published(
      loans,
      [at('TVT', 'cs1', 'P', 3), at('TVT', 'cs2', 'P', 40), at('BT', 'cs1', 'P', 9), at('BT', 'cs2', 'Q', 8)],
      '2026-10',
    )
    const communes = grouped(publication, ({ place }) => place ?? '')
    assert.deepEqual([communes.get('P')?.at(-1), communes.get('Q')?.at(-1)], [52, 8])
    assert.equal(publication.leaves[0]?.figures.at(-1), 'not-published')
  })

  it('of what is about people is a flow: a stock’s changes would be counts that nothing hides', () => {
    for (const { aboutPeople, kind, code } of indicators) assert.ok(!aboutPeople || kind === 'flow', code)
  })
})

describe('a small count', () => {
  it('cannot be reckoned by who knows the rule: any two institutions with two sites each in a month', () => {
    // Everything that publishes the same looks the same to a reader.
    const range = [0, 1, 2, 3, 4, 5, 6, 7, 8]
    const all = range.flatMap(a => range.flatMap(b => range.flatMap(c => range.map(d => [a, b, c, d] as const))))
    const alike = new Map<string, (readonly [number, number, number, number])[]>()
    for (const counts of all) {
      const [a, b, c, d] = counts
      const seen = JSON.stringify(
        publishMonth(
          [
            [a, b],
            [c, d],
          ],
          true,
        ),
      )
      const known = alike.get(seen)
      if (known === undefined) alike.set(seen, [counts])
      else known.push(counts)
    }
    for (const [seen, candidates] of alike) {
      const told = (what: string, values: readonly number[]) => {
        const [only = 0] = values
        const small = only > 0 && only < 5
        assert.ok(!small || values.some(value => value !== only), `${seen} tells that ${what} is ${only}`)
      }
      for (const at of [0, 1, 2, 3] as const)
        told(
          `site ${at}`,
          candidates.map(counts => counts[at]),
        )
      told(
        'the first institution',
        candidates.map(([a, b]) => a + b),
      )
      told(
        'the second institution',
        candidates.map(([, , c, d]) => c + d),
      )
      told(
        'the province',
        candidates.map(([a, b, c, d]) => a + b + c + d),
      )
    }
  })

  /** What leaves count in three months of two years, of institutions with two sites in units that later become one. */
  const last = month('2026-02')
  const when = [month('2025-01'), month('2025-02'), month('2026-01'), last]
  const units = ['P', 'Q', 'R']
  const todays = (place: string | null): string => (place === 'Q' ? 'P' : (place ?? ''))
  const history = fc.array(
    fc.record({
      institution: fc.constantFrom('A', 'B', 'C'),
      facility: fc.constantFrom('1', '2'),
      place: fc.constantFrom(...units),
      counts: fc.tuple(fc.nat(7), fc.nat(7), fc.nat(7), fc.nat(30)),
    }),
    { minLength: 1, maxLength: 6 },
  )

  /** Every number that any view publishes, with what it is the sum of: the cells by `institution facility place month`. */
  function everythingPublished(cells: readonly Cell[]): { equations: Equation[]; publication: Publication } {
    const equations: Equation[] = []
    const keyOf = (leaf: Pick<Leaf, 'institution' | 'facility' | 'place'>, at: YearMonth) =>
      `${leaf.institution} ${leaf.facility} ${leaf.place} ${at}`
    const tell = (value: Published, leaves: readonly Leaf[], months: readonly YearMonth[]) => {
      if (typeof value !== 'number') return
      const sum = leaves.flatMap(leaf => months.map(at => keyOf(leaf, at)))
      equations.push({ plus: sum, minus: [], value })
    }
    // Each page of each month and year, seen from the end of any month.
    for (const end of [addMonths(last, -1), last, ...when.slice(0, 2)]) {
      const seen = cells.filter(one => one.month <= firstDay(end))
      const publication = publish(loans, seen, monthsOf({ last: end }))
      const { leaves } = publication
      const views: { figures: readonly Published[]; of: readonly Leaf[] }[] = [
        { figures: publication.province, of: leaves },
        ...[...publication.institutions].map(([id, figures]) => ({
          figures,
          of: leaves.filter(leaf => leaf.institution === id),
        })),
        ...leaves.map(leaf => ({ figures: leaf.figures, of: [leaf] })),
      ]
      for (const groupOf of [
        (leaf: Leaf) => `${leaf.institution} ${leaf.facility}`,
        (leaf: Leaf) => leaf.place ?? '',
        (leaf: Leaf) => todays(leaf.place),
      ]) {
        for (const [group, figures] of grouped(publication, groupOf)) {
          views.push({ figures, of: leaves.filter(leaf => groupOf(leaf) === group) })
        }
      }
      const year = Array.from({ length: Number(end.slice(5)) }, (_, at) => addMonths(end, -at))
      for (const { figures, of } of views) {
        for (const [at, one] of publication.months.entries()) tell(figures[at] ?? null, of, [one])
        for (const kind of ['month', 'year'] as const) {
          const period: FigurePeriod = { kind, last: end }
          const standing = standingIn(period, loans, figures)
          const months = kind === 'month' ? [end] : year
          const earlier = months.map(one => addMonths(one, -12))
          tell(standing.value, of, months)
          tell(standing.before, of, earlier)
          tell(standing.toDate, of, year)
          const change = changeOf(standing)
          const keys = (which: readonly YearMonth[]) => of.flatMap(leaf => which.map(one => keyOf(leaf, one)))
          if (change !== null) equations.push({ plus: keys(months), minus: keys(earlier), value: change })
        }
      }
    }
    return { equations, publication: publish(loans, cells, monthsOf({ last })) }
  }

  it('cannot be had by adding and subtracting anything that any view publishes', () => {
    fc.assert(
      fc.property(history, lines => {
        const cells = lines.flatMap(({ counts, ...whose }) =>
          when.flatMap((at, which): Cell[] =>
            // Silence now and then: a cell that is not there.
            counts[which] === 7 && which < 3
              ? []
              : [{ ...whose, month: firstDay(at), value: counts[which] ?? 0, lastOn: addDays(firstDay(at), 3) }],
          ),
        )
        const once = new Map(cells.map(one => [`${one.institution} ${one.facility} ${one.place} ${one.month}`, one]))
        const counted = [...once.values()]
        const { equations } = everythingPublished(counted)
        const known = derivable(equations)
        const sums = new Map<string, { cells: string[]; value: number }>()
        for (const one of counted) {
          const at = one.month.slice(0, 7)
          const id = `${one.institution} ${one.facility} ${one.place} ${at}`
          for (const of of [
            id,
            `institution ${one.institution} ${at}`,
            `site ${one.institution} ${one.facility} ${at}`,
            `unit ${one.place} ${at}`,
            `unit of today ${todays(one.place)} ${at}`,
            `province ${at}`,
            `institution ${one.institution} in ${at.slice(0, 4)}`,
            `unit ${one.place} in ${at.slice(0, 4)}`,
          ]) {
            const sum = sums.get(of) ?? { cells: [], value: 0 }
            sums.set(of, { cells: [...sum.cells, id], value: sum.value + one.value })
          }
        }
        for (const [what, { cells: parts, value }] of sums) {
          if (value > 0 && value < 5) assert.ok(!known(parts), `${what} can be had: ${value}`)
        }
      }),
      { numRuns: 250 },
    )
  })
})
