import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { madeDocuments } from '../../../bench/made-records.ts'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { everyone } from '../../kernel/audience.ts'
import { localDate } from '../../kernel/local-date.ts'
import { fold } from '../../kernel/vietnamese.ts'
import { type Db, openDatabase } from '../../platform/database/database.ts'
import { rawSql, sql } from '../../platform/database/sql.ts'
import {
  createMemoryIndex,
  keyOf,
  openSearchIndex,
  queueDocuments,
  queueRemovals,
  type SearchDocument,
  type SearchIndex,
} from './index.ts'
import type { SearchQuery } from './query.ts'
import { readTokens } from './tokens.ts'

interface Asked {
  search(query: SearchQuery): { readonly total: number; readonly hits: readonly { kind: string; id: string }[] }
}

const today = localDate('2026-11-24')

/** Every hit of all the pages, sorted, and what the first page says of the whole. */
function everyHit<Index extends Asked>(index: Index, more: Pick<SearchQuery, 'text' | 'kinds'>) {
  const on = (page: number) =>
    index.search({ ...more, page, pageSize: 100, grants: new Set(), today }) as ReturnType<Index['search']>
  const first = on(1)
  const pages = Array.from({ length: Math.ceil(first.total / 100) }, (_, at) => (at === 0 ? first : on(at + 1)))
  const keys = pages.flatMap(page => page.hits.map(({ kind, id }) => `${kind}:${id}`)).sort()
  return { answer: first, keys }
}

/** PostgreSQL reads and folds by its own means: nothing of our code is in it but the documents as they were handed over. */
const folding = rawSql(`
  create function pg_temp.folded(written text) returns text language sql as $$
    select regexp_replace(
      lower(unaccent(regexp_replace(normalize(written, NFC), '[''’ʼ]', '', 'g'))), '[^a-z0-9]+', ' ', 'g')
  $$;
  create temporary table oracle as
    select key, body->>'kind' as kind, to_tsvector('simple', pg_temp.folded(string_agg(words, ' '))) as words
    from search_document, jsonb_array_elements_text(
      (body->'otherTitles') || (body->'people') || (body->'subjects') || jsonb_build_array(body->'title', body->'text')) as words
    where deleted_at is null and body->>'audience' = '${everyone}'
    group by key;
  create index on oracle using gin (words)`)

const dresses: readonly ((words: string) => string)[] = [
  words => words,
  fold,
  words => words.toUpperCase(),
  words => words.normalize('NFD'),
]

