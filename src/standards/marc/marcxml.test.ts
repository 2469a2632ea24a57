import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { codesOf, control, data, kieu, marcFixture, outcomesOf, recordsOf } from '../../../tests/support/marc.ts'
import {
  createMarcxmlReader,
  type MarcRecord,
  marcxmlCollection,
  newLeader,
  type Outcome,
  readMarcxml,
  subfield,
  writeMarcxml,
} from './index.ts'

function read(xml: string | Uint8Array, size = 1 << 16): Outcome[] {
  const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml
  const reader = createMarcxmlReader()
  const outcomes: Outcome[] = []
  for (let at = 0; at < bytes.length; at += size) outcomes.push(...reader.push(bytes.subarray(at, at + size)))
  return [...outcomes, ...reader.end()]
}

const written = (record: MarcRecord): string => {
  const result = writeMarcxml(record)
  assert.ok(result.ok)
  return result.value
}

const record = (id: string, inside = ''): string =>
  `<record><leader>${newLeader}</leader><controlfield tag="001">${id}</controlfield>${inside}</record>`
const ids = (outcomes: readonly Outcome[]) =>
  recordsOf(outcomes).map(({ fields }) => (fields[0]?.kind === 'control' ? fields[0].value : null))

describe('reading MARCXML', () => {
  it('reads one record, or those of a collection, whatever their prefix', () => {
    assert.deepEqual(ids(read(record('1'))), ['1'])
    assert.deepEqual(ids(read(`<collection>${record('1')}${record('2')}</collection>`)), ['1', '2'])
    const prefixed = record('1')
      .replace(/<(\/?)/g, '<$1marc:')
      .replace('<marc:record', '<marc:record xmlns:marc="http://www.loc.gov/MARC21/slim"')
    assert.deepEqual(ids(read(prefixed)), ['1'])
  })

  it('finds the records inside answers of OAI-PMH and SRU, which have records of their own', () => {
    const oai = `<OAI-PMH><ListRecords><record><header><identifier>a</identifier></header><metadata>${record('1')}</metadata></record><record><header status="deleted"/></record></ListRecords></OAI-PMH>`
    assert.deepEqual(ids(read(oai)), ['1'])
    assert.deepEqual(codesOf(read(oai)), [])
    const sru = `<z:r xmlns:z="z"><z:records><z:record><z:recordData>${record('1')}</z:recordData></z:record><z:record><z:recordData>${record('2')}</z:recordData></z:record></z:records></z:r>`
    assert.deepEqual(ids(read(sru)), ['1', '2'])
  })

  it('reads the records of the Library of Congress, with both scripts of each field', () => {
    assert.equal(recordsOf(read(marcFixture('marc2bibframe2-one.xml'))).length, 1)
    assert.equal(recordsOf(read(marcFixture('marc2bibframe2-publication.xml'))).length, 9)
    const [linked] = recordsOf(read(marcFixture('marc2bibframe2-linked-880.xml')))
    assert.equal(linked && subfield(linked, '880', '6')?.slice(0, 4), '210-')
  })

  it('gives the octets and the offset of each record, and equal outcomes wherever the chunks end', async () => {
    const xml = `<?xml version="1.0"?>\n<collection>\n  ${record('Đất')}<x>ở giữa</x>${record('2')}\n<record/></collection>`
    const bytes = new TextEncoder().encode(xml)
    const whole = read(bytes)
    for (const outcome of whole) {
      const { offset } = outcome
      assert.deepEqual(bytes.subarray(offset, offset + outcome.bytes.length), outcome.bytes)
    }
    assert.equal(new TextDecoder().decode(whole[1]?.bytes), record('2'))
    for (let size = 1; size < bytes.length; size += 1) assert.deepEqual(read(bytes, size), whole)
    const streamed: Outcome[] = []
    for await (const outcome of readMarcxml([bytes])) streamed.push(outcome)
    assert.deepEqual(streamed, whole)
  })

  it('gives NFC, and takes the indentation out of values', () => {
    const nfd = 'Dế mèn'.normalize('NFD')
    const [outcome] = read(
      record(
        '1',
        `<datafield tag="245" ind1="1" ind2="0"><subfield code="a">\n      ${nfd}\n      phiêu lưu ký\n    </subfield></datafield>`,
      ),
    )
    assert.ok(outcome?.kind === 'record' && outcome.normalised)
    assert.equal(subfield(outcome.record, '245', 'a'), 'Dế mèn phiêu lưu ký')
  })

  it('reads UTF-16 and the encodings it knows, and names one that it does not', () => {
    const utf16 = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${record('Đất')}`, 'utf16le')
    assert.deepEqual(ids(read(utf16)), ['Đất'])
    const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${record('Chợ').replace('ợ', 'é')}`, 'latin1')
    assert.deepEqual(ids(read(latin)), ['Ché'])
    assert.deepEqual(codesOf(read(`<?xml version="1.0" encoding="TCVN3"?>${record('1')}`)), ['xml-coding-unknown'])
    assert.deepEqual(ids(read(`<?xml version="1.0" encoding="UTF-16"?>${record('1')}`)), ['1'])
  })

  const mended: [why: string, inside: string, codes: string[]][] = [
    ['an element of no one', '<field/>', ['element-ignored']],
    [
      'a data field without indicators',
      '<datafield tag="245"><subfield code="a">x</subfield></datafield>',
      ['attribute-missing', 'attribute-missing'],
    ],
    [
      'a subfield without a code',
      '<datafield tag="245" ind1=" " ind2=" "><subfield>x</subfield></datafield>',
      ['attribute-missing'],
    ],
    ['a field without a tag', '<controlfield>x</controlfield>', ['attribute-missing']],
    ['a bare ampersand', '<controlfield tag="003">a & b;</controlfield>', ['ampersand-unescaped']],
    ['an entity of HTML', '<controlfield tag="003">a&nbsp;b</controlfield>', ['ampersand-unescaped']],
    ['an ampersand in CDATA', '<controlfield tag="003"><![CDATA[a & b]]></controlfield>', []],
    ['damaged text', '<controlfield tag="003">\ufffd</controlfield>', ['text-damaged-in-xml']],
  ]
  for (const [why, inside, codes] of mended)
    it(`takes a record with ${why}, and says so`, () => {
      assert.deepEqual(codesOf(read(record('1', inside))), codes)
      assert.deepEqual(ids(read(record('1', inside))), ['1'])
    })

  it('keeps a bare ampersand as it stands, wherever the chunks end', () => {
    const xml = `<collection>${record('a & b &amp; c&nbsp;<!-- & -->&#273;&', '')}${record('2')}</collection>`
    const whole = read(xml)
    assert.deepEqual(ids(whole), ['a & b & c&nbsp;đ&', '2'])
    assert.equal(new TextDecoder().decode(whole[1]?.bytes), record('2'))
    for (let size = 1; size < xml.length; size += 1) assert.deepEqual(read(xml, size), whole)
  })

  it('takes a record without a leader', () => {
    const [outcome] = read('<record><controlfield tag="001">1</controlfield></record>')
    assert.ok(outcome?.kind === 'record')
    assert.equal(outcome.record.leader, newLeader)
    assert.deepEqual(codesOf([outcome]), ['leader-missing'])
  })
})

