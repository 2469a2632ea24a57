import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { compareVietnamese, sortKey } from './vietnamese.ts'

/** Each line in the order of a dictionary, from left to right. */
const tables: Readonly<Record<string, string>> = {
  'letters of their own': 'a an anh Ánh ăn Ăng âm ấm b c d da dương đ đa đường e ê g i o ô ơ u ư v y',
  tones: 'ba bà bả bã bá bạ ban bàn bản bán bạn băn bằng bân bận be',
  'tones after letters': 'ma mà mả mã má mạ mai mài mải mái mại man màn',
  capitals: 'an An AN ân Ân',
  surnames:
    'Bùi,Cao,Chảo,Châu,Dương,Đào,Đặng,Đinh,Đỗ,Giàng,Hà,Hạng,Hoàng,Hồ,Lê,Lò,Lồ,Lù,Lương,Lý,Ma,Mã,Mai,Nông,Phàn,Sùng,Tẩn,Thào,Trần,Triệu,Vàng,Vũ,Vương',
  syllables: 'ba,ba bốn,ba số,bà,bà lão,bả,bản,bản đồ,bán,bán hàng',
  numbers: '1,2,10,10 bài,100,Tập 1,Tập 2,Tập 10,Tập 10A,Tập 10B',
  foreign: 'Mũ,Mueller,Muller,Müller,Mullerin',
  scripts: '1,Zola,я,喃,ꪼꪕ,𡨸',
}

describe('the Vietnamese order', () => {
  for (const [name, line] of Object.entries(tables)) {
    it(`is that of a dictionary: ${name}`, () => {
      const words = line.includes(',') ? line.split(',') : line.split(' ')
      const shuffled = words.toReversed()
      assert.deepEqual(shuffled.toSorted(compareVietnamese), words)
    })
  }

  it('does not mind where the tone mark sits, what stands between words, or NFC and NFD', () => {
    for (const other of ['hòa bình', 'hoà  bình', '“hoà-bình”', 'hoà bình'.normalize('NFD')])
      assert.equal(sortKey(other), sortKey('hoà bình'))
    assert.equal(sortKey('H’Mông'), sortKey("H'Mông"))
    assert.equal(compareVietnamese('hòa', 'hoà'), 0)
    assert.equal(sortKey('Ðà Nẵng'), sortKey('Đà Nẵng'))
  })

  it('never minds the size of a number', () => {
    const numbers = ['9', '10', '999999999999999', '1000000000000000', '9'.repeat(40)]
    assert.deepEqual(numbers.toReversed().toSorted(compareVietnamese), numbers)
    assert.deepEqual(['007', '7', '07'].toSorted(compareVietnamese), ['7', '07', '007'])
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) =>
        assert.equal(Math.sign(compareVietnamese(`Số ${a}`, `Số ${b}`)), Math.sign(a - b)),
      ),
    )
  })

  it('is a key of ASCII, short enough for an index, the same for NFC and NFD', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary' })), text => {
        const key = sortKey(text)
        assert.match(key, /^[ -~]{0,600}$/)
        assert.equal(sortKey(text.normalize('NFD')), key)
        assert.equal(sortKey(text.normalize('NFC')), key)
      }),
      { numRuns: 2000 },
    )
  })

  it('puts what a title begins with before the title', () => {
    const syllable = fc.constantFrom(...'ba bà bả an Ăn ấm đi Đô 7 12 h’mông ü 喃'.split(' '))
    const title = fc.array(syllable, { minLength: 1, maxLength: 6 }).map(parts => parts.join(' '))
    fc.assert(fc.property(title, title, (begin, rest) => assert.ok(compareVietnamese(begin, `${begin} ${rest}`) < 0)))
  })
})
