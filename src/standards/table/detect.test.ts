import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sheetOf, xlsx, xlsxParts } from '../../../tests/support/xlsx.ts'
import { zip } from '../../../tests/support/zip.ts'
import { detectTable } from './index.ts'

const ods = { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }
const text = (words: string): Uint8Array => new TextEncoder().encode(words)

describe('what a file is', () => {
  const cases: [what: string, head: Uint8Array, format: string][] = [
    ['a workbook', xlsx(sheetOf('')), 'xlsx'],
    ['a workbook whose parts are in another order', zip(xlsxParts(sheetOf('')).reverse()), 'xlsx'],
    ['a workbook of OpenDocument', zip([ods]), 'ods'],
    ['a ZIP of pictures', zip([{ name: 'ảnh.jpg', data: 'x' }]), 'zip'],
    ['an empty ZIP', zip([]), 'zip'],
    ['old Excel, or a locked file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'xls'],
    ['GZIP', Uint8Array.of(0x1f, 0x8b, 8), 'gzip'],
    ['PDF', text('%PDF-1.4'), 'pdf'],
    ['a page that calls itself .xls', text('\ufeff\n<html xmlns:x="x"><table>'), 'markup'],
    ['CSV', text('Nhan đề,Tác giả'), 'delimited'],
    ['CSV of windows-1258', Uint8Array.of(0x54, 0xea, 0x2c, 0xec, 0x0d, 0x0a), 'delimited'],
    ['text of UTF-16', new Uint8Array(Buffer.from('\ufeffSố đỏ', 'utf16le')), 'delimited'],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'unknown'],
    ['nothing', new Uint8Array(0), 'unknown'],
  ]
  for (const [what, head, format] of cases)
    it(`is ${format} for ${what}`, () => assert.equal(detectTable(head.subarray(0, 4096)), format))
})
