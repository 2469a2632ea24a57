import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bookColumns } from '../catalogue/row.ts'
import { cellsOf, guessBelow, guessColumns, guessHeader, headingsKey } from './layout.ts'
import { textNumbers } from './numbers.ts'

const meanings = (...headings: string[]) => guessColumns(headings, bookColumns).map(({ means }) => means)

describe('the columns of a table', () => {
  it('are known by their headings, with or without marks, in any case', () => {
    assert.deepEqual(meanings('STT', 'CSPL', 'Tên Sách', 'Tập', 'Tác giả', 'Năm XB', 'Số cá biệt', 'Vị trí tài liệu'), [
      null,
      'classification',
      'title',
      'volume',
      'people',
      'date',
      'accessionNumbers',
      'location',
    ])
    assert.deepEqual(meanings('TEN SACH', 'tac-gia', 'Nha XB', 'ISBN.'), ['title', 'people', 'publisher', 'isbn'])
    assert.deepEqual(meanings('Title', 'Author', 'Barcode', 'Year'), ['title', 'people', 'barcodes', 'date'])
  })

  it('may stand in two rows, one word over three columns', () => {
    const above = guessColumns(['STT', 'Nhan đề', 'Xuất bản', '', ''], bookColumns)
    const meant = (...below: string[]) => guessBelow(above, below, bookColumns).map(({ means }) => means)
    assert.deepEqual(meant('', '', 'Nơi XB', 'Nhà XB', 'Năm XB'), [
      null,
      'title',
      'publicationPlace',
      'publisher',
      'date',
    ])
    assert.deepEqual(meant('1', 'Tập', 'H.', 'Nhà xuất bản', '2001'), [null, 'title', null, null, null])
    assert.deepEqual(meant(), [null, 'title', null, null, null])
  })

  it('are not guessed where a name has two senses: “Giá” is a price as often as a shelf', () => {
    assert.deepEqual(meanings('Tên sách', 'Giá', 'Kho'), ['title', null, 'location'])
    assert.deepEqual(meanings('Tên sách', 'Giá kệ'), ['title', 'location'])
  })

  it('are known by a name inside a longer heading; a name that stands alone beats it', () => {
    assert.deepEqual(meanings('Họ và tên tác giả chính', 'Nhan đề của sách'), ['people', 'title'])
    assert.deepEqual(meanings('Nhan đề chính', 'Nhan đề'), [null, 'title'])
    assert.deepEqual(meanings('Tác giả', 'Tác giả'), ['people', null])
  })

  it('are not guessed where nothing is alike', () => {
    assert.deepEqual(meanings('', 'Cột A', 'Ngày mượn gần nhất'), [null, null, null])
  })

  it('begin below the titles and dates that sheets begin with', () => {
    const rows = [
      { number: 1, cells: ['THƯ VIỆN XÃ'] },
      { number: 2, cells: ['', 'Danh mục sách năm 2026'] },
      { number: 4, cells: ['TT', 'Tên sách', 'Tác giả', 'ĐKCB'] },
      { number: 5, cells: ['1', 'Dế Mèn phiêu lưu ký', 'Tô Hoài', '001'] },
    ]
    assert.equal(guessHeader(rows, bookColumns)?.number, 4)
    assert.equal(guessHeader([], bookColumns), null)
  })

  it('give a row its cells by name; two columns of one name stand one after another', () => {
    const columns = [
      { heading: 'ĐKCB 1', means: 'accessionNumbers' },
      { heading: 'x', means: null },
      { heading: 'ĐKCB 2', means: 'accessionNumbers' },
    ]
    assert.deepEqual(cellsOf({ columns, font: null }, ['1', 'mất', ' 2 ', 'thừa']), { accessionNumbers: '1; 2' })
  })

  it('are remembered by their headings, however these are typed', () => {
    const key = (...headings: string[]) => headingsKey(headings.map(heading => ({ heading })))
    assert.equal(key('Tên Sách', 'Số ĐKCB'), key('ten sach', 'SỐ-ĐKCB'))
    assert.notEqual(key('Tên sách', 'Tập'), key('Tên sách tập', ''))
    assert.equal(key('', ' – '), null)
  })
})

describe('numbers in a cell', () => {
  it('stand apart by semicolons, commas or lines, each once', () => {
    assert.deepEqual(textNumbers(' K1;K2 , K3\nK1;').numbers, ['K1', 'K2', 'K3'])
  })

  it('are written out of a range of one width, and that is told', () => {
    const written = { numbers: ['ĐK.008', 'ĐK.009', 'ĐK.010'], expanded: ['ĐK.008 - ĐK.010'] }
    assert.deepEqual(textNumbers('ĐK.008 - ĐK.010'), written)
    assert.deepEqual(textNumbers('098÷101').numbers, ['098', '099', '100', '101'])
  })

  it('are written out of so many ranges and no more, whatever a cell holds', () => {
    const padded = (number: number) => String(number).padStart(7, '0')
    const ranges = Array.from({ length: 1000 }, (_, at) => `${padded(at * 500)}-${padded(at * 500 + 499)}`)
    const { numbers, expanded } = textNumbers(ranges.join(';'))
    assert.equal(expanded.length, 10)
    assert.deepEqual(numbers.slice(5000), ranges.slice(10))
  })

  it('stay as they are where a hyphen is part of them', () => {
    for (const one of [
      'VV-12',
      '2008-1',
      '12-13',
      'A001-B002',
      '005-001',
      '0001-9999',
      '1234567890123456789-1234567890123456790',
    ])
      assert.deepEqual(textNumbers(one), { numbers: [one], expanded: [] })
  })
})
