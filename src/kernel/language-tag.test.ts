import assert from 'node:assert/strict'
import { it } from 'node:test'
import { parseLanguageTag, primaryLanguage } from './language-tag.ts'

it('a language tag may name a script and a private spelling', () => {
  for (const tag of ['vi', 'en-GB', 'tyz-Latn', 'hmn-Latn-x-rpa', 'blt-Tavt', 'zh-Hant-TW', 'sl-rozaj-1994', 'x-thu'])
    assert.equal(parseLanguageTag(tag), tag)
})

it('a language tag is given in the usual case', () => {
  assert.equal(parseLanguageTag('VI'), 'vi')
  assert.equal(parseLanguageTag('HMN-latn-X-RPA'), 'hmn-Latn-x-rpa')
  assert.equal(parseLanguageTag('ZH-hant-tw'), 'zh-Hant-TW')
})

it('what is no language tag is refused', () => {
  for (const text of ['', 'v', 'vi_VN', 'vi-', 'tiếng Việt', 'vi-x', 'hmn-Latn-Latn-Latn-', 7, null])
    assert.equal(parseLanguageTag(text), null, String(text))
})

it('the primary language is the first part', () => {
  assert.equal(primaryLanguage('hmn-Latn-x-rpa'), 'hmn')
  assert.equal(primaryLanguage('vi'), 'vi')
})
