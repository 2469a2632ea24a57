import assert from 'node:assert/strict'
import { it } from 'node:test'
import { remembered } from './remembered.ts'

it('a remembered function is asked once for a short text, always for a long one, and forgets as a whole when full', () => {
  const asked: string[] = []
  const upper = remembered(
    text => {
      asked.push(text)
      return text.toUpperCase()
    },
    2,
    3,
  )
  for (const text of ['a', 'a', 'long', 'long', 'b', 'c', 'a']) assert.equal(upper(text), text.toUpperCase())
  assert.deepEqual(asked, ['a', 'long', 'long', 'b', 'c', 'a'])
})
