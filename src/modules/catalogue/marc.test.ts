import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { control, data, outcomesOf, recordsOf } from '../../../tests/support/marc.ts'
import { localDate } from '../../kernel/local-date.ts'
import { type Field, type MarcRecord, newLeader } from '../../standards/marc/index.ts'
import type { EditionFacts } from './edition.ts'
import { matchFacts } from './keys.ts'
import { controlKey, editionFacts, mapRecord, whyNotTaken } from './marc.ts'
import { marcOf, writeDescriptions } from './marc-write.ts'

const recordWith = (...fields: Field[]): MarcRecord => ({ leader: newLeader, fields })
const factsWith = (...fields: Field[]) => editionFacts(recordWith(...fields))
const itemsWith = (...fields: Field[]) => mapRecord(recordWith(...fields)).items

describe('the title', () => {
  test('loses the punctuation that ISBD sets between its parts, and runs of blanks', () => {
    const facts = factsWith(data('245', '10', 'a', 'Truyện  Kiều :', 'b', 'truyện thơ Nôm /', 'c', 'Nguyễn Du.'))
    assert.equal(facts.title[0]?.text, 'Truyện Kiều: truyện thơ Nôm')
    assert.equal(facts.statement, 'Nguyễn Du')
  })

  test('keeps the sign before a parallel title', () => {
    const facts = factsWith(data('245', '10', 'a', 'Tiễn dặn người yêu =', 'b', 'Xống chụ xon xao'))
    assert.equal(facts.title[0]?.text, 'Tiễn dặn người yêu = Xống chụ xon xao')
  })

  test('keeps the dot of an abbreviation', () => {
    assert.equal(factsWith(data('100', '1 ', 'a', 'Dott, R. H., Jr.')).people[0]?.name, 'Dott, R. H., Jr.')
  })

  test('brings its other script from 880', () => {
    const facts = factsWith(
      data('245', '10', '6', '880-01', 'a', 'Truyện Kiều'),
      data('880', '10', '6', '245-01', 'a', '傳翹'),
    )
    assert.deepEqual(facts.otherTitles, ['傳翹'])
  })

  test('is Vietnamese where its letters say so, undetermined where nothing does', () => {
    assert.equal(factsWith(data('245', '10', 'a', 'Lý thuyết đồ thị')).title[0]?.lang, 'vi')
    assert.equal(factsWith(data('245', '10', 'a', 'Piping Handbook')).title[0]?.lang, 'und')
  })
})

describe('a volume', () => {
  test('stands in 245, or in 490 where no series does', () => {
    assert.equal(factsWith(data('245', '10', 'a', 'Toán', 'n', 'Tập 2', 'p', 'Hình học')).volume, 'Tập 2, Hình học')
    assert.equal(factsWith(data('245', '10', 'a', 'Toán'), data('490', '  ', 'v', 'T.01')).volume, 'T.01')
  })

  test('in a numbered series is the series’ number, not the book’s', () => {
    const facts = factsWith(data('245', '10', 'a', 'Dế mèn'), data('490', '0 ', 'a', 'Tủ sách vàng ;', 'v', '12'))
    assert.deepEqual([facts.volume, facts.series], [null, ['Tủ sách vàng; 12']])
  })

  test('is one volume however it is numbered', () => {
    const key = (volume: string) => matchFacts(factsWith(data('245', '10', 'a', 'Toán', 'n', volume)), null).titleKey
    assert.equal(key('T.01'), key('Tập 1'))
    assert.notEqual(key('Tập 1'), key('Tập 2'))
  })
})

