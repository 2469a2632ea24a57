import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  codesOf,
  control,
  data,
  datRung,
  deMen,
  iso2709,
  kieu,
  marcFixture,
  outcomesOf,
  recordsOf,
} from '../../../tests/support/marc.ts'
import { controlField, type Outcome, readIso2709, subfield } from './index.ts'

const three = Buffer.concat([iso2709(kieu), iso2709(deMen), iso2709(datRung)])
const numbersOf = (outcomes: readonly Outcome[]) => recordsOf(outcomes).map(record => controlField(record, '001'))

/** The octets with `found`, which must be there, replaced. */
function replaced(bytes: Buffer, found: string, by: string): Buffer {
  const at = bytes.indexOf(found)
  assert.ok(at >= 0, `${found} is there`)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(by), bytes.subarray(at + Buffer.byteLength(found))])
}

describe('reading ISO 2709', () => {
  it('gives leader, control fields, indicators and subfields in order', () => {
    const [record] = recordsOf(outcomesOf(iso2709(kieu)))
    assert.deepEqual(record?.fields, kieu)
    assert.match(record?.leader ?? '', /^\d{5}nam a22\d{5}   4500$/)
  })

  it('says of each record its number, its offset and its octets', () => {
    const outcomes = outcomesOf(three)
    assert.deepEqual(
      outcomes.map(({ number }) => number),
      [1, 2, 3],
    )
    for (const { offset, bytes } of outcomes)
      assert.ok(three.subarray(offset, offset + bytes.length).equals(Buffer.from(bytes)))
    assert.equal(
      outcomes.reduce((octets, { bytes }) => octets + bytes.length, 0),
      three.length,
    )
  })

  it('gives equal outcomes wherever the chunks end', async () => {
    const awkward = Uint8Array.from(
      Buffer.concat([Buffer.from('\ufeff\n'), three, Buffer.from('rác'), iso2709(kieu).subarray(0, 90)]),
    )
    const whole = outcomesOf(awkward)
    assert.deepEqual(codesOf(whole), ['not-a-record', 'cut-at-end'])
    for (let size = 1; size <= awkward.length; size += 1) assert.deepEqual(outcomesOf(awkward, size), whole)
    for (let cut = 0; cut <= awkward.length; cut += 1) {
      const outcomes: Outcome[] = []
      for await (const one of readIso2709([awkward.subarray(0, cut), awkward.subarray(cut)])) outcomes.push(one)
      assert.deepEqual(outcomes, whole)
    }
  })

  it('passes over blanks, line ends and byte order marks between records', () => {
    const padded = Buffer.concat([
      Buffer.from('\ufeff'),
      iso2709(kieu),
      Buffer.from('\r\n \u0000'),
      iso2709(deMen),
      Buffer.from('\n\u001a'),
    ])
    assert.deepEqual(numbersOf(outcomesOf(padded)), ['kieu', 'demen'])
    assert.deepEqual(codesOf(outcomesOf(padded)), [])
  })

  it('finds nothing in an empty file', () => assert.deepEqual(outcomesOf(Buffer.alloc(0)), []))
})

