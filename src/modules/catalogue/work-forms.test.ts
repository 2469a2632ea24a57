import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { SaxesParser } from 'saxes'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { type Imports, openImports } from '../../../tests/support/imports.ts'
import { control, data, iso2709, outcomesOf, recordsOf } from '../../../tests/support/marc.ts'
import { newId } from '../../platform/clock.ts'
import { fieldsOf, readMarcxml } from '../../standards/marc/index.ts'
import { itemByBarcode } from './item-store.ts'
import { catalogueRoutes } from './routes.ts'
import { workOfEditions } from './work-store.ts'

const mice = (number: string, year: string, barcode: string) =>
  iso2709([
    control('001', number),
    data('020', '  ', 'a', '8935244814532'),
    data('041', '0 ', 'a', 'vie'),
    data('100', '1 ', 'a', 'Tô Hoài'),
    data('245', '10', 'a', 'Dế mèn & <bạn>'),
    data('260', '  ', 'a', 'Hà Nội :', 'b', 'Kim Đồng,', 'c', year),
    data('541', '0 ', 'a', 'Ông A tặng, xin giấu tên'),
    data('541', '1 ', 'a', 'Sở mua'),
    data('700', '1 ', 'a', 'Ngô Mạnh Lân', 'e', 'minh họa'),
    data('952', '  ', 'p', barcode, 'c', 'Kho mượn', 'x', 'Bản này hay bị mượn quá hạn'),
  ])

