import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instantAt } from './instant.ts'
import { localDate } from './local-date.ts'
import { isClosedDay, nextOpening, type OpeningHours, openAt, openUntil, spansOn } from './opening-hours.ts'
import { parseOpeningHours, parseSpans, parseTimeOfDay } from './opening-hours-forms.ts'
import { formatSpans, openingSentence, weekdayName } from './opening-hours-words.ts'

const day = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
]
/** A district library: weekdays, Sunday morning; closed on 2/9, from giao thừa to mùng 3 Tết, and for a stock-take. */
const library: OpeningHours = {
  weekly: { 1: day, 2: day, 3: day, 4: day, 5: day, 7: [{ from: '08:00', to: '11:00' }] },
  exceptions: [
    { kind: 'yearly', month: 9, day: 2, spans: [] },
    { kind: 'lunar', month: 12, day: 'last', spans: [] },
    ...[1, 2, 3].map(number => ({ kind: 'lunar' as const, month: 1, day: number, spans: [] })),
    { kind: 'dates', from: localDate('2026-12-14'), to: localDate('2026-12-18'), spans: [] },
    {
      kind: 'dates',
      from: localDate('2026-09-02'),
      to: localDate('2026-09-02'),
      spans: [{ from: '18:00', to: '21:00' }],
    },
  ],
}
const never: OpeningHours = { weekly: {}, exceptions: [] }
const at = (date: string, time: string) => instantAt(localDate(date), time)

describe('opening hours', () => {
  it('open at the minute they begin and close at the minute they end, in Vietnam', () => {
    const times = ['07:29', '07:30', '11:29', '11:30', '13:30', '17:00'].map(time =>
      openUntil(library, at('2026-11-24', time)),
    )
    assert.deepEqual(times, [null, '11:30', '11:30', null, '17:00', null])
    assert.equal(openAt(library, new Date('2026-11-24T01:00:00Z')), true)
  })

  it('are closed on days of the week that are not named', () => {
    assert.equal(isClosedDay(library, localDate('2026-11-28')), true)
    assert.equal(isClosedDay(library, localDate('2026-11-29')), false)
  })

  it('follow the lunar year: giao thừa falls on another day each time', () => {
    const closed = ['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09'].map(date =>
      isClosedDay(library, localDate(date)),
    )
    assert.deepEqual(closed, [false, true, true, false])
    assert.equal(isClosedDay(library, localDate('2028-01-25')), true)
  })

  it('do not keep a festival twice in a year with a leap month', () => {
    const hours: OpeningHours = {
      weekly: library.weekly,
      exceptions: [{ kind: 'lunar', month: 6, day: 24, spans: [] }],
    }
    assert.equal(isClosedDay(hours, localDate('2025-07-18')), true)
    assert.equal(isClosedDay(hours, localDate('2025-08-17')), false)
  })

  it('let the days that were announced win over those of every year', () => {
    assert.equal(isClosedDay(library, localDate('2025-09-02')), true)
    assert.deepEqual(spansOn(library, localDate('2026-09-02')), [{ from: '18:00', to: '21:00' }])
  })

  it('know when they open next', () => {
    assert.equal(nextOpening(library, at('2026-11-24', '12:00'))?.at.toISOString(), '2026-11-24T06:30:00.000Z')
    assert.deepEqual(nextOpening(library, at('2026-12-13', '12:00')), {
      date: '2026-12-20',
      time: '08:00',
      at: at('2026-12-20', '08:00'),
    })
    assert.equal(nextOpening(library, at('2026-11-24', '08:00'))?.time, '13:30')
    assert.equal(nextOpening(never, at('2026-11-24', '12:00')), null)
  })
})

describe('the sentence on opening', () => {
  const sentences: readonly (readonly [string, string, string, string])[] = [
    ['2026-11-24', '14:00', 'Đang mở, đến 17:00', 'Open until 17:00'],
    ['2026-11-24', '12:00', 'Mở lại 13:30', 'Opens again at 13:30'],
    ['2026-11-24', '18:00', 'Mở lại 07:30 ngày mai', 'Opens again at 07:30 tomorrow'],
    ['2026-11-27', '18:00', 'Mở lại 08:00 chủ nhật', 'Opens again at 08:00 on Sunday'],
    ['2026-12-13', '12:00', 'Mở lại 08:00 ngày 20/12/2026', 'Opens again at 08:00 on 20 Dec 2026'],
  ]
  for (const [date, time, vi, en] of sentences)
    it(`on ${date} at ${time} says ${vi}`, () => {
      assert.equal(openingSentence(library, at(date, time), 'vi'), vi)
      assert.equal(openingSentence(library, at(date, time), 'en'), en)
    })

  it('promises nothing when no opening is known', () => {
    assert.equal(openingSentence(never, at('2026-11-24', '12:00'), 'vi'), 'Đang nghỉ')
    assert.equal(openingSentence(never, at('2026-11-24', '12:00'), 'en'), 'Closed')
  })

  it('names the days of the week', () => {
    assert.equal(weekdayName(1, 'vi'), 'thứ hai')
    assert.equal(weekdayName(7, 'en'), 'Sunday')
    assert.equal(formatSpans(day), '07:30–11:30, 13:30–17:00')
  })
})

describe('typed hours', () => {
  it('are read as people write them', () => {
    for (const typed of [
      '7:30–11:30, 13:30–17:00',
      '7h30 - 11h30; 13h30 đến 17h',
      '13:30-17:00,07:30-11:30',
      '7 giờ 30 tới 11.30, 13:30—17',
    ])
      assert.deepEqual(parseSpans(typed), day, typed)
    assert.deepEqual(parseSpans(' '), [])
    assert.deepEqual(parseSpans('7h-12h, 12h-24h'), [{ from: '07:00', to: '24:00' }])
  })

  it('are refused when they cannot be', () => {
    for (const typed of ['7:30', '11:30-7:30', '7-12, 11-17', '7:30-25:00', '7:60-8:00', 'sáng', '7-12,', '7-8-9'])
      assert.equal(parseSpans(typed), null, typed)
    assert.equal(parseTimeOfDay('24:01'), null)
  })

  it('come back whole from JSON, and not at all when a part is wrong', () => {
    assert.deepEqual(parseOpeningHours(JSON.parse(JSON.stringify(library))), library)
    const wrong = [
      { weekly: { 8: day } },
      { weekly: { 1: 'sáng' } },
      { weekly: { 1: [{ from: '07:00', to: 11 }] } },
      { exceptions: [{ kind: 'lunar', month: 13, day: 1, spans: [] }] },
    ]
    const wrongToo = [
      { exceptions: [{ kind: 'dates', from: '2026-12-02', to: '2026-12-01', spans: [] }] },
      { exceptions: [{ kind: 'yearly', month: 9, day: 32, spans: [] }] },
    ]
    for (const part of [...wrong, ...wrongToo])
      assert.equal(parseOpeningHours({ ...never, ...part }), null, JSON.stringify(part))
    const odd = { kind: 'moon', month: 1, day: 'last', spans: [] }
    for (const value of [{ ...never, exceptions: [odd] }, null, 7, [], {}, { weekly: {} }])
      assert.equal(parseOpeningHours(value), null)
  })
})
