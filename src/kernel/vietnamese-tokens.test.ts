import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { tokens } from './vietnamese.ts'

const words = (text: string): string[] => tokens(text).map(token => token.text)

describe('the words of a text', () => {
  it('are runs of letters and digits, small, with their marks', () => {
    assert.deepEqual(
      words('Thư viện tỉnh (cơ sở 2), TP.HCM: đường-sắt!'),
      'thư viện tỉnh cơ sở 2 tp hcm đường sắt'.split(' '),
    )
    assert.deepEqual(words('  …  '), [])
  })

  it('lose the apostrophe inside, whichever it is, and keep none outside', () => {
    for (const written of ["H'Mông", 'H’Mông', 'HʼMông', 'H‘Mông']) assert.deepEqual(words(written), ['hmông'])
    assert.deepEqual(words("'chữ' Mông'"), ['chữ', 'mông'])
  })

  it('are not broken by a soft hyphen, and eth is đ', () => {
    assert.deepEqual(words('thư\u00adviện Ðà'), ['thưviện', 'đà'])
  })

  it('stand where they stood in the text that was given', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const text = 'Người H’Mông ở Sa Pa, 𡨸喃'.normalize(form)
      const parts = tokens(text).map(({ start, end }) => text.slice(start, end).normalize('NFC'))
      assert.deepEqual(parts, ['Người', 'H’Mông', 'ở', 'Sa', 'Pa', '𡨸喃'])
    }
  })

  it('are pairs of code points in scripts without blanks', () => {
    assert.deepEqual(words('傳翹'), ['傳翹'])
    assert.deepEqual(words('𡨸喃越'), ['𡨸喃', '喃越'])
    assert.deepEqual(words('喃'), ['喃'])
    assert.deepEqual(words('ꪼꪕꪒꪾ'), ['ꪼꪕ', 'ꪕꪒ', 'ꪒꪾ'])
    assert.deepEqual(words('chữ喃Nôm'), ['chữ', '喃', 'nôm'])
    const [first, second] = tokens('𡨸喃越')
    assert.deepEqual([first?.start, first?.end, second?.start, second?.end], [0, 3, 2, 4])
  })

  it('are the same for NFC and NFD, and each place is inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), text => {
        assert.deepEqual(words(text.normalize('NFD')), words(text.normalize('NFC')))
        for (const { start, end } of tokens(text)) assert.ok(0 <= start && start < end && end <= text.length)
      }),
      { numRuns: 3000 },
    )
  })
})
