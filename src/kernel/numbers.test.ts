import assert from 'node:assert/strict'
import { it } from 'node:test'
import { formatDecimal, formatInteger, formatPercent } from './numbers.ts'

it('thousands are parted by a point in Vietnamese and by a comma in English', () => {
  assert.equal(formatInteger(1240, 'vi'), '1.240')
  assert.equal(formatInteger(1240, 'en'), '1,240')
  assert.equal(formatInteger(999, 'vi'), '999')
  assert.equal(formatInteger(1_000_000, 'vi'), '1.000.000')
  assert.equal(formatInteger(-1240, 'vi'), '−1.240')
  assert.equal(formatInteger(-0.2, 'vi'), '0')
  assert.equal(formatInteger(1e21, 'en'), '1,000,000,000,000,000,000,000')
})

it('decimals have a comma in Vietnamese and a point in English', () => {
  assert.equal(formatDecimal(1240.56, 1, 'vi'), '1.240,6')
  assert.equal(formatDecimal(1240.56, 1, 'en'), '1,240.6')
  assert.equal(formatDecimal(1.005, 2, 'vi'), '1,01')
  assert.equal(formatDecimal(-0.04, 1, 'vi'), '0,0')
  assert.equal(formatDecimal(-2.5, 0, 'en'), '−3')
})

it('a percentage has one digit at most, and a blank that does not break in Vietnamese', () => {
  assert.equal(formatPercent(1.1116, 'vi'), '111,2\u00a0%')
  assert.equal(formatPercent(0.5, 'vi'), '50\u00a0%')
  assert.equal(formatPercent(0.123, 'en'), '12.3%')
  assert.equal(formatPercent(0, 'en'), '0%')
})
