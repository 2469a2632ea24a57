import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseShortCode, shortCode, shortCodeAlphabet } from './short-code.ts'

describe('a short code', () => {
  it('has no two signs that are taken for one another', () => {
    for (const sign of '0O1ILSZU') assert.equal(shortCodeAlphabet.includes(sign), false, sign)
    assert.equal(new Set(shortCodeAlphabet).size, 28)
  })

  it('is made of chance and read back however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.integer({ min: 4, max: 8 }), (bytes, length) => {
        const code = shortCode(bytes, length)
        assert.equal(code.length, length)
        assert.equal(parseShortCode(code), code)
        assert.equal(parseShortCode(` ${code.slice(0, 2).toLowerCase()}-${code.slice(2)} `), code)
      }),
    )
  })

  it('is read as it must have been meant', () => {
    assert.equal(parseShortCode('k7-3f2q'), 'K73F2Q')
    assert.equal(parseShortCode('SZU7'), '52V7')
    for (const typed of ['K7', 'K73F2Q999', 'K70Q', 'KL7P', 'Đ7PQ', ''])
      assert.equal(parseShortCode(typed), null, typed)
  })

  it('needs enough chance and a usual length', () => {
    assert.throws(() => shortCode(new Uint8Array(7), 4), /8 bytes/)
    assert.throws(() => shortCode(new Uint8Array(99), 9), /4–8 signs/)
  })
})
