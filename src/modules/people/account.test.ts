import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { account, passwordOf, protect } from '../../../tests/support/accounts.ts'
import { demoDay, startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Visitor, visitorOf } from '../../../tests/support/visitor.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'

const hour = 3600_000

let app: TestApp
before(async () => {
  app = await startTestApp()
})
after(() => app.close())

async function signedIn(login: string, password = passwordOf(login), browser?: string): Promise<Visitor> {
  const visitor = visitorOf(app.url, browser)
  const answer = await visitor.post('/dang-nhap', { ten: login, 'mat-khau': password })
  assert.equal(answer.status, 303, answer.html)
  return visitor
}

const afterHours = (hours: number) => app.world.clock.set(new Date(demoDay.getTime() + hours * hour))

describe('a password that somebody else set', () => {
  const given = passwordOf('moi')
  const own = 'ruộng bậc thang mùa lúa chín'
  before(() => account(app.world, 'moi', { mustChangePassword: true }))

  const choose = (visitor: Visitor, fields: Record<string, string>) =>
    visitor.post('/tai-khoan/mat-khau', { 'mat-khau': given, moi: own, lai: own, ...fields })

  it('opens one page only, which says in words what to do', async () => {
    const visitor = visitorOf(app.url)
    const first = await visitor.post('/dang-nhap', { ten: 'moi', 'mat-khau': given, ve: '/tai-khoan' })
    assert.equal(first.to, '/tai-khoan/mat-khau?ve=%2Ftai-khoan')
    for (const path of ['/tai-khoan', '/nghiep-vu', '/tai-khoan/bao-ve', '/dang-nhap/ma'])
      assert.equal((await visitor.get(path)).to, `/tai-khoan/mat-khau?${new URLSearchParams({ ve: path })}`)
    assert.equal((await visitor.post('/tai-khoan/thiet-bi')).status, 303)
    const { html } = await visitor.get(first.to ?? '')
    assert.match(html, /<h1>Đặt mật khẩu của riêng bạn<\/h1>/)
    assert.match(html, /do người khác đặt/)
    assert.match(html, /Mật khẩu được cấp/)
    assert.match((await visitor.get(`${first.to}&lang=en`)).html, /Somebody else set the password/)
  })

  it('gives way to an own one only; each refusal says why', async () => {
    const visitor = await signedIn('moi', given)
    const refusals: [Record<string, string>, RegExp][] = [
      [{ 'mat-khau': 'không phải' }, /Mật khẩu hiện nay chưa đúng/],
      [{ moi: given, lai: given }, /giống mật khẩu hiện nay/],
      [{ moi: 'ngắn', lai: 'ngắn' }, /ít nhất 10 ký tự/],
      [{ moi: '😀'.repeat(9), lai: '😀'.repeat(9) }, /ít nhất 10 ký tự/],
      [{ moi: 'x'.repeat(10_000), lai: 'x'.repeat(10_000) }, /dài quá 200 ký tự/],
      [{ moi: '1234567890', lai: '1234567890' }, /dễ đoán/],
      [{ moi: 'aaaaaaaaaaaa', lai: 'aaaaaaaaaaaa' }, /dễ đoán/],
      [{ moi: 'toi la MOI day nhe', lai: 'toi la MOI day nhe' }, /dễ đoán/],
      [{ lai: 'khác hẳn rồi nhé' }, /chưa giống nhau/],
      [{ 'mat-khau': '', moi: '', lai: '' }, /Chưa gõ mật khẩu[\s\S]*ít nhất 10 ký tự/],
    ]
    const person = (
      await app.world.database.one<{ person: string }>(sql`select person from account where login = 'moi'`)
    ).person
    for (const [fields, words] of refusals) {
      app.world.limiter.forgive('password', person)
      const { status, html } = await choose(visitor, fields)
      assert.equal(status, 422)
      assert.match(html, words)
      assert.doesNotMatch(html, /1234567890/, 'what was typed is not shown again')
    }
    assert.equal((await visitor.get('/tai-khoan')).status, 303, 'nothing was opened meanwhile')
  })

  it('once changed leads on, and the page is not asked for again', async () => {
    const visitor = await signedIn('moi', given)
    assert.equal((await choose(visitor, { ve: '/tim-kiem?q=lúa' })).to, '/tim-kiem?q=l%C3%BAa')
    assert.equal((await visitor.get('/tai-khoan')).status, 200)
    assert.equal((await signedIn('moi', own)).cookie() === '', false)
    const old = await visitorOf(app.url).post('/dang-nhap', { ten: 'moi', 'mat-khau': given })
    assert.equal(old.status, 422)
  })

  it('comes before the second factor of staff', async () => {
    await account(app.world, 'can-bo', { role: 'officer', mustChangePassword: true })
    const visitor = await signedIn('can-bo')
    assert.match((await visitor.get('/tai-khoan/bao-ve')).to ?? '', /^\/tai-khoan\/mat-khau/)
    const chosen = await visitor.post('/tai-khoan/mat-khau', { 'mat-khau': passwordOf('can-bo'), moi: own, lai: own })
    assert.equal(chosen.status, 303)
    assert.match((await visitor.get('/nghiep-vu/nhat-ky')).to ?? '', /^\/tai-khoan\/bao-ve/)
    await protect(visitor, demoDay)
    assert.equal((await visitor.get('/nghiep-vu/nhat-ky')).status, 200)
  })
})

