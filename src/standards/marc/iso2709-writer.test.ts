import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  codesOf,
  control,
  data,
  iso2709,
  kieu,
  marcFixture,
  outcomesOf,
  recordsOf,
} from '../../../tests/support/marc.ts'
import { type Field, newLeader, type WriteRefusal, writeIso2709 } from './index.ts'

const write = (fields: readonly Field[], leader = newLeader) => writeIso2709({ leader, fields })

function refusals(...fields: Field[]): readonly WriteRefusal[] {
  const written = write(fields)
  return written.ok ? [] : written.problems
}

describe('writing ISO 2709', () => {
  it('gives the octets of a sound record back', () => {
    for (const outcome of outcomesOf(marcFixture('librarycarpentry-60.mrc'))) {
      assert.ok(outcome.kind === 'record')
      const written = writeIso2709(outcome.record)
      assert.ok(written.ok)
      if (!outcome.normalised) assert.ok(Buffer.from(written.value).equals(Buffer.from(outcome.bytes)))
      else assert.deepEqual(recordsOf(outcomesOf(written.value))[0]?.fields, outcome.record.fields)
    }
  })

  it('counts octets, not characters', () => {
    const written = write([data('245', '10', 'a', 'Truyện Kiều')])
    assert.ok(written.ok)
    const text = Buffer.from(written.value).toString()
    assert.equal(text, '00058nam a2200037   4500245002000000\u001e10\u001faTruyện Kiều\u001e\u001d')
    assert.deepEqual(codesOf(outcomesOf(written.value)), [])
  })

  it('makes the leader say what MARC 21 prescribes', () => {
    const written = write(kieu, '99999cam  3299999#a 45__')
    assert.ok(written.ok)
    assert.match(Buffer.from(written.value).toString('latin1', 0, 24), /^\d{5}cam a22\d{5} a 4500$/)
  })

  it('writes line ends within a field as blanks', () => {
    const written = write([data('520', '  ', 'a', 'Một\r\nhai\tba')])
    assert.ok(written.ok)
    assert.deepEqual(recordsOf(outcomesOf(written.value))[0]?.fields, [data('520', '  ', 'a', 'Một hai ba')])
  })

  it('writes what it reads, whatever was wrong with it', () => {
    const bytes = iso2709([control('245', '#-Ai \u001f?')])
    for (const record of recordsOf(outcomesOf(bytes))) assert.ok(writeIso2709(record).ok)
  })
})

describe('what ISO 2709 cannot hold', () => {
  it('is a field over 9,999 octets', () => {
    assert.deepEqual(refusals(data('520', '  ', 'a', 'x'.repeat(9_994))), [])
    assert.deepEqual(refusals(data('520', '  ', 'a', 'x'.repeat(9_995))), [
      { code: 'field-too-long', tag: '520', octets: 10_000, limit: 9_999 },
    ])
  })

  it('is a record over 99,999 octets', () => {
    const items = (count: number, rest: number) =>
      Array.from({ length: count }, () => data('952', '  ', 'a', 'x'.repeat(983))).concat(
        data('952', '  ', 'a', 'x'.repeat(rest)),
      )
    // 24 + 1 + 1, and for each field 12 in the directory and 5 around the text.
    assert.deepEqual(refusals(...items(99, 956)), [])
    assert.deepEqual(refusals(...items(99, 957)), [{ code: 'record-too-long', octets: 100_000, limit: 99_999 }])
  })

  it('is named with every reason at once', () => {
    const codes = refusals(
      control('0x1', 'x'),
      data('2 5', '10', 'a', 'x'),
      data('245', 'A-', 'a', 'x'),
      data('246', '  ', 'é', 'x'),
      data('247', '  '),
      data('500', '  ', 'a', 'x\u001ex'),
    ).map(({ code }) => code)
    assert.deepEqual(codes, [
      'tag-not-allowed',
      'tag-not-allowed',
      'indicator-not-allowed',
      'indicator-not-allowed',
      'subfield-code-not-allowed',
      'field-without-subfields',
      'character-not-allowed',
    ])
  })
})
