import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Audience } from '../../../kernel/audience.ts'
import type { SearchDocument } from '../document.ts'
import type { SearchQuery } from '../query.ts'
import { createEngine, type Engine } from './engine.ts'
import { frozenCopy, partOf } from './part.ts'
import type { QueryTerms } from './plan.ts'
import type { AnalysedDocument } from './segment.ts'
import { mergeSegments } from './segment-merge.ts'
import { atOnce } from './steps.ts'

const words = ['ruong', 'bac', 'thang', 'sapa', 'mua', 'gat', 'nuong', 'theu'] as const
const admits = (audience: string, grants: ReadonlySet<string>): boolean => audience === 'public' || grants.has(audience)

interface Made {
  readonly id: number
  readonly words: readonly number[]
  readonly audience: string
  readonly institutions: readonly string[]
  readonly year: number | null
  readonly available: boolean
}

const made: fc.Arbitrary<Made> = fc.record({
  id: fc.nat(30),
  words: fc.array(fc.nat(words.length - 1), { minLength: 1, maxLength: 5 }),
  audience: fc.constantFrom('public', 'public', 'staff', 'elders'),
  institutions: fc.uniqueArray(fc.constantFrom('TVT', 'BTT', 'SAPA'), { maxLength: 2 }),
  year: fc.option(fc.constantFrom(1998, 2004, 2015), { nil: null }),
  available: fc.boolean(),
})

function analysed(one: Made, version: number): AnalysedDocument {
  const title = one.words.map(word => words[word]).join(' ')
  const document = {
    kind: 'work',
    id: String(one.id),
    url: `/w/${one.id}`,
    title,
    otherTitles: [],
    people: [],
    subjects: one.year === null ? ['không năm'] : [],
    text: '',
    identifiers: [],
    language: one.words.length > 2 ? 'vie' : null,
    institutions: one.institutions,
    places: [],
    year: one.year,
    available: one.available,
    audience: one.audience as Audience,
    display: { line: `v${version}` },
    sortKey: title,
  } satisfies SearchDocument
  const counts = new Map<string, number>()
  for (const word of one.words) counts.set(`f${words[word]}`, (counts.get(`f${words[word]}`) ?? 40) + 40)
  return { key: `work:${one.id}`, document, terms: counts, version }
}

const terms = (...typed: string[]): QueryTerms => ({
  positions: typed.map(text => ({ text, alternatives: [{ term: `f${text}`, weight: 1 }] })),
  pairs: [],
  sameTitle: [],
  identifier: null,
})

const asking = (more: Partial<SearchQuery> = {}): SearchQuery => ({
  text: '',
  page: 1,
  pageSize: 50,
  grants: new Set(),
  today: '2026-11-24' as SearchQuery['today'],
  ...more,
})

const questions: readonly (readonly [QueryTerms, Partial<SearchQuery>])[] = [
  [terms(), {}],
  [terms('ruong'), {}],
  [terms('ruong', 'bac'), {}],
  [terms('ruong', 'bac', 'thang', 'sapa'), {}],
  [terms('theu', 'không-có'), {}],
  [terms('mua'), { sort: 'newest' }],
  [terms('mua'), { sort: 'title', page: 2, pageSize: 3 }],
  [terms('gat'), { facets: { institution: ['TVT', 'BTT'], decade: ['1990'] } }],
  [terms(), { facets: { available: true, language: ['vie'] } }],
]

const viewers: readonly ReadonlySet<string>[] = [new Set(), new Set(['staff']), new Set(['staff', 'elders'])]

function assertSameAnswers(actual: Engine, expected: Engine): void {
  for (const grants of viewers) {
    for (const [typed, more] of questions) {
      const query = asking({ ...more, grants })
      assert.deepEqual(actual.find(typed, query), expected.find(typed, query))
    }
  }
}

const scratch = (documents: Iterable<AnalysedDocument>): Engine => {
  const engine = createEngine(admits)
  engine.put([...documents])
  return engine
}

type Step =
  | { readonly do: 'put'; readonly documents: readonly Made[] }
  | { readonly do: 'remove'; readonly id: number }
  | { readonly do: 'lend'; readonly id: number; readonly available: boolean }
  | { readonly do: 'merge' }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('put' as const), documents: fc.array(made, { minLength: 1, maxLength: 6 }) }),
    fc.record({ do: fc.constant('remove' as const), id: fc.nat(30) }),
    fc.record({ do: fc.constant('lend' as const), id: fc.nat(30), available: fc.boolean() }),
    fc.record({ do: fc.constant('merge' as const) }),
  ),
  { maxLength: 40 },
)

