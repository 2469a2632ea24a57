import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { dateOfDayNumber, formatDate } from './local-date.ts'
import { parseTypedDate } from './typed-date.ts'

it('a typed day is read in the ways people write it', () => {
  const ways = ['28/11/2026', '28-11-2026', ' 28.11.2026 ', '28 / 11 / 2026', '28 11 2026', '28112026', '2026-11-28']
  for (const typed of [
    ...ways,
    'ngày 28 tháng 11 năm 2026',
    '28 tháng 11, năm 2026',
    '28 Nov 2026',
    '28 November 2026',
  ])
    assert.equal(parseTypedDate(typed), '2026-11-28', typed)
  assert.equal(parseTypedDate('Ngày 5 tháng 3 năm 2012'.normalize('NFD')), '2012-03-05')
  assert.equal(parseTypedDate('1/7/2025'), '2025-07-01')
})

it('what is no day, or could be two, is refused', () => {
  for (const typed of [
    '',
    '31/11/2026',
    '29/2/2025',
    '11/28/2026',
    '5/3/12',
    '28/11',
    'hôm nay',
    '28 Foo 2026',
    '28/11/20266',
  ])
    assert.equal(parseTypedDate(typed), null, typed)
})

it('a day as we write it is read back, in both languages', () => {
  fc.assert(
    fc.property(fc.integer({ min: -350_000, max: 2_932_896 }), fc.constantFrom('vi', 'en'), (number, language) => {
      const date = dateOfDayNumber(number)
      assert.equal(parseTypedDate(formatDate(date, language)), date)
    }),
  )
})
