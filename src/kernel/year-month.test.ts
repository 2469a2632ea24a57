import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from './local-date.ts'
import {
  addMonths,
  firstDay,
  firstDayOfYear,
  formatMonth,
  lastDay,
  lastDayOfYear,
  monthOf,
  monthsBetween,
  parseYearMonth,
  type YearMonth,
} from './year-month.ts'

const month = (text: string): YearMonth => {
  const parsed = parseYearMonth(text)
  assert.ok(parsed !== null)
  return parsed
}

describe('a month', () => {
  it('is read from exactly YYYY-MM', () => {
    assert.equal(parseYearMonth('2026-11'), '2026-11')
    for (const text of ['2026-13', '2026-1', '2026-11-01', '0000-01', 11]) assert.equal(parseYearMonth(text), null)
  })

  it('has a first and a last day', () => {
    assert.equal(monthOf(localDate('2026-11-28')), '2026-11')
    assert.equal(firstDay(month('2024-02')), '2024-02-01')
    assert.equal(lastDay(month('2024-02')), '2024-02-29')
    assert.equal(lastDay(month('2026-12')), '2026-12-31')
  })

  it('is followed by the next, over the year', () => {
    assert.equal(addMonths(month('2026-11'), 3), '2027-02')
    assert.equal(addMonths(month('2026-01'), -1), '2025-12')
    assert.equal(monthsBetween(month('2025-12'), month('2026-02')), 2)
    assert.throws(() => addMonths(month('0001-01'), -1), /out of range/)
  })

  it('is written in both languages', () => {
    assert.equal(formatMonth(month('2026-07'), 'vi'), 'tháng 7/2026')
    assert.equal(formatMonth(month('2026-07'), 'en'), 'Jul 2026')
  })
})

it('a year has a first and a last day', () => {
  assert.equal(firstDayOfYear(2026), '2026-01-01')
  assert.equal(lastDayOfYear(938), '0938-12-31')
})
