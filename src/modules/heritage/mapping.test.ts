import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { sharedFile } from '../../../tests/support/shared.ts'
import { parseFuzzyDate } from '../../kernel/fuzzy-date.ts'
import { say } from '../../kernel/sentences.ts'
import { createJsonLinesReader } from '../../standards/json-lines/index.ts'
import { guessColumns } from '../imports/layout.ts'
import type { MappedObject } from './describe-object.ts'
import { headingKey, objectFields } from './fields.ts'
import { objectFromCells } from './from-cells.ts'
import { objectFromJson } from './from-json.ts'
import { heritageRegister } from './intake.ts'
import { words } from './messages.ts'
import { readObjectDate } from './object-date.ts'
import { decideShown } from './protocol.ts'

function taken(mapped: MappedObject) {
  if ('code' in mapped) assert.fail(mapped.code)
  return mapped
}

describe('a date as registers write it', () => {
  const read = (text: string) => readObjectDate(text, { dayFirst: true })

  it('is read where it can only mean one time', () => {
    const dates = [
      ['thế kỷ 19', '18XX', null],
      ['Cuối thế kỷ XIX, đầu thế kỷ XX', '18XX/19XX', null],
      ['đầu TK 20', '19XX', null],
      ['khoảng 1920', '1920~', 1920],
      ['1890-1900', '1890/1900', 1890],
      ['những năm 60 của thế kỷ XX', '196X', 1960],
      ['trước năm 1945', '../1945', null],
      ['5/3/1975', '1975-03-05', 1975],
      ['c. 1850', '1850~', 1850],
      ['?c.1799–1801', '1799%/1801%', 1799],
      ['1806–10', '1806/1810', 1806],
      ['late 19th-early 20th century', '18XX/19XX', null],
      ['Edo period (1603-1867)', '1603/1867', null],
      ['October 1, 1793', '1793-10-01', 1793],
    ] as const
    for (const [text, edtf, year] of dates) assert.deepEqual(read(text), { text, edtf, year, unread: false }, text)
  })

  it('is kept as it stands where it may mean several, or says that nobody knows', () => {
    for (const text of ['1905-10', '1794, reprinted 1831', '26th Dynasty', 'thời vua Hùng', '600 BCE', '12345'])
      assert.deepEqual(read(text), { text, edtf: null, year: null, unread: true })
    for (const text of ['n.d.', 'không rõ', 'date not known', 'Chưa xác định niên đại'])
      assert.deepEqual(read(text), { text, edtf: null, year: null, unread: false })
    assert.equal(readObjectDate('5/3/1975').edtf, '1975', 'in English either figure may be the month')
  })

  it('comes from the bounds of the source where the text gives none', () => {
    const bounds = { from: 1794, to: 1831 }
    assert.equal(readObjectDate('1794, reprinted 1831', { bounds }).edtf, '1794/1831')
    assert.equal(readObjectDate('1900', { bounds }).edtf, '1900')
    assert.equal(readObjectDate('', { bounds: { from: 1900, to: 1800 } }).edtf, null)
  })

  it('is one of EDTF or none, whatever was typed', () => {
    const piece = fc.constantFrom(
      ...'thế kỷ |19|XIX|c. |khoảng |1890|-|–|1900|?|/|5|century|th |đầu |before |s'.split('|'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 7 }).map(parts => parts.join('')),
        ),
        text => {
          const { edtf } = readObjectDate(text)
          if (edtf !== null) assert.ok(parseFuzzyDate(edtf) !== null, edtf)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('the headings of a register', () => {
  it('that may say from whom and from which spot an object came are for the house only', () => {
    for (const heading of ['Nguồn gốc, sưu tầm', 'Người hiến tặng', 'Người bán', 'Nơi phát hiện', 'Find spot']) {
      const [column] = guessColumns([heading], heritageRegister.columns)
      assert.equal(column?.means, 'provenance', heading)
    }
  })

  it('name a field with or without marks, capitals and signs, and no heading names two', () => {
    const fieldOfHeading = (heading: string) => guessColumns([heading], heritageRegister.columns)[0]?.means
    assert.equal(fieldOfHeading(' SỐ KIỂM KÊ: '), 'number')
    assert.equal(fieldOfHeading('so_kiem_ke'), 'number')
    assert.equal(fieldOfHeading('Accession Number'), 'number')
    assert.equal(fieldOfHeading('Kích thước (cm)'), 'dimensions')
    assert.equal(fieldOfHeading('Xuất xứ'), 'origin')
    assert.equal(fieldOfHeading('Số điện thoại'), null)
    const all = objectFields.flatMap(({ vietnamese, english }) => [...vietnamese, ...english])
    assert.deepEqual(
      all.filter((key, at) => all.indexOf(key) !== at),
      [],
    )
    for (const { id, vi, en } of objectFields) assert.deepEqual([fieldOfHeading(vi), fieldOfHeading(en)], [id, id])
    assert.equal(headingKey('Niên đại'), 'niendai')
  })
})

describe('a row of a spreadsheet', () => {
  it('becomes an object', () => {
    const { accessionNumber, facts, warnings } = taken(
      objectFromCells({
        number: ' BT 123 ',
        title: 'Gùi  mây',
        titleEn: 'Rattan back basket',
        makers: 'Người Dao; Người Mông',
        date: 'khoảng 1980',
        description: 'Đựng ngô.\r\n\r\nCó quai.',
      }),
    )
    assert.deepEqual([accessionNumber, warnings], ['BT 123', []])
    assert.deepEqual(
      facts.title.map(({ lang, text }) => [lang, text]),
      [
        ['vi', 'Gùi mây'],
        ['en', 'Rattan back basket'],
      ],
    )
    assert.deepEqual(facts.makers, [
      { name: 'Người Dao', role: null },
      { name: 'Người Mông', role: null },
    ])
    assert.deepEqual([facts.edtf, facts.year, facts.description], ['1980~', 1980, 'Đựng ngô.\n\nCó quai.'])
  })

  it('may lack a number and a title of its own, which is said; without anything to call it by it is none', () => {
    const { facts, warnings } = taken(objectFromCells({ kind: 'Gùi' }))
    assert.equal(facts.title[0]?.text, 'Gùi')
    assert.deepEqual(warnings, [{ code: 'title-from-kind' }, { code: 'no-number' }])
    assert.deepEqual(objectFromCells({ number: '1' }), { code: 'no-title' })
    const number = '9'.repeat(61)
    assert.deepEqual(objectFromCells({ title: 'Gùi', number }), { code: 'number-too-long', number, limit: 60 })
  })

  it('loses no text without a word, nor brings in what no database keeps', () => {
    const { facts, warnings } = taken(
      objectFromCells({
        title: `Gùi\u0000\ud800`,
        number: '1',
        material: 'm'.repeat(600),
        image: 'https://example.org/a.jpg',
      }),
    )
    assert.equal(facts.title[0]?.text, 'Gùi \ufffd')
    assert.equal(facts.image, null)
    assert.deepEqual(warnings, [
      { code: 'image-address-left-out' },
      { code: 'text-cut', field: 'material', limit: 500 },
    ])
  })
})

describe('what is said of an object that comes in', () => {
  it('names the field and the limit in both languages', () => {
    const cut = { code: 'text-cut', field: 'material', limit: 500 } as const
    assert.match(say(words('vi').warnings, cut), /“Chất liệu”.*500/)
    assert.match(say(words('en').warnings, cut), /“Material”.*500/)
    const number = { code: 'accession-number-with-another-title', number: 'BT 7' } as const
    assert.match(say(words('vi').reasons, number), /BT 7.*tên khác/)
  })
})

describe('a record of JSON', () => {
  it('is understood by its names, in Vietnamese and in English', () => {
    const vi = taken(
      objectFromJson({
        'Số kiểm kê': 'M 1',
        'Tên hiện vật': 'Khèn',
        'Niên đại': '5/3/1975',
        'Chất liệu': ['gỗ', 'trúc'],
      }),
    )
    const en = taken(
      objectFromJson({ accession_number: 'M 1', title: 'Khèn', date: '1975-03-05', material: 'gỗ; trúc' }),
    )
    assert.deepEqual([vi.accessionNumber, vi.facts.edtf, vi.facts.material], ['M 1', '1975-03-05', 'gỗ; trúc'])
    assert.deepEqual({ ...en.facts, date: null, title: [] }, { ...vi.facts, date: null, title: [] })
    assert.deepEqual([vi.facts.title[0]?.lang, en.facts.title[0]?.lang], ['vi', 'und'])
    const both = taken(objectFromJson({ title: { vi: 'Khèn', en: 'Mouth organ' }, acno: 7 }))
    assert.deepEqual(
      both.facts.title.map(({ text }) => text),
      ['Khèn', 'Mouth organ'],
    )
  })

  it('of any kind makes no fault of ours', () => {
    assert.deepEqual(objectFromJson(['gùi']), { code: 'not-an-object' })
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('title', 'date', 'creator', 'dateRange', 'acno', 'medium', 'item_width'),
          fc.jsonValue(),
        ),
        value => {
          const mapped = objectFromJson(value)
          if (!('code' in mapped)) assert.ok(mapped.facts.title.length > 0)
        },
      ),
    )
  })

  const corpora = [
    // Whoever is hidden by a word is a sign whether the rule hides too much; it should stay a handful of thousands.
    { file: 'data/museum/cmoa/cmoa-objects-5000.jsonl.gz', records: 5000, dated: 4900, hidden: 60 },
    { file: 'data/museum/tate/tate-artworks-3000.jsonl.gz', records: 3000, dated: 2700, hidden: 30 },
  ]
  for (const { file, records, dated, hidden } of corpora) {
    const path = sharedFile(file)
    const skip = path === null ? `${file} is not beside the repository` : false
    it(`is taken, every one of ${file}, without an address of a picture`, { skip }, t => {
      const reader = createJsonLinesReader()
      const outcomes = [...reader.push(gunzipSync(readFileSync(path ?? ''))), ...reader.end()]
      const counts = { taken: 0, dated: 0, hidden: 0, warned: 0 }
      for (const outcome of outcomes) {
        assert.ok(outcome.kind === 'record')
        const { accessionNumber, facts, warnings } = taken(objectFromJson(outcome.value))
        assert.ok(accessionNumber !== null)
        assert.doesNotMatch(JSON.stringify(facts), /https?:\/\//)
        counts.taken += 1
        counts.dated += facts.edtf === null ? 0 : 1
        counts.hidden += decideShown(facts).shown === 'staff' ? 1 : 0
        counts.warned += warnings.length > 0 ? 1 : 0
      }
      assert.equal(counts.taken, records)
      assert.ok(counts.dated >= dated && counts.hidden <= hidden, JSON.stringify(counts))
      t.diagnostic(JSON.stringify(counts))
    })
  }
})
