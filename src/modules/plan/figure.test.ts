import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../../kernel/local-date.ts'
import { parseYearMonth, type YearMonth } from '../../kernel/year-month.ts'
import { figuresByInstitution, monthlyFigures, yearToDate } from './figure.ts'
import { type Indicator, indicatorByCode } from './indicator.ts'
import type { Cell } from './store.ts'

const month = (text: string): YearMonth => {
  const parsed = parseYearMonth(text)
  assert.ok(parsed)
  return parsed
}
const indicator = (code: string): Indicator => {
  const found = indicatorByCode(code)
  assert.ok(found)
  return found
}
const cell = (institution: string, day: string, value: number): Cell => ({ institution, month: localDate(day), value })

const cells = [cell('tvt', '2026-08-01', 30), cell('tvt', '2026-10-01', 12), cell('sapa', '2026-10-01', 8)]

test('a flow shows what happened in each month, and silence where nothing was recorded', () => {
  const figures = monthlyFigures(indicator('circulations'), cells, month('2026-10'), 4)
  assert.deepEqual(
    figures.map(figure => figure.value),
    [null, 30, null, 20],
  )
})

test('a stock carries on through silent months, but says nothing before its first fact', () => {
  const figures = monthlyFigures(indicator('copies'), cells, month('2026-11'), 5)
  assert.deepEqual(
    figures.map(figure => figure.value),
    [null, 30, 30, 50, 50],
  )
})

test('each institution has its own figure', () => {
  assert.deepEqual(figuresByInstitution(indicator('circulations'), cells, month('2026-08')), [
    { institution: 'tvt', value: 30 },
    { institution: 'sapa', value: null },
  ])
})

test('the year so far adds a flow up and leaves a stock as it stands', () => {
  assert.equal(yearToDate(indicator('circulations'), cells, month('2026-11')), 50)
  assert.equal(yearToDate(indicator('copies'), cells, month('2026-11')), 50)
  assert.equal(yearToDate(indicator('circulations'), cells, month('2026-07')), null)
})
