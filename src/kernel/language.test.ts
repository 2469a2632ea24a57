import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isLanguage, languages } from './language.ts'

it('the interface speaks Vietnamese first, then English, and nothing else', () => {
  assert.deepEqual(languages, ['vi', 'en'])
  assert.ok(isLanguage('vi') && isLanguage('en'))
  for (const other of ['VI', 'fr', '', null, 7]) assert.equal(isLanguage(other), false)
})
