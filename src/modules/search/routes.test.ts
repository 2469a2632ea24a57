import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { type Audience, allows, everyone, grant } from '../../kernel/audience.ts'
import { type LocalDate } from '../../kernel/local-date.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import type { Asking } from './answering.ts'
import { ask } from './ask.ts'
import { browse } from './browse.ts'
import { keyOf, type SearchDocument } from './document.ts'
import { createEngine } from './engine/engine.ts'
import { analysed } from './follow.ts'
import { searchRoutes } from './routes.ts'
import { suggest } from './suggest.ts'

const document = (
  kind: SearchDocument['kind'],
  id: string,
  title: string,
  more: Partial<SearchDocument> = {},
): SearchDocument => ({
  kind,
  id,
  url: `/${kind}/${id}`,
  title,
  otherTitles: [],
  people: [],
  subjects: [],
  text: '',
  identifiers: [],
  language: null,
  institutions: [],
  places: [],
  year: null,
  available: false,
  audience: everyone,
  display: {},
  sortKey: sortKey(title),
  ...more,
})

const engine = createEngine((audience, grants, today: LocalDate) => allows(audience as Audience, grants, today))
engine.put(
  [
    document('work', '1', 'Thêu hoa văn Dao', {
      language: 'vi',
      institutions: ['tvt'],
      year: 2019,
      available: true,
      subjects: ['Nghề thêu'],
      display: { people: 'Nhiều tác giả', year: '2019', editions: 2, copies: 5, free: 3 },
    }),
    document('work', '2', 'Hoa văn <b>Mông</b>', {
      language: 'vi',
      institutions: ['btt'],
      year: 2004,
      display: { copies: 1, free: 0 },
    }),
    document('institution', 'tvt', 'Thư viện tỉnh Lào Cai', { display: { line: 'Thư viện · Phường Cam Đường' } }),
    document('work', '9', 'Hồ sơ hoa văn chưa công bố', { audience: grant('staff'), institutions: ['kho'] }),
  ].map(one => analysed(one, 1)),
)

/** Whether the index is whole is told by a word, so that the page can be seen either way. */
const index: Asking = {
  search: query => ({ ...ask(engine, query, false), source: query.text.includes('bảng') ? 'database' : 'index' }),
  suggest: query => suggest(engine, query),
  browse: query => browse(engine, query, false),
}
const names: Readonly<Record<string, string>> = { tvt: 'Thư viện tỉnh', btt: 'Bảo tàng tỉnh', vi: 'Việt' }
const door = openTestDoor(
  searchRoutes(index, testSite(), {
    labels: async (_, values) =>
      new Map(values.flatMap(value => (names[value] === undefined ? [] : [[value, names[value]]]))),
    names: async facet =>
      new Map(facet === 'place' ? [] : Object.entries(names).map(([code, label]) => [code, { label, sortBy: label }])),
    whenNothingFound: async () => [{ href: '/noi/tvt', label: 'Thư viện tỉnh' }],
  }),
  new Date('2026-11-24T02:00:00Z'),
)

const page = async (query: string, headers: Record<string, string> = {}) => {
  const response = await door.request(`/tim-kiem${query}`, { headers })
  assert.equal(response.status, 200)
  return { html: await response.text(), response }
}

const api = async (query: string, headers: Record<string, string> = {}) => {
  const response = await door.request(`/api/search${query}`, { headers })
  const json: ApiAnswer = JSON.parse(await response.text())
  return { json, response }
}

interface ApiAnswer {
  readonly query: string
  readonly total: number
  readonly tookMs: number
  readonly size: number
  readonly hits: readonly { readonly url: string; readonly highlights: readonly object[] }[]
  readonly facets: readonly { readonly name: string; readonly values: readonly object[] }[]
}

const suggestions = async (query: string): Promise<unknown> =>
  JSON.parse(await (await door.request(`/api/suggest?q=${query}`)).text()).suggestions

