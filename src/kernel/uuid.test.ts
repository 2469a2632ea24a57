import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isUuid, uuidMilliseconds, uuidv7 } from './uuid.ts'

const zeros = new Uint8Array(10)
const chance = fc.uint8Array({ minLength: 10, maxLength: 16 })
const moment = fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_005 })

describe('a UUIDv7', () => {
  it('is the example of RFC 9562, appendix A.6', () => {
    // rand_a 0xCC3 and rand_b 0x18C4DC0C0C07398F, side by side in 74 bits.
    const bits = (0xcc3n << 62n) | 0x18c4dc0c0c07398fn
    const bytes = Uint8Array.from({ length: 10 }, (_, i) => Number((bits >> BigInt(8 * (9 - i))) & 0xffn))
    assert.equal(uuidv7(0x017f22e279b0, bytes), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('carries its moment', () => {
    assert.equal(uuidMilliseconds(uuidv7(1_795_500_000_000, zeros)), 1_795_500_000_000)
  })

  it('always follows the one before it, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, chance), { minLength: 2, maxLength: 50 }), steps => {
        let previous: string | undefined
        for (const [milliseconds, bytes] of steps) {
          const next = uuidv7(milliseconds, bytes, previous)
          assert.ok(isUuid(next) && next[14] === '7')
          assert.ok(previous === undefined || next > previous, `${previous} then ${next}`)
          previous = next
        }
      }),
    )
  })

  it('goes on into the next millisecond when its chance overflows', () => {
    const last = '017f22e2-79b0-7fff-bfff-ffffffffffff'
    assert.equal(uuidv7(0x017f22e279b0, zeros, last), '017f22e2-79b1-7000-8000-000000000000')
  })

  it('needs a moment, ten bytes, and a UUIDv7 before it', () => {
    assert.throws(() => uuidv7(-1, zeros), /no moment/)
    assert.throws(() => uuidv7(1.5, zeros), /no moment/)
    assert.throws(() => uuidv7(1, new Uint8Array(9)), /ten bytes/)
    assert.throws(() => uuidv7(1, zeros, '919108f7-52d1-4320-9bac-f847db4148a8'), /no UUIDv7/)
  })
})

it('a UUID is written in small letters with its hyphens', () => {
  assert.equal(isUuid('919108f7-52d1-4320-9bac-f847db4148a8'), true)
  for (const text of [
    '919108F7-52D1-4320-9BAC-F847DB4148A8',
    '919108f752d143209bacf847db4148a8',
    '',
    null,
    '919108f7-52d1-4320-cbac-f847db4148a8',
  ])
    assert.equal(isUuid(text), false, String(text))
})
