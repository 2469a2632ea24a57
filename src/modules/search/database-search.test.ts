import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { madeDocuments } from '../../../bench/made-records.ts'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { localDate } from '../../kernel/local-date.ts'
import { fold } from '../../kernel/vietnamese.ts'
import { sql } from '../../platform/database/sql.ts'
import { admits } from './admits.ts'
import { type Answering, answering } from './answering.ts'
import { ask } from './ask.ts'
import { type Browsed, type BrowseQuery, browse, browsedFacets } from './browse.ts'
import { createEngine } from './engine/engine.ts'
import { analysed } from './follow.ts'
import { queueDocuments, type SearchAnswer, type SearchDocument } from './index.ts'
import { facetNames, type SearchQuery, type SuggestQuery } from './query.ts'
import { suggest } from './suggest.ts'

const today = localDate('2026-11-24')
const oddities = ['Hoà Bình, H’Mông; Ðường sắt', 'HÒA BÌNH / Hmông', 'đường-sắt 2025', 'mở “lời”\nsa pa', '漢字漢 喃']
const documents: SearchDocument[] = [...madeDocuments(300, 11)].map((document, at) => ({
  ...document,
  subjects: at % 7 === 0 ? [...document.subjects, oddities[at % 5] ?? ''] : document.subjects,
  text: `${document.text} ${oddities[at % 5]}`,
  people: at % 3 === 0 ? document.people.map(name => name.normalize('NFD')) : document.people,
}))

describe('without a whole index the table of documents answers', () => {
  let test: TestDatabase
  let table: Answering
  const warnings: object[] = []
  const log = { warn: (values: object) => void warnings.push(values) }
  const engine = createEngine(admits)
  const index = {
    search: (asked: SearchQuery) => ask(engine, asked, false),
    suggest: (asked: SuggestQuery) => suggest(engine, asked),
    browse: (asked: BrowseQuery) => browse(engine, asked, false),
  }
  const filling = { ...index, isWhole: () => false }
  before(async () => {
    test = await testDatabase()
    await test.db.transaction(tx => queueDocuments(tx, documents))
    engine.put(documents.map(document => analysed(document, 1)))
    await engine.tidy()
    table = answering(filling, { database: test.db, log, mostMs: 20_000 })
  })
  after(() => test.close())

  const words = fc.oneof(
    fc.tuple(fc.nat(299), fc.nat(8), fc.integer({ min: 1, max: 3 })).map(([at, from, length]) => {
      const { title, people, subjects, text } = documents[at] as SearchDocument
      const all = [title, ...people, ...subjects, text].join(' ').split(' ')
      return all.slice(from % all.length, (from % all.length) + length).join(' ')
    }),
    fc.constantFrom(
      'h’mông',
      "h'mong",
      'hoa binh',
      'duong sat',
      'sa pa',
      'n sa',
      'mong',
      'hmong',
      '2025',
      '漢字',
      '',
      'loi',
    ),
    fc.constantFrom('978-6040000-012', 'ISBN 9786040000012', '978604000001'),
  )
  const dress = fc.constantFrom<((text: string) => string)[]>(
    text => text,
    fold,
    text => text.toUpperCase(),
    text => text.normalize('NFD'),
  )
  const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: 2 })
  const query: fc.Arbitrary<SearchQuery> = fc.record({
    text: fc.tuple(words, dress).map(([text, wear]) => wear(text)),
    kinds: fc.constantFrom<('work' | 'object')[]>([], ['work'], ['object']),
    facets: fc.record({
      institution: some(['TV-1', 'TV-2', 'TV-3', 'NONE']),
      place: some(['LC-1', 'LC']),
      language: some(['vie', 'eng']),
      subject: some(documents[0]?.subjects ?? []),
      decade: some(['1990', '2000']),
      available: fc.boolean(),
    }),
    sort: fc.constantFrom('relevance', 'newest', 'title'),
    page: fc.constantFrom(1, 2),
    pageSize: fc.constant(30),
    grants: fc.constantFrom(new Set<string>(), new Set(['staff'])),
    today: fc.constant(today),
  })
  const counts = ({ facets }: SearchAnswer) =>
    Object.fromEntries(
      facetNames.map(name => [
        name,
        Object.fromEntries(
          (facets.find(facet => facet.name === name)?.values ?? []).map(one => [one.value, one.count]),
        ),
      ]),
    )
  const keysOf = ({ hits }: SearchAnswer) => hits.map(({ kind, id }) => `${kind}:${id}`)

  it('with the same documents, totals and facets as the index has for those with every word', async () => {
    const seen = { all: 0, identifier: 0, everything: 0 }
    await fc.assert(
      fc.asyncProperty(query, async asked => {
        const expected = index.search(asked)
        const answer = await table.search(asked)
        assert.equal(answer.source, 'database')
        if (expected.matching === 'some') {
          assert.equal(answer.complete, expected.complete)
          return
        }
        seen[expected.matching] += 1
        assert.equal(answer.total, expected.total)
        assert.equal(answer.complete, expected.complete)
        assert.deepEqual(counts(answer), counts(expected))
        if (asked.sort !== 'relevance') assert.deepEqual(keysOf(answer), keysOf(expected))
      }),
      { numRuns: 250 },
    )
    assert.deepEqual(warnings, [])
    assert.ok(seen.all > 60 && seen.identifier > 5 && seen.everything > 3, JSON.stringify(seen))
  })

  it('puts the title that was typed first, and marks what was found', async () => {
    const { title } = documents[42] as SearchDocument
    const [first] = (await table.search({ text: fold(title), page: 1, pageSize: 5, grants: new Set(), today })).hits
    assert.equal(first?.title, title)
    assert.deepEqual(first?.highlights.at(-1)?.[1], title.length)
  })

  it('suggests titles of which the last word is not yet whole', async () => {
    const { title } = documents[42] as SearchDocument
    const suggestions = await table.suggest({ text: fold(title).slice(0, -1), grants: new Set(), today })
    assert.ok(suggestions.some(({ text }) => text === title))
    assert.deepEqual(await table.suggest({ text: '', grants: new Set(), today }), [])
  })

  it('counts what there is to browse as the index does, for each viewer', async () => {
    const sorted = ({ values }: Browsed) => values.toSorted((a, b) => (a.value < b.value ? -1 : 1))
    for (const facet of browsedFacets) {
      for (const grants of [new Set<string>(), new Set(['staff'])]) {
        const asked = { facet, grants, today }
        const answer = await table.browse(asked)
        assert.equal(answer.source, 'database')
        assert.deepEqual(sorted(answer), sorted(index.browse(asked)))
      }
    }
  })

  it('gives way, when it takes too long, to what the index has so far', async () => {
    const slow = answering(filling, { database: test.db, log, mostMs: 1 })
    await test.db.withConnection(async session => {
      await session.run(sql`begin`)
      await session.run(sql`lock table search_document in access exclusive mode`)
      const answer = await slow.search({ text: 'hoa', page: 1, pageSize: 5, grants: new Set(), today })
      assert.equal(answer.source, 'index')
      assert.deepEqual(warnings.splice(0), [{ code: '57014' }])
      await session.run(sql`rollback`)
    })
  })
})
