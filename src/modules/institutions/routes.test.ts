import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { fixedClock, newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { placesRoutes } from '../places/index.ts'
import { institutionByCode, institutionsInPlaces, institutionsRoutes, noInstitutionsPort } from './index.ts'

const now = new Date('2026-11-24T02:00:00Z')

describe('pages of institutions', () => {
  let test: TestDatabase
  let door: ReturnType<typeof openTestDoor>
  let ids: Record<string, string>

  before(async () => {
    test = await testDatabase()
    await loadSmallNetwork(test.db)
    const world = { database: test.db, clock: fixedClock(now) }
    const port = { onChanged: async () => undefined, entriesIn: institutionsInPlaces }
    door = openTestDoor(
      [...placesRoutes(world, testSite(), port), ...institutionsRoutes(world, testSite(), noInstitutionsPort)],
      now,
    )
    const idOf = async (code: string) => (await institutionByCode(test.db, code))?.id ?? ''
    ids = { TVT: await idOf('TVT'), BT: await idOf('BT') }
  })
  after(() => test.close())

  const page = async (path: string): Promise<string> => {
    const answer = await door.request(path)
    assert.equal(answer.status, 200, path)
    return answer.text()
  }

  it('list what is there with its state, and count it', async () => {
    const html = await page('/noi')
    assert.match(html, /<h2>5 nơi<\/h2>/)
    assert.match(html, /href="\/noi\/TVT">Thư viện tỉnh Lào Cai/)
    assert.match(html, /Đang mở, đến 11:30/)
    assert.doesNotMatch(html, /TVYB/)
  })

  it('filter by name without marks, kind, commune and parent, and keep what was typed', async () => {
    assert.match(await page('/noi?q=cam+duong'), /<h2>2 nơi<\/h2>[\s\S]*Cam Đường/)
    assert.match(await page('/noi?loai=museum'), /<h2>1 nơi<\/h2>[\s\S]*Bảo tàng tỉnh/)
    assert.match(await page('/noi?xa=02671'), /<h2>3 nơi<\/h2>/)
    assert.match(await page('/noi?thuoc=TVT'), /<h2>1 nơi<\/h2>[\s\S]*Thư viện phường Cam Đường/)
    const none = await page('/noi?q=%3Cb%3Eatlantis')
    assert.match(none, /Chưa thấy nơi nào khớp/)
    assert.match(none, /value="&lt;b&gt;atlantis"/)
    assert.match(await page('/noi?loai=castle&trang=-3'), /<h2>5 nơi<\/h2>/)
  })

  it('tell whoever shares one what it is, or what kind and where when nothing else is told', async () => {
    const told = await page('/noi/TVT')
    assert.match(told, /<link rel="canonical" href="http:\/\/localhost\/noi\/TVT"/)
    assert.match(told, /<meta property="og:title" content="Thư viện tỉnh Lào Cai"/)
    assert.match(told, /<meta property="og:description" content="Thư viện công cộng của tỉnh\."/)
    assert.match(await page('/noi/BT'), /<meta property="og:description" content="Bảo tàng/)
  })

  it('tell of an institution when it is open, where it is and how it lends', async () => {
    const html = await page('/noi/TVT')
    assert.match(html, /<h1>Thư viện tỉnh Lào Cai<\/h1>/)
    assert.match(html, /class="state">Đang mở, đến 11:30/)
    assert.match(html, /Thứ\u00a0hai – thứ\u00a0sáu<\/th><td class="digits">07:30–11:30, 13:30–17:00/)
    assert.match(html, /Nghỉ<\/th><td class="digits">mùng 1 tháng Giêng/)
    assert.match(html, /Phường Lào Cai<\/a>, từ 1\/7\/2025 gồm Xã Bản Phiệt, [^<]*Xã Vạn Hòa cũ/)
    assert.match(html, /tiếng Việt, tiếng Mông/)
    assert.match(html, /Mỗi thẻ mượn cùng lúc 5 tài liệu, mỗi lần 21 ngày/)
    assert.match(html, /Được hợp thành từ[\s\S]*Thư viện tỉnh Yên Bái/)
    assert.match(html, /href="tel:02143820000"/)
    assert.match(html, /Cơ sở 2/)
    assert.doesNotMatch(html, /Sửa trang này/)
  })

  it('tell programs the same as JSON-LD in a data block', async () => {
    const html = await page('/noi/TVT')
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1]
    const data = JSON.parse(block ?? '')
    assert.deepEqual([data['@type'], data.name, data.telephone], ['Library', 'Thư viện tỉnh Lào Cai', '0214 3820 000'])
    assert.equal(data.address.addressLocality, 'Phường Lào Cai')
  })

  it('show a closed institution with what it became, and no hours', async () => {
    const html = await page('/noi/TVYB')
    assert.match(html, /Đã ngừng hoạt động từ ngày 1\/7\/2025/)
    assert.match(html, /Nay là[\s\S]*href="\/noi\/TVT"/)
    assert.doesNotMatch(html, /Giờ mở cửa/)
  })

  it('show two institutions under one roof to each other', async () => {
    assert.match(await page('/noi/HTCD'), /Cùng một nơi với[\s\S]*Thư viện phường Cam Đường/)
  })

  it('draw the diagram with the same facts in a list, each leading to its commune', async () => {
    const html = await page('/so-do')
    assert.match(html, /Sơ đồ vị trí, mỗi ô một xã, phường; không phải địa giới hành chính/)
    assert.equal(html.match(/<a href="\/xa\/\d{5}" aria-label="/g)?.length, 99)
    assert.match(html, /<a href="\/xa\/02671">Phường Cam Đường<\/a><\/th><td class="number">3<\/td>/)
  })

  it('stand on the page of their commune, now and as of then', async () => {
    assert.match(await page('/xa/02671'), /Thư viện phường Cam Đường[\s\S]*Đang mở, đến 11:30/)
    assert.match(await page('/xa/02671?ngay=30/6/2025'), /href="\/noi\/CAMDUONG"/)
  })

  it('are not there under a wrong code', async () => {
    assert.equal((await door.request('/noi/KHONGCO')).status, 404)
    assert.equal((await door.request('/noi/%3Cscript%3E')).status, 404)
  })

  it('speak English', async () => {
    const html = await page('/noi/TVT?lang=en')
    assert.match(html, /Lào Cai Provincial Library/)
    assert.match(html, /Open until 11:30/)
    assert.match(html, /<p lang="vi">Thư viện công cộng của tỉnh/)
  })

  describe('the edit form', () => {
    const path = '/nghiep-vu/noi/TVT/sua'
    const keeperOf = (code: 'TVT' | 'BT') =>
      as({ rights: [{ right: 'manage-institution', institution: ids[code] ?? '' }] })
    const send = (headers: Record<string, string>, typed: Record<string, string>) =>
      door.request(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(typed).toString(),
      })

    it('is for staff of this institution only', async () => {
      assert.equal((await door.request(path)).status, 401)
      assert.equal((await door.request(path, { headers: keeperOf('BT') })).status, 403)
      assert.equal((await send(keeperOf('BT'), { name: 'Của tôi' })).status, 403)
      const circulation = as({ rights: [{ right: 'circulate', institution: ids.TVT ?? '' }] })
      assert.equal((await door.request(path, { headers: circulation })).status, 403)
      assert.equal((await door.request('/nghiep-vu/noi/NOPE/sua', { headers: keeperOf('TVT') })).status, 404)
    })

    it('shows what is known and carries the id of its act', async () => {
      const html = await (await door.request(path, { headers: keeperOf('TVT') })).text()
      assert.match(html, /name="act" value="[0-9a-f-]{36}"/)
      assert.match(html, /name="name" value="Thư viện tỉnh Lào Cai"/)
      assert.match(html, /name="gio-1" value="07:30–11:30, 13:30–17:00"/)
      assert.match(html, /Để trống là theo cấp trên, hiện là 2/)
    })

    it('refused tells everything at once and keeps what was typed', async () => {
      const answer = await send(keeperOf('TVT'), { act: newId(), name: '', email: 'lan@', 'gio-1': 'sáng <b>' })
      assert.equal(answer.status, 422)
      const html = await answer.text()
      assert.match(html, /Chưa lưu được, còn 3 điều cần sửa/)
      assert.match(html, /href="#gio-1">Chưa hiểu giờ “sáng &lt;b&gt;”/)
      assert.match(html, /name="gio-1" value="sáng &lt;b&gt;"/)
      assert.match(html, /name="email" value="lan@"/)
    })

    it('sent twice is one act, and the public page says the new thing at once', async () => {
      const act = newId()
      const typed = { act, name: 'Thư viện tỉnh', 'name-was': 'renamed', 'gio-2': '8h-20h', maxLoans: '7' }
      for (let time = 0; time < 2; time++) {
        const answer = await send(keeperOf('TVT'), typed)
        assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/noi/TVT?da-luu=1'])
      }
      const html = await page('/noi/TVT')
      assert.match(html, /Đang mở, đến 20:00/)
      assert.match(html, /mượn cùng lúc 7 tài liệu/)
      assert.match(html, /Mang tên Thư viện tỉnh Lào Cai đến hết ngày 23\/11\/2026/)
      const { n } = await test.db.one<{ n: number }>(sql`select count(*) as n from journal where id = ${act}`)
      assert.equal(n, 1)
      const saved = await door.request('/noi/TVT?da-luu=1', { headers: keeperOf('TVT') })
      assert.match(await saved.text(), /Đã lưu[\s\S]*Sửa trang này/)
    })

    it('does not let a text end the data block of the public page', async () => {
      await send(keeperOf('TVT'), { act: newId(), name: 'Thư viện tỉnh', about: '</script><script>alert(1)</script>' })
      const html = await page('/noi/TVT')
      assert.doesNotMatch(html, /<script>alert/)
      assert.match(html, /\\u003c\/script>\\u003cscript>alert\(1\)/)
    })
  })
})