describe('the engine', () => {
  it('answers after any changes exactly as an index built anew from what is left', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async all => {
        const engine = createEngine(admits)
        const left = new Map<string, AnalysedDocument>()
        let version = 0
        for (const one of all) {
          version += 1
          if (one.do === 'put') {
            const documents = one.documents.map(document => analysed(document, version))
            engine.put(documents)
            for (const document of documents) left.set(document.key, document)
          } else if (one.do === 'remove') {
            engine.remove([`work:${one.id}`])
            left.delete(`work:${one.id}`)
          } else if (one.do === 'lend') {
            const key = `work:${one.id}`
            const display = { line: `lent ${version}` }
            engine.setAttributes(key, one.available, display)
            const known = left.get(key)
            if (known === undefined) continue
            left.set(key, { ...known, document: { ...known.document, available: one.available, display } })
          } else await engine.tidy()
          // What is remembered between searches must follow every change.
          for (const grants of viewers) engine.find(terms('ruong', 'bac'), asking({ grants }))
        }
        assert.equal(engine.size(), left.size)
        assertSameAnswers(engine, scratch(left.values()))
      }),
      { numRuns: 150 },
    )
  })

  it('tells a viewer nothing of documents that are not for them: the answer is that of an index that never held them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(made, { selector: one => one.id, minLength: 1, maxLength: 30 }), documents => {
        const whole = scratch(documents.map(one => analysed(one, 1)))
        for (const grants of viewers) {
          const meant = documents.filter(one => admits(one.audience, grants))
          const never = scratch(meant.map(one => analysed(one, 1)))
          for (const [typed, more] of questions) {
            const query = asking({ ...more, grants })
            assert.deepEqual(whole.find(typed, query), never.find(typed, query))
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('counts facets as a plain count does: "or" within one, "and" between, a facet not narrowed by its own choice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(made, { selector: one => one.id, maxLength: 30 }),
        fc.subarray(['TVT', 'BTT', 'SAPA']),
        fc.subarray(['1990', '2000', '2010']),
        fc.boolean(),
        (documents, institution, decade, available) => {
          const engine = scratch(documents.map(one => analysed(one, 1)))
          const visible = documents.filter(one => one.audience === 'public')
          const inInstitution = (one: Made) =>
            institution.length === 0 || one.institutions.some(code => institution.includes(code))
          const inDecade = (one: Made) =>
            decade.length === 0 || (one.year !== null && decade.includes(String(Math.floor(one.year / 10) * 10)))
          const fits = (one: Made) => !available || one.available
          const answer = engine.find(terms(), asking({ facets: { institution, decade, available } }))
          const counted = (name: string, value: string) =>
            answer.facets.find(facet => facet.name === name)?.values.find(other => other.value === value)?.count ?? 0
          assert.equal(answer.total, visible.filter(one => inInstitution(one) && inDecade(one) && fits(one)).length)
          for (const code of ['TVT', 'BTT', 'SAPA']) {
            const expected = visible.filter(one => inDecade(one) && fits(one) && one.institutions.includes(code)).length
            assert.equal(counted('institution', code), expected)
          }
          for (const first of ['1990', '2000', '2010']) {
            const expected = visible.filter(
              one =>
                inInstitution(one) &&
                fits(one) &&
                one.year !== null &&
                String(Math.floor(one.year / 10) * 10) === first,
            ).length
            assert.equal(counted('decade', first), expected)
          }
          const ready = visible.filter(one => inInstitution(one) && inDecade(one) && one.available).length
          assert.equal(counted('available', 'true'), ready)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('keeps what changes while a large merge is under way', async () => {
    const engine = createEngine(admits)
    const one = (id: number, version: number) =>
      analysed({ id, words: [id % 8], audience: 'public', institutions: [], year: null, available: true }, version)
    for (let batch = 0; batch < 4; batch += 1)
      engine.put(Array.from({ length: 1500 }, (_, i) => one(batch * 1500 + i, 1)))
    const merging = engine.tidy()
    engine.remove(['work:0', 'work:4000'])
    engine.put([one(1, 2)])
    engine.setAttributes('work:2', false, { line: 'out' })
    assert.equal(engine.find(terms(), asking()).total, 5998)
    await merging
    const answer = engine.find(terms(), asking({ pageSize: 10 }))
    assert.equal(answer.total, 5998)
    assert.equal(answer.facets.find(facet => facet.name === 'available')?.values[0]?.count, 5997)
    assert.equal(engine.versionOf('work:1'), 2)
    assert.equal(engine.versionOf('work:0'), null)
    assert.ok(engine.parts().length <= 2)
  })

  it('leaves nothing of dead documents in a merged segment', () => {
    const engine = createEngine(admits)
    engine.put([analysed({ id: 1, words: [0], audience: 'public', institutions: [], year: null, available: true }, 1)])
    engine.remove(['work:1'])
    const [part] = engine.parts()
    if (part === undefined) return
    const { segment } = partOf(atOnce(mergeSegments([frozenCopy(part)])).segment)
    assert.equal(segment.size, 0)
    assert.equal(segment.terms.starts.length, 1)
  })
})