describe('the page of results', () => {
  it('shows what was found with its marks, its facts and its state', async () => {
    const { html } = await page('?q=hoa+van+dao')
    assert.match(html, /<title>“hoa van dao”: kết quả tìm/)
    assert.match(html, /Thêu <mark>hoa văn Dao<\/mark>/)
    assert.match(html, /Nhiều tác giả · 2019/)
    assert.match(html, /Sách, tài liệu · 2 lần in/)
    assert.match(html, /Còn 3 trong 5 bản/)
    assert.match(html, /value="hoa van dao"/)
  })

  it('names facets and keeps the words, the choices and the order in every link and form', async () => {
    const { html } = await page('?q=hoa+van&noi=tvt&xep=newest')
    assert.match(html, /1 kết quả/)
    assert.match(html, /name="noi" value="tvt" checked[^>]*>\s*<span[^>]*>Thư viện tỉnh/)
    assert.match(html, /name="noi" value="btt"/)
    assert.match(html, /href="\/tim-kiem\?q=hoa\+van&amp;loai=work&amp;noi=tvt&amp;xep=newest"/)
    assert.match(html, /<option value="newest" selected/)
  })

  it('says what no document has, and that the others are near', async () => {
    const { html } = await page('?q=hoa+xyzzy')
    assert.match(html, /Chưa thấy kết quả nào có đủ các từ/)
    assert.match(html, /Chưa có tài liệu nào có “xyzzy”/)
  })

  it('helps when nothing was found: what may be meant, and whom to ask', async () => {
    const { html } = await page('?q=thevien')
    assert.match(html, /Chưa thấy “thevien”/)
    assert.match(html, /Thêu hoa văn Dao<\/a>/)
    assert.match(html, /href="\/noi\/tvt"/)
  })

  it('offers to drop the filters when they leave nothing', async () => {
    const { html } = await page('?q=hoa+van+mong&con=1')
    assert.match(html, /Không có kết quả nào hợp với mọi điều bạn đã chọn/)
    assert.match(html, /href="\/tim-kiem\?q=hoa\+van\+mong"/)
  })

  it('offers to drop just the filter that is in the way, and says how much there is then', async () => {
    const { html } = await page('?q=hoa+van+dao&noi=tvt&thap-nien=1870')
    assert.match(html, /href="\/tim-kiem\?q=hoa\+van\+dao&amp;noi=tvt">\s*Bỏ lọc “Thời gian”: 1 kết quả/)
    assert.doesNotMatch(html, /Bỏ lọc “Nơi giữ”/)
  })

  it('escapes what was typed and what is shown', async () => {
    const { html } = await page(`?q=${encodeURIComponent('<script>alert(1)</script> hoa')}`)
    assert.doesNotMatch(html, /<script>alert/)
    assert.match(html, /&lt;b&gt;/)
  })

  it('says in a calm sentence that the table answers while the index is being renewed', async () => {
    assert.match((await page('?q=hoa+bảng')).html, /đang được sắp lại\. Kết quả dưới đây vẫn đủ/)
    assert.doesNotMatch((await page('?q=hoa')).html, /đang được sắp lại/)
  })

  it('is kept by nobody but the reader', async () => {
    assert.match((await page('?q=hoa')).response.headers.get('cache-control') ?? '', /^private/)
    assert.equal((await page('?q=hoa', as({}))).response.headers.get('cache-control'), 'private, no-store')
  })

  it('answers whatever its address says', async () => {
    for (const query of [
      '?trang=-1',
      '?trang=999999',
      '?loai=zebra&xep=x&thap-nien=abc&them=q',
      '?q=%00%ff',
      `?${'noi=x&'.repeat(500)}`,
    ]) {
      await page(query)
    }
  })
})

