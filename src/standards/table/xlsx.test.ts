import assert from 'node:assert/strict'
import { open } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { sharedFile } from '../../../tests/support/shared.ts'
import { tableReading } from '../../../tests/support/table.ts'
import { sheetOf, type XlsxContents, xlsx, xlsxParts } from '../../../tests/support/xlsx.ts'
import { fileOf, zip } from '../../../tests/support/zip.ts'
import { type RandomAccess, readXlsx, type XlsxOptions, xlsxSheets } from './index.ts'

const read = (contents: XlsxContents, options: XlsxOptions = {}) =>
  tableReading(readXlsx(fileOf(xlsx(contents)), options))
const text = (words: string): string => `<c t="inlineStr"><is><t>${words}</t></is></c>`
const number = (value: string, style?: number): string =>
  `<c${style === undefined ? '' : ` s="${style}"`}><v>${value}</v></c>`

/** What a number looks like in a format. */
async function shown(value: string, format: string, date1904 = false): Promise<string | undefined> {
  const { cells, problems } = await read({ ...sheetOf(number(value, 0)), formats: [format], date1904 })
  assert.deepEqual(problems, [])
  return cells[0]?.[0]
}

describe('the text of a workbook', () => {
  it('is in shared strings, with rich text joined and readings left out', async () => {
    const { cells } = await read({
      ...sheetOf('<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>'),
      strings:
        '<si><t>Truyện Kiều</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Số </t></r><r><t>đỏ</t></r></si>' +
        '<si><t>漢</t><rPh sb="0" eb="1"><t>Hán</t></rPh><phoneticPr fontId="1"/></si>',
    })
    assert.deepEqual(cells, [['Truyện Kiều', 'Số đỏ', '漢']])
  })

  it('is in cells themselves, or is what a formula gave', async () => {
    const { cells, warnings } = await read(
      sheetOf(
        `${text('Chí &amp; Phèo')}<c t="str"><f>A1&amp;"!"</f><v>Phèo!</v></c><c><f>1+1</f><v>2</v></c><c><f>X</f></c>`,
      ),
    )
    assert.deepEqual(cells, [['Chí & Phèo', 'Phèo!', '2']])
    assert.deepEqual(warnings, [{ number: 1, code: 'formula-without-value' }])
  })

  it('is composed, with one kind of line end and nothing unseen', async () => {
    const { cells, warnings } = await read(sheetOf(text('Tiếng'.normalize('NFD')), text('a_x000D_&#10;b_x0007_')))
    assert.deepEqual(cells, [['Tiếng'], ['a\nb']])
    assert.deepEqual(warnings, [{ number: 2, code: 'control-character' }])
  })

  it('that is missing leaves a row without cells, and a word', async () => {
    const { rows } = await read(sheetOf(text('x'), '<c t="s"><v>9</v></c>', '<c/>', '<c><f>A1</f></c>'))
    assert.deepEqual(
      rows.map(({ number: at, cells, warnings }) => [at, cells, warnings.map(({ code }) => code)]),
      [
        [1, ['x'], []],
        [2, [], ['string-missing']],
        [4, [], ['formula-without-value']],
      ],
    )
  })

  it('says what is true, and what is an error', async () => {
    const { cells, warnings } = await read(
      sheetOf(
        '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="s"><v>9</v></c><c t="d"><v>2026-11-24T00:00:00</v></c>',
      ),
    )
    assert.deepEqual(cells, [['TRUE', 'FALSE', '#N/A', '', '2026-11-24']])
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['error-value', 'string-missing'],
    )
  })
})

describe('a number', () => {
  for (const [value, format, expected] of [
    ['1982', 'General', '1982'],
    ['1982.0', 'General', '1982'],
    ['2.008909748E9', 'General', '2008909748'],
    ['1.23456789012345E+17', 'General', '123456789012345000'],
    ['12345678901234567890', 'General', '12345678901234567890'],
    ['895.92200000000003', 'General', '895.922'],
    ['0.30000000000000004', 'General', '0.3'],
    ['1E-3', 'General', '0.001'],
    ['-0', 'General', '0'],
    ['-2.50', '#,##0.00', '-2.5'],
    ['5551', '0000000000', '0000005551'],
    ['5.1', '000.00', '005.10'],
    ['2.517', '0', '2.517'],
    ['42', '"TVT."00000', 'TVT.00042'],
    ['0.125', '0.0%', '12.5%'],
  ] as const)
    it(`of ${value} shown as ${format} is ${expected}`, async () => assert.equal(await shown(value, format), expected))

  it('that is none is kept as text, with a word', async () => {
    const { cells, warnings } = await read(sheetOf(number('1,5')))
    assert.deepEqual(cells, [['1,5']])
    assert.deepEqual(warnings, [{ number: 1, code: 'number-unreadable' }])
  })
})

