import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hiddenCells } from './suppress.ts'

test('counts from one to four are hidden, none and five are not', () => {
  assert.deepEqual(hiddenCells([1, 4, 5, 0, null, 12]), [true, true, false, false, false, false])
})

test('a single hidden count takes the next smallest with it, or the total would tell it', () => {
  assert.deepEqual(hiddenCells([3, 40, 12, 0]), [true, false, true, false])
})

test('a single hidden count alone stays alone', () => {
  assert.deepEqual(hiddenCells([3, 0, null]), [true, false, false])
})

test('nothing small, nothing hidden', () => {
  assert.deepEqual(hiddenCells([5, 6]), [false, false])
})
