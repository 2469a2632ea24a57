import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { partsToMerge } from './merge-policy.ts'

const part = (living: number, dead = 0) => ({ living, dead })

describe('the merge policy', () => {
  it('leaves parts of different sizes alone', () => {
    assert.deepEqual(partsToMerge([part(100_000), part(9_000), part(800), part(1)]), [])
  })

  it('makes one of four parts of like size, the smallest first', () => {
    const parts = [part(70_000), part(90_000), part(80_000), part(1), part(99_000), part(2), part(3), part(1)]
    assert.deepEqual(partsToMerge(parts), [3, 5, 6, 7])
  })

  it('writes a part anew when nearly a third of it is past', () => {
    assert.deepEqual(partsToMerge([part(100_000, 5_000), part(600, 400)]), [1])
    assert.deepEqual(partsToMerge([part(0, 10)]), [0])
  })

  it('needs few parts for a million documents that come one by one', () => {
    let parts: { living: number; dead: number }[] = []
    for (let i = 0; i < 100_000; i += 1) {
      parts.push(part(1))
      for (let chosen = partsToMerge(parts); chosen.length > 0; chosen = partsToMerge(parts)) {
        const living = chosen.reduce((sum, at) => sum + (parts[at]?.living ?? 0), 0)
        parts = [...parts.filter((_, at) => !chosen.includes(at)), part(living)]
      }
    }
    assert.ok(parts.length <= 30, String(parts.length))
  })
})
