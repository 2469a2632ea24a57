import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { decodeMarc8 } from './marc8.ts'

/** ASCII as it stands; numbers are octets. */
const octets = (...parts: (string | number)[]): Uint8Array =>
  new Uint8Array(parts.flatMap(part => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])))

const read = (...parts: (string | number)[]): string => {
  const { text, damagedAt } = decodeMarc8(octets(...parts))
  assert.deepEqual(damagedAt, [])
  return text.normalize('NFC')
}
const esc = 0x1b

describe('MARC-8', () => {
  it('sets marks before the letter that they stand on', () => {
    assert.equal(read('Vi', 0xf2, 0xe3, 'et Nam'), 'Việt Nam')
    assert.equal(
      read('Ph', 0xe0, 0xbc, ' n', 0xe2, 'ong, ', 0xa3, 0xf2, 'ao ', 0xb3, 0xe1, 0xbc, 'i'),
      'Phở nóng, Đạo đời',
    )
    assert.equal(read('T', 0xe6, 0xe2, 'am n', 0xad, 0xbd, ' ', 0xe3, 0xe4, 'a'), 'Tắm nƯư ẫ')
    assert.equal(read('Ti', 0xe2, 0xe3, 'eng T', 0xe2, 0xe6, 'am'), 'Tiếng Tắm')
  })

  it('joins two letters under one ligature or tilde, and keeps a half that stands alone', () => {
    assert.equal(read(0xeb, 'i', 0xec, 'a'), 'i\u0361a')
    assert.equal(read(0xfa, 'n', 0xfb, 'g'), 'n\u0360g')
    assert.equal(read('x', 0xec, 'a'), 'xa\ufe21')
  })

  it('reads other sets after their escape sequences, until the field ends', () => {
    assert.equal(read(esc, '(N', 'rUSSKIJ', esc, '(B', ' abc'), 'Русский abc')
    assert.equal(read(esc, ')Q', esc, '(N', 'x', 0xc0, 0x1e, 'x', 0xe2, 'a'), 'Ьґ\u001exá')
    assert.equal(read(esc, '(2', '`', esc, '(B'), 'א')
    assert.equal(read(esc, '(S', 'abd', esc, '(B'), 'αβγ')
    assert.equal(
      read('H', esc, 'b', '2', esc, 's', 'O E=mc', esc, 'p', '2', esc, 's', ' ', esc, 'g', 'a'),
      'H₂O E=mc² α',
    )
    assert.equal(read(esc, ')!E', 0xe2, 'e', esc, '-!E', 0xe1, 'e'), 'éè')
  })

  it('reads three octets a character in East Asian sets, in either half', () => {
    assert.equal(read(esc, '$1', '!0!!0"', esc, '(B', '.'), '一丁.')
    assert.equal(read(esc, '$)1', 0xa1, 0xb0, 0xa1, 'x'), '一x')
  })

  it('reads what has no code from its numeric reference', () => {
    assert.equal(read(0xe2, '&#x3b1;'), 'ά')
    assert.equal(read('Tr&#x01B0;&#x1EDD;ng &#x1F409; &amp; &#x0A;'), 'Trường 🐉 &amp; &#x0A;')
  })

  it('says where octets mean nothing, and swallows no delimiter', () => {
    assert.deepEqual(decodeMarc8(octets('a', 0xfc, 'b')), { text: 'a\ufffdb', damagedAt: [1] })
    assert.deepEqual(decodeMarc8(octets(esc, '(?', 'x')), { text: '\ufffd(?x', damagedAt: [0] })
    assert.deepEqual(decodeMarc8(octets(esc, '$1', '!0', 0x1f, 'a')), { text: '\ufffd\u001fa', damagedAt: [3] })
    assert.deepEqual(decodeMarc8(octets('a', 0xe2, 0x1e)), { text: 'a\u0301\u001e', damagedAt: [1] })
  })

  it('keeps every terminator and delimiter, whatever stands between them', () => {
    const structure = (text: string): string => text.replaceAll(/[^\u001d-\u001f]/gu, '')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        const { text } = decodeMarc8(bytes)
        assert.equal(structure(text), structure(Buffer.from(bytes).toString('latin1')))
      }),
    )
  })
})
