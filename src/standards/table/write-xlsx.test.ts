import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tableReading } from '../../../tests/support/table.ts'
import { fileOf } from '../../../tests/support/zip.ts'
import { readXlsx, type WrittenCell, writeXlsx, xlsxSheets } from './index.ts'

const readBack = async (rows: readonly (readonly WrittenCell[])[]) => {
  const file = fileOf(await writeXlsx([{ name: 'Số liệu', rows }]))
  const { cells, problems, warnings } = await tableReading(readXlsx(file))
  assert.deepEqual([problems, warnings], [[], []])
  return cells
}

test('a workbook that we write says what it was given when we read it', async () => {
  assert.deepEqual(
    await readBack([
      [{ heading: 'Cơ sở' }, { heading: 'Lượt' }, { heading: 'Đạt' }],
      ['Thư viện tỉnh "A & B" <x>', 44480, { share: 1.112 }],
      ['  có khoảng trắng  ', 0, null],
      ['_x000D_ đúng như thế', -3, { share: 0.5 }],
    ]),
    [
      ['Cơ sở', 'Lượt', 'Đạt'],
      ['Thư viện tỉnh "A & B" <x>', '44480', '111.2%'],
      ['  có khoảng trắng  ', '0'],
      ['_x000D_ đúng như thế', '-3', '50%'],
    ],
  )
})

test('text that looks like a formula stays text, and is marked so that it does when somebody edits it', async () => {
  const typed = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)']
  assert.deepEqual(await readBack([typed]), [typed])
})

test('any text comes back, and whole numbers beside it', async () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 12 }).map(text => text.normalize('NFC'))
  const row = fc.tuple(word, fc.integer({ min: -1e9, max: 1e9 }))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async rows => {
      const read = await readBack(rows.map(([text, number]) => [text === '' ? null : text, number]))
      assert.deepEqual(
        read,
        rows.map(([text, number]) => [text, String(number)]),
      )
    }),
    { numRuns: 40 },
  )
})

test('sheets are called as they may be, and no two alike', async () => {
  const names = ['Lượt người đến, theo từng tháng và từng cơ sở', 'a/b', 'A b', 'x'.repeat(40), 'x'.repeat(35)]
  const file = fileOf(await writeXlsx(names.map(name => ({ name, rows: [['1']] }))))
  const sheets = await xlsxSheets(file)
  assert.ok(sheets.ok)
  assert.equal(sheets.value.length, 5)
  assert.equal(new Set(sheets.value.map(name => name.toLowerCase())).size, 5)
  assert.ok(sheets.value.every(name => name.length <= 31))
})
