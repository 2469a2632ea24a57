import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { everyone, grant } from '../../kernel/audience.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import { answering, openSearchIndex, queueDocuments, type SearchDocument, type SearchIndex } from './index.ts'
import { searchRoutes } from './routes.ts'

const work = (id: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  kind: 'work',
  id,
  url: `/w/${id}`,
  title,
  otherTitles: [],
  people: ['Vàng A Páo'],
  subjects: ['Nghề rèn'],
  text: '',
  identifiers: [`TN-00012${id}`],
  language: 'vi',
  institutions: ['TVT'],
  places: ['03043'],
  year: 1994,
  available: true,
  audience: everyone,
  display: {},
  sortKey: sortKey(title),
  ...more,
})

const known = [work('1', 'Nghề rèn của người Mông'), work('2', 'Lò rèn ở Tả Phìn')]
/** In parts as those that everybody may see, in parts with words, people, places and times of its own. */
const restricted = work('3', 'Nghề rèn: hồ sơ kín', {
  kind: 'document',
  audience: grant('staff'),
  people: ['Vàng A Páo', 'Sùng Thị Mẩy'],
  subjects: ['Nghề rèn', 'Hồ sơ kín'],
  language: 'mww',
  institutions: ['TVT', 'KHOKIN'],
  places: ['03043', '02683'],
  year: 1871,
})

const words = 'nghe+ren|ho+so+kin|hồ+sơ|TN-000123|Sùng+Thị+Mẩy|vang+a+pao|h|nghề+kín'
  .split('|')
  .map(text => `q=${text}`)
const queries = words.concat('', 'q=kin&available=true&con=1', 'sort=newest&xep=newest', 'sort=title&xep=title')
const filters = ['noi=KHOKIN', 'xa=02683', 'de-tai=Hồ+sơ+kín', 'tieng=mww', 'thap-nien=1870', 'loai=document']
const apiFilters = [
  'institution=KHOKIN',
  'place=02683',
  'subject=Hồ+sơ+kín',
  'language=mww',
  'decade=1870',
  'kind=document',
]
const lists = ['/duyet', '/duyet/de-tai', '/duyet/xa', '/duyet/noi']
const exits = [
  ...queries.concat(filters).map(query => `/tim-kiem?${query}`),
  ...queries.concat(apiFilters).map(query => `/api/search?${query}`),
  ...queries.map(query => `/api/suggest?${query}`),
  ...lists,
]

describe('a document for the staff alone', () => {
  let test: TestDatabase
  let folder: string
  let index: SearchIndex
  before(async () => {
    test = await testDatabase()
    folder = await mkdtemp(join(tmpdir(), 'restricted '))
    await test.db.transaction(tx => queueDocuments(tx, known))
    const log = { info: () => undefined, warn: () => undefined }
    index = await openSearchIndex({ database: test.db, dataDir: folder, log, owner: false })
  })
  after(async () => {
    await index.close()
    await test.close()
    await rm(folder, { recursive: true })
  })

  /** What each exit answers; how long it took is left out. */
  async function answers(isWhole: boolean, headers: Record<string, string>): Promise<Map<string, string>> {
    const port = {
      labels: async () => new Map(),
      names: async () =>
        new Map(['TVT', 'KHOKIN', '03043', '02683'].map(code => [code, { label: code, sortBy: code }])),
      whenNothingFound: async () => [],
    }
    const log = { warn: (values: object) => assert.fail(JSON.stringify(values)) }
    const asked = answering({ ...index, isWhole: () => isWhole }, { database: test.db, log, mostMs: 20_000 })
    const door = openTestDoor(searchRoutes(asked, testSite(), port), new Date('2026-11-24T02:00:00Z'))
    const bodies = new Map<string, string>()
    for (const path of exits) {
      const response = await door.request(encodeURI(path), { headers })
      assert.equal(response.status, 200, path)
      bodies.set(path, (await response.text()).replace(/"tookMs":[\d.]+/, ''))
    }
    return bodies
  }

  it('changes nothing in any exit for others: not in the index, nor where the table answers in its place', async () => {
    const staff = as({ grants: new Set(['staff']) })
    const both = async (headers: Record<string, string>) => [
      await answers(true, headers),
      await answers(false, headers),
    ]
    const [before, beforeForStaff] = [await both({}), await both(staff)]
    await test.db.transaction(tx => queueDocuments(tx, [restricted]))
    await index.catchUp()
    assert.deepEqual(await both({}), before)
    const seen = (await both(staff)).map((bodies, at) =>
      exits.filter(path => bodies.get(path) !== beforeForStaff[at]?.get(path)),
    )
    // The same addresses tell the staff of it, so that the silence above means something.
    for (const told of seen) {
      for (const exit of ['/tim-kiem', '/api/search', '/api/suggest', ...lists])
        assert.ok(
          told.some(path => path.split('?')[0] === exit),
          `${exit}: ${told.join(' ')}`,
        )
    }
  })
})
