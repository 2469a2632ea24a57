import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { say } from '../../kernel/sentences.ts'
import { tableWords } from './index.ts'

describe('what the codec says of tables', () => {
  it('names the kind of file, and what to do with it', () => {
    assert.match(say(tableWords('vi').problems, { code: 'not-a-table', format: 'xls' }), /\.xls.*lưu lại thành \.xlsx/)
    assert.match(say(tableWords('en').problems, { code: 'not-a-table', format: 'zip' }), /ZIP.*unpack/)
    assert.match(say(tableWords('vi').problems, { code: 'not-a-table', format: 'unknown' }), /chưa rõ loại/)
  })

  it('names the sheets that there are, but not hundreds', () => {
    const sheets = Array.from({ length: 12 }, (_, at) => `Trang ${at + 1}`)
    const sentence = say(tableWords('vi').problems, { code: 'sheet-missing', sheet: 'Sách', sheets })
    assert.match(sentence, /“Sách”.*Trang 1, .*Trang 10 và 2 trang khác/)
  })

  it('names the column that a warning is about, and the delimiter that was guessed', () => {
    assert.match(say(tableWords('vi').warnings, { code: 'text-damaged', column: 3 }), /^Ô ở cột 3/)
    assert.match(say(tableWords('vi').notes, { code: 'delimited', delimiter: '\t', coding: 'utf-8' }), /UTF-8.*tab/)
  })
})
