import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suppress } from './suppress.ts'

const hidden = (...values: (number | null)[]) => suppress(values).hidden

test('counts from one to four are hidden, none and five are not', () => {
  assert.deepEqual(hidden(1, 4, 5, 0, null, 12), [true, true, false, false, false, false])
})

test('a single hidden count takes the next smallest with it, or the total would tell it', () => {
  assert.deepEqual(hidden(3, 40, 12, 0), [true, false, true, false])
})

test('what is as small as that goes too, or which was taken would tell', () => {
  assert.deepEqual(hidden(4, 5, 5, 9), [true, true, true, false])
})

test('several that the total would fix, since all are one or all are four, take another with them', () => {
  assert.deepEqual(hidden(1, 1, 1, 1, 1, 30), [true, true, true, true, true, true])
  assert.deepEqual(hidden(4, 4, 30), [true, true, true])
  assert.deepEqual(hidden(1, 4, 30), [true, true, false])
})

test('several that are few together take another with them: they may be one commune', () => {
  assert.deepEqual(hidden(1, 2, 30), [true, true, true])
})

test('where nothing else is counted, the total is hidden with it', () => {
  assert.deepEqual(suppress([3, 0, null]), { hidden: [true, false, false], total: true })
  assert.deepEqual(suppress([1, 1]), { hidden: [true, true], total: true })
})

test('nothing small, nothing hidden', () => {
  assert.deepEqual(suppress([5, 6]), { hidden: [false, false], total: false })
  assert.deepEqual(suppress([]), { hidden: [], total: false })
})

test('nobody who knows the rule and reads everything published can reckon a small count', () => {
  // Every breakdown of four counts up to eight; those that publish the same look the same to a reader.
  const range = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const all = range.flatMap(a => range.flatMap(b => range.flatMap(c => range.map(d => [a, b, c, d]))))
  const alike = new Map<string, number[][]>()
  for (const values of all) {
    const { hidden, total } = suppress(values)
    const sum = values.reduce((one, other) => one + other, 0)
    const seen = JSON.stringify([values.map((value, at) => (hidden[at] ? 'x' : value)), total ? 'x' : sum])
    alike.set(seen, [...(alike.get(seen) ?? []), values])
  }
  for (const [seen, candidates] of alike) {
    for (const at of [0, 1, 2, 3]) {
      const possible = new Set(candidates.map(values => values[at] ?? 0))
      const [only] = possible
      if (possible.size === 1) assert.ok(only === 0 || (only ?? 0) >= 5, `${seen} tells that number ${at} is ${only}`)
    }
  }
})