describe('text', () => {
  it('comes out in NFC, and the outcome says that it was not', () => {
    const title = 'Lý thuyết đồ thị và ứng dụng'
    const [outcome] = outcomesOf(iso2709([data('245', '10', 'a', title.normalize('NFD'))]))
    assert.ok(outcome?.kind === 'record' && outcome.normalised)
    assert.equal(subfield(outcome.record, '245', 'a'), title)
    const [plain] = outcomesOf(iso2709([data('245', '10', 'a', title)]))
    assert.ok(plain?.kind === 'record' && !plain.normalised)
  })

  it('keeps a subfield code apart from a mark that begins the text', () => {
    const [record] = recordsOf(outcomesOf(iso2709([data('245', '10', 'a', '\u0301ng', 'b', 'ệ'.normalize('NFD'))])))
    assert.equal(record && subfield(record, '245', 'a'), '\u0301ng')
    assert.equal(record && subfield(record, '245', 'b'), 'ệ')
  })

  it('marks what is not UTF-8 with U+FFFD and says in which field, at which octet', () => {
    const bytes = replaced(iso2709(kieu), 'ễ', 'xyz')
    const at = bytes.indexOf('xyz')
    bytes.set([0xe1, 0xbb, 0x20], at)
    const [outcome] = outcomesOf(bytes)
    assert.ok(outcome?.kind === 'record')
    assert.deepEqual(outcome.warnings, [{ code: 'text-damaged', tag: '245', octet: at, count: 1 }])
    assert.equal(subfield(outcome.record, '245', 'c'), 'Nguy\ufffd n Du')
  })

  it('is taken as UTF-8 when the leader says MARC-8 but only UTF-8 makes sense', () => {
    const [outcome] = outcomesOf(iso2709(kieu, '00000nam  2200000   4500'))
    assert.ok(outcome?.kind === 'record')
    assert.deepEqual(outcome.warnings, [{ code: 'coding-mislabelled', found: ' ' }])
    assert.equal(subfield(outcome.record, '245', 'a'), 'Truyện Kiều /')
  })

  it('is taken without a word when MARC-8 is plain ASCII', () => {
    const ascii = [data('245', '10', 'a', 'Green eggs and ham')]
    assert.deepEqual(codesOf(outcomesOf(iso2709(ascii, '00000nam  2200000   4500'))), [])
  })

  it('is read as MARC-8 when the leader says so, and says where that makes no sense', () => {
    const bytes = iso2709([data('245', '10', 'a', 'Phxxo y')], '00000nam  2200000   4500')
    bytes.set([0xe0, 0xbc], bytes.indexOf('xx'))
    bytes[bytes.indexOf('y')] = 0xfc
    const [outcome] = outcomesOf(bytes)
    assert.ok(outcome?.kind === 'record')
    const octet = bytes.indexOf(0xfc)
    assert.deepEqual(outcome.warnings, [{ code: 'text-damaged', tag: '245', octet, count: 1 }])
    assert.equal(subfield(outcome.record, '245', 'a'), 'Phởo \ufffd')
  })

  it('loses its line ends and control characters', () => {
    const [record] = recordsOf(outcomesOf(iso2709([data('520', '  ', 'a', 'Một\r\nhai\u0007')])))
    assert.equal(record && subfield(record, '520', 'a'), 'Một hai\ufffd')
  })
})

describe('a record that is not as it should be', () => {
  const readsAs = (bytes: Buffer, codes: string[], fields = kieu) => {
    const outcomes = outcomesOf(bytes)
    assert.deepEqual(codesOf(outcomes), codes)
    assert.deepEqual(
      recordsOf(outcomes).map(record => record.fields),
      [fields],
    )
  }
  const good = iso2709(kieu)
  const length = good.subarray(0, 5).toString()
  const base = good.subarray(12, 17).toString()
  const last = good.subarray(48, 60).toString()

  it('is read when its length is wrong', () => readsAs(replaced(good, length, '00042'), ['record-length-wrong']))

  it('is read when its base address is wrong', () =>
    readsAs(replaced(good, `22${base}`, '2200999'), ['base-address-wrong']))

  it('is read when the leader lacks its constants', () =>
    readsAs(replaced(replaced(good, `a22${base}`, `a  ${base}`), '4500', '    '), ['leader-mended']))

  it('is read when one entry of the directory has a wrong start', () =>
    readsAs(replaced(good, last, `${last.slice(0, 7)}99999`), ['directory-wrong']))

  it('is read when the lengths in the directory count characters', () => {
    const entry = good.subarray(36, 48).toString()
    readsAs(replaced(good, entry, `${entry.slice(0, 3)}0026${entry.slice(7)}`), ['directory-wrong'])
  })

  it('is read when a digit of the directory is lost', () => {
    const bytes = replaced(good, last, `${last.slice(0, 10)}${last.slice(11)}`)
    readsAs(bytes, ['record-length-wrong', 'base-address-wrong', 'directory-wrong'])
  })

  it('is read when the terminator of the directory is overwritten', () => {
    const bytes = Buffer.from(good)
    bytes[Number(base) - 1] = 0x24
    readsAs(bytes, ['directory-terminator-missing'])
  })

  it('keeps the order of a directory that differs from that of the data', () => {
    const [first, second, third] = [24, 36, 48].map(at => good.subarray(at, at + 12))
    assert.ok(first && second && third)
    const swapped = Buffer.concat([good.subarray(0, 24), third, first, second, good.subarray(60)])
    readsAs(
      swapped,
      ['directory-unordered'],
      [kieu[2], kieu[0], kieu[1]].filter(field => field !== undefined),
    )
  })

  it('is read when a field holds a stray terminator', () => {
    const bytes = Buffer.from(good)
    bytes[bytes.indexOf('n K') + 1] = 0x1e
    readsAs(bytes, ['directory-wrong', 'terminator-inside-field'])
  })

  it('is read at the end of a file without its record terminator', () =>
    readsAs(good.subarray(0, -1), ['record-terminator-missing', 'record-length-wrong']))

  it('is listed when the file ends in the middle of it', () =>
    assert.deepEqual(codesOf(outcomesOf(good.subarray(0, -20))), ['cut-at-end']))

  const mended: [why: string, field: string, codes: string[], parts: string[]][] = [
    ['indicators that no record may have', '#-\u001faAi', ['indicators-mended'], ['  ', 'a', 'Ai']],
    ['missing indicators', '\u001faAi', ['indicators-mended'], ['  ', 'a', 'Ai']],
    ['text before the first subfield', '10Ai\u001fbĐó', ['text-before-subfield'], ['10', 'a', 'Ai', 'b', 'Đó']],
    ['no subfield at all', '10Ai', ['text-before-subfield'], ['10', 'a', 'Ai']],
    [
      'a delimiter in place of a character',
      '10\u001faFile \u001f Disk',
      ['subfield-code-invalid'],
      ['10', 'a', 'File Disk'],
    ],
    ['a delimiter without a code', '10\u001faAi\u001f', ['subfield-code-invalid'], ['10', 'a', 'Ai']],
  ]
  for (const [why, text, codes, [indicators = '', ...parts]] of mended)
    it(`is mended when a field has ${why}`, () => {
      const bytes = iso2709([control('245', text)])
      readsAs(bytes, codes, [data('245', indicators, ...parts)])
    })

  it('leaves out a field that has nothing or no name, and says so', () => {
    const fields = [control('001', 'x'), control('500', '  '), data('2_5', '10', 'a', 'y')]
    readsAs(iso2709(fields), ['field-empty', 'tag-invalid'], [control('001', 'x')])
  })

  it('never has more remarks than a person reads', () => {
    const [outcome] = outcomesOf(
      iso2709(Array.from({ length: 500 }, () => control('500', '  ')).concat(control('001', 'x'))),
    )
    assert.ok(outcome?.kind === 'record')
    assert.equal(outcome.warnings.length, 51)
    assert.deepEqual(outcome.warnings.at(-1), { code: 'more-warnings', count: 450 })
  })
})

