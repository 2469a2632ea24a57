import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts'
import { ancestorsOf, sharesOn } from './lineage.ts'
import type { LineageEdge, Place } from './place.ts'

const today = localDate('2026-11-24')
const eve = localDate('2025-06-30')
const reform = localDate('2025-07-01')

function place(id: string, from: LocalDate | null, to: LocalDate | null, parent: string | null = null): Place {
  const version = { validFrom: from, validTo: to, code: id, name: [], type: 'Xã', parent, legalBasis: null }
  return { id, level: 'commune', centre: null, tile: null, versions: [version] }
}
const edge = (from: string, to: string, share = 1, on = reform): LineageEdge => ({
  from,
  to,
  share,
  on,
  kind: share === 1 ? 'merge' : 'split',
  legalBasis: null,
})
const graph = (places: Place[], edges: LineageEdge[]) => ({ places: new Map(places.map(p => [p.id, p])), edges })

describe('a place on the map of a day', () => {
  it('that is in force is itself, whole', () => {
    assert.deepEqual(sharesOn(graph([place('che-tao', null, null)], []), 'che-tao', today), [
      { place: 'che-tao', share: 1 },
    ])
  })

  it('that was merged lies whole in its successor, and on an earlier day in itself', () => {
    const merged = graph([place('kim-tan', null, eve), place('lao-cai', reform, null)], [edge('kim-tan', 'lao-cai')])
    assert.deepEqual(sharesOn(merged, 'kim-tan', today), [{ place: 'lao-cai', share: 1 }])
    assert.deepEqual(sharesOn(merged, 'kim-tan', eve), [{ place: 'kim-tan', share: 1 }])
  })

  it('that was split lies in parts, and parts that meet again are added', () => {
    const later = localDate('2026-07-01')
    const twice = graph(
      [
        place('a', null, eve),
        place('b', reform, localDate('2026-06-30')),
        place('c', reform, null),
        place('d', later, null),
      ],
      [edge('a', 'b', 0.75), edge('a', 'c', 0.25), edge('b', 'c', 0.5, later), edge('b', 'd', 0.5, later)],
    )
    assert.deepEqual(sharesOn(twice, 'a', today), [
      { place: 'c', share: 0.625 },
      { place: 'd', share: 0.375 },
    ])
  })

  it('that was abolished without a successor counts for what held it', () => {
    const province = place('15', reform, null)
    const old = place('10', null, eve)
    const district = place('080', null, eve, '10')
    assert.deepEqual(sharesOn(graph([province, old, district], [edge('10', '15')]), '080', today), [
      { place: '15', share: 1 },
    ])
  })

  it('that has not begun is nowhere', () => {
    assert.deepEqual(sharesOn(graph([place('new', localDate('2027-01-01'), null)], []), 'new', today), [])
  })

  it('is found even when somebody wrote a circle', () => {
    const circle = graph([place('a', null, eve), place('b', null, eve)], [edge('a', 'b'), edge('b', 'a')])
    assert.deepEqual(sharesOn(circle, 'a', today), [])
  })
})

it('nothing of a place is lost or made up, however often its parts are split and merged again', () => {
  const years = ['2021', '2022', '2023', '2024']
  const unit = (year: number, index: number) => `${years[year]}-${index}`
  const first = (year: number) => localDate(`${years[year]}-01-01`)
  const cuts = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 9 })),
    {
      minLength: 9,
      maxLength: 9,
    },
  )
  fc.assert(
    fc.property(cuts, drawn => {
      const units = years.flatMap((_, year) =>
        [0, 1, 2].map(index => place(unit(year, index), first(year), year === 3 ? null : addDays(first(year + 1), -1))),
      )
      const splits = drawn.flatMap(([a, b, tenths], index) => {
        const year = Math.floor(index / 3)
        const from = unit(year, index % 3)
        const into = (to: number, share: number) => edge(from, unit(year + 1, to), share, first(year + 1))
        return a === b ? [into(a, 1)] : [into(a, tenths / 10), into(b, 1 - tenths / 10)]
      })
      const shares = sharesOn(graph(units, splits), unit(0, 0), today)
      const sum = shares.reduce((total, { share }) => total + share, 0)
      assert.ok(Math.abs(sum - 1) < 1e-9, `${sum}`)
    }),
  )
})

it('what a place was made of is told over every step, with the share that came', () => {
  const edges = [edge('a', 'b', 0.5, localDate('2020-01-01')), edge('b', 'c'), edge('x', 'c')]
  const found = ancestorsOf(graph([], edges), 'c')
  assert.deepEqual(
    found.map(({ from, share, steps }) => [from, share, steps]),
    [
      ['b', 1, 1],
      ['x', 1, 1],
      ['a', 0.5, 2],
    ],
  )
})
