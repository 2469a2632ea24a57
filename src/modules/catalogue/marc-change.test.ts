import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { control, data, iso2709, outcomesOf, recordsOf } from '../../../tests/support/marc.ts'
import { type MarcRecord, writeIso2709 } from '../../standards/marc/index.ts'
import { type BookChanges, type BookField, bookOf } from './book.ts'
import { editionFacts } from './marc.ts'
import { changeRecord } from './marc-change.ts'

const at = new Date('2026-11-24T02:00:00Z')

const recordOf = (...fields: Parameters<typeof iso2709>[0]): MarcRecord => {
  const [record] = recordsOf(outcomesOf(iso2709(fields)))
  assert.ok(record)
  return record
}

const fixed = '850101s1979    vm |||||||||||||||||vie||'

const kieu = recordOf(
  control('001', 'k1'),
  control('003', 'TVT'),
  control('005', '19850101000000.0'),
  control('008', fixed),
  data('020', '  ', 'a', '9786041000018', 'c', '20.000đ'),
  data('041', '0 ', 'a', 'vie'),
  data('082', '04', 'a', '895.922', '2', '14'),
  data('100', '0 ', '6', '880-01', 'a', 'Nguyễn Du,', 'd', '1766-1820'),
  data('245', '10', '6', '880-02', 'a', 'Truyện Kiều :', 'b', 'thơ /', 'n', 'T. 1', 'c', 'Nguyễn Du'),
  data('260', '  ', 'a', 'Hà Nội :', 'b', 'Văn học,', 'c', '1979.'),
  data('300', '  ', 'a', '200 tr. ;', 'c', '19 cm'),
  data('490', '0 ', 'a', 'Tủ sách Vàng ;', 'v', '5'),
  data('500', '  ', 'a', 'In lần thứ ba'),
  data('520', '  ', 'a', 'Truyện thơ Nôm.'),
  data('650', ' 4', 'a', 'Văn học', 'x', 'Việt Nam'),
  data('650', ' 4', 'a', 'Truyện thơ'),
  data('700', '0 ', 'a', 'Đào Duy Anh', 'e', 'hiệu khảo', '4', 'edt'),
  data('710', '2 ', 'a', 'Viện Văn học'),
  data('852', '  ', 'j', 'A1; A2', 'x', 'mua của tư nhân'),
  data('880', '1 ', '6', '100-01', 'a', '阮攸'),
  data('880', '10', '6', '245-02', 'a', '斷腸新聲'),
  data('999', '  ', 'z', 'của riêng'),
)

/** Fields as lines, as "245 10 $aTruyện Kiều". */
const lines = ({ fields }: MarcRecord): string[] =>
  fields.map(field =>
    field.kind === 'control'
      ? `${field.tag} ${field.value}`
      : `${field.tag} ${field.ind1}${field.ind2} ${field.subfields.map(({ code, value }) => `$${code}${value}`).join('')}`,
  )

/** What a change takes out of the record and puts into it, the stamp of 005 aside. */
function difference(record: MarcRecord, changes: BookChanges) {
  const [was, is] = [lines(record), lines(changeRecord(record, changes, at))].map(all =>
    all.filter(line => !line.startsWith('005')),
  )
  return {
    gone: was?.filter(line => !is?.includes(line)),
    come: is?.filter(line => !was?.includes(line)),
  }
}

