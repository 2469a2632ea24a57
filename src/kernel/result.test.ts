import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok, type Refused, type Result, refused } from './result.ts'

type Refusal = { readonly code: 'card-expired'; readonly on: string } | { readonly code: 'loan-limit-reached' }

const lend = (expired: boolean, full: boolean): Result<number, Refusal> => {
  const problems: Refusal[] = []
  if (expired) problems.push({ code: 'card-expired', on: '2026-10-31' })
  if (full) problems.push({ code: 'loan-limit-reached' })
  return problems.length > 0 ? refused(problems) : ok(14)
}

describe('a result', () => {
  it('carries what was asked for', () => {
    const result = lend(false, false)
    assert.ok(result.ok)
    assert.equal(result.value, 14)
  })

  it('carries every reason at once', () => {
    const result = lend(true, true)
    assert.ok(!result.ok)
    assert.deepEqual(
      result.problems.map(problem => problem.code),
      ['card-expired', 'loan-limit-reached'],
    )
  })

  it('keeps the code of a reason that is written in place', () => {
    const tooMany = (minutes: number) => refused([{ code: 'too-many-tries', minutes }])
    const result: Refused<{ readonly code: 'too-many-tries'; readonly minutes: number }> = tooMany(5)
    assert.equal(result.problems[0]?.minutes, 5)
  })

  it('is no refusal without a reason', () => {
    assert.throws(() => refused([]), /at least one reason/)
  })
})
