import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ok, refused } from '../../kernel/result.ts'
import { say } from '../../kernel/sentences.ts'
import { formatContact, maskedContact, parseContact } from './contact.ts'
import { words } from './messages.ts'
import { decideHeads, decideSignUp, headsOf, movingUp } from './seats.ts'
import { newTicket, readScan, readTicket } from './ticket.ts'

const now = new Date('2026-11-24T02:00:00Z')
const event = {
  state: 'published' as const,
  cancelReason: null,
  startsAt: new Date('2026-11-28T01:00:00Z'),
  opensAt: null,
  closesAt: null,
  capacity: 12,
  taken: 0,
  waiting: 0,
}

describe('a group that signs up', () => {
  it('has seats while there are enough, and always without a limit', () => {
    assert.deepEqual(decideSignUp({ ...event, taken: 8 }, 4, false, now), ok('seated'))
    assert.deepEqual(decideSignUp({ ...event, capacity: null, taken: 9999 }, 40, false, now), ok('seated'))
  })

  it('of four is told when only three seats are left, and waits when it agrees', () => {
    const nearlyFull = { ...event, taken: 9 }
    const refusal = decideSignUp(nearlyFull, 4, false, now)
    assert.deepEqual(refusal, refused([{ code: 'too-few-seats', left: 3, heads: 4 }]))
    assert.equal(
      refusal.ok ? '' : refusal.problems.map(problem => say(words('vi').signUpRefusals, problem)).join(),
      'Chỉ còn 3 chỗ, nhà mình ghi 4 người. Mời bớt một người, hoặc để cả nhà vào danh sách chờ.',
    )
    assert.deepEqual(decideSignUp(nearlyFull, 4, true, now), ok('waiting'))
  })

  it('never overtakes those who wait, also when it would fit', () => {
    const others = { ...event, taken: 10, waiting: 4 }
    assert.deepEqual(decideSignUp(others, 1, false, now), refused([{ code: 'others-wait', left: 2, waiting: 4 }]))
    assert.deepEqual(decideSignUp(others, 1, true, now), ok('waiting'))
  })

  it('larger than the whole house is not left to wait for ever', () => {
    const refusal = refused([{ code: 'larger-than-the-house', capacity: 12, heads: 13 }])
    assert.deepEqual(decideSignUp(event, 13, true, now), refusal)
  })

  it('comes neither too early nor too late, nor to what was called off', () => {
    const closedAt = new Date('2026-11-23T10:00:00Z')
    const opensAt = new Date('2026-11-25T01:00:00Z')
    for (const [change, code] of [
      [{ closesAt: closedAt }, 'closed'],
      [{ opensAt }, 'not-yet-open'],
      [{ startsAt: now }, 'begun'],
      [{ state: 'held' as const }, 'begun'],
      [{ state: 'cancelled' as const, cancelReason: 'Mưa lớn' }, 'cancelled'],
    ] as const) {
      const decision = decideSignUp({ ...event, ...change }, 1, true, now)
      assert.equal(decision.ok ? 'ok' : decision.problems[0]?.code, code)
    }
  })

  it('may always become smaller, and larger only into seats that nobody waits for', () => {
    const was = { state: 'seated' as const, heads: 4 }
    assert.deepEqual(decideHeads({ ...event, taken: 12, waiting: 3 }, was, 2), ok(null))
    assert.deepEqual(decideHeads({ ...event, taken: 10 }, was, 6), ok(null))
    const tooMany = refused([{ code: 'too-few-seats', left: 1, heads: 2 }])
    assert.deepEqual(decideHeads({ ...event, taken: 11 }, was, 6), tooMany)
    const others = refused([{ code: 'others-wait', left: 2, waiting: 5 }])
    assert.deepEqual(decideHeads({ ...event, taken: 10, waiting: 5 }, was, 5), others)
  })
})

