import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localized, parseLocalizedText, textIn } from './localized-text.ts'

const library = localized('vi', 'Thư viện tỉnh Lào Cai', { en: 'Lào Cai Provincial Library' })

describe('a localized text', () => {
  it('is shown in the wanted language', () => {
    assert.deepEqual(textIn(library, 'en'), { text: 'Lào Cai Provincial Library', lang: 'en', missing: false })
    assert.equal(textIn(library, 'EN').lang, 'en')
  })

  it('falls back to the same language in another spelling without being missing', () => {
    const song = [
      ...localized('vi', 'Bài hát gầu'),
      { lang: 'hmn-Latn-x-rpa', text: 'Zaj nkauj', state: 'original' as const },
    ]
    assert.deepEqual(textIn(song, 'hmn-Latn-x-vn'), { text: 'Zaj nkauj', lang: 'hmn-Latn-x-rpa', missing: false })
    assert.equal(textIn(library, 'en-GB').missing, false)
  })

  it('falls back visibly to the original, then to the first', () => {
    assert.deepEqual(textIn(library, 'tyz'), { text: 'Thư viện tỉnh Lào Cai', lang: 'vi', missing: true })
    const translations = library.filter(entry => entry.state !== 'original')
    assert.deepEqual(textIn(translations, 'vi'), { text: 'Lào Cai Provincial Library', lang: 'en', missing: true })
    assert.deepEqual(textIn([], 'vi'), { text: '', lang: 'vi', missing: true })
  })
})

describe('a localized text from outside', () => {
  it('is read with its tags in the usual case and its text in NFC', () => {
    const read = parseLocalizedText([
      { lang: 'HMN-latn-x-RPA', text: ' Hmông '.normalize('NFD'), state: 'machine', audio: 'f-1' },
    ])
    assert.ok(read.ok)
    assert.deepEqual(read.value, [{ lang: 'hmn-Latn-x-rpa', text: 'Hmông', state: 'machine', audio: 'f-1' }])
  })

  it('may be empty', () => {
    assert.deepEqual(parseLocalizedText([]), { ok: true, value: [] })
  })

  it('is refused with every problem and its place', () => {
    const read = parseLocalizedText([
      { lang: 'vi', text: 'Chợ Bắc Hà', state: 'original' },
      { lang: 'vi_VN', text: 'Chợ', state: 'sure' },
      { lang: 'VI', text: 'Chợ phiên', state: 'checked' },
      { lang: 'en', text: '  ', state: 'original' },
      { lang: 'en', text: 'Market', state: 'original', audio: 7 },
      'Chợ',
    ])
    assert.ok(!read.ok)
    assert.deepEqual(read.problems, [
      { code: 'bad-language-tag', at: 1 },
      { code: 'bad-state', at: 1 },
      { code: 'language-twice', at: 2, lang: 'vi' },
      { code: 'not-an-entry', at: 3 },
      { code: 'bad-audio', at: 4 },
      { code: 'not-an-entry', at: 5 },
    ])
    for (const value of [null, 'Chợ', { lang: 'vi' }])
      assert.deepEqual(parseLocalizedText(value), { ok: false, problems: [{ code: 'not-a-list' }] })
  })
})
