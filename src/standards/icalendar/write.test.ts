import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type CalendarEvent, writeCalendar } from './index.ts'
import { escapeText } from './write.ts'

const event: CalendarEvent = {
  uid: '0193@thuvien.example.vn',
  stamp: new Date('2026-11-24T02:00:00Z'),
  start: new Date('2026-11-28T01:00:00Z'),
  end: new Date('2026-11-28T04:30:00Z'),
  summary: 'Đọc sách cùng bà',
  status: 'CONFIRMED',
  sequence: 2,
}
const write = (changes: Partial<CalendarEvent> = {}) => writeCalendar('-//Bậc Thang//vi', [{ ...event, ...changes }])

/** As RFC 5545 §3.1 and §3.3.11 read: unfolded first, then taken out of its escapes. */
const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n')
const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
const valueOf = (file: string, name: string): string | undefined =>
  unfolded(file)
    .find(line => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)

describe('an event for a calendar', () => {
  it('says eight in the morning in Vietnam as one o’clock UTC', () => {
    const file = write()
    assert.equal(valueOf(file, 'DTSTART'), '20261128T010000Z')
    assert.equal(valueOf(file, 'DTEND'), '20261128T043000Z')
  })

  it('has what RFC 5545 asks for, in CRLF lines', () => {
    const file = write({ url: 'https://thuvien.example.vn/hoat-dong/1', location: 'Xã Tả Phìn' })
    assert.ok(file.endsWith('END:VCALENDAR\r\n'))
    assert.doesNotMatch(file, /[^\r]\n|\r[^\n]/)
    for (const name of ['VERSION', 'PRODID', 'UID', 'DTSTAMP', 'STATUS', 'SEQUENCE', 'URL'])
      assert.ok(valueOf(file, name))
    assert.equal(valueOf(write({ status: 'CANCELLED' }), 'STATUS'), 'CANCELLED')
  })

  it('escapes what would end a value', () => {
    assert.equal(escapeText('Mây; tre, \\ đan\r\nHai buổi: sáng'), 'Mây\\; tre\\, \\\\ đan\\nHai buổi: sáng')
    assert.match(write({ organizer: 'Nhà "Mây": A\nB' }), /ORGANIZER;CN="Nhà Mây: AB":/)
  })

  it('gives any text back, in lines of 75 octets at most that cut no sign', () => {
    const signs = fc.string({
      unit: fc.constantFrom('ế', '𠊛', 'a', ',', ';', '\\', 'n', '\n', ' ', 'Đ'),
      maxLength: 300,
    })
    fc.assert(
      fc.property(signs, text => {
        const file = write({ description: `x${text}` })
        for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
        assert.equal(unescaped(valueOf(file, 'DESCRIPTION') ?? ''), `x${text}`)
        assert.doesNotMatch(file, /\ufffd/)
      }),
    )
  })
})
