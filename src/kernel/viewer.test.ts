import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anonymous, mayAt, rights, type Viewer } from './viewer.ts'

const librarian: Viewer = {
  ...anonymous,
  person: 'p-1',
  rights: [
    { right: 'circulate', institution: 'tvt' },
    { right: 'read-figures', institution: null },
  ],
}

describe('a right', () => {
  it('holds at its institution and nowhere else', () => {
    assert.equal(mayAt(librarian, 'circulate', 'tvt'), true)
    assert.equal(mayAt(librarian, 'circulate', 'sa-pa'), false)
    assert.equal(mayAt(librarian, 'catalogue', 'tvt'), false)
  })

  it('given for the whole province holds at every institution', () => {
    assert.equal(mayAt(librarian, 'read-figures', 'sa-pa'), true)
    assert.equal(mayAt(librarian, 'read-figures', null), true)
  })

  it('at one institution is none for the whole province', () => {
    assert.equal(mayAt(librarian, 'circulate', null), false)
  })

  it('is never a visitor’s', () => {
    for (const right of rights) assert.equal(mayAt(anonymous, right, 'tvt') || mayAt(anonymous, right, null), false)
  })
})
