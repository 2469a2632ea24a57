import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { SaxesParser } from 'saxes'
import { openTestDoor, testSite } from '../../../tests/support/door.ts'
import { book, type Imports, openImports } from '../../../tests/support/imports.ts'
import { newestWorks } from './arrivals-store.ts'
import { catalogueRoutes } from './routes.ts'

describe('what came in last', () => {
  let imports: Imports
  let door: ReturnType<typeof openTestDoor>
  let withdrawn = ''

  before(async () => {
    imports = await openImports()
    const { world, stage, apply, BT } = imports
    door = openTestDoor(catalogueRoutes(world, testSite()), new Date('2026-11-24T02:00:00Z'))
    const on = (day: string) => world.clock.set(new Date(`${day}T18:30:00Z`))
    on('2026-11-02')
    await apply(await stage(Buffer.concat([book('Sách tháng trước', '2001', 'A1'), book('Không có bản', '2002')])))
    on('2026-11-20')
    await apply(await stage(Buffer.concat([book('Một & <hai>', '2003', 'A2'), book('Một & <hai>', '2004', 'A3')])))
    on('2026-11-22')
    await apply(
      await stage(Buffer.concat([book('Sách tháng trước', '2001', 'B1'), book('Của bảo tàng', '2005', 'B2')]), BT),
    )
    on('2026-11-23')
    withdrawn = await apply(await stage(book('Nhập nhầm', '2006', 'A9')))
    await imports.withdraw(withdrawn)
    await stage(book('Chưa ai đồng ý', '2007', 'A8'))
  })
  after(() => imports.close())

  const text = async (path: string) => {
    const answer = await door.request(path)
    assert.equal(answer.status, 200, path)
    return answer.text()
  }
  /** Headings and titles, in the order of the page. */
  const listed = (html: string) =>
    [...html.matchAll(/<h2>([^<]*)<\/h2>|<h3[^>]*><a[^>]*>([^<]*)</g)].map(([, day, title]) => day ?? title)

  it('stands by the day on which it came and by the place, the newest first; a work once for each file', async () => {
    assert.deepEqual(listed(await text('/moi')), [
      '23/11/2026 · Bảo tàng tỉnh',
      'Của bảo tàng',
      '21/11/2026 · Thư viện tỉnh Lào Cai',
      'Một &amp; &lt;hai&gt;',
      '3/11/2026 · Thư viện tỉnh Lào Cai',
      'Không có bản',
      'Sách tháng trước',
    ])
  })

  it('at one place is also what others had before', async () => {
    const html = await text('/moi?noi=BT')
    assert.deepEqual(listed(html), ['23/11/2026', 'Của bảo tàng', 'Sách tháng trước'])
    assert.match(html, /<h1>Sách mới ở Bảo tàng tỉnh<\/h1>/)
    assert.match(html, /<option value="BT" selected/)
    assert.match(html, /<link rel="alternate" type="application\/rss\+xml"[^>]* href="\/moi\.rss\?noi=BT"/)
  })

  it('says so of a code that names no place, and of a place to which nothing came', async () => {
    assert.match(await text('/moi?noi=%3Cb%3E'), /Không có nơi nào mang mã “&lt;b&gt;”[\s\S]*Của bảo tàng/)
    const none = await text('/moi?noi=TUSACH&lang=en')
    assert.match(none, /<option value="TUSACH" selected[\s\S]*No new books yet/)
    assert.equal((await door.request('/moi.rss?noi=KHONG')).status, 404)
  })

  it('is paged, and an address behind the last page shows the last', async () => {
    assert.deepEqual(listed(await text('/moi?trang=99')), listed(await text('/moi')))
    const many = Array.from({ length: 25 }, (_, at) => book(`Cuốn thứ ${at + 1}`, '2020', `N${at}`))
    imports.world.clock.set(new Date('2026-11-24T01:00:00Z'))
    await imports.apply(await imports.stage(Buffer.concat(many)))
    const first = await text('/moi')
    assert.equal(listed(first).length, 21)
    assert.match(first, /href="\/moi\?trang=2"/)
    assert.deepEqual(listed(await text('/moi?trang=2')).slice(0, 2), [
      '24/11/2026 · Thư viện tỉnh Lào Cai',
      'Cuốn thứ 5',
    ])
  })

  it('gives the home page each work once', async () => {
    const works = await newestWorks(imports.world.database, 28)
    assert.equal(new Set(works.map(({ id }) => id)).size, 28)
    assert.deepEqual(
      works.slice(25).map(({ by, title }) => [title[0]?.text, by]),
      [
        ['Của bảo tàng', 'Nguyễn Du'],
        ['Một & <hai>', 'Nguyễn Du'],
        ['Không có bản', 'Nguyễn Du'],
      ],
    )
  })

  it('can be followed by RSS 2.0: well formed, each arrival with its day and a guid of its own', async () => {
    const answer = await door.request('/moi.rss?noi=BT')
    assert.equal(answer.headers.get('content-type'), 'application/rss+xml; charset=utf-8')
    const xml = await answer.text()
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', error => {
      throw error
    })
    parser.write(xml).close()
    const all = (name: string) =>
      [...xml.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g'))].map(one => one[1])
    assert.deepEqual(all('title'), ['Sách mới ở Bảo tàng tỉnh', 'Của bảo tàng', 'Sách tháng trước'])
    assert.deepEqual(all('pubDate'), Array(2).fill('Sun, 22 Nov 2026 18:30:00 GMT'))
    assert.equal(new Set(all('guid')).size, 2)
    assert.match(all('link')[1] ?? '', /^http:\/\/localhost\/sach\/[0-9a-f-]{36}$/)
    assert.match(
      xml,
      /<atom:link href="http:\/\/localhost\/moi\.rss\?noi=BT" rel="self" type="application\/rss\+xml"\/>/,
    )
    assert.match(await text('/moi.rss?lang=en'), /<title>Một &amp; &lt;hai&gt;<\/title>/)
    const again = await door.request('/moi.rss?noi=BT', {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    assert.equal(again.status, 304)
  })
})
