import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvLine } from './csv.ts'

test('a line ends as RFC 4180 says, and quotes what holds a comma, a quote or a line end', () => {
  assert.equal(csvLine(['Tủ sách', 3, null]), 'Tủ sách,3,\r\n')
  assert.equal(
    csvLine(['Sa Pa, Tả Phìn', 'gọi là "Nhà đỏ"', 'hai\ndòng']),
    '"Sa Pa, Tả Phìn","gọi là ""Nhà đỏ""","hai\ndòng"\r\n',
  )
})

test('a text that a spreadsheet would compute stays a text; a number stays a number', () => {
  for (const text of ['=1+1', '+84 214', '-5', '@SUM(A1)', '\t=1', '\r=1']) {
    assert.ok(csvLine([text]).replace(/^"/, '').startsWith(`'${text}`), text)
  }
  assert.equal(csvLine([-5, 'a=b']), '-5,a=b\r\n')
})
