import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type LocalDate, localDate } from '../../kernel/local-date.ts'
import { localized } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
import { decideFounding, type Surroundings } from './founding.ts'
import { type Facility, type Institution, isInstitutionCode } from './institution.ts'
import { foundSentences } from './messages.ts'

const library: Institution = {
  id: 'lib',
  code: 'TAPHIN',
  kind: 'commune-library',
  name: localized('vi', 'Thư viện xã Tả Phìn'),
  about: [],
  parent: null,
  place: null,
  contacts: [],
  hours: null,
  languages: [],
  accessibility: [],
  equipment: [],
  policy: { loanDays: null, maxLoans: null, renewals: null, graceDays: null },
  validFrom: localDate('2026-12-01'),
  validTo: null,
  demo: false,
}
const site: Facility = {
  id: 'site',
  institution: 'lib',
  name: [],
  place: 'ta-phin',
  address: '',
  centre: null,
  hours: null,
  validFrom: localDate('2026-12-01'),
  validTo: null,
}
const around: Surroundings = { codeTaken: false, parent: null, placesInForce: new Set(['ta-phin']) }
const ended = (on: LocalDate): Institution => ({
  ...library,
  id: 'old',
  validFrom: localDate('1990-01-01'),
  validTo: on,
})

const reasons = (institution: Institution, facilities: Facility[], known: Surroundings): string[] => {
  const decided = decideFounding(institution, facilities, known)
  return decided.ok ? [] : decided.problems.map(({ code }) => code)
}

describe('founding', () => {
  it('takes an institution that has a name, a code of its own and a place in force', () => {
    assert.deepEqual(reasons(library, [site], around), [])
  })

  it('tells every reason at once', () => {
    const wrong = { ...library, name: [], code: 'tả phìn', validTo: localDate('2026-11-30'), parent: 'nobody' }
    assert.deepEqual(reasons(wrong, [site], { codeTaken: false, parent: undefined, placesInForce: new Set() }), [
      'name-missing',
      'code-malformed',
      'ends-before-it-begins',
      'parent-unknown',
      'place-not-in-force',
    ])
  })

  it('refuses a code that another bears', () => {
    assert.deepEqual(reasons(library, [], { ...around, codeTaken: true }), ['code-taken'])
  })

  it('refuses a parent that is gone, not one that is younger', () => {
    const under = { ...library, parent: 'old' }
    assert.deepEqual(reasons(under, [], { ...around, parent: ended(localDate('2025-06-30')) }), ['parent-ended'])
    const younger = { ...library, id: 'old', validFrom: localDate('2027-01-01') }
    assert.deepEqual(reasons(under, [], { ...around, parent: younger }), [])
  })

  it('says the day as people write it', () => {
    const problem = { code: 'place-not-in-force', on: localDate('2024-05-01') } as const
    assert.match(say(foundSentences('vi'), problem), /^Ngày 1\/5\/2024 chưa có hoặc không còn xã, phường đã chọn/)
    assert.match(say(foundSentences('en'), problem), /^On 1 May 2024/)
  })
})

it('codes are 2 to 12 capitals or digits, readable aloud on any telephone', () => {
  for (const code of ['TVT', 'TV2', 'BACHALIBRARY']) assert.equal(isInstitutionCode(code), true, code)
  for (const code of ['T', 'tvt', 'TV-T', 'ĐK', 'THUVIENTINHLC', '', 'TV T'])
    assert.equal(isInstitutionCode(code), false, code)
})
