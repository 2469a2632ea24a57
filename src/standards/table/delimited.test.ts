import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { inPieces, tableReading } from '../../../tests/support/table.ts'
import { type DelimitedOptions, readDelimited } from './index.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string | Uint8Array, options: DelimitedOptions = {}, octets?: number) =>
  tableReading(readDelimited(inPieces(typeof text === 'string' ? utf8(text) : text, octets), options))
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(new Uint16Array([...text].map(sign => sign.charCodeAt(0))).buffer)

describe('a file of rows and delimiters', () => {
  it('gives cells as text with the number of their row', async () => {
    const { rows, problems } = await read('Nhan đề,Năm\r\nTruyện Kiều,1820\r\n\r\n"Lá thư, bông hoa",001\r\n')
    assert.deepEqual(
      rows.map(({ number, cells }) => [number, ...cells]),
      [
        [1, 'Nhan đề', 'Năm'],
        [2, 'Truyện Kiều', '1820'],
        [4, 'Lá thư, bông hoa', '001'],
      ],
    )
    assert.deepEqual(problems, [])
  })

  for (const [name, sign] of [
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ] as const)
    it(`is understood with ${name}, though other signs stand in its text`, async () => {
      const { cells } = await read(
        [`Nhan đề${sign}Tác giả`, `"a, b; c | d"${sign}"Nam, Cao"`, `Số đỏ${sign}"Vũ ""Trọng"" Phụng"`].join('\n'),
      )
      assert.deepEqual(cells, [
        ['Nhan đề', 'Tác giả'],
        ['a, b; c | d', 'Nam, Cao'],
        ['Số đỏ', 'Vũ "Trọng" Phụng'],
      ])
    })

  it('says its delimiter itself, as Excel does', async () => {
    const { rows } = await read('\ufeffsep=;\r\nMột, hai;ba\r\n')
    assert.deepEqual(
      rows.map(({ number, cells }) => [number, ...cells]),
      [[2, 'Một, hai', 'ba']],
    )
  })

  it('may have one column', async () =>
    assert.deepEqual((await read('Kiều\nChí Phèo')).cells, [['Kiều'], ['Chí Phèo']]))

  it('keeps line ends inside of quotes', async () =>
    assert.deepEqual((await read('a,"b\r\nc\rd",e\r\n1,2,3')).cells[0], ['a', 'b\nc\nd', 'e']))

  it('reads the same in pieces of any size', async () => {
    const text = 'Tên,Chú\r\n"Đất ""rừng"" phương Nam","x\r\ny"\r\n\r\nSố đỏ,\r\n'.repeat(2000)
    const whole = await read(text)
    assert.equal(whole.rows.length, 6000)
    for (const octets of [1, 7, 65_537]) assert.deepEqual((await read(text, {}, octets)).cells, whole.cells)
  })

  it('gives back what RFC 4180 writes, whatever the cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ế', '"', ',', '\n', ';', ' '), minLength: 1, maxLength: 8 })
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(rows, async table => {
        const text = table.map(row => row.map(one => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        assert.deepEqual((await read(text, { delimiter: ',' })).cells, table)
      }),
    )
  })
})

describe('the coding of a text', () => {
  it('is UTF-8 or UTF-16, with a mark or without', async () => {
    const text = 'Nhan de,Tac gia\r\nLao Hac,Nam Cao\r\n'
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), utf16(`\ufeff${text}`), utf16(text)])
      assert.deepEqual((await read(bytes)).cells, [
        ['Nhan de', 'Tac gia'],
        ['Lao Hac', 'Nam Cao'],
      ])
    const big = utf16('\ufeffSố đỏ\tVũ').map((_, at, all) => all[at ^ 1] ?? 0)
    assert.deepEqual((await read(big)).cells, [['Số đỏ', 'Vũ']])
  })

  it('is asked for when it is neither, and its text is composed', async () => {
    const legacy = Uint8Array.of(0x54, 0x69, 0xea, 0xec, 0x6e, 0x67, 0x2c, 0x62) // "Tiếng,b" in windows-1258
    assert.deepEqual((await read(legacy)).problems, [{ number: null, code: 'coding-unknown' }])
    assert.deepEqual((await read(legacy, { coding: 'windows-1258' })).cells, [['Tiếng', 'b']])
    assert.equal((await read(legacy, { coding: 'tcvn3' })).problems[0]?.code, 'coding-unsupported')
  })

  it('is UTF-8 with a warning where one octet is damaged', async () => {
    const bytes = utf8('Nhan đề,Số đỏ và Giông tố\nx,y')
    bytes[bytes.length - 1] = 0xff
    const { cells, warnings } = await read(bytes)
    assert.deepEqual(cells[1], ['x', '\ufffd'])
    assert.deepEqual(warnings, [{ number: 2, code: 'text-damaged' }])
  })

  it('lets no control character through, and composes letters', async () => {
    const { cells, warnings } = await read('Tiếng,a\u0007b\nĐất rừng phương Nam,y'.normalize('NFD'))
    assert.deepEqual(cells[0], ['Tiếng', 'ab'])
    assert.deepEqual(warnings, [{ number: 1, code: 'control-character' }])
  })
})

