import assert from 'node:assert/strict'
import { it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { control, data, iso2709, kieu, marcFixture } from '../../../tests/support/marc.ts'
import { detectFormat, detectOctets, type FileFormat } from './index.ts'

const xml = '<?xml version="1.0"?><collection/>'
const many = Array.from({ length: 500 }, (_, i) => control('001', String(i)))

const cases: [what: string, bytes: Uint8Array, format: FileFormat][] = [
  ['ISO 2709', iso2709(kieu), 'iso2709'],
  [
    'ISO 2709 behind a byte order mark and a blank line',
    Buffer.from(`\ufeff\r\n${iso2709(kieu).toString()}`),
    'iso2709',
  ],
  ['ISO 2709 of which only the beginning is seen', iso2709([data('520', '  ', 'a', 'x'.repeat(9000))]), 'iso2709'],
  ['ISO 2709 whose first directory is longer than what is seen', iso2709(many), 'iso2709'],
  [
    'the same with the end of its leader spoilt',
    Buffer.from(iso2709(many).toString('latin1').replace('4500', '450 '), 'latin1'),
    'iso2709',
  ],
  ['a real file', marcFixture('librarycarpentry-60.mrc'), 'iso2709'],
  ['MARCXML', marcFixture('marc2bibframe2-one.xml'), 'marcxml'],
  ['XML behind a byte order mark', Buffer.from(`\ufeff  ${xml}`), 'marcxml'],
  ['XML in UTF-16, little end first', Buffer.from(`\ufeff${xml}`, 'utf16le'), 'marcxml'],
  ['XML in UTF-16, big end first', Buffer.from(`\ufeff${xml}`, 'utf16le').swap16(), 'marcxml'],
  ['a compressed file', gzipSync(iso2709(kieu)), 'gzip'],
  ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'zip'],
  ['a table', Buffer.from('STT,Tên sách,Tác giả\n1,Truyện Kiều,Nguyễn Du\n'), 'unknown'],
  [
    'a list of bar codes',
    Buffer.from('893501210034589350121003458935012100345893501210034589350121003458\n'),
    'unknown',
  ],
  ['a picture', Uint8Array.from({ length: 4096 }, (_, at) => (at === 0 ? 0xff : (at * 7919) % 256)), 'unknown'],
  ['an empty file', new Uint8Array(0), 'unknown'],
]

for (const [what, bytes, format] of cases)
  it(`calls ${what} ${format}`, () => assert.equal(detectFormat(bytes.subarray(0, detectOctets)), format))