describe('people, years, languages and numbers', () => {
  test('names packed into one field with semicolons are several people, each once', () => {
    const facts = factsWith(
      data('100', '1 ', 'a', 'Đậu Thế Cấp; Nguyễn Đình Huy'),
      data('700', '1 ', 'a', 'Nguyễn Đình Huy', 'e', 'dịch'),
    )
    assert.deepEqual(
      facts.people.map(person => person.name),
      ['Đậu Thế Cấp', 'Nguyễn Đình Huy'],
    )
  })

  test('the year is the first one in the date, else that of 008', () => {
    const of = (date: string) => factsWith(data('260', '  ', 'c', date)).year
    assert.deepEqual([of('[2005?]'), of('c2010'), of('1998-2001'), of('s.n.')], [2005, 2010, 1998, null])
    assert.equal(factsWith(control('008', '181222s1995    vm |||||||||||||||||vie||')).year, 1995)
    assert.equal(factsWith(control('008', '181222s9999||||xx |||||||||||||| ||und||')).year, null)
  })

  test('the language stands in 041, several written together included, or in 008', () => {
    assert.equal(factsWith(data('041', '0 ', 'a', 'vietai')).language, 'vi')
    assert.equal(factsWith(control('008', '181222s1995    vm |||||||||||||||||eng||')).language, 'en')
    assert.equal(factsWith(data('041', '0 ', 'a', 'und')).language, null)
  })

  test('a row number in 020 is no ISBN and not worth a word; a wrong ISBN is', () => {
    const mapped = mapRecord(recordWith(data('020', '  ', 'a', '5551'), data('020', '  ', 'a', '9786041234560')))
    assert.deepEqual(mapped.facts.isbns, [])
    assert.deepEqual(mapped.warnings, [{ code: 'isbn-wrong', found: '9786041234560' }])
  })

  test('001 names a record only together with 003', () => {
    assert.equal(controlKey(recordWith(control('001', 'kpt01'), control('003', 'VN-TVQG'))), '(VN-TVQG)kpt01')
    assert.equal(controlKey(recordWith(control('001', 'kpt01'))), null)
    assert.equal(controlKey(recordWith(control('001', 'x'.repeat(500)), control('003', 'VN'))), null)
  })

  test('text in NFD is read as NFC', () => {
    const name = data('245', '10', 'a', 'Dế mèn phiêu lưu ký'.normalize('NFD'))
    const [outcome] = outcomesOf(Buffer.from(iso(name)))
    assert.ok(outcome?.kind === 'record' && outcome.normalised)
    assert.equal(editionFacts(outcome.record).title[0]?.text, 'Dế mèn phiêu lưu ký')
  })
})

describe('copies', () => {
  test('of Koha stand in 952, a list of numbers being a list of copies', () => {
    const items = itemsWith(
      data('082', '04', 'a', '895.922'),
      data('952', '  ', 'p', 'M1; M2 ;', 'c', 'Kho  mượn', 'o', '895.9 T305D'),
    )
    assert.deepEqual(
      items.map(item => [item.barcode, item.accessionNumber, item.callNumber, item.location, item.status]),
      [
        ['M1', 'M1', '895.9 T305D', 'Kho mượn', 'available'],
        ['M2', 'M2', '895.9 T305D', 'Kho mượn', 'available'],
      ],
    )
  })

  test('without a call number have the classification; without any number they are copies all the same', () => {
    const [item, ...rest] = itemsWith(data('082', '04', 'a', '005.3'), data('952', '  ', 'c', 'Kho A'))
    assert.deepEqual(rest, [])
    assert.deepEqual([item?.barcode, item?.callNumber], [null, '005.3'])
  })

  test('that Koha calls lost are missing, and what it withdrew is none', () => {
    assert.deepEqual(
      itemsWith(data('952', '  ', 'p', 'A', '1', '1'), data('952', '  ', 'p', 'B', '0', '1')).map(item => [
        item.barcode,
        item.status,
      ]),
      [['A', 'missing']],
    )
  })

  test('of 852 have a call number in parts and accession numbers in $j; a field that only names the library is none', () => {
    const [item] = itemsWith(data('852', '  ', 'a', 'TVT', 'c', 'Kho đọc', 'h', '895.922', 'i', 'NG-D', 'j', 'VV.12'))
    assert.deepEqual([item?.accessionNumber, item?.barcode, item?.callNumber], ['VV.12', null, '895.922 NG-D'])
    assert.deepEqual(itemsWith(data('852', '  ', 'a', 'TVT', 'c', 'Kho đọc')), [])
  })

  test('whose number is a whole sentence come in without it, and that is said', () => {
    const mapped = mapRecord(recordWith(data('952', '  ', 'p', 'x'.repeat(3000))))
    assert.equal(mapped.items[0]?.barcode, null)
    assert.equal(mapped.warnings[0]?.code, 'number-too-long')
  })
})

