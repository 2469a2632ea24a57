import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from '../../kernel/local-date.ts'
import { localized } from '../../kernel/localized-text.ts'
import type { Form } from '../../platform/http/index.ts'
import { fieldOf, readChanges } from './forms.ts'
import type { Institution } from './institution.ts'

const library: Institution = {
  id: 'lib',
  code: 'TVT',
  kind: 'provincial-library',
  name: localized('vi', 'Thư viện tỉnh', { en: 'Provincial Library', hmn: 'Tsev qiv ntawv' }),
  about: [],
  parent: null,
  place: null,
  contacts: [
    { kind: 'phone', value: '0214 3820 000' },
    { kind: 'phone', value: '0214 3820 001' },
    { kind: 'zalo', value: '0912 345 678' },
  ],
  hours: { weekly: {}, exceptions: [{ kind: 'lunar', month: 1, day: 1, spans: [] }] },
  languages: ['vi'],
  accessibility: [],
  equipment: [],
  policy: { loanDays: null, maxLoans: null, renewals: null, graceDays: null },
  validFrom: localDate('2025-07-01'),
  validTo: null,
  demo: false,
}

const form = (typed: Record<string, string>): Form => ({
  text: name => typed[name] ?? '',
  all: name => (typed[name] === undefined ? [] : [typed[name]]),
  has: name => name in typed,
  file: () => null,
  typed,
})
const good = { name: 'Thư viện tỉnh', 'name-en': 'Provincial Library', phone: '0214 3820 000' }

const changes = (typed: Record<string, string>) => {
  const read = readChanges(form({ ...good, ...typed }), library)
  assert.ok(read.ok, JSON.stringify(read))
  return read.value
}

describe('the edit form', () => {
  it('keeps what it does not show: other languages, a second telephone, Zalo, lunar days', () => {
    const { changes: read } = changes({})
    assert.deepEqual(read.name, library.name)
    assert.deepEqual(read.contacts, library.contacts)
    assert.deepEqual(read.hours, library.hours)
  })

  it('reads hours as people write them; an empty day is closed', () => {
    const { changes: read } = changes({ 'gio-1': '7h30 - 11h30; 13h30 đến 17h', 'gio-2': '' })
    assert.deepEqual(read.hours?.weekly, {
      1: [
        { from: '07:30', to: '11:30' },
        { from: '13:30', to: '17:00' },
      ],
    })
  })

  it('takes an empty rule as the parent’s, and 0 as a rule', () => {
    assert.deepEqual(changes({ loanDays: '', renewals: '0' }).changes.policy, {
      loanDays: null,
      maxLoans: null,
      renewals: 0,
      graceDays: null,
    })
  })

  it('puts language tags into their usual form, each once', () => {
    assert.deepEqual(changes({ languages: 'VI, hmn-latn-x-rpa; vi' }).changes.languages, ['vi', 'hmn-Latn-x-rpa'])
  })

  it('takes a text away where it was emptied', () => {
    assert.deepEqual(
      changes({ 'name-en': '' }).changes.name.map(({ lang }) => lang),
      ['vi', 'hmn'],
    )
  })

  it('tells everything that is wrong at once, each at its field', () => {
    const typed = {
      name: '',
      phone: 'gọi Lan',
      email: 'lan@',
      web: 'javascript:alert(1)',
      'gio-3': 'sáng',
      languages: 'tiếng Việt',
      loanDays: '400',
      graceDays: '-1',
    }
    const read = readChanges(form(typed), library)
    assert.ok(!read.ok)
    assert.deepEqual(read.problems.map(problem => `${problem.code} ${fieldOf(problem)}`).sort(), [
      'email-malformed email',
      'hours-unclear gio-3',
      'language-malformed languages',
      'name-missing name',
      'number-out-of-range graceDays',
      'number-out-of-range loanDays',
      'phone-malformed phone',
      'web-malformed web',
    ])
  })

  it('counts a name by characters that people see as one, and has a limit', () => {
    const read = readChanges(form({ name: '𡨸'.repeat(201) }), library)
    assert.deepEqual(!read.ok && read.problems[0], { code: 'name-too-long', limit: 200 })
    assert.ok(readChanges(form({ ...good, name: '𡨸'.repeat(200) }), library).ok)
  })
})
