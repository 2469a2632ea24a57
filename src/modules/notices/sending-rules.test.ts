import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { loudFrom, mayGoAgain, nextTry, triesAtMost } from './sending-rules.ts'

/** A moment by the clock of Vietnam. */
const vn = (text: string): Date => new Date(`${text}+07:00`)
const night = { from: 21 * 60, until: 7 * 60 }

describe('quiet hours', () => {
  it('hold letters back from nine in the evening until seven, by the clock of Vietnam', () => {
    for (const [at, goes] of [
      ['2026-11-24T20:59:59', '2026-11-24T20:59:59'],
      ['2026-11-24T21:00:00', '2026-11-25T07:00:00'],
      ['2026-11-24T23:59:59', '2026-11-25T07:00:00'],
      ['2026-11-25T00:00:00', '2026-11-25T07:00:00'],
      ['2026-11-25T06:59:59', '2026-11-25T07:00:00'],
      ['2026-11-25T07:00:00', '2026-11-25T07:00:00'],
      ['2026-12-31T22:30:00', '2027-01-01T07:00:00'],
    ] as const)
      assert.deepEqual(loudFrom(vn(at), night), vn(goes), at)
  })

  it('may lie within a day, and may be none at all', () => {
    const noon = { from: 12 * 60, until: 13 * 60 + 30 }
    assert.deepEqual(loudFrom(vn('2026-11-24T12:10:00'), noon), vn('2026-11-24T13:30:00'))
    assert.deepEqual(loudFrom(vn('2026-11-24T23:00:00'), noon), vn('2026-11-24T23:00:00'))
    const none = { from: 0, until: 0 }
    assert.deepEqual(loudFrom(vn('2026-11-24T00:00:00'), none), vn('2026-11-24T00:00:00'))
  })
})

describe('a letter that was not taken', () => {
  it('is tried again after five minutes, then three times as long each time, a day at most', () => {
    const now = vn('2026-11-24T09:00:00')
    const waits = Array.from({ length: triesAtMost }, (_, n) => nextTry(now, n + 1))
    assert.deepEqual(
      waits.map(at => at && (at.getTime() - now.getTime()) / 60_000),
      [5, 15, 45, 135, 405, 1215, null],
    )
  })

  it('whose sender was lost goes out once more and never a third time', () => {
    assert.deepEqual([0, 1, 2].map(mayGoAgain), [true, true, false])
  })
})