describe('XML that is not as it should be', () => {
  it('costs only the record in which the fault is', () => {
    for (const fault of ['a\u0001b', '</leader>', '&#0;', '<a b=c/>', '<1/>']) {
      const outcomes = read(`<collection>${record('1')}${record(fault)}${record('3')}</collection>`, 50)
      assert.deepEqual(ids(outcomes), ['1', '3'], fault)
      assert.deepEqual(codesOf(outcomes), ['xml-malformed'], fault)
      assert.equal(outcomes[1]?.offset, 12 + record('1').length)
    }
  })

  it('is told of in the same words, wherever the chunks end', () => {
    // Longer than what is held back to learn the encoding.
    const head = `<collection>${' '.repeat(2000)}`
    const ends = [
      "'>",
      '-->',
      ' \n\uFEFF',
      '\u{20000}\u0001',
      '<!-- x --><record',
      '<?a ?>x',
      '</',
      '&lt;<a>',
      '<![CDATA[',
    ]
    for (const end of ends)
      for (const xml of [`${head}${record('1')}</collection>${end}>\n`, `${head}${record('1')}</coll${end}>`]) {
        const whole = read(xml)
        for (let size = 1; size < 10; size += 1) assert.deepEqual(read(xml, size), whole, JSON.stringify([end, size]))
      }
  })

  it('is refused with a DOCTYPE, before any entity is read', () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><collection>${record('&b;')}</collection>`
    assert.deepEqual(codesOf(read(bomb)), ['xml-doctype'])
  })

  it('is refused when nested deeper than any MARCXML', () => {
    assert.deepEqual(codesOf(read('<a>'.repeat(65))), ['xml-too-deep'])
    assert.deepEqual(ids(read(`${'<a>'.repeat(50)}${record('1')}${'</a>'.repeat(50)}`)), ['1'])
  })

  it('is let go of where a record, a tag or a comment has no end, and read on behind it', () => {
    const long = 'dài '.repeat(2 << 20)
    for (const endless of [record(long), `<a b="${long}"/>`, `<!--${long}-->`]) {
      const outcomes = read(`<collection>${record('1')}${endless}${record('3')}</collection>`)
      assert.deepEqual(ids(outcomes), ['1', '3'])
      assert.deepEqual(codesOf(outcomes), ['record-too-large'])
    }
  })

  it('is let go of where it is nothing but ampersands', () => {
    const outcomes = read(`<collection>${record('1')}${record('&'.repeat(2_000_000))}${record('3')}</collection>`)
    assert.deepEqual(ids(outcomes), ['1', '3'])
    assert.deepEqual(codesOf(outcomes), ['xml-malformed'])
  })

  it('is said to be cut, empty or of another kind', () => {
    assert.deepEqual(codesOf(read(`<collection>${record('1')}<record><leader>`)), ['cut-at-end'])
    assert.deepEqual(codesOf(read('<collection><record/></collection>')), ['no-fields'])
    assert.deepEqual(codesOf(read('<html><p>Xin chào</p></html>')), ['xml-without-records'])
    assert.deepEqual(codesOf(read('')), ['xml-without-records'])
    assert.deepEqual(codesOf(read('không phải XML')), ['xml-malformed'])
  })
})

describe('random corruptions of MARCXML', () => {
  it('neither throw nor matter where the chunks end', () => {
    const file = Uint8Array.from(marcFixture('marc2bibframe2-publication.xml'))
    const put = fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom('<', '&', ']]>', '<record>', '</record>', '<!--', '<!DOCTYPE a>')
        .map(text => new TextEncoder().encode(text)),
    )
    fc.assert(
      fc.property(fc.nat(file.length), fc.nat(200), put, fc.integer({ min: 1, max: 999 }), (at, lost, octets, size) => {
        const damaged = Uint8Array.from([...file.subarray(0, at), ...octets, ...file.subarray(at + lost)])
        const whole = read(damaged)
        assert.deepEqual(read(damaged, size), whole)
        for (const one of recordsOf(whole)) assert.ok(writeMarcxml(one).ok)
      }),
      { numRuns: 500 },
    )
  })
})

describe('writing MARCXML', () => {
  it('gives what is read as the same record', () => {
    const all = recordsOf(outcomesOf(marcFixture('librarycarpentry-60.mrc')))
    const outcomes = read(marcxmlCollection.open + all.map(written).join('') + marcxmlCollection.close)
    assert.deepEqual(codesOf(outcomes), [])
    assert.deepEqual(
      recordsOf(outcomes).map(({ fields }) => fields),
      all.map(({ fields }) => fields),
    )
  })

  it('is well-formed, with markup in the text escaped', () => {
    const xml = written({ leader: newLeader, fields: [...kieu, data('500', '  ', 'a', 'a < b & "c" ]]> d')] })
    new SaxesParser({ xmlns: true }).write(xml).close()
    assert.deepEqual(recordsOf(read(xml))[0]?.fields.at(-1), data('500', '  ', 'a', 'a < b & "c" ]]> d'))
  })

  it('puts control fields first and a local one among the data fields, as the schema asks', () => {
    const xml = written({ leader: newLeader, fields: [control('FMT', 'BK'), ...kieu.slice(1), control('001', 'x')] })
    assert.deepEqual(recordsOf(read(xml))[0]?.fields, [
      control('001', 'x'),
      data('FMT', '  ', 'a', 'BK'),
      ...kieu.slice(1),
    ])
  })

  it('has no bounds of size, but refuses what no field may have', () => {
    const large = {
      leader: newLeader,
      fields: Array.from({ length: 300 }, () => data('952', '  ', 'a', 'x'.repeat(20_000))),
    }
    assert.ok(writeMarcxml(large).ok)
    const refused = writeMarcxml({ leader: newLeader, fields: [data('500', '  ', 'a', 'a\u0000b')] })
    assert.ok(!refused.ok && refused.problems[0]?.code === 'character-not-allowed')
  })
})
