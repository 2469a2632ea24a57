import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { account, passwordOf, protect } from '../../../tests/support/accounts.ts'
import { demoDay, startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Visitor, visitorOf } from '../../../tests/support/visitor.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'

let app: TestApp
let admin: Visitor
before(async () => {
  app = await startTestApp()
  await account(app.world, 'nguyen-an', { role: 'administrator' })
  admin = await signedIn('nguyen-an')
  await protect(admin, demoDay)
})
after(() => app.close())

async function signedIn(login: string, password = passwordOf(login)): Promise<Visitor> {
  const visitor = visitorOf(app.url)
  const answer = await visitor.post('/dang-nhap', { ten: login, 'mat-khau': password })
  assert.equal(answer.status, 303, answer.html)
  return visitor
}

const idOf = async (code: string): Promise<string> =>
  (await app.world.database.one<{ id: string }>(sql`select id from institution where code = ${code}`)).id

const fields = { 'ho-ten': 'Giàng A Páo', ten: 'giang-pao', 'vai-tro': 'librarian', noi: 'TVTAPHIN' }
const add = (changes: Record<string, string> = {}) => admin.post('/nghiep-vu/can-bo/moi', { ...fields, ...changes })

describe('staff', () => {
  it('are added with a first password that is shown once and has to be changed', async () => {
    const act = newId()
    const { status, html } = await add({ act })
    assert.equal(status, 200)
    const password = /<b class="code">([a-z0-9-]{19})<\/b>/.exec(html)?.[1] ?? ''
    assert.match((await add({ act })).html, /mật khẩu đã hiện ở lần ấy/)
    const visitor = await signedIn('giang-pao', password)
    assert.match((await visitor.get('/nghiep-vu/quay/TVTAPHIN')).to ?? '', /^\/tai-khoan\/mat-khau/)
    const { html: list } = await admin.get('/nghiep-vu/can-bo')
    assert.match(list, /Giàng A Páo[\s\S]*?giang-pao[\s\S]*?Thủ thư[\s\S]*?Thư viện xã Tả Phìn[\s\S]*?Chưa bật/)
  })

  it('are not added by a form that says too little, and nothing typed is lost', async () => {
    const empty = await add({ 'ho-ten': ' ', ten: 'Giàng Páo', 'vai-tro': 'king', noi: 'NOWHERE' })
    assert.equal(empty.status, 422)
    for (const words of [/Chưa ghi họ tên/, /Tên đăng nhập gồm 2 đến 40/, /Chưa chọn vai trò/, /Chưa thấy nơi này/])
      assert.match(empty.html, words)
    assert.match(empty.html, /value="Giàng Páo"/)
    assert.match((await add({ ten: 'somebody', noi: '' })).html, /Vai trò này gắn với một nơi/)
    assert.match((await add({ ten: 'NGUYEN-AN' })).html, /nguyen-an đã có người dùng/)
  })

  it('lose at once what an appointment allowed when it ends; nobody ends an own one', async () => {
    const { html } = await add({ ten: 'tam-thoi', noi: 'TVSAPA', 'vai-tro': 'keeper' })
    const keeper = await signedIn('tam-thoi', /<b class="code">([^<]+)/.exec(html)?.[1])
    const own = 'mùa nước đổ trên ruộng'
    const first = /<b class="code">([^<]+)/.exec(html)?.[1] ?? ''
    await keeper.post('/tai-khoan/mat-khau', { 'mat-khau': first, moi: own, lai: own })
    await protect(keeper, demoDay)
    assert.equal((await keeper.get('/nghiep-vu/quay/TVSAPA')).status, 200)
    const list = (await admin.get('/nghiep-vu/can-bo')).html
    const path =
      /action="(\/nghiep-vu\/can-bo\/[^"]+\/thoi)" [^>]*aria-label="Thôi vai trò: tam-thoi"/.exec(list)?.[1] ?? ''
    assert.equal((await admin.post(path, {})).to, '/nghiep-vu/can-bo?xong=thoi')
    assert.equal((await keeper.get('/nghiep-vu/quay/TVSAPA')).status, 403)
    assert.match((await admin.post(path, {})).html, /đã thôi từ trước/)
    assert.match(list, /<td>bạn<\/td>|>bạn</)
    assert.doesNotMatch(list, /Thôi vai trò: nguyen-an/)
    assert.equal((await admin.post('/nghiep-vu/can-bo/abc/thoi', {})).status, 404)
  })

  it('who lost their telephone or password begin again with a first password; the old ones open nothing', async () => {
    await account(app.world, 'mat-may', { role: 'keeper', institution: await idOf('TVSAPA') })
    const keeper = await signedIn('mat-may')
    await protect(keeper, demoDay)
    const list = (await admin.get('/nghiep-vu/can-bo')).html
    const path = /action="([^"]+\/dat-lai)" [^>]*aria-label="Cấp lại mật khẩu: mat-may"/.exec(list)?.[1] ?? ''
    const act = newId()
    const { html } = await admin.post(path, { act })
    const first = /<b class="code">([^<]+)/.exec(html)?.[1] ?? ''
    assert.match((await admin.post(path, { act })).html, /mật khẩu đã hiện ở lần ấy/)
    assert.equal((await keeper.get('/tai-khoan')).status, 401)
    assert.equal(
      (await visitorOf(app.url).post('/dang-nhap', { ten: 'mat-may', 'mat-khau': passwordOf('mat-may') })).status,
      422,
    )
    const again = await signedIn('mat-may', first)
    assert.match((await again.get('/nghiep-vu/quay/TVSAPA')).to ?? '', /^\/tai-khoan\/mat-khau/)
    assert.doesNotMatch(list, /Cấp lại mật khẩu: nguyen-an/)
  })

  it('are the business of administrators alone', async () => {
    const librarian = await signedIn('thu-thu-tinh', app.password('thu-thu-tinh'))
    for (const path of ['/nghiep-vu/can-bo', '/nghiep-vu/can-bo/moi'])
      assert.equal((await librarian.get(path)).status, 403)
    assert.equal((await librarian.post('/nghiep-vu/can-bo/moi', fields)).status, 403)
  })
})
