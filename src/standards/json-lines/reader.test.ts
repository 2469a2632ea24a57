import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { languages } from '../../kernel/language.ts'
import { say } from '../../kernel/sentences.ts'
import { createJsonLinesReader, type JsonLinesOutcome, jsonLinesWords } from './index.ts'

const utf8 = new TextEncoder()
const octetsOf = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? utf8.encode(text) : text)

function outcomesOf(file: string | Uint8Array, chunk = 7, limits = {}): JsonLinesOutcome[] {
  const bytes = octetsOf(file)
  const reader = createJsonLinesReader({ limits })
  const outcomes: JsonLinesOutcome[] = []
  for (let at = 0; at < bytes.length; at += chunk) outcomes.push(...reader.push(bytes.subarray(at, at + chunk)))
  return [...outcomes, ...reader.end()]
}

/** Values of records, codes of problems. */
const gist = (outcomes: readonly JsonLinesOutcome[]): unknown[] =>
  outcomes.map(one => (one.kind === 'record' ? one.value : one.problem.code))

describe('a file of JSON Lines', () => {
  it('gives a record for each line, with its place and its own octets', () => {
    const [first, second] = outcomesOf('{"tên":"Gùi"}\n\n  {"tên":"Khèn"}\r\n')
    assert.deepEqual([first?.number, first?.offset, second?.number, second?.offset], [1, 0, 2, 19])
    assert.equal(new TextDecoder().decode(second?.bytes), '{"tên":"Khèn"}')
    assert.deepEqual(gist(outcomesOf('{"a":1}\n{"a":2}')), [{ a: 1 }, { a: 2 }])
  })

  it('may begin with the mark of UTF-8, and its lines end as Windows ends them', () => {
    assert.deepEqual(gist(outcomesOf('\ufeff{"a":1}\r\n{"a":2}\r\n')), [{ a: 1 }, { a: 2 }])
  })

  it('may be one list spread over lines, several records on one of them', () => {
    const whole = [{ a: 1 }, { a: [2, '},{'] }, { a: 3 }]
    assert.deepEqual(gist(outcomesOf('[{"a":1},\n{"a":[2,"},{"]},\n{"a":3}]\n')), whole)
    assert.deepEqual(gist(outcomesOf('[\n{"a":1}\n,{"a":[2,"},{"]}\n,{"a":3}\n]')), whole)
    assert.deepEqual(gist(outcomesOf(JSON.stringify(whole))), whole)
    assert.deepEqual(gist(outcomesOf('[]\n')), [])
  })

  it('loses one line for each fault, which says what is wrong', () => {
    const deep = `{"a":${'['.repeat(64)}${']'.repeat(64)}}`
    const lines = ['{"a":1}', 'x, y, z', '12', '["a","b"]', '{"a":}', '{"a":"b}', deep, '{"a":2}', '}{', '{"a":3']
    const codes = ['not-json', 'not-an-object', 'not-json', 'not-json', 'not-json', 'too-deep']
    assert.deepEqual(gist(outcomesOf(lines.join('\n'))), [{ a: 1 }, ...codes, { a: 2 }, 'not-json', 'cut-at-end'])
  })

  it('may be damaged in its coding, which costs that line', () => {
    const file = Buffer.concat([octetsOf('{"a":1}\n{"b":"'), Buffer.from([0xc3, 0x28]), octetsOf('"}\n{"a":2}\n')])
    assert.deepEqual(gist(outcomesOf(file)), [{ a: 1 }, 'not-utf8', { a: 2 }])
  })

  it('holds no more of an endless line than the limit', () => {
    const file = `{"a":1}\n{"a":"${'x'.repeat(5000)}"}\n{"a":2}\n`
    for (const chunk of [1, 13, 100_000]) {
      const outcomes = outcomesOf(file, chunk, { lineOctets: 100 })
      assert.deepEqual(gist(outcomes), [{ a: 1 }, 'line-too-long', { a: 2 }])
      assert.equal(outcomes[1]?.bytes.length, 100)
    }
  })

  it('is told what is wrong in both languages', () => {
    for (const lang of languages) {
      assert.match(say(jsonLinesWords(lang), { code: 'line-too-long', octets: 2000000, limit: 1048576 }), /2000000/)
      assert.match(say(jsonLinesWords(lang), { code: 'not-json' }), /JSON Lines/)
    }
  })
})

const records = Array.from({ length: 12 }, (_, at) => ({
  number: `MAU-${at}`,
  title: `Gùi "đan" {${at}}, [mây]\n`,
  at,
}))
const file = octetsOf(
  records
    .map(record => JSON.stringify(record))
    .join('\n')
    .concat('\n'),
)
const starts = [0, ...[...file].flatMap((octet, at) => (octet === 0x0a ? [at + 1] : []))]
const lineAt = (octet: number): number => starts.findLastIndex(start => start <= octet)

const corruption = fc.record({
  at: fc.nat(file.length - 1),
  lost: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(200)),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 30 }),
    fc
      .array(fc.constantFrom(...octetsOf('{}[]",:\\\n\r \ufeff')), { maxLength: 12 })
      .map(list => Uint8Array.from(list)),
  ),
})

describe('random corruptions of a sound file', () => {
  it('neither throw nor cost a line that they did not touch', () => {
    fc.assert(
      fc.property(corruption, fc.integer({ min: 1, max: 500 }), ({ at, lost, put }, chunk) => {
        const end = Math.min(file.length, at + lost)
        const damaged = Buffer.concat([file.subarray(0, at), put, file.subarray(end)])
        const read = new Set(
          outcomesOf(damaged, chunk).flatMap(one => (one.kind === 'record' ? [JSON.stringify(one.value)] : [])),
        )
        for (const [line, record] of records.entries())
          if (line < lineAt(at) || line > lineAt(end)) assert.ok(read.has(JSON.stringify(record)), `line ${line}`)
      }),
      { numRuns: 500 },
    )
  })

  it('are told alike wherever the chunks end', () => {
    fc.assert(
      fc.property(corruption, fc.integer({ min: 1, max: 300 }), ({ at, lost, put }, chunk) => {
        const damaged = Buffer.concat([file.subarray(0, at), put, file.subarray(at + lost)])
        const limits = { lineOctets: 120, depth: 3 }
        const plain = (outcomes: readonly JsonLinesOutcome[]) =>
          outcomes.map(one => ({ ...one, bytes: [...one.bytes] }))
        assert.deepEqual(
          plain(outcomesOf(damaged, chunk, limits)),
          plain(outcomesOf(damaged, Math.max(1, damaged.length), limits)),
        )
      }),
      { numRuns: 500 },
    )
  })
})
