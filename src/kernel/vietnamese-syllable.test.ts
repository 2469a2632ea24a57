import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalSyllable, couldBeSyllable, isVietnameseSyllable, splitTone } from './vietnamese.ts'

const same = (words: string): void => {
  const [first = '', ...others] = words.split(' ')
  for (const other of others) assert.equal(canonicalSyllable(other), canonicalSyllable(first), words)
}

describe('the canonical syllable', () => {
  it('puts the tone at the end as its VNI digit and keeps letters of their own', () => {
    const forms = {
      hoà: 'hoa2',
      nguyễn: 'nguyên4',
      Đường: 'đương2',
      bậc: 'bâc5',
      tỉnh: 'tinh3',
      sách: 'sach1',
      ba: 'ba',
    }
    for (const [word, form] of Object.entries(forms)) assert.equal(canonicalSyllable(word), form)
  })

  it('does not mind where the tone mark sat', () => {
    for (const words of ['hoà hòa HOÀ', 'thuý thúy', 'khoẻ khỏe', 'việt vịêt', 'quý qúy', 'giá gía']) same(words)
  })

  it('takes i and y for one where both are written', () => {
    for (const words of ['kĩ kỹ', 'lí lý', 'Mĩ Mỹ', 'quí quý qúi', 'sĩ sỹ', 'tỉ tỷ', 'hi hy', 'vi vy']) same(words)
  })

  it('keeps i and y apart where they differ', () => {
    for (const [a, b] of [
      ['thuỷ', 'thủi'],
      ['tay', 'tai'],
      ['tây', 'tâi'],
      ['ý', 'í'],
      ['thi', 'thy'],
      ['ki', 'kia'],
    ] as const)
      assert.notEqual(canonicalSyllable(a), canonicalSyllable(b))
  })

  it('keeps words apart that differ in a mark', () => {
    const forms = 'ma má mà mả mã mạ mă mắ mâ mấ'.split(' ').map(canonicalSyllable)
    assert.equal(new Set(forms).size, forms.length)
  })

  it('leaves what is no Vietnamese writing as small letters', () => {
    const forms = { Résumé: 'résumé', Müller: 'müller', B52: 'b52', 𡨸喃: '𡨸喃', Ðà: 'đa2' }
    for (const [word, form] of Object.entries(forms)) assert.equal(canonicalSyllable(word), form)
  })

  it('is the same for NFC and NFD, and twice is as once', () => {
    const letters = fc.constantFrom(...'aăâeêioôơuưyáàảãạấđbcghklmnqrstv7ñ')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: letters, maxLength: 7 }), fc.string({ unit: 'grapheme' })), word => {
        const form = canonicalSyllable(word)
        assert.equal(canonicalSyllable(word.normalize('NFD')), form)
        assert.equal(canonicalSyllable(form), form)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a Vietnamese syllable', () => {
  const wellFormed =
    'a à gà ý yêu ăn ấm ơi uống ưu oanh khuya nghiêng quốc Quỳnh quyển quới gì giêng giếng giết già kĩ kỹ cà kẻ ghế ngoài nghề ' +
    'thuyền khuỷu ngoằn ngoèo xoong soóc phở đường ĐƯỜNG trường hoà hòa thuở Kạn Đắk Lắk Vy Thy'
  const malformed =
    'giăo street was Hmoob Hmông ce ka kà nge ngha ghà gha học2 hoc thưc hàc sàch tụôí yên2 Müller zô fa wa quu ' +
    'bươu3 iêu tiê đ ng'

  it('has an onset, a rhyme and a tone that go together', () => {
    for (const word of wellFormed.split(' ')) assert.equal(isVietnameseSyllable(word), true, word)
    for (const word of malformed.split(' ')) assert.equal(isVietnameseSyllable(word), false, word)
    assert.equal(isVietnameseSyllable(''), false)
    assert.equal(isVietnameseSyllable('thuyền'.normalize('NFD')), true)
  })

  it('is seldom what TCVN3 bytes look like when they are read as Latin', () => {
    for (const word of ['ViÖt', 'th\u00adviÖn', 'tØnh', '§¶ng', 'Tiáº¿ng'])
      assert.equal(isVietnameseSyllable(word), false, word)
  })

  it('may hide behind a word without marks', () => {
    for (const word of ['duong', 'hoc', 'sach', 'gi', 'quoc', 'nghieng', 'DUONG'])
      assert.equal(couldBeSyllable(word), true, word)
    for (const word of ['street', 'hmoob', 'vieetj', 'đường', '']) assert.equal(couldBeSyllable(word), false, word)
  })
})

it('a word with two tones or a foreign letter has no single tone to part with', () => {
  assert.deepEqual(splitTone('Nghiễm'), { letters: 'nghiêm', tone: 4 })
  assert.equal(splitTone('hàmòá'), null)
  assert.equal(splitTone('señor'), null)
})