describe('a change of password', () => {
  it('ends the other sessions and keeps this one; sent twice it is one', async () => {
    await account(app.world, 'hoa')
    const [here, there] = [await signedIn('hoa'), await signedIn('hoa')]
    const act = newId()
    const change = () =>
      here.post('/tai-khoan/mat-khau', {
        act,
        'mat-khau': passwordOf('hoa'),
        moi: 'chợ phiên Bắc Hà',
        lai: 'chợ phiên Bắc Hà',
      })
    assert.equal((await change()).to, '/tai-khoan?xong=mat-khau')
    assert.equal((await change()).to, '/tai-khoan?xong=mat-khau', 'a second click is told the same')
    assert.match((await here.get('/tai-khoan?xong=mat-khau')).html, /Đã đổi mật khẩu. Các máy khác đã được đăng xuất/)
    assert.equal((await there.get('/tai-khoan')).status, 401)
    const rows = await app.world.database.many(
      sql`select payload, answer from journal where type = 'people.change-password' and id = ${act}`,
    )
    assert.deepEqual(rows, [{ payload: {}, answer: null }], 'the journal keeps that it was done, and no more')
  })

  it('asks for the present one a few times only', async () => {
    await account(app.world, 'cuc')
    const cuc = await signedIn('cuc')
    const guess = () =>
      cuc.post('/tai-khoan/mat-khau', { 'mat-khau': 'đoán', moi: 'chợ phiên Bắc Hà', lai: 'chợ phiên Bắc Hà' })
    for (let tries = 0; tries < 6; tries++) assert.match((await guess()).html, /hiện nay chưa đúng/)
    assert.match((await guess()).html, /Đã thử nhiều lần/)
  })
})

describe('sessions', () => {
  before(() => account(app.world, 'dao'))
  after(() => app.world.clock.set(demoDay))

  it('are listed on the account page in words their owner knows, and can be ended one by one', async () => {
    const phone = await signedIn(
      'dao',
      passwordOf('dao'),
      'Mozilla/5.0 (Linux; Android 9) AppleWebKit Chrome/109.0 Safari/537',
    )
    const desk = await signedIn('dao', passwordOf('dao'), 'Mozilla/5.0 (Windows NT 6.1) Gecko/20100101 Firefox/102.0')
    const odd = await signedIn('dao', passwordOf('dao'), '<script>')
    const { html } = await desk.get('/tai-khoan')
    assert.match(html, /Firefox, Windows \(máy này\)/)
    assert.match(html, /Chrome, Android/)
    assert.match(html, /Máy không rõ/)
    const named = /Chrome, Android[\s\S]*?name="phien" value="([^"]+)"/.exec(html)?.[1] ?? ''
    assert.equal((await desk.post('/tai-khoan/thiet-bi', { phien: named })).to, '/tai-khoan')
    assert.equal((await phone.get('/tai-khoan')).status, 401)
    assert.equal((await odd.get('/tai-khoan')).status, 200)
    assert.equal((await desk.post('/tai-khoan/thiet-bi', {})).to, '/tai-khoan')
    assert.equal((await odd.get('/tai-khoan')).status, 401, 'all the others at once')
    assert.equal((await desk.get('/tai-khoan')).status, 200)
  })

  it('of somebody else cannot be ended, nor can what is none', async () => {
    const dao = await signedIn('dao')
    const reader = await signedIn('ban-doc-01', app.password('ban-doc-01'))
    const theirs = await app.world.database.one<{ id: string }>(
      sql`select session.id from session join account using (person) where login = 'ban-doc-01' limit 1`,
    )
    for (const phien of [theirs.id, 'x', '%', 'a'.repeat(10_000)])
      assert.equal((await dao.post('/tai-khoan/thiet-bi', { phien })).status, 303)
    assert.equal((await reader.get('/tai-khoan')).status, 200)
  })

  it('end when they are signed out, for a copied cookie too', async () => {
    const dao = await signedIn('dao')
    const cookie = dao.cookie()
    const out = await dao.post('/dang-xuat')
    assert.deepEqual([out.status, out.to, dao.cookie()], [303, '/', ''])
    assert.match(out.headers.get('clear-site-data') ?? '', /"cache", "storage"/)
    const stolen = await fetch(`${app.url}/tai-khoan`, { headers: { cookie }, redirect: 'manual' })
    assert.equal(stolen.status, 401)
  })

  it('of a reader live thirty days from their last use, and a year at most', async () => {
    const dao = await signedIn('dao')
    afterHours(29 * 24)
    assert.equal((await dao.get('/tai-khoan')).status, 200)
    afterHours(58 * 24)
    assert.equal((await dao.get('/tai-khoan')).status, 200, 'it was used in between')
    afterHours(89 * 24)
    assert.equal((await dao.get('/tai-khoan')).status, 401)
    app.world.clock.set(demoDay)
    const used = await signedIn('dao')
    for (let days = 20; days < 365; days += 20) {
      afterHours(days * 24)
      assert.equal((await used.get('/tai-khoan')).status, 200, `after ${days} days`)
    }
    afterHours(366 * 24)
    assert.equal((await used.get('/tai-khoan')).status, 401)
    app.world.clock.set(demoDay)
  })

  it('of staff live twelve hours from their last use, and a week at most', async () => {
    const staff = await signedIn('thu-thu-tinh', app.password('thu-thu-tinh'))
    afterHours(11)
    assert.equal((await staff.get('/nghiep-vu')).status, 200)
    afterHours(22)
    assert.equal((await staff.get('/nghiep-vu')).status, 200)
    afterHours(35)
    assert.equal((await staff.get('/nghiep-vu')).status, 401)
    app.world.clock.set(demoDay)
    const busy = await signedIn('thu-thu-tinh', app.password('thu-thu-tinh'))
    for (let hours = 10; hours < 7 * 24; hours += 10) {
      afterHours(hours)
      assert.equal((await busy.get('/nghiep-vu')).status, 200, `after ${hours} hours`)
    }
    afterHours(7 * 24)
    assert.equal((await busy.get('/nghiep-vu')).status, 401)
    app.world.clock.set(demoDay)
  })
})

