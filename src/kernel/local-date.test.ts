import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  formatDate,
  localDate,
  localDateAt,
  localDateOf,
  localTimeAt,
  parseLocalDate,
  startOfDay,
  weekday,
} from './local-date.ts'

const anyDay = fc.integer({ min: -719_162, max: 2_932_896 })

describe('a local date', () => {
  it('is read from exactly YYYY-MM-DD', () => {
    assert.equal(parseLocalDate('2026-11-28'), '2026-11-28')
    assert.equal(parseLocalDate('2024-02-29'), '2024-02-29')
    for (const text of [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '0000-01-01',
      '28/11/2026',
      ' 2026-11-28',
      7,
      null,
    ])
      assert.equal(parseLocalDate(text), null, String(text))
    assert.throws(() => localDate('2026-02-30'), /is no day/)
    assert.equal(localDateOf(2026, 1.5, 1), null)
  })

  it('turns over at midnight in Vietnam, which is 17:00 UTC', () => {
    assert.equal(localDateAt(new Date('2026-11-28T16:59:59.999Z')), '2026-11-28')
    assert.equal(localDateAt(new Date('2026-11-28T17:00:00Z')), '2026-11-29')
    assert.equal(localTimeAt(new Date('2026-11-28T16:59:59.999Z')), '23:59')
    assert.equal(localTimeAt(new Date('2026-11-28T17:00:00Z')), '00:00')
    assert.equal(startOfDay(localDate('2026-11-29')).toISOString(), '2026-11-28T17:00:00.000Z')
  })

  it('knows instants before 1970 too', () => {
    assert.equal(localDateAt(new Date('1945-09-02T07:00:00Z')), '1945-09-02')
    assert.equal(localTimeAt(new Date('1945-09-02T07:00:00Z')), '14:00')
  })

  it('counts days across months, years and leap days', () => {
    assert.equal(addDays(localDate('2026-12-31'), 1), '2027-01-01')
    assert.equal(addDays(localDate('2024-03-01'), -1), '2024-02-29')
    assert.equal(daysBetween(localDate('2026-11-24'), localDate('2026-12-08')), 14)
    assert.equal(daysBetween(localDate('2026-11-24'), localDate('2026-11-23')), -1)
    assert.throws(() => addDays(localDate('9999-12-31'), 1), /out of range/)
    assert.throws(() => addDays(localDate('2026-01-01'), 0.5), /out of range/)
  })

  it('has an ISO weekday', () => {
    assert.equal(weekday(localDate('2026-11-23')), 1)
    assert.equal(weekday(localDate('2026-11-29')), 7)
    assert.equal(weekday(localDate('1969-12-31')), 3)
  })

  it('is written as people here write it', () => {
    assert.equal(formatDate(localDate('2026-11-28'), 'vi'), '28/11/2026')
    assert.equal(formatDate(localDate('2025-07-01'), 'vi'), '1/7/2025')
    assert.equal(formatDate(localDate('2026-11-28'), 'en'), '28 Nov 2026')
  })

  it('and its day number are one, and the order of text is the order of days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [dayA, dayB] = [dateOfDayNumber(a), dateOfDayNumber(b)]
        assert.equal(dayNumber(dayA), a)
        assert.equal(parseLocalDate(dayA), dayA)
        assert.equal(dayA < dayB, a < b)
        assert.equal(localDateAt(startOfDay(dayA)), dayA)
      }),
    )
  })
})
