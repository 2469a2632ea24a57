import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPolicy, type OwnPolicy, resolvePolicy } from './policy.ts'

const silent: OwnPolicy = { loanDays: null, maxLoans: null, renewals: null, graceDays: null }

test('a book-case without rules of its own lends as its library does', () => {
  const library: OwnPolicy = { loanDays: 21, maxLoans: 3, renewals: 1, graceDays: 0 }
  assert.deepEqual(resolvePolicy([silent, library]), { loanDays: 21, maxLoans: 3, renewals: 1, graceDays: 0 })
})

test('each rule comes from the nearest institution that sets it', () => {
  const library: OwnPolicy = { ...silent, loanDays: 21, maxLoans: 3 }
  const branch: OwnPolicy = { ...silent, maxLoans: 2 }
  assert.deepEqual(resolvePolicy([branch, library]), { ...defaultPolicy, loanDays: 21, maxLoans: 2 })
})

test('no loans at once is a rule, not a silence', () => {
  assert.equal(
    resolvePolicy([
      { ...silent, maxLoans: 0 },
      { ...silent, maxLoans: 5 },
    ]).maxLoans,
    0,
  )
})

test('where nobody has said anything the default holds', () => {
  assert.deepEqual(resolvePolicy([silent, silent]), defaultPolicy)
})
