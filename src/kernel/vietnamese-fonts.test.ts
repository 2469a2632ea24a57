import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fontCodings, fromFont, guessFont } from './vietnamese-fonts.ts'
import { isVietnameseSyllable } from './vietnamese-syllable.ts'

const sentences = [
  'Thư viện tỉnh Lào Cai phục vụ đồng bào các dân tộc',
  'Những người khốn khổ, Đất rừng phương Nam, Truyện Kiều',
  'ở Yên Bái ngày xưa; kỹ thuật trồng lúa nước trên ruộng bậc thang',
  'Ký ức mùa thu Ướt áo Ỷ lại Ậm ừ',
]
// As .VnTime had them (capitals with tones come of another font, in small letters), and as VNI-Times had them.
const tcvn3 = [
  'Th­ viÖn tØnh Lµo Cai phôc vô ®ång bµo c¸c d©n téc',
  'Nh÷ng ng­êi khèn khæ, §Êt rõng ph­¬ng Nam, TruyÖn KiÒu',
  'ë Yªn B¸i ngµy x­a; kü thuËt trång lóa n­íc trªn ruéng bËc thang',
]
const vni = [
  'Thö vieän tænh Laøo Cai phuïc vuï ñoàng baøo caùc daân toäc',
  'Nhöõng ngöôøi khoán khoå, Ñaát röøng phöông Nam, Truyeän Kieàu',
  'ôû Yeân Baùi ngaøy xöa; kyõ thuaät troàng luùa nöôùc treân ruoäng baäc thang',
  'Kyù öùc muøa thu Öôùt aùo YÛ laïi Aäm öø',
]

describe('text typed in fonts from before Unicode', () => {
  it('is read as the letters that were seen', () => {
    assert.deepEqual(
      tcvn3.map(text => fromFont(text, 'tcvn3')),
      sentences.slice(0, tcvn3.length),
    )
    assert.deepEqual(
      vni.map(text => fromFont(text, 'vni')),
      sentences,
    )
  })

  it('is read back whatever it says: every letter of both codings, in every word of the demonstration', () => {
    const signs = Array.from({ length: 0xff - 0xa1 }, (_, at) => String.fromCharCode(0xa1 + at))
    const codes = {
      tcvn3: signs.filter(sign => sign < '\u00b0' || sign > '\u00b4'),
      vni: [...'ôöñíìæóòîÔÖÑÍÌÆÓÒÎ', ...[...'aeouyôöAEOUYÔÖ'].flatMap(base => signs.map(mark => base + mark))],
    }
    const words = readFileSync('seed/titles.json', 'utf8').match(/[\p{L}\p{M}]+/gu) ?? []
    assert.ok(words.length > 1000)
    for (const coding of fontCodings) {
      const code = new Map<string, string>()
      for (const one of codes[coding]) {
        const read = fromFont(`qq${one}`, coding).slice(2)
        if (!/[a-z]/i.test(read) && [...read].length === 1) code.set(read, code.get(read) ?? one)
      }
      // A lone letter may be read both ways, and capitals with tones came of a font of their own.
      const typable = (word: string) => [...word].every(sign => sign < '\u0080' || code.has(sign))
      const read = words.map(word => word.normalize('NFC')).filter(word => word.length > 1 && typable(word))
      assert.ok(read.length > 1000, coding)
      for (const word of read.filter(isVietnameseSyllable)) {
        const typed = [...word].map(sign => code.get(sign) ?? sign).join('')
        assert.equal(fromFont(typed, coding), word, `${coding}: ${typed}`)
      }
    }
  })

  it('is known by its words, each coding from the other', () => {
    assert.equal(guessFont(tcvn3), 'tcvn3')
    assert.equal(guessFont(vni), 'vni')
  })

  it('is not seen in Unicode, in other languages, or in next to nothing', () => {
    assert.equal(guessFont(sentences), null)
    assert.equal(
      guessFont(['Les misérables, À la recherche du temps perdu', 'Été, élève, forêt, hôtel, garçon, Noël']),
      null,
    )
    assert.equal(guessFont(['Đất', 'Tr­êng']), null)
    assert.equal(guessFont([]), null)
  })

  it('leaves alone a text that is Unicode, other words among it, and signs that stand alone', () => {
    assert.equal(fromFont('Th­ viÖn · Lào Cai § 2', 'tcvn3'), 'Thư viện · Lào Cai § 2')
    assert.equal(fromFont('Đường là của tôi', 'tcvn3'), 'Đường là của tôi')
    assert.equal(fromFont('Société des amis, Vieät Nam', 'vni'), 'Société des amis, Việt Nam')
  })
})