describe('a corrected record', () => {
  it('carries the moment by the clock of Vietnam, and is marked as corrected', () => {
    const changed = changeRecord(kieu, { volume: 'Tập 2' }, at)
    assert.ok(lines(changed).includes('005 20261124090000.0'))
    assert.equal(changed.leader[5], 'c')
  })

  const cases: readonly (readonly [what: string, changes: BookChanges, gone: string[], come: string[]])[] = [
    [
      'the title, in its subfields and with their signs; the form in another script stays',
      { title: 'Đoạn trường tân thanh: truyện thơ' },
      ['245 10 $6880-02$aTruyện Kiều :$bthơ /$nT. 1$cNguyễn Du'],
      ['245 10 $6880-02$aĐoạn trường tân thanh :$btruyện thơ /$nT. 1$cNguyễn Du'],
    ],
    [
      'the volume',
      { volume: 'Tập 2' },
      ['245 10 $6880-02$aTruyện Kiều :$bthơ /$nT. 1$cNguyễn Du'],
      ['245 10 $6880-02$aTruyện Kiều :$bthơ /$nTập 2$cNguyễn Du'],
    ],
    [
      'the publisher, its comma kept',
      { publisher: 'Giáo dục' },
      ['260    $aHà Nội :$bVăn học,$c1979.'],
      ['260    $aHà Nội :$bGiáo dục,$c1979.'],
    ],
    [
      'the year, in words and in code',
      { date: '1982' },
      [`008 ${fixed}`, '260    $aHà Nội :$bVăn học,$c1979.'],
      [`008 ${fixed.replace('1979', '1982')}`, '260    $aHà Nội :$bVăn học,$c1982.'],
    ],
    [
      'a year that is taken away, so that the code does not say it any more',
      { date: '' },
      [`008 ${fixed}`, '260    $aHà Nội :$bVăn học,$c1979.'],
      [`008 ${fixed.replace('s1979    ', 'nuuuuuuuu')}`, '260    $aHà Nội :$bVăn học,'],
    ],
    [
      'the ISBN, beside the price that was there',
      { isbns: '978-604-1-00002-5' },
      ['020    $a9786041000018$c20.000đ'],
      ['020    $a9786041000025$c20.000đ'],
    ],
    [
      'the language, in both its places',
      { language: 'hmn' },
      [`008 ${fixed}`, '041 0  $avie'],
      [`008 ${fixed.replace('vie', 'hmn')}`, '041 0  $ahmn'],
    ],
    [
      'pages and size, each in its subfield',
      { extent: '240 tr; 21 cm' },
      ['300    $a200 tr. ;$c19 cm'],
      ['300    $a240 tr ;$c21 cm'],
    ],
    [
      'one subject of two',
      { subjects: 'Truyện thơ\nVăn học – Việt Nam – Thế kỷ 19' },
      ['650  4 $aVăn học$xViệt Nam'],
      ['650  4 $aVăn học$xViệt Nam$xThế kỷ 19'],
    ],
    ['a series', { series: '' }, ['490 0  $aTủ sách Vàng ;$v5'], []],
    ['a note more', { notes: 'In lần thứ ba\nCó chữ ký tác giả\nTruyện thơ Nôm' }, [], ['500    $aCó chữ ký tác giả']],
    ['the classification', { classification: '895.9221' }, ['082 04 $a895.922$214'], ['082 04 $a895.9221$214']],
    [
      'a name more, behind the others',
      { people: 'Nguyễn Du\nĐào Duy Anh; hiệu khảo\nXuân Diệu; giới thiệu\nViện Văn học' },
      [],
      ['700 0  $aXuân Diệu$egiới thiệu'],
    ],
    [
      'another first author, the one of before among the others with all that was known of him',
      { people: 'Vô danh\nNguyễn Du\nĐào Duy Anh; hiệu khảo\nViện Văn học' },
      ['100 0  $6880-01$aNguyễn Du,$d1766-1820'],
      ['100 0  $aVô danh', '700 0  $6880-01$aNguyễn Du,$d1766-1820'],
    ],
  ]
  for (const [what, changes, gone, come] of cases)
    it(`has changed in nothing but ${what}`, () => {
      assert.deepEqual(difference(kieu, changes), { gone, come })
    })

  it('says afterwards what was typed, in every field, whether the record had it or not', () => {
    const typed: Readonly<Record<BookField, string>> = {
      title: 'Dế Mèn phiêu lưu ký',
      volume: 'Tập 1',
      people: 'Tô Hoài\nTạ Huy Long; minh họa',
      publisher: 'Kim Đồng',
      publicationPlace: 'Hà Nội',
      date: '[2019?]',
      isbns: '9786041000018',
      language: 'vi',
      extent: '150 tr; 21 cm',
      series: 'Tác phẩm chọn lọc; 3',
      subjects: 'Văn học thiếu nhi\nTruyện dài – Việt Nam',
      classification: '895.9223',
      notes: 'Có tranh màu',
    }
    for (const record of [kieu, recordOf(data('999', '  ', 'a', 'x')), recordOf(control('008', fixed))]) {
      const changed = changeRecord(record, typed, at)
      assert.deepEqual(bookOf(editionFacts(changed)), typed)
      assert.ok(writeIso2709(changed).ok)
      const empty = Object.fromEntries(Object.keys(typed).map(field => [field, '']))
      assert.deepEqual(bookOf(editionFacts(changeRecord(changed, empty, at))), empty)
    }
  })

  it('lets names that were packed into one field be parted', () => {
    const packed = recordOf(data('100', '0 ', 'a', 'Đậu Thế Cấp; Nguyễn Đình Huy'), data('245', '10', 'a', 'Toán'))
    assert.deepEqual(difference(packed, { people: 'Đậu Thế Cấp\nNguyễn Đình Huy' }), { gone: [], come: [] })
    assert.deepEqual(difference(packed, { people: 'Nguyễn Đình Huy' }).come, ['100 0  $aNguyễn Đình Huy'])
  })
})
