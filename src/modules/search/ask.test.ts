import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainRecords } from '../../../tests/support/plain-records.ts'
import { sharedFile } from '../../../tests/support/shared.ts'
import { everyone } from '../../kernel/audience.ts'
import { localDate } from '../../kernel/local-date.ts'
import { fold, sortKey } from '../../kernel/vietnamese.ts'
import { ask } from './ask.ts'
import type { SearchDocument } from './document.ts'
import { createEngine, type Engine } from './engine/engine.ts'
import { analysed } from './follow.ts'
import type { SearchQuery } from './query.ts'
import { readTokens } from './tokens.ts'

const today = localDate('2026-11-24')

const work = (id: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  kind: 'work',
  id,
  url: `/tai-lieu/${id}`,
  title,
  otherTitles: [],
  people: [],
  subjects: [],
  text: '',
  identifiers: [],
  language: 'vie',
  institutions: [],
  places: [],
  year: null,
  available: true,
  audience: everyone,
  display: {},
  sortKey: sortKey(title),
  ...more,
})

function indexOf(documents: readonly SearchDocument[]): Engine {
  const engine = createEngine(() => true)
  engine.put(documents.map(document => analysed(document, 1)))
  return engine
}

const asking = (engine: Engine, text: string, more: Partial<SearchQuery> = {}) =>
  ask(engine, { text, page: 1, pageSize: 20, grants: new Set(), today, ...more }, false)

const titles = (engine: Engine, text: string) => asking(engine, text).hits.map(hit => hit.title)

const shelf = indexOf([
  work('1', 'Học sinh miền núi'),
  work('2', 'Sinh học phổ thông', { identifiers: ['978-604-0-00123-4', 'LC.000 123'] }),
  work('3', 'Đường lên bản', { people: ['Mã A Lềnh'] }),
  work('4', 'Dương đề tam tự kinh'),
  work('5', 'Hòa âm rừng', { text: 'Dân ca Tày, Thái vùng Văn Bàn' }),
  work('6', 'Mùa ruộng bậc thang', { otherTitles: ['The season of terraced fields'] }),
  work('7', 'Lễ hội Gầu Tào của người Hmông', { subjects: ['Lễ hội', 'Người Hmông'] }),
])

it('finds a syllable in its other spelling beside other words, whichever of them is rarer', () => {
  const titles = ['Xã Hưng Mỹ', 'Thẩm mĩ', 'Hưng Yên']
  for (const more of [[], ['Ăn mì', 'Mì gõ', 'Cái mi']]) {
    const answer = asking(indexOf([...titles, ...more].map((title, at) => work(String(at), title))), 'hưng mĩ')
    assert.equal(answer.matching, 'all')
    assert.deepEqual(
      answer.hits.map(({ title }) => title),
      ['Xã Hưng Mỹ'],
    )
    assert.deepEqual(answer.unknown, [])
  }
})

