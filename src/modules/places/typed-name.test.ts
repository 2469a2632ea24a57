import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readTypedName } from './typed-name.ts'

const part = (bare: string, type: string | null = null) => ({ bare, type })

it('a typed name is read with its type and what it lies in', () => {
  assert.deepEqual(readTypedName('Xã Tân Thịnh, huyện Văn Chấn'), {
    whole: 'xa tan thinh',
    ...part('tan thinh', 'xa'),
    within: [part('van chan', 'huyen')],
  })
})

it('abbreviations, brackets and capitals are read too', () => {
  const { bare, type, within } = readTypedName('P. NAM CƯỜNG (TP Yên Bái)')
  assert.deepEqual([bare, type, within], ['nam cuong', 'phuong', [part('yen bai', 'thanh pho')]])
  assert.deepEqual(readTypedName('TT.Trạm Tấu').type, 'thi tran')
  assert.deepEqual(readTypedName('thi xa Sa Pa').type, 'thi xa')
})

it('a name typed without marks and without type is the whole', () => {
  assert.deepEqual(readTypedName('  nam  cuong '), { whole: 'nam cuong', ...part('nam cuong'), within: [] })
})

it('the first syllable of Xà Hồ looks like a type, so the whole is kept beside it', () => {
  assert.deepEqual(readTypedName('Xà Hồ'), { whole: 'xa ho', ...part('ho', 'xa'), within: [] })
})

it('nothing typed is no name', () => {
  assert.equal(readTypedName(' , ').bare, '')
})