describe('a neighbour', () => {
  const first = iso2709(kieu)
  const second = iso2709(deMen)

  it('is told apart when the record terminator between them is lost', () => {
    for (const between of ['', '\n', 'x', 'rác ở giữa']) {
      const bytes = Buffer.concat([first.subarray(0, -1), Buffer.from(between), second])
      assert.deepEqual(recordsOf(outcomesOf(bytes)).at(-1)?.fields, deMen)
      assert.equal(controlField(recordsOf(outcomesOf(bytes))[0] ?? { leader: '', fields: [] }, '001'), 'kieu')
    }
  })

  it('is found behind a record that was cut off', () => {
    const outcomes = outcomesOf(Buffer.concat([first.subarray(0, 70), second]))
    assert.deepEqual(recordsOf(outcomes).at(-1)?.fields, deMen)
  })

  it('is found behind garbage, which is listed with its place', () => {
    const garbage = Buffer.from('<html>không phải MARC</html>')
    const [problem, record] = outcomesOf(Buffer.concat([garbage, first]))
    assert.ok(problem?.kind === 'problem' && problem.offset === 0 && problem.number === 1)
    assert.deepEqual(problem.problem, { code: 'not-a-record', octets: garbage.length })
    assert.ok(record?.kind === 'record' && record.offset === garbage.length && record.number === 2)
  })

  it('survives a record terminator inside a record', () => {
    const bytes = Buffer.from(first)
    bytes[bytes.indexOf('Kiều')] = 0x1d
    assert.equal(numbersOf(outcomesOf(Buffer.concat([bytes, second]))).at(-1), 'demen')
  })

  it('survives 20 MB without any terminator, of which little is held', () => {
    const noise = Buffer.alloc(20 << 20, 'không có dấu kết thúc ')
    const outcomes = outcomesOf(Buffer.concat([first, noise, second]))
    assert.deepEqual(numbersOf(outcomes), ['kieu', 'demen'])
    const [problem] = outcomes.filter(outcome => outcome.kind === 'problem')
    assert.deepEqual(problem?.problem, { code: 'record-too-large', octets: noise.length, limit: 4 << 20 })
    assert.equal(problem?.offset, first.length)
    assert.ok((problem?.bytes.length ?? 0) < 6 << 20)
  })

  it('is read from a file whose record terminators are all gone', () => {
    const lines = Buffer.concat(Array.from({ length: 60_000 }, () => [first.subarray(0, -1), Buffer.from('\n')]).flat())
    assert.ok(lines.length > 4 << 20)
    assert.equal(numbersOf(outcomesOf(lines)).length, 60_000)
  })
})

describe('the fixture of Library Carpentry', () => {
  it('is read whole, without a remark', () => {
    const outcomes = outcomesOf(marcFixture('librarycarpentry-60.mrc'))
    assert.equal(recordsOf(outcomes).length, 60)
    assert.deepEqual(codesOf(outcomes), [])
    assert.equal(outcomes.filter(outcome => outcome.kind === 'record' && outcome.normalised).length, 5)
  })
})