describe('a search', () => {
  it('finds a title typed with marks, without, in capitals, and in decomposed letters', () => {
    for (const typed of ['Đường lên bản', 'duong len ban', 'ĐƯỜNG LÊN BẢN', 'Đường lên bản'.normalize('NFD')]) {
      assert.equal(titles(shelf, typed)[0], 'Đường lên bản', typed)
    }
  })

  it('lets marks decide when they were typed, and folds when they were not', () => {
    assert.deepEqual(titles(shelf, 'đường'), ['Đường lên bản', 'Dương đề tam tự kinh'])
    assert.equal(asking(shelf, 'duong').total, 2)
  })

  it('minds the order of syllables: pupils are not biology', () => {
    assert.equal(titles(shelf, 'học sinh')[0], 'Học sinh miền núi')
    assert.equal(titles(shelf, 'sinh học')[0], 'Sinh học phổ thông')
    assert.equal(titles(shelf, 'sinh hoc')[0], 'Sinh học phổ thông')
  })

  it('knows one syllable in its two spellings', () => {
    assert.equal(titles(shelf, 'hoà âm')[0], 'Hòa âm rừng')
  })

  it('finds by people, subjects, other titles and text, best field first', () => {
    assert.deepEqual(titles(shelf, 'mã a lềnh'), ['Đường lên bản'])
    assert.deepEqual(titles(shelf, 'terraced fields'), ['Mùa ruộng bậc thang'])
    assert.deepEqual(titles(shelf, "h'mông"), ['Lễ hội Gầu Tào của người Hmông'])
  })

  it('finds an identifier whatever the case, blanks and dashes, before anything else', () => {
    for (const typed of ['9786040001234', '978-604-0-00123-4', 'ISBN 978 604 0 00123 4', 'lc000123', 'LC.000123']) {
      const answer = asking(shelf, typed)
      assert.equal(answer.matching, 'identifier', typed)
      assert.deepEqual(
        answer.hits.map(hit => hit.id),
        ['2'],
        typed,
      )
    }
  })

  it('says when no document has every word, and names the words that nothing has', () => {
    const answer = asking(shelf, 'ruộng bậc xyzzy')
    assert.equal(answer.matching, 'some')
    assert.equal(answer.complete, 0)
    assert.deepEqual(answer.unknown, ['xyzzy'])
    assert.deepEqual(
      answer.hits.map(hit => hit.id),
      ['6'],
    )
  })

  it('gives everything in title order when nothing is typed', () => {
    const answer = asking(shelf, '  ')
    assert.equal(answer.matching, 'everything')
    assert.deepEqual(
      answer.hits.map(hit => hit.title[0]),
      ['D', 'Đ', 'H', 'H', 'L', 'M', 'S'],
    )
  })

  it('marks the words in the title as it is written', () => {
    const title = 'Lễ hội Gầu Tào'
    const decomposed = indexOf([work('1', title.normalize('NFD'))])
    const [hit] = asking(decomposed, 'gau tao').hits
    assert.deepEqual(
      hit?.highlights.map(([from, to]) => hit.title.slice(from, to).normalize('NFC')),
      ['Gầu Tào'],
    )
  })

  it('answers whatever is typed, at a bounded cost', () => {
    const nonsense = [
      '*'.repeat(5000),
      'a '.repeat(50_000),
      '(((((',
      '\u0000\u0007',
      "'; drop table",
      '\ud800',
      '﷽'.repeat(999),
    ]
    for (const typed of nonsense) assert.ok(asking(shelf, typed).tookMs < 50)
    assert.equal(asking(shelf, 'bản', { page: Number.NaN, pageSize: 1e9 }).hits.length, 2)
    assert.equal(asking(shelf, 'bản', { page: 999_999_999 }).hits.length, 0)
  })
})

const catalogue = sharedFile('data/marc/vietnamese-university')

describe('three hundred real titles among thirty thousand', {
  skip: catalogue === null && 'the large catalogue is not on this machine',
}, () => {
  const records = catalogue === null ? [] : plainRecords(catalogue)
  const engine = indexOf(
    records.map((record, at) => work(String(at), record.title, { people: record.people, text: record.notes })),
  )
  const chosen = records.filter((_, at) => at % Math.floor(records.length / 300) === 0).slice(0, 300)
  const ways: Readonly<Record<string, (title: string) => string>> = {
    'with marks': title => title,
    'without marks': fold,
    'in capitals': title => title.toUpperCase(),
    'in decomposed letters': title => title.normalize('NFD'),
  }
  for (const [way, typed] of Object.entries(ways)) {
    it(`are each first, or among identical titles, typed ${way}`, () => {
      const same = (a: string, b: string) =>
        readTokens(a)
          .map(t => t.folded)
          .join(' ') ===
        readTokens(b)
          .map(t => t.folded)
          .join(' ')
      const missed = chosen.filter(({ title }) => !same(asking(engine, typed(title)).hits[0]?.title ?? '', title))
      assert.deepEqual(
        missed.map(({ title }) => title),
        [],
      )
      assert.equal(chosen.length, 300)
    })
  }
})
