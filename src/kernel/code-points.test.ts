import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cutToCodePoints, lengthInCodePoints } from './code-points.ts'

describe('the length of a text', () => {
  it('counts code points, so a Nôm character outside the BMP is one', () => {
    assert.equal(lengthInCodePoints('𡨸喃'), 2)
    assert.equal(lengthInCodePoints('Mông'), 4)
    assert.equal(lengthInCodePoints(''), 0)
  })
})

describe('a cut text', () => {
  it('ends with an ellipsis only when something was cut', () => {
    assert.equal(cutToCodePoints('Sa Pa', 5), 'Sa Pa')
    assert.equal(cutToCodePoints('Bảo tàng tỉnh', 9), 'Bảo tàng…')
    assert.equal(cutToCodePoints('Bảo tàng', 0), '')
  })

  it('never parts a letter from its marks', () => {
    assert.equal(cutToCodePoints('Việt'.normalize('NFD'), 5), 'Vi…')
    assert.equal(cutToCodePoints('𡨸喃𡨸', 2), '𡨸…')
    assert.equal(cutToCodePoints('a👩‍🌾b', 4), 'a…')
  })

  it('is never longer than allowed and keeps the beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const cut = cutToCodePoints(text, most)
        assert.ok(lengthInCodePoints(cut) <= most)
        assert.ok(cut === text || text.startsWith(cut.slice(0, -1)))
      }),
    )
  })
})