describe('the interface for programs', () => {
  it('gives total, time, hits with whole addresses, and facets', async () => {
    const { json } = await api('?q=hoa+van&language=vi&size=1')
    assert.equal(json.query, 'hoa van')
    assert.equal(json.total, 2)
    assert.equal(typeof json.tookMs, 'number')
    assert.equal(json.hits.length, 1)
    assert.deepEqual(
      Object.keys(json.hits[0] ?? {}).sort(),
      'available facts highlights id institution institutions kind title url'.split(' '),
    )
    assert.equal(json.hits[0]?.url, 'http://localhost/work/1')
    assert.deepEqual(json.facets.find(facet => facet.name === 'institution')?.values, [
      { value: 'btt', count: 1 },
      { value: 'tvt', count: 1 },
    ])
  })

  it('gives the title in pieces, told apart by whether they were found', async () => {
    const { json } = await api('?q=hoa+van&language=vi&institution=tvt')
    assert.deepEqual(json.hits[0]?.highlights, [
      { text: 'Thêu ', match: false },
      { text: 'hoa văn', match: true },
      { text: ' Dao', match: false },
    ])
  })

  it('counts by each of the seven filters', async () => {
    const { json } = await api('?q=theu')
    const names = 'kind institution place language subject decade available'.split(' ')
    assert.deepEqual(
      json.facets.map(({ name }) => name),
      names,
    )
  })

  it('says which parameter it does not understand, and what it could be', async () => {
    for (const [query, parameter, sentence] of [
      ['?size=100000', 'size', /1 đến 100/],
      ['?size=-3', 'size', /số nguyên/],
      ['?page=x', 'page', /số nguyên/],
      ['?page=101&size=100', 'page', /10000/],
      ['?kind=zebra', 'kind', /work, object/],
      ['?sort=best', 'sort', /relevance, newest, title/],
      ['?decade=1990s', 'decade', /1990/],
      ['?available=maybe', 'available', /true/],
    ] as const) {
      const response = await door.request(`/api/search${query}`)
      assert.equal(response.status, 400, query)
      assert.equal(response.headers.get('content-type'), 'application/problem+json')
      const problem: { status: number; parameter: string; detail: string } = JSON.parse(await response.text())
      assert.deepEqual([problem.status, problem.parameter], [400, parameter])
      assert.match(problem.detail, sentence)
    }
    assert.equal((await door.request('/api/suggest?q=a&size=21')).status, 400)
  })

  it('sends nothing again that a reader has already', async () => {
    const etag = (await api('?q=hoa')).response.headers.get('etag') ?? ''
    assert.equal((await door.request('/api/search?q=hoa', { headers: { 'if-none-match': etag } })).status, 304)
    assert.equal((await door.request('/api/search?q=dao', { headers: { 'if-none-match': etag } })).status, 200)
  })

  it('suggests what is being typed', async () => {
    assert.deepEqual(await suggestions('th%C6%B0+vi'), [
      { kind: 'institution', text: 'Thư viện tỉnh Lào Cai', url: 'http://localhost/institution/tvt' },
    ])
  })

  it('shows what is restricted to those who hold the grant, and to nobody else in any way', async () => {
    const mine = await api('?q=hoa+van', as({ grants: new Set(['staff']) }))
    assert.equal(mine.json.total, 3)
    const others = await api('?q=hoa+van')
    assert.equal(others.json.total, 2)
    assert.doesNotMatch(JSON.stringify(others.json), /kho|chưa công bố/)
    assert.deepEqual(await suggestions('ho+so'), [])
  })
})

describe('the lists to leaf through', () => {
  const list = async (path: string, headers: Record<string, string> = {}) => {
    const response = await door.request(path, { headers })
    assert.equal(response.status, 200)
    return response.text()
  }

  it('lead into the search with the filter, with as many as it will find', async () => {
    assert.match(
      await list('/duyet/de-tai'),
      /<h2 id="chu-n">N<\/h2>.*href="\/tim-kiem\?de-tai=Ngh%E1%BB%81\+th%C3%AAu"[^>]*>\s*Nghề thêu\s*<\/a> <span[^>]*>1</s,
    )
    assert.match(
      await list('/duyet/noi'),
      /href="\/tim-kiem\?noi=btt"[^>]*>\s*Bảo tàng tỉnh\s*<\/a> <span[^>]*>1\u00a0sách</s,
    )
  })

  it('stand together on one page, to which the empty box leads', async () => {
    assert.match(await list('/tim-kiem'), /href="\/duyet\/de-tai"/)
    assert.match(await list('/duyet'), /Nghề thêu/)
  })

  it('answer whatever their address says', async () => {
    for (const query of ['?trang=0', '?trang=99', '?trang=x']) await list(`/duyet/de-tai${query}`)
    assert.match(await list('/duyet/xa'), /Chưa có gì để duyệt/)
  })
})

describe('keys', () => {
  it('name a document by kind and id', () => {
    assert.equal(keyOf('work', '1'), 'work:1')
  })
})
