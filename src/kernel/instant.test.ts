import assert from 'node:assert/strict'
import { it } from 'node:test'
import { formatInstant, instantAt } from './instant.ts'
import { localDate } from './local-date.ts'

it('an instant is written with the clock and the day of Vietnam', () => {
  const evening = new Date('2026-11-28T12:00:00Z')
  assert.equal(formatInstant(evening, 'vi'), '19:00, 28/11/2026')
  assert.equal(formatInstant(evening, 'en'), '19:00, 28 Nov 2026')
  assert.equal(formatInstant(new Date('2026-11-28T18:30:00Z'), 'vi'), '01:30, 29/11/2026')
})

it('a clock time on a day is an instant', () => {
  assert.equal(instantAt(localDate('2026-11-28'), '19:00').toISOString(), '2026-11-28T12:00:00.000Z')
  assert.equal(instantAt(localDate('2026-11-28'), '24:00').toISOString(), '2026-11-28T17:00:00.000Z')
  for (const time of ['24:01', '7:00', '12:60', '']) assert.throws(() => instantAt(localDate('2026-11-28'), time))
})
