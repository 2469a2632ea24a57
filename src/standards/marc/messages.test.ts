import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { data, iso2709, outcomesOf } from '../../../tests/support/marc.ts'
import { languages } from '../../kernel/language.ts'
import { say } from '../../kernel/sentences.ts'
import { marcWords, newLeader, writeIso2709 } from './index.ts'

describe('what the codec says', () => {
  it('names the field and where it is damaged', () => {
    const bytes = iso2709([data('245', '10', 'a', 'Phxo')], '00000nam  2200000   4500')
    bytes[bytes.indexOf('x')] = 0xfc
    const [outcome] = outcomesOf(bytes)
    assert.ok(outcome?.kind === 'record' && outcome.warnings[0])
    const sentence = say(marcWords('vi').warnings, outcome.warnings[0])
    assert.match(sentence, /^Trường 245 có 1 chỗ không đọc được/)
  })

  it('offers MARCXML for a record that ISO 2709 cannot hold', () => {
    const items = Array.from({ length: 12 }, () => data('952', '  ', 'a', 'x'.repeat(9000)))
    const written = writeIso2709({ leader: newLeader, fields: items })
    assert.ok(!written.ok && written.problems[0])
    for (const lang of languages) assert.match(say(marcWords(lang).refusals, written.problems[0]), /108230.*MARCXML/)
  })

  it('shows blanks where they matter', () => {
    assert.match(say(marcWords('en').warnings, { code: 'tag-invalid', tag: '2 4' }), /“2␣4”/)
  })
})