describe('a work in other forms', () => {
  let imports: Imports
  let door: ReturnType<typeof openTestDoor>
  let path = ''
  let edition = ''

  before(async () => {
    imports = await openImports()
    door = openTestDoor(catalogueRoutes(imports.world, testSite()), new Date('2026-11-24T02:00:00Z'))
    await imports.apply(await imports.stage(Buffer.concat([mice('m-1', '1980', 'D1'), mice('m-2', '2020', 'D2')])))
    await imports.apply(await imports.stage(mice('m-2', '2020', 'D3'), imports.BT))
    edition = (await itemByBarcode(imports.world.database, 'D2'))?.edition ?? ''
    path = `/sach/${(await workOfEditions(imports.world.database, [edition])).get(edition)}`
  })
  after(() => imports.close())

  const get = async (form: string, headers: Record<string, string> = {}) => door.request(path + form, { headers })
  const text = async (form: string): Promise<string> => {
    const answer = await get(form)
    assert.equal(answer.status, 200)
    return answer.text()
  }

  it('are named on its page, for people and for programs', async () => {
    const html = await text('')
    for (const form of ['json', 'dc', 'marcxml', 'marc']) {
      assert.match(html, new RegExp(`<a href="${path}\\?as=${form}"`))
      assert.match(
        html,
        new RegExp(`<link rel="alternate" type="application/\\w+(\\+xml)?" title="[^"]+" href="${path}\\?as=${form}"`),
      )
    }
  })

  it('as JSON: its editions, and who has how many copies; nothing of a single copy', async () => {
    const body = await text('?as=json')
    const { title, editions, url } = JSON.parse(body)
    assert.deepEqual(title, [{ lang: 'vi', text: 'Dế mèn & <bạn>' }])
    assert.equal(url, `http://localhost${path}`)
    assert.deepEqual(
      editions.map((one: { year: number; holdings: { institution: string; copies: number; onShelf: number }[] }) => [
        one.year,
        ...one.holdings.map(({ institution, copies, onShelf }) => `${institution} ${copies} ${onShelf}`).sort(),
      ]),
      [
        [2020, 'BT 1 1', 'TVT 1 1'],
        [1980, 'TVT 1 1'],
      ],
    )
    assert.doesNotMatch(body, /"D[123]"|quá hạn|giấu tên/)
  })

  it('as Dublin Core: the newest edition, well formed', async () => {
    const xml = await text('?as=dc')
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', error => {
      throw error
    })
    parser.write(xml).close()
    assert.match(xml, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<oai_dc:dc /)
    assert.match(xml, /<dc:title xml:lang="vi">Dế mèn &amp; &lt;bạn&gt;<\/dc:title>/)
    assert.match(xml, /<dc:creator>Tô Hoài<\/dc:creator>\s*<dc:contributor>Ngô Mạnh Lân<\/dc:contributor>/)
    assert.match(xml, /<dc:publisher>Hà Nội: Kim Đồng<\/dc:publisher>\s*<dc:date>2020<\/dc:date>/)
    assert.match(xml, new RegExp(`<dc:identifier>http://localhost${path}</dc:identifier>`))
  })

  it('as MARC 21 and MARCXML: every edition, without what its cataloguers keep to themselves', async () => {
    const marc = recordsOf(outcomesOf(Buffer.from(await (await get('?as=marc')).arrayBuffer())))
    const xml = await text('?as=marcxml')
    const fromXml = []
    for await (const outcome of readMarcxml([Buffer.from(xml)]))
      if (outcome.kind === 'record') fromXml.push(outcome.record)
    for (const records of [marc, fromXml]) {
      assert.deepEqual(
        records.map(record => fieldsOf(record, '260')[0]?.subfields.at(-1)?.value),
        ['2020', '1980'],
      )
      assert.deepEqual(
        records.flatMap(record => fieldsOf(record, '541')).map(({ subfields }) => subfields[0]?.value),
        ['Sở mua', 'Sở mua'],
      )
    }
    const single = await (await door.request(`/sach/an-pham/${edition}.mrc`)).text()
    for (const sent of [xml, JSON.stringify(marc), single]) assert.doesNotMatch(sent, /quá hạn|giấu tên/)
    assert.match(single, /Sở mua/)
  })

  it('are each of their own type, and sent once to whoever has them; to somebody signed in, for no cache to keep', async () => {
    const types = {
      json: 'application/json; charset=utf-8',
      dc: 'application/xml; charset=utf-8',
      marcxml: 'application/marcxml+xml; charset=utf-8',
      marc: 'application/marc',
    }
    for (const [form, type] of Object.entries(types)) {
      const answer = await get(`?as=${form}`)
      assert.equal(answer.headers.get('content-type'), type)
      assert.equal(answer.headers.get('cache-control'), 'public, max-age=0, must-revalidate')
      const etag = answer.headers.get('etag') ?? ''
      assert.match(etag, /^(W\/)?"[\w-]{22}"$/)
      const again = await get(`?as=${form}`, { 'if-none-match': etag })
      assert.deepEqual([again.status, await again.text()], [304, ''])
      assert.equal((await get(`?as=${form}`, as({}))).headers.get('cache-control'), 'no-store')
    }
  })

  it('that it does not have are refused in words, with those that it has', async () => {
    const answer = await get('?as=zip')
    assert.equal(answer.status, 406)
    assert.match(await answer.text(), /Không có dạng này[\s\S]*Dublin Core/)
    assert.match(await text('?as='), /<h1[^>]*>Dế mèn/)
    for (const form of ['json', 'zip']) assert.equal((await door.request(`/sach/${newId()}?as=${form}`)).status, 404)
  })

  it('and its page tell whoever shares it what it is', async () => {
    const html = await text('?lang=en')
    const url = `http://localhost${path}`
    assert.match(html, new RegExp(`<link rel="canonical" href="${url}"`))
    for (const [property, content] of [
      ['title', 'Dế mèn &amp; &lt;bạn&gt;'],
      ['description', 'Tô Hoài, Ngô Mạnh Lân · Kim Đồng, 2020 · Held at 2 places in the province'],
      ['type', 'book'],
      ['url', url],
      ['site_name', 'Bậc Thang'],
      ['locale', 'en_US'],
      ['image', 'http://localhost/assets/icon-512.png'],
    ]) {
      assert.ok(html.includes(`<meta property="og:${property}" content="${content}"`), property)
    }
  })
})