describe('an appointment', () => {
  after(() => app.world.clock.set(demoDay))
  const desk = '/nghiep-vu/quay/TVTAPHIN?viec=muon'
  const appoint = async (person: string, from: string, to: string | null) => {
    const id = newId()
    await app.world.database.run(sql`
      insert into role_grant (id, person, role, institution, valid_from, valid_to)
      select ${id}, ${person}, 'librarian', id, ${from}, ${to} from institution where code = 'TVTAPHIN'`)
    return id
  }

  it('holds from its first day through its last, and ends by itself', async () => {
    const person = await account(app.world, 'thoi-vu', { demo: true })
    await appoint(person, '2026-11-25', '2026-11-26')
    for (const [day, status] of [
      ['2026-11-24T16:59:00Z', 403],
      ['2026-11-24T17:01:00Z', 200],
      ['2026-11-26T16:59:00Z', 200],
      ['2026-11-26T17:01:00Z', 403],
    ] as const) {
      app.world.clock.set(new Date(day))
      const visitor = await signedIn('thoi-vu')
      assert.equal((await visitor.get(desk)).status, status, day)
    }
  })

  it('ends for a session that is open too: at midnight, or when it is taken back', async () => {
    app.world.clock.set(demoDay)
    const person = await account(app.world, 'het-han', { demo: true })
    await appoint(person, '2026-11-01', '2026-11-24')
    app.world.clock.set(new Date('2026-11-24T16:50:00Z'))
    const visitor = await signedIn('het-han')
    assert.equal((await visitor.get(desk)).status, 200)
    app.world.clock.set(new Date('2026-11-24T17:01:00Z'))
    assert.equal((await visitor.get(desk)).status, 403)
    const other = await appoint(person, '2026-11-01', null)
    assert.equal((await visitor.get(desk)).status, 200)
    await app.world.database.run(sql`update role_grant set revoked_at = now() where id = ${other}`)
    assert.equal((await visitor.get(desk)).status, 403)
  })

  it('without its branches opens none of them', async () => {
    app.world.clock.set(demoDay)
    const tvt = await app.world.database.one<{ id: string }>(sql`select id from institution where code = 'TVT'`)
    await account(app.world, 'rieng-tinh', { demo: true, role: 'librarian', institution: tvt.id })
    const visitor = await signedIn('rieng-tinh')
    assert.equal((await visitor.get('/nghiep-vu/ban-doc/TVT')).status, 200)
    assert.equal((await visitor.get('/nghiep-vu/ban-doc/TVTAPHIN')).status, 403)
  })
})
