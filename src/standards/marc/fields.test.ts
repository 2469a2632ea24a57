import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { control, data } from '../../../tests/support/marc.ts'
import {
  bibliographicLevel,
  controlField,
  date1,
  date2,
  type Field,
  fieldsOf,
  language,
  linkage,
  linkedField,
  type MarcRecord,
  newLeader,
  placeOfPublication,
  recordStatus,
  subfield,
  typeOfRecord,
} from './index.ts'

const of = (...fields: Field[]): MarcRecord => ({ leader: newLeader, fields })
const fixed = (text: string): MarcRecord => of(control('008', text))

describe('a record', () => {
  const record = of(control('001', 'kieu'), data('650', ' 4', 'x', 'Thơ'), data('650', ' 4', 'a', 'Văn học'))

  it('gives its fields by tag and its subfields by code', () => {
    assert.equal(controlField(record, '001'), 'kieu')
    assert.equal(controlField(record, '650'), null)
    assert.equal(fieldsOf(record, '650').length, 2)
    assert.equal(subfield(record, '650', 'a'), 'Văn học')
    assert.equal(subfield(record, '245', 'a'), null)
  })

  it('says in its leader what it describes', () => {
    assert.equal(typeOfRecord(record), 'a')
    assert.equal(bibliographicLevel(record), 'm')
    assert.equal(recordStatus(record), 'n')
  })
})

describe('field 008', () => {
  const vietnamese = fixed('040520s2001    vm a   j      000 1 vie  ')

  it('names language, year and country', () => {
    assert.equal(language(vietnamese), 'vie')
    assert.equal(date1(vietnamese), '2001')
    assert.equal(date2(vietnamese), null)
    assert.equal(placeOfPublication(vietnamese), 'vm')
  })

  it('says nothing where it holds blanks, fill characters or codes for the unknown', () => {
    const real = fixed('181222s9999||||xx |||||||||||||| ||und||')
    for (const read of [language, date1, date2, placeOfPublication]) {
      assert.equal(read(real), null)
      assert.equal(read(of()), null)
      assert.equal(read(fixed('04')), null)
    }
  })

  it('keeps a decade and an open end', () => {
    const serial = fixed('040520c199u9999vm a   j      000 1 VIE  ')
    assert.equal(date1(serial), '199u')
    assert.equal(date2(serial), '9999')
    assert.equal(language(serial), 'vie')
  })
})

describe('subfield 6', () => {
  it('names the other field, its occurrence, script and direction', () => {
    const link = (text: string) => {
      const field = data('880', '10', '6', text)
      return field.kind === 'data' ? linkage(field) : null
    }
    assert.deepEqual(link('245-01/$1'), { tag: '245', occurrence: '01', script: '$1', rightToLeft: false })
    assert.deepEqual(link('100-02/(2/r'), { tag: '100', occurrence: '02', script: '(2', rightToLeft: true })
    assert.deepEqual(link('530-00'), { tag: '530', occurrence: '00', script: null, rightToLeft: false })
    assert.equal(link('không rõ'), null)
  })

  it('pairs a field with its 880', () => {
    const record = of(
      data('245', '10', '6', '880-01', 'a', 'Truyện Kiều'),
      data('700', '1 ', '6', '880-02', 'a', 'Nguyễn Du'),
      data('880', '10', '6', '245-01/$1', 'a', '傳翹'),
      data('880', '  ', '6', '500-00/$1', 'a', '附註'),
    )
    const [title, han, alone] = [...fieldsOf(record, '245'), ...fieldsOf(record, '880')]
    assert.ok(title && han && alone)
    assert.equal(linkedField(record, title), han)
    assert.equal(linkedField(record, han), title)
    assert.equal(linkedField(record, alone), null)
  })
})
