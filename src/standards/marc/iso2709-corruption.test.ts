import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { codesOf, marcFixture, outcomesOf, recordsOf } from '../../../tests/support/marc.ts'
import { writeIso2709, writeMarcxml } from './index.ts'

const file = marcFixture('librarycarpentry-60.mrc')
const sound = outcomesOf(file)
const starts = [...sound.map(({ offset }) => offset), file.length]

/** A stretch of a few or many octets that becomes others, is lost, or has others put before it. */
const corruption = fc.record({
  at: fc.nat(file.length - 1),
  lost: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(3000)),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 3 }),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(fc.constantFrom(0x1d, 0x1e, 0x1f, 0x30, 0x0a), { maxLength: 12 }).map(octets => Uint8Array.from(octets)),
  ),
})

const recordAt = (octet: number): number => starts.findIndex((start, i) => octet < (starts[i + 1] ?? start + 1))

describe('a thousand random corruptions of a valid file', () => {
  it('neither throw nor cost a record that they did not touch', () => {
    fc.assert(
      fc.property(corruption, fc.integer({ min: 1, max: 70_000 }), ({ at, lost, put }, chunk) => {
        const end = Math.min(file.length, at + lost)
        const damaged = Buffer.concat([file.subarray(0, at), put, file.subarray(end)])
        const outcomes = outcomesOf(damaged, chunk)
        const read = new Set(recordsOf(outcomes).map(record => JSON.stringify(record)))
        // What is put right before a record may look like a part of it, so the touched record's edges count as touched.
        const [first, last] = [recordAt(Math.max(0, at - 1)), recordAt(Math.min(file.length - 1, end))]
        for (const [i, record] of recordsOf(sound).entries())
          if (i < first || i > last) assert.ok(read.has(JSON.stringify(record)), `record ${i + 1} is lost`)
      }),
      { numRuns: 1000 },
    )
  })

  it('leave records that can be written again, and read again as they were', () => {
    fc.assert(
      fc.property(corruption, ({ at, lost, put }) => {
        const damaged = Buffer.concat([file.subarray(0, at), put, file.subarray(at + lost)])
        for (const record of recordsOf(outcomesOf(damaged))) {
          const written = writeIso2709(record)
          assert.ok(written.ok || written.problems.every(({ code }) => code.endsWith('too-long')))
          assert.ok(writeMarcxml(record).ok)
          if (!written.ok) continue
          const again = outcomesOf(written.value)
          assert.deepEqual(codesOf(again), [])
          assert.deepEqual(recordsOf(again)[0]?.fields, record.fields)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('leave no octet unaccounted for but filler', () => {
    fc.assert(
      fc.property(corruption, ({ at, lost, put }) => {
        const damaged = Buffer.concat([file.subarray(0, at), put, file.subarray(at + lost)])
        let after = 0
        for (const { offset, bytes } of outcomesOf(damaged)) {
          assert.match(damaged.subarray(after, offset).toString('latin1'), /^[\0\t\n\r\x1a ï»¿]*$/)
          assert.ok(offset >= after && damaged.subarray(offset, offset + bytes.length).equals(Buffer.from(bytes)))
          after = offset + bytes.length
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('any octets at all', () => {
  it('are read without throwing, in chunks of any size as in one', () => {
    const octet = fc.oneof(fc.nat(255), fc.constantFrom(0x1d, 0x1e, 0x1f, 0x30, 0x31, 0x61, 0x20))
    fc.assert(
      fc.property(fc.array(octet, { maxLength: 400 }), fc.integer({ min: 1, max: 60 }), (octets, size) => {
        const bytes = Uint8Array.from(octets)
        assert.deepEqual(outcomesOf(bytes, size), outcomesOf(bytes))
      }),
      { numRuns: 2000 },
    )
  })
})
