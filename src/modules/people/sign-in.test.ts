import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { account, codeAt, passwordOf, protect } from '../../../tests/support/accounts.ts'
import { demoDay, startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Visitor, visitorOf } from '../../../tests/support/visitor.ts'
import { sql } from '../../platform/database/sql.ts'

const minute = 60_000

describe('signing in', () => {
  let app: TestApp
  before(async () => {
    app = await startTestApp()
    await account(app.world, 'mai')
  })
  after(() => app.close())

  const somebody = () => visitorOf(app.url)
  const signIn = (visitor: Visitor, ten: string, fields: Record<string, string> = {}) =>
    visitor.post('/dang-nhap', { ten, 'mat-khau': passwordOf(ten), ...fields })
  const later = (minutes: number) => app.world.clock.set(new Date(app.world.clock.now().getTime() + minutes * minute))

  it('takes a login and its password, and leads a reader to their own page', async () => {
    const mai = somebody()
    const answer = await signIn(mai, 'mai')
    assert.deepEqual([answer.status, answer.to], [303, '/tai-khoan'])
    assert.match((await mai.get('/tai-khoan')).html, /<h1>Người mai<\/h1>/)
    const again = somebody()
    const typed = { ten: ' MAI ', 'mat-khau': ` ${passwordOf('mai').normalize('NFD')} ` }
    assert.equal((await again.post('/dang-nhap', typed)).to, '/tai-khoan', 'as a telephone types it')
  })

  it('leads staff to their work, and anybody back to where they were going', async () => {
    const staff = somebody()
    const password = app.password('thu-thu-tinh')
    assert.equal((await staff.post('/dang-nhap', { ten: 'thu-thu-tinh', 'mat-khau': password })).to, '/nghiep-vu')
    const turned = await somebody().get('/nghiep-vu/ban-doc/TVT?q=m%E1%BA%ABu+05')
    assert.equal(turned.status, 401)
    const back = /href="\/dang-nhap\?ve=([^"]+)"/.exec(turned.html)?.[1] ?? ''
    assert.equal(decodeURIComponent(back.replaceAll('+', ' ')), '/nghiep-vu/ban-doc/TVT?q=m%E1%BA%ABu+05')
    assert.equal((await signIn(somebody(), 'mai', { ve: '/tim-kiem?q=then' })).to, '/tim-kiem?q=then')
  })

  it('leads to no other host, however its address is disguised', async () => {
    const disguises = [
      '//x.vn',
      '/\\x.vn',
      '/\t/x.vn',
      '/\n/x.vn',
      'https://x.vn',
      '\\\\x.vn',
      'javascript:1',
      '/./\t/x.vn',
    ]
    for (const ve of disguises) {
      const answer = await signIn(somebody(), 'mai', { ve })
      assert.equal(answer.status, 303)
      const led = new URL(answer.to ?? '', app.url)
      assert.equal(led.origin, new URL(app.url).origin, JSON.stringify(ve))
    }
  })

  it('keeps its token from scripts, other sites and the database', async () => {
    const mai = somebody()
    const cookie = (await signIn(mai, 'mai')).headers.getSetCookie().join()
    assert.match(cookie, /^bt=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Lax/)
    const token = mai.cookie().slice('bt='.length)
    const { found } = await app.world.database.one<{ found: number }>(
      sql`select count(*) as found from session where token_hash = sha256(${token}::bytea)`,
    )
    assert.equal(found, 1)
  })

  it('stores passwords as argon2id with the cost that OWASP asks for', async () => {
    const { password_hash } = await app.world.database.one<{ password_hash: string }>(
      sql`select password_hash from account where login = 'mai'`,
    )
    assert.match(password_hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('says the same, and takes as long to say it, whether the login or the password is wrong', async () => {
    const durations: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    const said = new Set<string>()
    for (let turn = 0; turn < 5; turn++) {
      for (const kind of ['known', 'unknown'] as const) {
        app.world.limiter.forgive('sign-in', 'mai')
        const ten = kind === 'known' ? 'mai' : `khong-ai-${turn}`
        const started = performance.now()
        const { status, html } = await somebody().post('/dang-nhap', { ten, 'mat-khau': 'sai rồi sai rồi' })
        durations[kind].push(performance.now() - started)
        assert.equal(status, 422)
        assert.match(html, new RegExp(`name="ten" value="${ten}"`), 'what was typed stays, but for the password')
        assert.doesNotMatch(html, /sai rồi/)
        said.add(/role="alert"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '')
      }
    }
    assert.equal(said.size, 1)
    const median = (values: number[]) => values.sort((a, b) => a - b)[2] ?? 0
    assert.ok(median(durations.unknown) > median(durations.known) / 2, JSON.stringify(durations))
  })

  it('lets nobody try one account for ever, says how long to wait, and keeps no one else out', async () => {
    await account(app.world, 'lan')
    const wrong = () => somebody().post('/dang-nhap', { ten: 'lan', 'mat-khau': 'đoán mò đoán mò' })
    for (let tries = 0; tries < 6; tries++) assert.match((await wrong()).html, /chưa đúng/)
    assert.match((await wrong()).html, /Đã thử nhiều lần. Mời đợi 3 phút/)
    assert.match((await signIn(somebody(), 'lan')).html, /Mời đợi 3 phút/, 'nor with the right password')
    assert.equal((await signIn(somebody(), 'mai')).status, 303, 'another account at the same address')
    later(3)
    assert.equal((await signIn(somebody(), 'lan')).status, 303)
  })

  it('stops one address that names ever new accounts, before any of them is counted', async () => {
    const { limiter } = app.world
    const oneTry = { count: 80, seconds: 900 }
    while (limiter.take('sign-in-address', '127.0.0.1', oneTry) === null);
    assert.match((await somebody().post('/dang-nhap', { ten: 'moi-toanh', 'mat-khau': 'x' })).html, /Đã thử nhiều lần/)
    limiter.forgive('sign-in-address', '127.0.0.1')
    for (let tries = 0; tries < 6; tries++)
      assert.match((await somebody().post('/dang-nhap', { ten: 'moi-toanh', 'mat-khau': 'x' })).html, /chưa đúng/)
  })

  it('ends the session that the browser held before', async () => {
    const browser = somebody()
    await signIn(browser, 'mai')
    const before = browser.cookie()
    await signIn(browser, 'lan')
    assert.notEqual(browser.cookie(), before)
    const stolen = await fetch(`${app.url}/tai-khoan`, { headers: { cookie: before }, redirect: 'manual' })
    assert.equal(stolen.status, 401)
  })

  it('refuses a locked account in words, and its open sessions are over', async () => {
    const bich = somebody()
    await account(app.world, 'bich')
    await signIn(bich, 'bich')
    await app.world.database.run(sql`update account set locked_at = now() where login = 'bich'`)
    assert.equal((await bich.get('/tai-khoan')).status, 401)
    assert.match((await signIn(somebody(), 'bich')).html, /đang tạm khóa/)
    const wrong = await somebody().post('/dang-nhap', { ten: 'bich', 'mat-khau': 'đoán mò đoán mò' })
    assert.doesNotMatch(wrong.html, /tạm khóa/, 'only whoever knows the password hears of it')
  })

  it('answers whatever is typed with a page, never with a fault', async () => {
    const typed = [
      '',
      ' ',
      '\u0000',
      '\u0007\u001b',
      'a'.repeat(10_000),
      '😀'.repeat(300),
      '\u202emai',
      "' or 1=1 --",
      '%',
    ]
    for (const ten of typed) {
      for (const password of ['', '\u0000', 'x'.repeat(10_000), '👩‍👩‍👧']) {
        const { status, html } = await somebody().post('/dang-nhap', { ten, 'mat-khau': password, ve: ten })
        assert.equal(status, 422, JSON.stringify([ten.slice(0, 20), password.slice(0, 20)]))
        assert.match(html, /role="alert"/)
      }
      app.world.limiter.forgive('sign-in-address', '127.0.0.1')
    }
    const twice = await somebody().post('/dang-nhap', [
      ['ten', 'mai'],
      ['ten', 'quan-tri'],
      ['mat-khau', passwordOf('mai')],
      ['mat-khau', 'x'],
    ])
    assert.equal(twice.to, '/tai-khoan', 'of a field sent twice the first counts')
  })
})

describe('the second factor', () => {
  let app: TestApp
  before(async () => {
    app = await startTestApp()
    await account(app.world, 'thu-kho', { role: 'librarian', institution: await idOf('TVT'), withBranches: true })
  })
  after(() => app.close())

  const idOf = async (code: string) =>
    (await app.world.database.one<{ id: string }>(sql`select id from institution where code = ${code}`)).id
  const desk = '/nghiep-vu/quay/TVT?viec=muon'
  const signIn = async () => {
    const visitor = visitorOf(app.url)
    return { visitor, answer: await visitor.post('/dang-nhap', { ten: 'thu-kho', 'mat-khau': passwordOf('thu-kho') }) }
  }
  let key = ''

  it('is set up by staff before anything else; public pages are as for a visitor until then', async () => {
    const { visitor, answer } = await signIn()
    assert.equal(answer.to, '/tai-khoan/bao-ve')
    for (const path of [
      desk,
      '/nghiep-vu',
      '/nghiep-vu/nhat-ky',
      '/tai-khoan',
      '/tai-khoan/mat-khau',
      '/dang-nhap/ma',
    ]) {
      const turned = await visitor.get(path)
      assert.equal(turned.status, 303, path)
      assert.equal(turned.to, `/tai-khoan/bao-ve?${new URLSearchParams({ ve: path })}`)
    }
    for (const path of ['/nghiep-vu/ban-doc/TVT/moi', '/tai-khoan/thiet-bi', '/tai-khoan/mat-khau'])
      assert.equal((await visitor.post(path)).to, '/tai-khoan/bao-ve?', path)
    assert.doesNotMatch((await visitor.get('/')).html, /href="\/nghiep-vu"/)
    const page = (await visitor.get('/tai-khoan/bao-ve')).html
    assert.match(page, /Gõ 6 chữ số mà ứng dụng hiện ra/)
    assert.match(page, /<svg class="qr"/)
  })

  it('is on once the app shows a right code; a key that we did not make, or no digits, is refused in words', async () => {
    const { visitor } = await signIn()
    for (const [khoa, ma] of [
      ['JBSWY3DPEHPK3PXP', '123456'],
      ['!!!', '123456'],
      ['', ''],
      ['A'.repeat(10_000), '1'.repeat(10_000)],
      ['A'.repeat(32), 'đđđđđđ'],
      ['A'.repeat(32), '１２３４５６'],
    ] as const) {
      app.world.limiter.forgive('second-factor', await personOf('thu-kho'))
      const { status, html } = await visitor.post('/tai-khoan/bao-ve', { khoa, ma })
      assert.equal(status, 422)
      assert.match(html, /Mã chưa đúng hoặc đã dùng rồi/)
    }
    key = await protect(visitor, demoDay)
    assert.equal((await visitor.get(desk)).status, 200)
    assert.match((await visitor.get('/tai-khoan/bao-ve')).html, /đã bật bảo vệ hai bước/)
  })

  const personOf = async (login: string) =>
    (await app.world.database.one<{ person: string }>(sql`select person from account where login = ${login}`)).person

  it('is asked for at each signing in, and a code works once', async () => {
    const { visitor, answer } = await signIn()
    assert.equal(answer.to, '/dang-nhap/ma')
    assert.equal((await visitor.get(desk)).to, `/dang-nhap/ma?${new URLSearchParams({ ve: desk })}`)
    const code = (ma: string) => visitor.post('/dang-nhap/ma', { ma, ve: desk })
    assert.match((await code(codeAt(key, demoDay))).html, /đã dùng rồi/, 'the code of the setting up')
    const next = new Date(demoDay.getTime() + 30_000)
    app.world.clock.set(next)
    assert.equal((await code(codeAt(key, next))).to, desk)
    assert.equal((await visitor.get(desk)).status, 200)
    assert.equal((await code(codeAt(key, next))).to, desk, 'a second click goes on too')
    const thief = await signIn()
    const replayed = await thief.visitor.post('/dang-nhap/ma', { ma: codeAt(key, next) })
    assert.deepEqual([replayed.status, (await thief.visitor.get(desk)).status], [422, 303])
  })

  it('cannot be replaced by whoever knows the password alone', async () => {
    const { visitor } = await signIn()
    const mine = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    const sent = await visitor.post('/tai-khoan/bao-ve', { khoa: mine, ma: codeAt(mine, app.world.clock.now()) })
    assert.equal(sent.to, '/dang-nhap/ma?')
    assert.equal((await visitor.post('/tai-khoan/mat-khau', { moi: 'x' })).to, '/dang-nhap/ma?')
    const { totp_secret } = await app.world.database.one<{ totp_secret: string }>(
      sql`select totp_secret from account where login = 'thu-kho'`,
    )
    assert.equal(totp_secret, key)
  })

  it('is not guessed: after six codes the account waits', async () => {
    const { visitor } = await signIn()
    app.world.limiter.forgive('second-factor', await personOf('thu-kho'))
    for (let tries = 0; tries < 6; tries++) await visitor.post('/dang-nhap/ma', { ma: '000000' })
    assert.match((await visitor.post('/dang-nhap/ma', { ma: '000000' })).html, /Đã thử nhiều lần. Mời đợi 3 phút/)
  })

  it('is not asked of the demonstration’s staff, nor of readers', async () => {
    const staff = visitorOf(app.url)
    await staff.post('/dang-nhap', { ten: 'thu-thu-tinh', 'mat-khau': app.password('thu-thu-tinh') })
    assert.equal((await staff.get(desk)).status, 200)
    const reader = visitorOf(app.url)
    await reader.post('/dang-nhap', { ten: 'ban-doc-01', 'mat-khau': app.password('ban-doc-01') })
    assert.equal((await reader.get('/tai-khoan')).status, 200)
    assert.equal((await reader.get(desk)).status, 403)
  })
})