describe('the waiting list', () => {
  const group = (id: string, adults: number) => ({ id, adults, children: 0 })
  const up = (groups: readonly ReturnType<typeof group>[], capacity: number | null, taken: number) =>
    movingUp(groups, capacity, taken).map(({ id }) => id)

  it('moves up in order, as far as it fits', () => {
    assert.deepEqual(up([group('a', 2), group('b', 2), group('c', 1)], 12, 8), ['a', 'b'])
  })

  it('waits behind the first who does not fit', () => {
    assert.deepEqual(up([group('a', 5), group('b', 1)], 12, 9), [])
  })

  it('passes over only who could never fit, since the house was made smaller', () => {
    assert.deepEqual(up([group('a', 8), group('b', 1)], 6, 4), ['b'])
  })

  it('never oversells, and takes an unbroken beginning of those who can fit', () => {
    const groups = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 })
    fc.assert(
      fc.property(
        groups,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (sizes, capacity, taken) => {
          const waiting = sizes.map((size, index) => group(String(index), size))
          const moved = movingUp(waiting, capacity, Math.min(taken, capacity))
          const heads = moved.reduce((sum, one) => sum + headsOf(one), 0)
          assert.ok(Math.min(taken, capacity) + heads <= capacity)
          const possible = waiting.filter(one => headsOf(one) <= capacity)
          assert.deepEqual(moved, possible.slice(0, moved.length))
          const next = possible[moved.length]
          if (next !== undefined) assert.ok(Math.min(taken, capacity) + heads + headsOf(next) > capacity)
        },
      ),
    )
  })
})

describe('a contact', () => {
  it('is read as people type it', () => {
    for (const typed of ['0912 345 678', '+84 912.345.678', '0084912345678', '(0912)-345-678'])
      assert.deepEqual(parseContact(typed), { kind: 'phone', value: '0912345678' })
    assert.deepEqual(parseContact('0214 3820 000'), { kind: 'phone', value: '02143820000' })
    assert.deepEqual(parseContact(' May@Example.vn '), { kind: 'email', value: 'may@example.vn' })
  })

  it('is answered kindly when it is not one', () => {
    const sentence = (typed: string) => {
      const read = parseContact(typed)
      return 'code' in read ? say(words('vi').problems, read) : ''
    }
    assert.equal(
      sentence('0912 345 67'),
      'Số điện thoại còn thiếu một chữ số. Số này có 10 chữ số, ví dụ 0912 345 678.',
    )
    assert.match(sentence('0912 345 6789'), /thừa 1 chữ số/)
    assert.match(sentence('12345'), /thiếu/)
    assert.match(sentence('may@'), /đủ tên, dấu @/)
    assert.match(sentence('gọi chị Mẩy'), /thư điện tử/)
    assert.match(sentence(''), /Chưa có cách liên hệ/)
  })

  it('shows on a list only its end', () => {
    assert.equal(maskedContact({ kind: 'phone', value: '0912345678' }), '… 678')
    assert.equal(maskedContact({ kind: 'email', value: 'may@example.vn' }), 'm…@example.vn')
    assert.equal(formatContact({ kind: 'phone', value: '0912345678' }), '0912 345 678')
  })
})

describe('a ticket', () => {
  it('is a secret of sixteen signs that begins with what is read aloud', () => {
    const { code, ticket } = newTicket()
    assert.equal(ticket.length, 16)
    assert.equal(ticket.slice(0, 4), code)
    assert.notEqual(newTicket().ticket, ticket)
  })

  it('is found at the door by its code, its secret, or the address that ends with it', () => {
    assert.deepEqual(readScan(' k7p2 '), { code: 'K7P2' })
    assert.deepEqual(readScan('K7-P2'), { code: 'K7P2' })
    assert.deepEqual(readScan('K7P2K7P2 k7p2k7p2'), { ticket: 'K7P2K7P2K7P2K7P2' })
    const address = 'https://thuvien.example.vn/ghi-ten/K7P2K7P2K7P2K7P2?lang=en'
    assert.deepEqual(readScan(address), { ticket: 'K7P2K7P2K7P2K7P2' })
    for (const typed of ['', 'K7P', 'TVT-000123', '/ghi-ten/', 'K7P2K7P2']) assert.equal(readScan(typed), null)
    assert.equal(readTicket('K7P2'), null)
  })
})
