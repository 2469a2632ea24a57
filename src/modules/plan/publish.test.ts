import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../../kernel/local-date.ts'
import { firstDay, parseYearMonth, type YearMonth } from '../../kernel/year-month.ts'
import { type Indicator, indicators } from './indicator.ts'
import { type Published, publish, yearToDate } from './publish.ts'
import type { Cell } from './store.ts'
import { suppress } from './suppress.ts'

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
const cell = (institution: string, day: string, value: number): Cell => ({ institution, month: localDate(day), value })
const [loans, copies] = [indicator('circulations'), indicator('copies')]

describe('what is published', () => {
  const cells = [
    cell('CAMDUONG', '2026-09-01', 7),
    cell('CAMDUONG', '2026-10-01', 2),
    cell('TVT', '2026-08-01', 30),
    cell('TVT', '2026-10-01', 12),
  ]

  it('is each institution’s own figure and that of all, month by month', () => {
    const { months, province, institutions } = publish(copies, cells, month('2026-11'))
    assert.equal(months.length, 12)
    assert.deepEqual(province.slice(-4), [30, 37, 51, 51])
    assert.deepEqual(institutions.get('CAMDUONG')?.slice(-4), [null, 7, 9, 9])
    assert.deepEqual(institutions.get('TVT')?.slice(-4), [30, 30, 42, 42])
  })

  it('keeps a small number of loans back on the institution’s own line too, and what would tell it', () => {
    const { province, institutions } = publish(loans, cells, month('2026-11'))
    assert.deepEqual(province.slice(-4), [30, 7, 14, null])
    assert.deepEqual(institutions.get('CAMDUONG')?.slice(-4), [null, 7, 'not-published', null])
    assert.deepEqual(institutions.get('TVT')?.slice(-4), [30, null, 'not-published', null])
  })

  it('keeps the province back where one institution’s few loans are all there is', () => {
    const { province } = publish(loans, [cell('TVT', '2026-10-01', 3)], month('2026-10'))
    assert.deepEqual(province.at(-1), 'not-published')
  })

  it('is the same whichever month one looks from', () => {
    const october = publish(loans, cells, month('2026-10'))
    const november = publish(loans, cells, month('2026-11'))
    assert.deepEqual(october.province.slice(1), november.province.slice(0, -1))
    assert.deepEqual(october.institutions.get('TVT')?.slice(1), november.institutions.get('TVT')?.slice(0, -1))
  })

  it('is for the year so far the sum of its months, unless one of them is not published', () => {
    const months = [month('2025-12'), month('2026-01'), month('2026-02')]
    assert.equal(yearToDate(loans, months, [100, 20, 30]), 50)
    assert.equal(yearToDate(loans, months, ['not-published', 20, null]), 20)
    assert.equal(yearToDate(loans, months, [100, 'not-published', 30]), 'not-published')
    assert.equal(yearToDate(loans, months, [100, null, null]), null)
    assert.equal(yearToDate(copies, months, [100, 120, 130]), 130)
  })

  it('never lets a small count be reckoned: not from a line, a column, a sum of the year or another month’s page', () => {
    const two = [month('2026-01'), month('2026-02')]
    const counts = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(counts, rows => {
        const all = rows.flatMap(([january, february], at): Cell[] => [
          { institution: `I${at}`, month: firstDay(month('2026-01')), value: january },
          { institution: `I${at}`, month: firstDay(month('2026-02')), value: february },
        ])
        const { institutions, province } = publish(loans, all, month('2026-02'))
        for (const [at, row] of rows.entries()) {
          const shown: readonly Published[] = (institutions.get(`I${at}`) ?? []).slice(-2)
          for (const [when, value] of row.entries()) {
            if (value > 0 && value < 5) assert.equal(shown[when], 'not-published')
            else assert.ok(shown[when] === value || shown[when] === 'not-published')
          }
          // A sum over months is published only beside all its months, so it adds nothing to what each month tells …
          if (shown.includes('not-published')) assert.equal(yearToDate(loans, two, shown), 'not-published')
        }
        // … and each month is as `suppress` says, whose own test tries every reader.
        for (const when of [0, 1] as const) {
          const column = rows.map(row => row[when])
          const { hidden, total } = suppress(column)
          const sum = column.reduce((one, other) => one + other, 0)
          assert.equal(province.at(when - 2), total ? 'not-published' : sum)
          const shown = rows.map((_, at) => institutions.get(`I${at}`)?.at(when - 2))
          assert.deepEqual(
            shown,
            column.map((value, at) => (hidden[at] ? 'not-published' : value)),
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  it('of what is about people is a flow: a stock’s changes would be counts that nothing hides', () => {
    for (const { aboutPeople, kind, code } of indicators) assert.ok(!aboutPeople || kind === 'flow', code)
  })
})
