import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Candidate, decideMatch, type MatchFacts, matchCandidates } from './match.ts'

const kieu: MatchFacts = { controlKey: null, isbns: [], titleKey: 'truyen6 kieu2', authorKey: 'du nguyen4', year: 1979 }
const held = (changes: Partial<MatchFacts> = {}): Candidate => ({ ...kieu, ...changes, edition: 'e-1', record: null })
const outcome = (incoming: Partial<MatchFacts>, candidate: Candidate) =>
  decideMatch({ ...kieu, ...incoming }, [candidate]).outcome

test('a title that nobody holds is new', () => {
  assert.deepEqual(decideMatch(kieu, []), { outcome: 'new', reasons: [] })
})

test('the same title, author and year are the same edition', () => {
  assert.equal(outcome({}, held()), 'same')
})

test('a shorter form of the author is the same author, a single syllable is not', () => {
  assert.equal(outcome({ authorKey: 'dao nguyen4 thi6' }, held({ authorKey: 'dao nguyen4' })), 'same')
  assert.equal(outcome({ authorKey: 'nguyen4' }, held({ authorKey: 'dao nguyen4' })), 'new')
})

test('another year is another edition', () => {
  assert.equal(outcome({ year: 2001 }, held()), 'new')
})

test('a missing year or author leaves a doubt', () => {
  assert.equal(outcome({ year: null }, held()), 'doubtful')
  assert.equal(outcome({ authorKey: '' }, held()), 'doubtful')
})

test('two records that both lack author and year are the same when their titles are', () => {
  assert.equal(outcome({ authorKey: '', year: null }, held({ authorKey: '', year: null })), 'same')
})

test('a shared ISBN with another title is a doubt, with the same title a certainty', () => {
  const isbns = ['9786041234567']
  assert.equal(outcome({ isbns, titleKey: 'chi2 pheo2' }, held({ isbns })), 'doubtful')
  assert.equal(outcome({ isbns, year: 2005 }, held({ isbns })), 'same')
})

test('two ISBNs that differ make two editions whatever else agrees', () => {
  assert.equal(outcome({ isbns: ['9786041234567'] }, held({ isbns: ['9786049999999'] })), 'new')
})

test('a control number decides whatever the year and the author, and where a title is missing', () => {
  const controlKey = '(VN-TVQG)000123'
  assert.equal(outcome({ controlKey, year: 2001, authorKey: 'chi2' }, held({ controlKey })), 'same')
  assert.equal(outcome({ controlKey, titleKey: '', year: null }, held({ controlKey })), 'same')
})

test('a control number that two libraries gave to two books leaves a doubt', () => {
  const controlKey = '(OSt)17'
  const match = decideMatch({ ...kieu, controlKey }, [held({ controlKey, titleKey: 'chi2 pheo2' })])
  assert.deepEqual(
    [match.outcome, match.reasons],
    ['doubtful', [{ code: 'control-number-with-another-title', controlKey }]],
  )
})

test('a certain match is preferred to an earlier doubt', () => {
  const match = decideMatch(kieu, [held({ year: null }), { ...held(), edition: 'e-2' }])
  assert.ok(match.outcome === 'same' && match.candidate.edition === 'e-2')
})

test('candidates are found by title, ISBN and control number, each once', () => {
  const both = held({ controlKey: '(TVT)1', isbns: ['9786041234567'] })
  const candidates = matchCandidates([both])
  assert.deepEqual(candidates.of({ ...kieu, controlKey: '(TVT)1', isbns: ['9786041234567'] }), [both])
  assert.deepEqual(candidates.of({ ...kieu, titleKey: 'chi2 pheo2', isbns: ['9786041234567'] }), [both])
  assert.deepEqual(candidates.of({ ...kieu, titleKey: '' }), [])
})
