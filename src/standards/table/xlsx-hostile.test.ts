import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { createInflateRaw } from 'node:zlib'
import fc from 'fast-check'
import { type TableReading, tableReading } from '../../../tests/support/table.ts'
import { sheetOf, xlsx, xlsxParts } from '../../../tests/support/xlsx.ts'
import { fileOf, type ZipFile, zip } from '../../../tests/support/zip.ts'
import { languages } from '../../kernel/language.ts'
import { say } from '../../kernel/sentences.ts'
import { type Inflate, type RandomAccess, readXlsx, tableWords, type XlsxOptions } from './index.ts'

const row = '<c t="s"><v>0</v></c><c><v>46350</v></c><c t="inlineStr"><is><t>Số đỏ</t></is></c>'
const sound = { ...sheetOf(row, row, row), strings: '<si><t>Truyện Kiều</t></si>' }
const sheetPart = 'xl/worksheets/sheet1.xml'

const read = (bytes: Uint8Array, options: XlsxOptions = {}): Promise<TableReading> =>
  tableReading(readXlsx(fileOf(bytes), options))

/** The sound workbook with one part changed. */
const changed = (part: string, change: Partial<ZipFile>): Uint8Array =>
  zip(xlsxParts(sound).map(one => (one.name === part ? { ...one, ...change } : one)))

/** That a file is refused by one problem, which both languages have words for. */
function refused({ problems, outcomes }: TableReading, code: string): void {
  assert.deepEqual(problems, [{ number: null, code }])
  for (const outcome of outcomes)
    for (const lang of languages)
      if (outcome.kind === 'problem') assert.match(say(tableWords(lang).problems, outcome.problem), /^\S.*\S\.$/)
}

