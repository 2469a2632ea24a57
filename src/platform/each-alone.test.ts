import assert from 'node:assert/strict'
import { it } from 'node:test'
import { eachAlone } from './each-alone.ts'

it('goes on after one that fails, and says which', async () => {
  const done: string[] = []
  const complaints: unknown[] = []
  const log = { error: (about: unknown, what?: string) => complaints.push([about, what]) }
  await eachAlone(log, 'forgetting', ['a', 'b', 'c'], async thing => {
    if (thing === 'b') throw new Error('no b')
    done.push(thing)
  })
  assert.deepEqual(done, ['a', 'c'])
  assert.deepEqual(complaints, [[{ error: 'Error: no b', thing: 'b' }, 'forgetting']])
})
