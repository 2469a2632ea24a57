import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fold, nfc } from './vietnamese.ts'
import { withTrueD } from './vietnamese-letters.ts'

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))

describe('folding', () => {
  it('takes off every mark and makes letters small', () => {
    assert.equal(fold('Đường lên BẬC THANG ở Mù Cang Chải'), 'duong len bac thang o mu cang chai')
    assert.equal(fold('ẮẰẲẴẶ ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ Ỵ'), 'aaaaa aaaaa eeeee ooooo ooooo uuuuu y')
  })

  it('takes the Icelandic eth and the African d of old data for đ', () => {
    assert.equal(fold('Ðại học Ðà Nẵng, ðường'), 'dai hoc da nang, duong')
    assert.equal(withTrueD('Ðiện Biên, Ɖông, ðèo'), 'Điện Biên, Đông, đèo')
  })

  it('takes foreign letters for the ones they are made of', () => {
    assert.equal(fold('Müller Ærø Łódź straße İstanbul'), 'muller aero lodz strasse istanbul')
  })

  it('leaves the vowel signs of Khmer, Lao, Thai and Tai Viet where they are', () => {
    for (const text of ['ភាសាខ្មែរ', 'ພາສາລາວ', 'ภาษาไทย', 'ꪼꪕ ꪒꪾ', '𡨸喃'])
      assert.equal(fold(text), text.normalize('NFC'))
  })

  it('gives the same for NFC and NFD, and twice is as once', () => {
    fc.assert(
      fc.property(anyText, text => {
        assert.equal(fold(text.normalize('NFD')), fold(text.normalize('NFC')))
        assert.equal(fold(fold(text)), fold(text))
      }),
      { numRuns: 2000 },
    )
  })
})

it('composing joins a vowel of its own with the tone that follows it', () => {
  assert.equal(nfc('ti\u00ea\u0301ng'), 'tiếng')
})