describe('a date', () => {
  for (const [value, format, expected] of [
    ['46350', 'dd/mm/yyyy', '2026-11-24'],
    ['46350.75', 'dd/mm/yyyy', '2026-11-24'],
    ['46350.75', 'dd/mm/yyyy hh:mm', '2026-11-24T18:00:00'],
    ['46350.999999', '[$-42A]d mmmm yyyy h:mm AM/PM', '2026-11-25T00:00:00'],
    ['46350', 'mm/yyyy', '2026-11'],
    ['46350', 'yyyy', '2026'],
    ['0.5', 'hh:mm', '12:00:00'],
    ['1.5', '[h]:mm', '36:00:00'],
    ['59', 'd/m/yyyy', '1900-02-28'],
    ['60', 'd/m/yyyy', '60'],
    ['61', 'd/m/yyyy', '1900-03-01'],
    ['1', 'd/m/yyyy', '1900-01-01'],
    ['-1', 'd/m/yyyy', '-1'],
    ['1000', '#,##0 "đồng/ngày dd/mm"', '1000'],
    ['7', '[Red]0.00;"dd"', '7'],
  ] as const)
    it(`of ${value} shown as ${format} is ${expected}`, async () => assert.equal(await shown(value, format), expected))

  it('counts from 1904 where the workbook says so', async () =>
    assert.equal(await shown('44888', 'dd/mm/yyyy', true), '2026-11-24'))
})

describe('a sheet', () => {
  const cell = (at: string, words: string): string => `<c r="${at}" t="str"><v>${words}</v></c>`

  it('has holes where cells and rows are missing, and its own row numbers', async () => {
    const { rows } = await read({
      sheets: {
        S: `<sheetData><row r="2">${cell('B2', 'x')}${cell('D2', 'y')}<c r="Z2" s="1"/></row><row r="7">${cell('A7', 'z')}</row><row r="8"><c r="A8"/></row></sheetData>`,
      },
    })
    assert.deepEqual(
      rows.map(row => [row.number, ...row.cells]),
      [
        [2, '', 'x', '', 'y'],
        [7, 'z'],
      ],
    )
  })

  it('tells of merged cells, whose text stands in the first', async () => {
    const { outcomes } = await read({
      sheets: {
        S: `<sheetData><row r="1">${cell('A1', 'x')}</row></sheetData><mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="B1:C1"/></mergeCells>`,
      },
    })
    assert.deepEqual(outcomes.at(-1), { kind: 'note', note: { code: 'merged-cells', count: 2, first: 'A1:A3' } })
  })

  it('is the first that is not hidden, or the one asked for', async () => {
    const one = (words: string): string => `<sheetData><row>${text(words)}</row></sheetData>`
    const contents = { sheets: { Ẩn: one('a'), Sách: one('b'), 'Báo & chí': one('c') }, hidden: ['Ẩn'] }
    const first = await read(contents)
    assert.deepEqual(first.cells, [['b']])
    assert.deepEqual(first.outcomes[0], {
      kind: 'note',
      note: { code: 'other-sheets', sheet: 'Sách', others: ['Ẩn', 'Báo & chí'] },
    })
    assert.deepEqual((await read(contents, { sheet: 'Báo & chí' })).cells, [['c']])
    assert.deepEqual((await read(contents, { sheet: 'Tranh' })).problems, [{ number: null, code: 'sheet-missing' }])
    assert.deepEqual(await xlsxSheets(fileOf(xlsx(contents))), { ok: true, value: ['Ẩn', 'Sách', 'Báo & chí'] })
  })

  it('may be written with prefixes, without compression, in UTF-16 and without styles', async () => {
    const sheet = '<x:worksheet><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${sheet}`, 'utf16le'))
    for (const data of [sheet, utf16]) {
      const parts = xlsxParts(sheetOf(''))
        .filter(({ name }) => !name.endsWith('styles.xml'))
        .map(part => (part.name.endsWith('sheet1.xml') ? { ...part, data, stored: true } : part))
      assert.deepEqual((await tableReading(readXlsx(fileOf(zip(parts))))).cells, [['7']])
    }
  })
})

describe('the catalogue of a university', () => {
  const path = sharedFile('data/vi-books/vietnamese-university-catalogue.xlsx')

  it('of 44,860 books is read in little memory', {
    skip: path === null && 'the corpora are not beside the clone',
  }, async () => {
    const file = await open(path ?? '')
    const { size } = await file.stat()
    const source: RandomAccess = {
      size,
      read: async (offset, length) => {
        const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset)
        return buffer.subarray(0, bytesRead)
      },
    }
    let rows = 0
    let largest = 0
    let least = Number.POSITIVE_INFINITY
    let last: readonly string[] = []
    for await (const outcome of readXlsx(source)) {
      assert.notEqual(outcome.kind, 'problem')
      if (outcome.kind !== 'row') continue
      rows += 1
      last = outcome.cells
      assert.deepEqual(outcome.warnings, [])
      if (rows === 2) assert.deepEqual(outcome.cells.slice(5), ['1982', '0000005551', 'Sách ngoại văn VEFFA_ CS2'])
      if (rows % 5000 > 0) continue
      const { rss } = process.memoryUsage()
      largest = Math.max(largest, rss)
      least = Math.min(least, rss)
    }
    await file.close()
    assert.equal(rows, 44_861, 'the books and their heading')
    assert.equal(last[0], '44860')
    assert.ok(largest - least < 60e6, `memory went from ${least} to ${largest} octets while rows were read`)
  })
})
