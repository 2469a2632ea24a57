import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../../kernel/local-date.ts'
import { parseYearMonth, type YearMonth } from '../../kernel/year-month.ts'
import { monthlyFigures, monthsUntil, together } from './figure.ts'

const month = (text: string): YearMonth => {
  const parsed = parseYearMonth(text)
  assert.ok(parsed)
  return parsed
}
const cell = (day: string, value: number) => ({ month: localDate(day), value })
const cells = [cell('2026-08-01', 30), cell('2026-10-01', 12), cell('2026-10-01', 8)]

test('the months that end with one, over the turn of the year', () => {
  assert.deepEqual(monthsUntil(month('2026-02'), 3), ['2025-12', '2026-01', '2026-02'])
})

test('a flow shows what happened in each month, and silence where nothing was recorded', () => {
  assert.deepEqual(monthlyFigures({ kind: 'flow' }, cells, monthsUntil(month('2026-10'), 4)), [null, 30, null, 20])
})

test('a stock carries on through silent months, but says nothing before its first fact', () => {
  const months = monthsUntil(month('2026-11'), 5)
  assert.deepEqual(monthlyFigures({ kind: 'stock' }, cells, months), [null, 30, 30, 50, 50])
})

test('a month whose facts cancel out is a nought that was said', () => {
  assert.deepEqual(monthlyFigures({ kind: 'flow' }, [cell('2026-10-01', 0)], [month('2026-10')]), [0])
})

test('silence adds nothing, and silence alone stays silence', () => {
  assert.equal(together([3, null, 4]), 7)
  assert.equal(together([null, null]), null)
  assert.equal(together([]), null)
})