describe('an archive that is not sound', () => {
  it('is cut wherever it is cut', async () => {
    const bytes = xlsx(sound)
    for (let length = 0; length < bytes.length; length += 7) {
      const { problems } = await read(bytes.slice(0, length))
      assert.deepEqual(
        [problems.length, /^(?:zip-|not-a-table)/.test(problems[0]?.code ?? '')],
        [1, true],
        `${length} octets`,
      )
    }
  })

  const withEntry = (file: ZipFile): Uint8Array => zip([...xlsxParts(sound), file])
  const cases: [what: string, code: string, bytes: () => Uint8Array, options?: XlsxOptions][] = [
    ['is locked', 'zip-encrypted', () => changed(sheetPart, { flags: 1 })],
    ['leads out of its folder', 'zip-name-unsafe', () => withEntry({ name: 'xl/../../etc/passwd', data: '' })],
    ['has an absolute name', 'zip-name-unsafe', () => withEntry({ name: '/etc/passwd', data: '' })],
    ['has a name of Windows', 'zip-name-unsafe', () => withEntry({ name: 'C:\\a', data: '' })],
    ['has one name twice', 'zip-damaged', () => withEntry({ name: 'XL/workbook.xml', data: '' })],
    ['has entries over each other', 'zip-overlap', () => changed(sheetPart, { declared: { offset: 40 } })],
    ['declares too few octets', 'zip-part-damaged', () => changed(sheetPart, { declared: { inflated: 300 } })],
    ['declares too many octets', 'zip-part-damaged', () => changed(sheetPart, { declared: { inflated: 9999 } })],
    ['declares more than is compressed', 'zip-overlap', () => changed(sheetPart, { declared: { compressed: 9999 } })],
    ['has another checksum', 'zip-part-damaged', () => changed(sheetPart, { declared: { crc: 1 } })],
    ['is compressed in an unknown way', 'zip-method', () => changed(sheetPart, { method: 12 })],
    ['is of ZIP64', 'zip64', () => changed(sheetPart, { declared: { inflated: 0xffffffff } })],
    ['has too many entries', 'zip-too-many-entries', () => xlsx(sound), { limits: { entries: 5 } }],
    ['holds other files', 'zip-holds-files', () => zip([{ name: 'sách.xlsx', data: xlsx(sound) }])],
    ['holds nothing of use', 'part-missing', () => zip([{ name: 'ảnh.jpg', data: 'x' }])],
    ['lacks its sheet', 'part-missing', () => zip(xlsxParts(sound).filter(({ name }) => name !== sheetPart))],
    ['is empty', 'not-a-table', () => new Uint8Array(0)],
    ['is of old Excel', 'not-a-table', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ]
  for (const [what, code, bytes, options] of cases)
    it(`that ${what} is refused as ${code}`, async () => {
      refused(await read(bytes(), options), code)
    })

  it('that is a bomb is refused before it goes off, whatever it declares', async () => {
    const bomb = '<worksheet><sheetData>'.padEnd(64 << 20, ' ')
    let octets = 0
    const inflate: Inflate = async function* (compressed) {
      for await (const piece of Readable.from(compressed).pipe(createInflateRaw())) {
        octets += piece.length
        yield piece
      }
    }
    const honest = changed(sheetPart, { data: bomb })
    refused(await read(honest, { inflate }), 'zip-ratio')
    refused(await read(honest, { inflate, limits: { ratio: 2000, inflatedOctets: 1 << 20 } }), 'zip-too-large')
    refused(
      await read(changed(sheetPart, { data: bomb, declared: { inflated: 1000 } }), { inflate }),
      'zip-part-damaged',
    )
    assert.ok(octets < 1 << 17, `${octets} octets were inflated`)
    refused(await read(honest, { inflate, limits: { ratio: 2000 } }), 'xml-too-large')
    assert.ok(octets < 3 << 19, `${octets} octets were inflated`)
  })
})

describe('a workbook that is not sound', () => {
  const cases: [what: string, code: string, part: string, data: string, options?: XlsxOptions][] = [
    ['a DOCTYPE', 'xml-doctype', sheetPart, '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'],
    ['an unknown entity', 'xml-malformed', sheetPart, '<worksheet>&b;</worksheet>'],
    ['tags that are never closed', 'xml-malformed', 'xl/workbook.xml', '<workbook><sheets>'],
    ['very deep tags', 'xml-too-deep', sheetPart, '<a>'.repeat(100)],
    [
      'a tag without an end',
      'xml-too-large',
      sheetPart,
      `<worksheet ${Array.from({ length: 3e5 }, (_, n) => `a${n}=""`).join(' ')}`,
      { limits: { ratio: 1e6 } },
    ],
    [
      'too many strings',
      'too-many-strings',
      'xl/sharedStrings.xml',
      `<sst>${'<si/>'.repeat(1000)}</sst>`,
      { limits: { sharedUnits: 9999 } },
    ],
    [
      'one endless string',
      'too-many-strings',
      'xl/sharedStrings.xml',
      `<sst><si><t>${'x'.repeat(9999)}</t></si></sst>`,
      { limits: { sharedUnits: 999 } },
    ],
    [
      'too many styles',
      'too-many-styles',
      'xl/styles.xml',
      `<styleSheet><cellXfs>${'<xf/>'.repeat(70_000)}</cellXfs></styleSheet>`,
    ],
    [
      'a row beyond all rows',
      'too-many-rows',
      sheetPart,
      '<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>',
    ],
    ['no rows', 'no-rows', sheetPart, '<worksheet><sheetData><row><c><v></v></c></row></sheetData></worksheet>'],
    ['the text of a document', 'not-a-workbook', 'xl/workbook.xml', '<w:document><w:body/></w:document>'],
    ['no sheets', 'sheet-missing', 'xl/workbook.xml', '<workbook/>'],
  ]
  for (const [what, code, part, data, options] of cases)
    it(`having ${what} is refused as ${code}`, async () => {
      const contents = xlsxParts(sound).map(one => (one.name === part ? { ...one, data } : one))
      refused(await read(zip(contents), options), code)
    })

  it('loses the rows that pass a limit, and no other', async () => {
    const words = (text: string, at = 'A1'): string => `<c r="${at}" t="str"><v>${text}</v></c>`
    const contents = sheetOf(
      words('a'),
      words('x'.repeat(101)),
      words('x', 'F3'),
      words('x'.repeat(60)) + words('x'.repeat(60), 'B4'),
      words('b'),
    )
    const { rows, problems } = await read(xlsx(contents), { limits: { cellUnits: 100, rowUnits: 110, columns: 5 } })
    assert.deepEqual(problems, [
      { number: 2, code: 'cell-too-long' },
      { number: 3, code: 'too-many-columns' },
      { number: 4, code: 'row-too-long' },
    ])
    assert.deepEqual(
      rows.map(({ number }) => number),
      [1, 5],
    )
  })

  it('counts on where its row numbers go back', async () => {
    const one = '<row r="5"><c><v>1</v></c></row>'
    const { rows, warnings } = await read(xlsx({ sheets: { S: `<sheetData>${one}${one}</sheetData>` } }))
    assert.deepEqual(
      rows.map(({ number }) => number),
      [5, 6],
    )
    assert.deepEqual(warnings, [{ number: 6, code: 'row-number-wrong' }])
  })
})

describe('the reader of workbooks', () => {
  it('never throws, whatever octets are damaged', async () => {
    const [packed, stored] = [xlsx(sound), zip(xlsxParts(sound).map(part => ({ ...part, stored: true })))]
    const wounds = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(packed, stored), wounds, fc.nat(20), async (whole, octets, cut) => {
        const bytes = whole.slice(0, cut === 0 ? whole.length - 9 : whole.length)
        for (const [at, octet] of octets) bytes[at % bytes.length] = octet
        const { rows, problems } = await read(bytes)
        assert.ok(problems.length > 0 || rows.length === 3)
      }),
      { numRuns: 1500 },
    )
  })

  it('never throws, whatever XML is in a part', async () => {
    const piece = fc.constantFrom(
      ...'<row>|</row>|<c>|<c r="B1" t="s">|</c>|<v>|</v>|<v>1</v>|<is>|</is>|<t>|</t>|<f/>|<row r="-1">|<c r="ZZZ1" s="9">|1e400|x'.split(
        '|',
      ),
      '<row r="1e9">',
      '<c t="q">',
      '<rPh>',
      '<mergeCell ref="A1:"/>',
      '&#0;',
      '&#xD800;',
      '_xD800_',
      '<![CDATA[5]]>',
      '\u0000',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async pieces => {
        const { outcomes } = await read(xlsx({ ...sound, sheets: { S: `<sheetData>${pieces.join('')}</sheetData>` } }))
        assert.ok(outcomes.length > 0)
        assert.doesNotMatch(JSON.stringify(outcomes), /\\u0000|\\ud800/)
      }),
      { numRuns: 800 },
    )
  })

  it('lets a fault of the disk through, for that is no fault of the file', async () => {
    const bytes = xlsx(sound)
    for (const last of [0, 3, 8]) {
      let reads = 0
      const source: RandomAccess = {
        size: bytes.length,
        read: async (offset, length) => {
          reads += 1
          if (reads > last) throw new Error('EIO')
          return bytes.slice(offset, offset + length)
        },
      }
      await assert.rejects(tableReading(readXlsx(source)), /EIO/)
    }
  })

  it('takes another inflater, and trusts it as little', async () => {
    const inflate = (compressed: AsyncIterable<Uint8Array>) => Readable.from(compressed).pipe(createInflateRaw())
    assert.equal((await read(xlsx(sound), { inflate })).rows.length, 3)
    refused(
      await read(xlsx(sound), {
        inflate: async function* () {
          yield new Uint8Array(1 << 20)
        },
      }),
      'zip-part-damaged',
    )
    refused(
      await read(xlsx(sound), {
        inflate: async function* () {
          yield new Uint8Array(0)
          throw new Error('no')
        },
      }),
      'zip-part-damaged',
    )
  })

  it('reads no further when it is left in the middle of a sheet', async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `<c><v>${(n * 7919) % 104_729}</v></c>`)
    const bytes = xlsx(sheetOf(...many))
    let octets = 0
    const source: RandomAccess = {
      size: bytes.length,
      read: async (offset, length) => {
        octets += length
        return bytes.slice(offset, offset + length)
      },
    }
    for await (const outcome of readXlsx(source)) if (outcome.kind === 'row' && outcome.number === 3) break
    const then = octets
    await new Promise(done => setTimeout(done, 20))
    assert.equal(octets, then)
  })
})
