import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from './local-date.ts'
import { contains, daysIn, isValidOn, overlaps, period, periodOfMonth, periodOfYear } from './period.ts'
import { monthOf } from './year-month.ts'

const [june, july] = [localDate('2025-06-30'), localDate('2025-07-01')]

describe('a period', () => {
  it('includes its first and its last day', () => {
    const month = periodOfMonth(monthOf(july))
    assert.deepEqual(month, { from: '2025-07-01', to: '2025-07-31' })
    assert.equal(contains(month, july), true)
    assert.equal(contains(month, localDate('2025-07-31')), true)
    assert.equal(contains(month, june), false)
    assert.equal(daysIn(periodOfYear(2024)), 366)
  })

  it('overlaps another when they share a day', () => {
    assert.equal(overlaps(period(june, july), period(july, july)), true)
    assert.equal(overlaps(period(july, july), period(june, july)), true)
    assert.equal(overlaps(period(june, june), period(july, july)), false)
  })

  it('cannot end before it begins', () => {
    assert.throws(() => period(july, june), /cannot end/)
  })
})

describe('what has a validity', () => {
  it('holds on its last day and no longer', () => {
    const district = { validFrom: localDate('1991-10-01'), validTo: june }
    assert.equal(isValidOn(district, june), true)
    assert.equal(isValidOn(district, july), false)
    assert.equal(isValidOn(district, district.validFrom), true)
    assert.equal(isValidOn(district, localDate('1991-09-30')), false)
  })

  it('holds until further notice when no last day is known', () => {
    assert.equal(isValidOn({ validFrom: july, validTo: null }, localDate('2099-01-01')), true)
  })
})
