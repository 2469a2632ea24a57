import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instantAt } from '../../kernel/instant.ts'
import { localDate } from '../../kernel/local-date.ts'
import type { OpeningHours } from '../../kernel/opening-hours.ts'
import type { Institution } from './institution.ts'
import { exceptionRows, stateInWords, weekRows } from './open-state.ts'

type Part = Pick<Institution, 'hours' | 'validFrom' | 'validTo'>

const day = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
]
const hours: OpeningHours = {
  weekly: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [{ from: '07:30', to: '11:30' }] },
  exceptions: [
    { kind: 'lunar', month: 12, day: 'last', spans: [] },
    { kind: 'lunar', month: 1, day: 1, spans: [] },
    { kind: 'yearly', month: 9, day: 2, spans: [] },
    { kind: 'dates', from: localDate('2026-03-02'), to: localDate('2026-03-06'), spans: [] },
    {
      kind: 'dates',
      from: localDate('2026-11-29'),
      to: localDate('2026-11-29'),
      spans: [{ from: '06:30', to: '10:00' }],
    },
  ],
}
const library: Part = { hours, validFrom: localDate('2012-05-01'), validTo: null }
const at = (date: string, time: string) => instantAt(localDate(date), time)
const state = (institution: Part, date: string, time: string) => stateInWords(institution, null, 'vi', at(date, time))

describe('whether a place is open', () => {
  it('is said with a shape and until when', () => {
    assert.deepEqual(state(library, '2026-11-24', '08:00'), { kind: 'there', text: 'Đang mở, đến 11:30' })
    assert.deepEqual(state(library, '2026-11-24', '12:00'), { kind: 'none', text: 'Mở lại 13:30' })
  })

  it('knows market days', () => {
    assert.equal(state(library, '2026-11-29', '07:00').kind, 'there')
    assert.equal(state(library, '2026-12-06', '07:00').kind, 'none')
  })

  it('is never claimed where nobody gave the hours', () => {
    const silent = { ...library, hours: null }
    assert.match(state(silent, '2026-11-24', '08:00').text, /Chưa rõ giờ mở cửa/)
  })

  it('goes by the hours of the site, when it has its own', () => {
    const evening = { hours: { weekly: { 2: [{ from: '18:00', to: '21:00' }] }, exceptions: [] } } as const
    const site = { ...evening, id: '', institution: '', name: [], place: null, address: '', centre: null }
    const seat = { ...site, validFrom: localDate('2012-05-01'), validTo: null }
    assert.equal(stateInWords(library, seat, 'vi', at('2026-11-24', '19:00')).text, 'Đang mở, đến 21:00')
  })

  it('says that an institution is gone, and since when, or has not begun', () => {
    const gone = { ...library, validTo: localDate('2025-06-30') }
    assert.equal(state(gone, '2026-11-24', '08:00').text, 'Đã ngừng hoạt động từ ngày 1/7/2025.')
    const coming = { ...library, validFrom: localDate('2027-01-01') }
    assert.equal(state(coming, '2026-11-24', '08:00').text, 'Bắt đầu hoạt động ngày 1/1/2027.')
  })
})

describe('the sign at the door', () => {
  it('joins neighbouring days with the same hours', () => {
    assert.deepEqual(weekRows(hours, 'vi'), [
      ['Thứ\u00a0hai – thứ\u00a0sáu', '07:30–11:30, 13:30–17:00'],
      ['Thứ\u00a0bảy', '07:30–11:30'],
      ['Chủ\u00a0nhật', 'nghỉ'],
    ])
  })

  it('lists days with hours of their own, then all closed days, lunar ones in words, none that is past', () => {
    assert.deepEqual(exceptionRows(hours, 'vi', localDate('2026-11-24')), [
      ['29/11/2026', '06:30–10:00'],
      ['Nghỉ', 'ngày cuối tháng Chạp; mùng 1 tháng Giêng; 2/9'],
    ])
  })
})
