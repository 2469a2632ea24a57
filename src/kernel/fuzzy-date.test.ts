import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { earliest, type FuzzyDate, latest, parseFuzzyDate, toEdtf } from './fuzzy-date.ts'
import { formatFuzzyDate } from './fuzzy-date-words.ts'

const fuzzy = (text: string): FuzzyDate => {
  const date = parseFuzzyDate(text)
  assert.ok(date !== null, text)
  return date
}
const bounds = (text: string) => [earliest(fuzzy(text)), latest(fuzzy(text))]

const year = fc.integer({ min: 1, max: 9999 }).map(number => String(number).padStart(4, '0'))
const two = (min: number, max: number) => fc.integer({ min, max }).map(number => String(number).padStart(2, '0'))
const point = fc
  .tuple(
    fc.oneof(
      year,
      fc.tuple(year, two(1, 12)).map(parts => parts.join('-')),
      fc.tuple(year, two(1, 12), two(1, 28)).map(parts => parts.join('-')),
      year.map(text => `${text.slice(0, 3)}X`),
      year.map(text => `${text.slice(0, 2)}XX`),
    ),
    fc.constantFrom('', '~', '?', '%'),
  )
  .map(([date, mark]) => date + mark)

describe('a fuzzy date', () => {
  it('knows how exactly a moment is known', () => {
    assert.deepEqual(fuzzy('1920~'), {
      kind: 'point',
      precision: 'year',
      year: 1920,
      month: null,
      day: null,
      uncertain: false,
      approximate: true,
    })
    assert.deepEqual(fuzzy('1945-09-02%'), {
      kind: 'point',
      precision: 'day',
      year: 1945,
      month: 9,
      day: 2,
      uncertain: true,
      approximate: true,
    })
  })

  it('has a first and a last day', () => {
    assert.deepEqual(bounds('2005'), ['2005-01-01', '2005-12-31'])
    assert.deepEqual(bounds('2024-02?'), ['2024-02-01', '2024-02-29'])
    assert.deepEqual(bounds('1945-09-02'), ['1945-09-02', '1945-09-02'])
    assert.deepEqual(bounds('199X'), ['1990-01-01', '1999-12-31'])
    assert.deepEqual(bounds('18XX~'), ['1800-01-01', '1899-12-31'])
    assert.deepEqual(bounds('00XX'), ['0001-01-01', '0099-12-31'])
    assert.deepEqual(bounds('1998/2001-06'), ['1998-01-01', '2001-06-30'])
    assert.deepEqual(bounds('1945/..'), ['1945-01-01', null])
    assert.deepEqual(bounds('../1945'), [null, '1945-12-31'])
  })

  it('is refused when it is not of our part of EDTF', () => {
    const others = [
      '',
      '05',
      '20055',
      '2005-13',
      '2005-02-30',
      '0000',
      '1XXX',
      '2005-XX',
      '2005-21',
      '../..',
      '2005/',
      '2001/1998',
      '1/2',
      '1990/1995/2000',
      '-0700',
      '1920 ~',
    ]
    for (const text of others) assert.equal(parseFuzzyDate(text), null, text)
    assert.equal(parseFuzzyDate(2005), null)
  })

  it('is written back as it was read, and begins before it ends', () => {
    const text = fc.oneof(
      point,
      fc
        .tuple(point, fc.constantFrom('..', null), fc.boolean())
        .map(([a, b, turned]) => (b === null ? a : turned ? `${b}/${a}` : `${a}/${b}`)),
    )
    fc.assert(
      fc.property(text, edtf => {
        const date = fuzzy(edtf)
        assert.equal(toEdtf(date), edtf)
        const [first, last] = [earliest(date), latest(date)]
        assert.ok(first === null || last === null || first <= last)
      }),
    )
  })
})

describe('a fuzzy date in words', () => {
  const words: readonly (readonly [string, string, string])[] = [
    ['2005', '2005', '2005'],
    ['1920~', 'khoảng 1920', 'c. 1920'],
    ['2005?', 'có lẽ 2005', 'perhaps 2005'],
    ['1920%', 'có lẽ khoảng 1920', 'perhaps c. 1920'],
    ['18XX', 'thế kỷ 19', '19th century'],
    ['20XX', 'thế kỷ 21', '21st century'],
    ['10XX', 'thế kỷ 11', '11th century'],
    ['199X', 'thập niên 1990', '1990s'],
    ['2005-07', 'tháng 7/2005', 'Jul 2005'],
    ['1945-09-02', '2/9/1945', '2 Sep 1945'],
    ['1998/2001', '1998–2001', '1998–2001'],
    ['1998~/2001', 'từ khoảng 1998 đến 2001', 'c. 1998 to 2001'],
    ['1998/..', 'từ 1998', 'from 1998'],
    ['../1945', 'đến 1945', 'until 1945'],
  ]
  for (const [edtf, vi, en] of words)
    it(`says ${edtf} as ${vi}`, () => {
      assert.equal(formatFuzzyDate(fuzzy(edtf), 'vi'), vi)
      assert.equal(formatFuzzyDate(fuzzy(edtf), 'en'), en)
    })
})