describe('documents with every word of a query', () => {
  let test: TestDatabase
  let folder: string
  let index: SearchIndex
  const documents = [...madeDocuments(400, 7)].map((document, at) => ({
    ...document,
    text: [document.text, 'Hoà Bình, H’Mông; Ðường sắt', 'HÒA BÌNH / Hmông', 'đường-sắt 2025'][at % 4] ?? '',
    people: at % 3 === 0 ? document.people.map(name => name.normalize('NFD')) : document.people,
  }))
  before(async () => {
    test = await testDatabase()
    folder = await mkdtemp(join(tmpdir(), 'full text '))
    const owner = openDatabase({ url: test.ownerUrl, connections: 1 })
    await owner.run(sql`create extension unaccent`)
    await owner.close()
    const log = { info: () => undefined, warn: () => undefined }
    index = await openSearchIndex({ database: test.db, dataDir: folder, log, owner: false })
    // Followed step by step, so that the answers come from several segments with dead documents in them.
    const queue = async (some: readonly SearchDocument[]) => {
      await test.db.transaction(tx => queueDocuments(tx, some))
      await index.catchUp()
    }
    for (const from of [0, 150, 300]) await queue(documents.slice(from, from + 150))
    const replaced = documents.slice(100, 130).map((document, at) => ({ ...document, title: `Bản ${at} Suối Thầu` }))
    documents.splice(100, 30, ...replaced)
    await queue(replaced)
    const removed = documents.splice(200, 20)
    await test.db.transaction(tx =>
      queueRemovals(
        tx,
        removed.map(({ kind, id }) => keyOf(kind, id)),
      ),
    )
    await index.catchUp()
    assert.ok(index.status().segments > 1)
  })
  after(async () => {
    await index.close()
    await test.close()
    await rm(folder, { recursive: true })
  })

  const wordsOf = (at: number) => {
    const { title, people, subjects, text } = documents[at % documents.length] as SearchDocument
    return [title, ...people, ...subjects, text].join(' ').split(/[^\p{L}\p{N}\p{M}’]+/u)
  }
  const place = fc.nat(1_000_000)
  /** One to four syllables that follow each other in a document, and perhaps one of another. */
  const typed = fc
    .record({
      document: place,
      from: place,
      length: fc.integer({ min: 1, max: 4 }),
      stranger: fc.option(fc.tuple(place, place), { freq: 2 }),
      dress: fc.constantFrom(...dresses),
    })
    .map(({ document, from, length, stranger, dress }) => {
      const words = wordsOf(document)
      const chosen = words.slice(from % words.length, (from % words.length) + length)
      const other = stranger === null ? [] : wordsOf(stranger[0])
      const more = other[(stranger?.[1] ?? 0) % Math.max(1, other.length)] ?? []
      return dress(chosen.concat(more).join(' ')).trim()
    })
    .filter(text => text !== '')

  const foundBy = async (session: Db, text: string) =>
    session.many<{ key: string; kind: string }>(sql`
      select key, kind from oracle where words @@ plainto_tsquery('simple', pg_temp.folded(${text})) order by key`)

  it('are those that PostgreSQL full text finds, and as many as the total says', async () => {
    const seen = { all: 0, some: 0, most: 0 }
    await test.db.withConnection(async session => {
      await session.run(folding)
      const check = fc.asyncProperty(typed, fc.option(fc.constantFrom('work', 'object')), async (text, kind) => {
        const expected = await foundBy(session, text)
        const { answer, keys } = everyHit(index, { text, ...(kind === null ? {} : { kinds: [kind] }) })
        const wanted = expected.filter(row => kind === null || row.kind === kind).map(row => row.key)
        assert.equal(answer.complete, expected.length)
        if (expected.length > 0 && text.split(' ').length < 4) assert.equal(answer.matching, 'all')
        if (answer.matching === 'all') {
          assert.deepEqual(keys, wanted)
          assert.equal(answer.total, wanted.length)
          seen.all += 1
          seen.most = Math.max(seen.most, wanted.length)
        } else {
          assert.equal(answer.matching, 'some')
          assert.deepEqual(
            wanted.filter(key => !keys.includes(key)),
            [],
          )
          assert.equal(answer.total, keys.length)
          seen.some += 1
        }
      })
      await fc.assert(check, { numRuns: 400 })
    })
    assert.ok(seen.all > 150 && seen.some > 20 && seen.most > 100, JSON.stringify(seen))
  })

  const odd = fc.constantFrom(
    ..."đường Ðường duong hoà HÒA H’Mông h'mông Hmông TP.HCM tp đường-sắt 1.5 2025 1e5 Q.1 naïve æ of".split(' '),
    ...'𡨸喃 漢字漢 喃 ភាសាខ្មែរ ꪼꪕꪥ ⵣ'.split(' '),
    'ế'.normalize('NFD'),
  )
  const oddText = (most: number) => fc.array(odd, { minLength: 1, maxLength: most }).map(words => words.join(' '))
  const folded = (text: string) =>
    readTokens(text)
      .map(token => token.folded)
      .join(' ')

  const plain = {
    ...(documents[0] as SearchDocument),
    otherTitles: [],
    people: [],
    subjects: [],
    text: '',
    audience: everyone,
  }

  it('are so in every script, once words are cut and folded', async () => {
    let met = 0
    await fc.assert(
      fc.asyncProperty(fc.array(oddText(6), { minLength: 1, maxLength: 25 }), oddText(3), async (texts, text) => {
        const memory = createMemoryIndex()
        await memory.put(texts.map((title, at) => ({ ...plain, id: String(at), title })))
        const rows = await test.db.many<{ key: string }>(sql`
          select ${plain.kind} || ':' || at - 1 as key from unnest(${texts.map(folded)}::text[]) with ordinality as one (words, at)
          where to_tsvector('simple', words) @@ plainto_tsquery('simple', ${folded(text)})`)
        const { answer, keys } = everyHit(memory, { text })
        assert.equal(answer.complete, rows.length)
        if (answer.matching !== 'all') return
        met += 1
        assert.deepEqual(keys, rows.map(row => row.key).sort())
      }),
      { numRuns: 300 },
    )
    assert.ok(met > 60, `${met}`)
  })
})
