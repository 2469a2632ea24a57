import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clipped } from './share-card.tsx'

describe('the line under a shared link', () => {
  it('is one line, and ends behind a whole word when it is too long', () => {
    assert.equal(clipped(' Thư viện\n công cộng '), 'Thư viện công cộng')
    assert.equal(clipped('Thư viện công cộng', 14), 'Thư viện công …')
    assert.equal(clipped('Thư viện công cộng', 15), 'Thư viện công …')
  })

  it('cuts no character in two', () => assert.equal(clipped('𠄩𠄩𠄩', 2), '𠄩𠄩 …'))
})