describe('a careless file', () => {
  it('may have rows of another length, with a word', async () => {
    const { cells, warnings } = await read('a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,,\n')
    assert.deepEqual(cells.slice(2), [
      ['1', '2'],
      ['1', '2', '3', '4'],
      ['1', '2', '3'],
    ])
    assert.deepEqual(warnings, [
      { number: 3, code: 'ragged' },
      { number: 4, code: 'ragged' },
    ])
  })

  it('may have quotes inside of cells', async () => {
    const { cells, warnings } = await read('Truyện "Kiều",1\n"Đọc "Kiều" lại",2\n"Số đỏ" ,3\n')
    assert.deepEqual(cells, [
      ['Truyện "Kiều"', '1'],
      ['Đọc "Kiều" lại', '2'],
      ['Số đỏ', '3'],
    ])
    assert.deepEqual(
      new Set(warnings.map(({ number, code }) => `${number} ${code}`)),
      new Set(['1 quote-inside', '2 quote-inside']),
    )
  })

  it('loses no other row by a quote that is never closed', async () => {
    const { cells, warnings } = await read(`a,b\n"Sách 5" cũ,1\n${'x,y\n'.repeat(40)}`)
    assert.equal(cells.length, 42)
    assert.deepEqual(cells[1], ['"Sách 5" cũ', '1'])
    assert.deepEqual(cells[41], ['x', 'y'])
    assert.deepEqual(warnings, [{ number: 2, code: 'quote-not-closed' }])
  })
})

describe('a hostile file', () => {
  const limits = { rows: 50, columns: 4, cellUnits: 100, rowUnits: 300 }

  it('loses the rows that pass a limit, and no other', async () => {
    const long = 'x'.repeat(101)
    const { rows, problems } = await read(
      `a,b\n${long},1\n${'12345,,,'.repeat(60)}\n1,2,3,4,5\n"${'"",'.repeat(101)}",1\nc,d\n`,
      {
        limits,
      },
    )
    assert.deepEqual(problems, [
      { number: 2, code: 'cell-too-long' },
      { number: 3, code: 'row-too-long' },
      { number: 4, code: 'too-many-columns' },
      { number: 5, code: 'row-too-long' },
    ])
    assert.deepEqual(
      rows.map(({ number }) => number),
      [1, 6],
    )
  })

  it('is read up to its limit of rows', async () => {
    const { rows, problems } = await read('a,b\n'.repeat(60), { limits })
    assert.equal(rows.length, 50)
    assert.deepEqual(problems, [{ number: null, code: 'too-many-rows' }])
  })

  it('costs little time by a million quotes that nothing closes', async () => {
    const from = performance.now()
    const { problems } = await read('"a\n'.repeat(1_000_000))
    assert.deepEqual(problems, [{ number: null, code: 'quotes-unbalanced' }])
    assert.ok(performance.now() - from < 5000, `${performance.now() - from} ms`)
  })

  it('is said to be no table when it is none', async () => {
    for (const bytes of [
      utf8('%PDF-1.7'),
      Uint8Array.of(0x50, 0x4b, 3, 4, 0),
      utf8('<html>'),
      Uint8Array.of(1, 0, 2, 0, 0),
    ])
      assert.deepEqual((await read(bytes)).problems, [{ number: null, code: 'not-a-table' }])
    for (const text of ['', '\n\n', ' , \n']) assert.equal((await read(text)).rows.length, text === ' , \n' ? 1 : 0)
    assert.deepEqual((await read('\n\n')).problems, [{ number: null, code: 'no-rows' }])
  })

  it('of any octets never makes the reader throw', async () => {
    const piece = fc.oneof(fc.constantFrom('"', '""', ',', ';', '\r', '\n', '\t', 'ế', ' "', '",'), fc.string())
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.uint8Array({ maxLength: 8 }), async (pieces, tail) => {
        const text = utf8(pieces.join(''))
        const { outcomes } = await read(Uint8Array.of(...text, ...tail), { limits: { cellUnits: 20, rowUnits: 50 } })
        assert.ok(outcomes.length > 0)
      }),
      { numRuns: 500 },
    )
  })
})
