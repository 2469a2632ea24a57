import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { openTestDoor, testSite } from '../../../tests/support/door.ts'
import { placeFiles } from '../../../tests/support/places.ts'
import { loadPlaces, noPlacesPort, type PlacesPort, placesRoutes } from './index.ts'

const now = new Date('2026-11-24T02:00:00Z')

describe('pages of places', () => {
  let test: TestDatabase
  let door: ReturnType<typeof openTestDoor>

  const port: PlacesPort = {
    ...noPlacesPort,
    entriesIn: async (_db, places, on) => [
      { href: '/noi/TVT', name: `Thư viện (${places.length} đơn vị, ${on})`, kind: 'Thư viện', state: null },
    ],
  }
  before(async () => {
    test = await testDatabase()
    await test.db.transaction(tx => loadPlaces(tx, placeFiles()))
    door = openTestDoor(placesRoutes({ database: test.db }, testSite(), port), now)
  })
  after(() => test.close())

  const page = async (path: string): Promise<string> => {
    const answer = await door.request(path)
    assert.equal(answer.status, 200, path)
    return answer.text()
  }

  it('list 30 of today’s 99 units and lead to the rest', async () => {
    const html = await page('/xa')
    assert.match(html, /99 xã, phường, thị trấn tính đến ngày 24\/11\/2026/)
    assert.equal(html.match(/role="rowheader"/g)?.length, 30)
    assert.match(html, /href="\/xa\?trang=2" rel="next"/)
    assert.equal((await page('/xa?trang=4')).match(/role="rowheader"/g)?.length, 9)
  })

  it('tell whoever shares one which unit of which day it is', async () => {
    const today = await page('/xa/03043?lang=en')
    assert.match(today, /<link rel="canonical" href="http:\/\/localhost\/xa\/03043"/)
    assert.match(today, /<meta property="og:description" content="[^"]*03043 · [^"]*2025/)
    const past = await page('/xa/02647?ngay=2025-06-30')
    assert.match(past, /<meta property="og:url" content="http:\/\/localhost\/xa\/02647\?ngay=2025-06-30"/)
  })

  it('list the 319 units of the day before the reform with their districts and where they went', async () => {
    const html = await page('/xa?ngay=30/6/2025')
    assert.match(html, /319 xã, phường, thị trấn tính đến ngày 30\/6\/2025/)
    assert.match(html, /Huyện Bát Xát/)
    assert.match(html, /Nay thuộc/)
    assert.match(await page('/xa?ngay=30/6/2025&huyen=139'), /12 xã, phường, thị trấn/)
  })

  it('find a name without its marks, in an old spelling too', async () => {
    assert.match(await page('/xa?ten=nam+cuong'), /<a href="\/xa\/04273">Phường Nam Cường/)
    assert.match(await page('/xa?ten=T%C3%A0+Si'), /Xã Tà Xi Láng/)
    assert.match(await page('/xa?ten=atlantis'), /Chưa thấy xã, phường nào khớp/)
  })

  it('say what was not understood of a day, show today, and keep what was typed', async () => {
    const html = await page('/xa?ngay=31/2/2025')
    assert.match(html, /Chưa hiểu ngày “31\/2\/2025”/)
    assert.match(html, /value="31\/2\/2025"/)
    assert.match(html, /99 xã, phường/)
  })

  it('tell of a ward what it was made of, and warn of its code', async () => {
    const html = await page('/xa/02647')
    assert.match(html, /<h1[^>]*>Phường Lào Cai<\/h1>/)
    assert.match(html, /Mã 02647 trước đây là của Phường Kim Tân/)
    assert.match(html, /6 đơn vị cũ nhập thành đơn vị này/)
    assert.match(html, /href="\/xa\/02647\?ngay=2025-06-30"[^>]*>Phường Kim Tân/)
    assert.match(html, /Nghị quyết 1673\/NQ-UBTVQH15/)
  })

  it('ask what is in the unit and in all that it was made of', async () => {
    assert.match(await page('/xa/02647'), /Thư viện \(7 đơn vị, 2026-11-24\)/)
    assert.match(await page('/xa/02647?ngay=2025-06-30'), /Thư viện \(1 đơn vị, 2025-06-30\)/)
  })

  it('tell of an old unit where it went', async () => {
    const html = await page('/xa/02671?ngay=2025-06-30')
    assert.match(html, /<h1[^>]*>Phường Nam Cường<\/h1>/)
    assert.match(html, /Từ ngày 1\/7\/2025 thuộc\s*<a href="\/xa\/02671">Phường Cam Đường<\/a>/)
    assert.match(html, /Thành phố Lào Cai/)
  })

  it('lead a code that is no longer in use to the unit that bore it last', async () => {
    assert.match(await page('/xa/02635'), /Phường Duyên Hải[\s\S]*thuộc\s*<a href="\/xa\/02647">Phường Lào Cai/)
  })

  it('warn where name and code stayed but the land grew: Xã Y Tý', async () => {
    const list = await page('/xa?ten=y+ty')
    const code = /href="\/xa\/(\d{5})">Xã Y Tý/.exec(list)?.[1]
    assert.match(await page(`/xa/${code}`), /Tên và mã không đổi nhưng địa bàn rộng hơn/)
  })

  it('tell both names of a unit that was respelt', async () => {
    const html = await page('/xa/04603')
    assert.match(html, /Xã Tà Si Láng/)
    assert.match(html, /<h1[^>]*>Xã Tà Xi Láng/)
  })

  it('tell of a district where its communes are now', async () => {
    const html = await page('/huyen/139')
    assert.match(html, /Cấp huyện kết thúc hoạt động; từ ngày 1\/7\/2025/)
    assert.match(html, /Thị trấn Trạm Tấu[\s\S]*<a href="\/xa\/04585">Xã Hạnh Phúc/)
  })

  it('know no unit under a wrong code, a district under the path of communes, or a code before its time', async () => {
    for (const path of ['/xa/99999', '/xa/139', '/huyen/02647', '/xa/%27', '/xa/02635?ngay=2026-01-01']) {
      assert.equal((await door.request(path)).status, 404, path)
    }
  })

  it('speak English, and mark what stays Vietnamese', async () => {
    const html = await page('/xa/02647?lang=en')
    assert.match(html, /<h1>Lao Cai Ward<\/h1>/)
    assert.match(html, /lang="vi"[^>]*>\s*Phường Kim Tân/)
  })

  it('keep markup that was typed as text', async () => {
    assert.match(await page('/xa?ten=%3Cscript%3E'), /value="&lt;script&gt;"/)
  })
})
