import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { fixedClock, newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { institutionByCode, institutionsRoutes, noInstitutionsPort } from './index.ts'

const now = new Date('2026-11-24T02:00:00Z')
const address = '/nghiep-vu/noi/moi'

describe('the form of a new place', () => {
  let test: TestDatabase
  let door: ReturnType<typeof openTestDoor>
  const officer = as({ rights: [{ right: 'manage-institution', institution: null }] })

  before(async () => {
    test = await testDatabase()
    await loadSmallNetwork(test.db)
    const world = { database: test.db, clock: fixedClock(now) }
    door = openTestDoor(institutionsRoutes(world, testSite(), noInstitutionsPort), now)
  })
  after(() => test.close())

  const send = (fields: Record<string, string>, headers = officer) =>
    door.request(address, { method: 'POST', body: new URLSearchParams(fields), headers })

  const library = {
    name: 'Tủ sách bản Mới',
    code: 'tsbanmoi',
    kind: 'book-case',
    parent: 'CAMDUONG',
    commune: '02671',
    address: 'Nhà văn hóa bản',
    since: '5/3/2021',
  }

  it('offers the kinds, the communes of today and the places that may stand above', async () => {
    const html = await (await door.request(address, { headers: officer })).text()
    assert.match(html, /<option value="commune-library">Thư viện xã, phường<\/option>/)
    assert.match(html, /<option value="02671">Phường Cam Đường<\/option>/)
    assert.match(html, /<option value="TVT">Thư viện tỉnh Lào Cai<\/option>/)
    assert.doesNotMatch(html, /TVYB/)
  })

  it('enters a place once however often it is sent, and goes on to its own form', async () => {
    const act = newId()
    for (const answer of [await send({ ...library, act }), await send({ ...library, act })]) {
      assert.equal(answer.status, 303)
      assert.equal(answer.headers.get('location'), '/nghiep-vu/noi/TSBANMOI/sua')
    }
    const founded = await institutionByCode(test.db, 'TSBANMOI')
    assert.equal(founded?.validFrom, '2021-03-05')
    const [facility] = await test.db.many<{ address: string; valid_from: string }>(
      sql`select address, valid_from from facility where institution = ${founded?.id}`,
    )
    assert.equal(facility?.address, 'Nhà văn hóa bản')
    assert.equal(facility?.valid_from, '2025-07-01', 'in the commune of today since the commune began')
    assert.match(await (await door.request('/noi/TSBANMOI')).text(), /Tủ sách bản Mới/)
  })

  it('says everything that is wrong and keeps what was typed', async () => {
    const answer = await send({ name: '', code: 'Cam Đường', kind: 'castle', commune: '99999', since: 'hôm qua' })
    assert.equal(answer.status, 422)
    const html = await answer.text()
    for (const words of [/Mời chọn loại/, /Mời chọn xã, phường/, /Chưa hiểu ngày “hôm qua”/]) assert.match(html, words)
    assert.match(html, /value="Cam Đường"/)
    const later = await (await send({ ...library, name: '', code: 'x', parent: 'NOWHERE' })).text()
    for (const words of [/Còn thiếu tên/, /Mã “X” chưa đúng/, /Chưa thấy nơi quản lý/]) assert.match(later, words)
    assert.match(await (await send({ ...library, code: 'TVT' })).text(), /Mã TVT đã có nơi khác dùng/)
    assert.match(await (await send({ ...library, name: 'ă'.repeat(201) })).text(), /Tên dài quá 200/)
  })

  it('is for those who answer for the whole province', async () => {
    const tvt = (await institutionByCode(test.db, 'TVT'))?.id ?? ''
    const librarian = as({ rights: [{ right: 'manage-institution', institution: tvt }] })
    assert.equal((await door.request(address, { headers: librarian })).status, 403)
    assert.equal((await send({ ...library, code: 'LEN' }, librarian)).status, 403)
    assert.equal(await institutionByCode(test.db, 'LEN'), null)
  })
})