describe('what cannot come in', () => {
  test('is a record that its sender deleted, and one that describes no edition', () => {
    const bare = recordWith(data('100', '1 ', 'a', 'Nguyễn Du'))
    assert.equal(whyNotTaken(bare, editionFacts(bare)), null)
    const deleted = { ...recordWith(data('245', '10', 'a', 'Truyện Kiều')), leader: '00000dam a2200000   4500' }
    assert.deepEqual(whyNotTaken(deleted, editionFacts(deleted)), { code: 'deleted-at-source' })
    const holdings = { ...recordWith(data('852', '  ', 'c', 'Kho')), leader: '00000cy  a2200000   4500' }
    const why = whyNotTaken(holdings, editionFacts(holdings))
    assert.deepEqual(why, { code: 'not-bibliographic', format: 'holdings' })
  })
})

test('keys stay short enough for an index, and long titles that differ at their end stay apart', () => {
  const keyOf = (end: string) =>
    matchFacts(factsWith(data('245', '10', 'a', `${'Báo cáo '.repeat(900)}${end}`)), null).titleKey
  assert.ok(Buffer.byteLength(keyOf('một')) < 2000)
  assert.notEqual(keyOf('một'), keyOf('hai'))
})

describe('a record of our own', () => {
  const facts: EditionFacts = {
    title: [{ lang: 'vi', text: 'Truyện cổ các dân tộc Lào Cai', state: 'original' }],
    volume: 'Tập 1',
    otherTitles: ['Truyện cổ Lào Cai'],
    people: [
      { name: 'Nhiều tác giả', role: null },
      { name: 'Trần Văn A', role: 'sưu tầm' },
    ],
    statement: 'Trần Văn A sưu tầm',
    publisher: 'Văn hóa dân tộc',
    publicationPlace: 'Hà Nội',
    date: '2015',
    year: 2015,
    language: 'vi',
    extent: '286 tr.; 21 cm',
    series: ['Tủ sách vùng cao'],
    subjects: ['Văn học dân gian', 'Người Mông'],
    notes: ['Sách song ngữ'],
    classification: '398.2',
    isbns: ['9786041234567'],
  }
  const items = [
    { barcode: 'TVT-1', accessionNumber: 'TVT-1', callNumber: '398.2 TR', location: 'Kho mượn', status: 'available' },
    { barcode: null, accessionNumber: 'ĐK 7', callNumber: '398.2 TR', location: null, status: 'missing' },
  ] as const
  const description = {
    facts,
    items,
    name: { source: 'TVT', number: 'mau-1' },
    enteredOn: localDate('2026-11-24'),
  }

  test('read again gives the same facts and copies', () => {
    const mapped = mapRecord(marcOf(description))
    assert.deepEqual(mapped, { facts, items, controlKey: '(TVT)mau-1', warnings: [] })
  })

  test('is valid MARC 21 that our reader has nothing to say of', () => {
    const file = writeDescriptions([description, { ...description, facts: { ...facts, year: null, date: null } }])
    assert.ok(file.ok)
    const outcomes = outcomesOf(file.value)
    assert.ok(outcomes.every(outcome => outcome.kind === 'record' && outcome.warnings.length === 0))
    const [first, second] = recordsOf(outcomes)
    assert.equal(first?.fields.find(field => field.tag === '008')?.kind === 'control', true)
    assert.equal(second && editionFacts(second).year, null)
  })
})

function iso(field: Field): string {
  const text = field.kind === 'data' ? `${field.ind1}${field.ind2}\u001fa${field.subfields[0]?.value ?? ''}\u001e` : ''
  const octets = Buffer.byteLength(text)
  const count = (n: number) => String(n).padStart(5, '0')
  return `${count(37 + octets + 1)}nam a22${count(37)}   4500245${String(octets).padStart(4, '0')}00000\u001e${text}\u001d`
}
