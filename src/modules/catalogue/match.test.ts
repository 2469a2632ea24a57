import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Candidate, decideMatch, type MatchFacts } from './match.ts'

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

test('a control number decides alone', () => {
  const controlKey = '(VN-TVQG)000123'
  assert.equal(outcome({ controlKey, titleKey: '', year: null }, held({ controlKey })), 'same')
})

test('a certain match is preferred to an earlier doubt', () => {
  const match = decideMatch(kieu, [held({ year: null }), { ...held(), edition: 'e-2' }])
  assert.ok(match.outcome === 'same' && match.candidate.edition === 'e-2')
})
