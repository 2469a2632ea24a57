import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { citation } from './cite.ts'
import { objectFromCells } from './index.ts'
import { schemaOrg } from './json-ld.ts'
import { toDublinCore, writeObject } from './object-forms.ts'
import { dateIn, type ObjectView } from './object-view.ts'

function view(cells: Parameters<typeof objectFromCells>[0]): ObjectView {
  const mapped = objectFromCells(cells)
  if ('code' in mapped) assert.fail(mapped.code)
  const { accessionNumber, facts } = mapped
  const register = {
    institution: 'bt',
    shown: 'everyone',
    decided: false,
    batch: null,
    enteredAt: new Date(0),
  } as const
  return {
    object: { id: '7', accessionNumber, facts, ...register },
    keeper: {
      code: 'BT',
      href: '/noi/BT',
      name: 'Bảo tàng',
      nameLang: undefined,
      place: 'Phường Lào Cai',
      state: { kind: 'there', text: 'Đang mở' },
    },
    mayCorrect: false,
  }
}

const painting = view({
  number: 'BT 7',
  title: 'Chợ phiên </script>',
  titleEn: 'Market day',
  kind: 'Tranh',
  makers: 'Họa sĩ Mẫu; Thợ Mẫu',
  date: 'khoảng 1980',
  material: 'Sơn dầu',
  rights: 'CC0',
  provenance: 'Bà Mẫu tặng',
})

describe('an object in other forms', () => {
  it('is a work of visual art for programs where it is one, and otherwise a thing', () => {
    const data = JSON.parse(schemaOrg(painting, 'https://x'))
    assert.deepEqual(
      [data['@type'], data.artMedium, data.dateCreated, data.alternateName, data.maintainer.url],
      ['VisualArtwork', 'Sơn dầu', '1980~', ['Market day'], 'https://x/noi/BT'],
    )
    assert.equal(JSON.parse(schemaOrg(view({ title: 'Gùi' }), ''))['@type'], 'Thing')
    assert.ok(!schemaOrg(painting, '').includes('</script>'), 'no title ends the block')
  })

  it('is a physical object in Dublin Core, its date in EDTF', () => {
    const statements = toDublinCore(painting, 'https://x/hien-vat/7')
    const values = (element: string) => statements.filter(one => one.element === element).map(({ value }) => value)
    assert.deepEqual(values('title'), ['Chợ phiên </script>', 'Market day'])
    assert.deepEqual([...values('creator'), ...values('contributor')], ['Họa sĩ Mẫu', 'Thợ Mẫu'])
    assert.deepEqual([values('type'), values('date'), values('rights')], [['PhysicalObject'], ['1980~'], ['CC0']])
    assert.deepEqual(values('identifier'), ['https://x/hien-vat/7', 'BT 7'])
  })

  it('never says from whom it came', () => {
    for (const form of ['json', 'dc'] as const) assert.doesNotMatch(writeObject(painting, form, ''), /Bà Mẫu/)
    assert.doesNotMatch(schemaOrg(painting, ''), /Bà Mẫu/)
  })

  it('is cited by what is known of it', () => {
    assert.equal(
      citation(painting.object, 'Bảo tàng'),
      'Họa sĩ Mẫu, Thợ Mẫu (khoảng 1980). Chợ phiên </script>. BT 7, Bảo tàng.',
    )
    assert.equal(citation(view({ title: 'Nia', date: '2001' }).object, 'Bảo tàng'), 'Nia (2001). Bảo tàng.')
    assert.equal(citation(view({ title: 'Gùi', date: 'không rõ' }).object, 'Bảo tàng'), 'Gùi. Bảo tàng.')
  })

  it('tells readers of English what a date in Vietnamese means, where that is certain', () => {
    assert.equal(dateIn(painting.object.facts, 'vi'), 'khoảng 1980')
    assert.equal(dateIn(painting.object.facts, 'en'), 'khoảng 1980 (c. 1980)')
    assert.equal(dateIn(view({ title: 'Gùi', date: 'thời xưa' }).object.facts, 'en'), 'thời xưa')
  })
})
