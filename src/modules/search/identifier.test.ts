import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { comparableIdentifier, typedIdentifier } from './identifier.ts'

describe('an identifier', () => {
  it('is compared without case, blanks, dashes and the word ISBN', () => {
    for (const typed of [
      '978-604-1-00001-2',
      'isbn 9786041000012',
      'ISBN-13: 978 604 1 00001 2',
      ' 978‑604‑1‑00001‑2 ',
    ]) {
      assert.equal(comparableIdentifier(typed), '9786041000012')
    }
    assert.equal(comparableIdentifier('tn-000 123'), 'TN000123')
    assert.equal(comparableIdentifier('BT.1907/Đ.12'), 'BT1907Đ12')
  })

  it('has a digit: words alone are no identifier', () => {
    assert.equal(typedIdentifier('ruộng bậc thang'), null)
    assert.equal(typedIdentifier('7'), null)
    assert.equal(typedIdentifier('TN000123'), 'TN000123')
    assert.equal(typedIdentifier('1'.repeat(500)), null)
  })
})
