import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addMoney, formatMoney, money } from './money.ts'

describe('an amount of money', () => {
  it('is written as people here write it', () => {
    assert.equal(formatMoney(money(1_240_000), 'vi'), '1.240.000\u00a0đ')
    assert.equal(formatMoney(money(1_240_000), 'en'), 'VND\u00a01,240,000')
    assert.equal(formatMoney(money(123_456, 'USD'), 'vi'), '1.234,56\u00a0USD')
    assert.equal(formatMoney(money(-5, 'EUR'), 'en'), 'EUR\u00a0−0.05')
  })

  it('adds up to the last đồng', () => {
    assert.deepEqual(addMoney(money(10_000), money(5_500)), { minor: 15_500, currency: 'VND' })
  })

  it('is whole, and of one currency', () => {
    assert.throws(() => money(0.5), /no amount/)
    assert.throws(() => money(Number.MAX_SAFE_INTEGER + 1), /no amount/)
    assert.throws(() => addMoney(money(1), money(1, 'USD')), /do not add up/)
  })
})
