import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { fixedClock } from '../clock.ts'
import { createRateLimiter, type RateLimiter } from './index.ts'

const start = new Date('2026-11-24T02:00:00Z')
const rate = { count: 3, seconds: 60 }

describe('a rate limiter', () => {
  let clock: ReturnType<typeof fixedClock>
  let limiter: RateLimiter
  beforeEach(() => {
    clock = fixedClock(start)
    limiter = createRateLimiter(clock)
  })
  const afterSeconds = (seconds: number) => clock.set(new Date(start.getTime() + seconds * 1000))
  const take = (key: string) => limiter.take('sign-in', key, rate)

  it('gives as many as the rate says, then says how long to wait, and fills up evenly', () => {
    assert.deepEqual([take('mai'), take('mai'), take('mai'), take('mai')], [null, null, null, 20])
    afterSeconds(15)
    assert.equal(take('mai'), 5)
    afterSeconds(20)
    assert.deepEqual([take('mai'), take('mai')], [null, 20])
    afterSeconds(3600)
    assert.deepEqual(
      [take('mai'), take('mai'), take('mai'), take('mai')],
      [null, null, null, 20],
      'never more than full',
    )
  })

  it('counts each name and key by itself, and forgets one when told', () => {
    for (let n = 0; n < 4; n++) take('mai')
    assert.equal(take('lan'), null)
    assert.equal(limiter.take('second-factor', 'mai', rate), null)
    limiter.forgive('sign-in', 'mai')
    assert.equal(take('mai'), null)
  })

  it('can be asked for the wait without taking or remembering anything', () => {
    for (let n = 0; n < 5; n++) assert.equal(limiter.wait('sign-in', 'mai', rate), null)
    for (let n = 0; n < 3; n++) take('mai')
    assert.equal(limiter.wait('sign-in', 'mai', rate), 20)
  })

  it('is not fooled by a clock that goes back', () => {
    for (let n = 0; n < 3; n++) take('mai')
    afterSeconds(-3600)
    assert.equal(take('mai'), 20)
  })

  it('stays within its memory: whoever asked longest ago is forgotten first', () => {
    for (let n = 0; n < 3; n++) take('old')
    for (let n = 0; n < 49_998; n++) limiter.take('fill', String(n), rate)
    for (let n = 0; n < 3; n++) take('young')
    assert.equal(limiter.wait('sign-in', 'old', rate), 20)
    limiter.take('fill', 'one too many', rate)
    assert.equal(limiter.wait('sign-in', 'old', rate), null)
    assert.equal(limiter.wait('sign-in', 'young', rate), 20)
  })
})
