import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { createAccount } from '../../src/modules/people/index.ts'
import { demoDay, startTestApp, type TestApp } from '../support/app.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { signInAs, typeSignIn } from '../support/sign-in.ts'

let app: TestApp
let browser: TestBrowser
before(async () => {
  app = await startTestApp()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await app?.close()
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const refusal = (page: Page) => page.getByRole('alert').innerText()
const path = (page: Page) => new URL(page.url()).pathname
const signOut = (page: Page) => page.getByRole('button', { name: 'Đăng xuất', exact: true }).click()
const later = (seconds: number) => app.world.clock.set(new Date(app.world.clock.now().getTime() + seconds * 1000))
const visit = () => browser.visit({ width: 320, javaScript: false })

describe('whoever mistypes', () => {
  it('keeps the name typed, never the password, and reads what to do', async () => {
    const page = await visit()
    await typeSignIn(page, app, 'ban-doc-01', 'sai-mat-khau')
    assert.match(await refusal(page), /Tên đăng nhập hoặc mật khẩu chưa đúng\. Mời gõ lại, để ý phím Caps Lock/)
    assert.equal(await page.getByLabel('Tên đăng nhập').inputValue(), 'ban-doc-01')
    assert.equal(await page.getByLabel('Mật khẩu').inputValue(), '')
    await page.getByLabel('Mật khẩu').fill(` ${app.password('ban-doc-01')} `) // copied with the blanks around it
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    assert.equal(path(page), '/tai-khoan')
  })

  it('is told all that is missing at once', async () => {
    const page = await visit()
    await typeSignIn(page, app, '', '')
    assert.match(await refusal(page), /Chưa gõ tên đăng nhập\.\s+Chưa gõ mật khẩu\./)
  })

  it('has to wait after six tries, with the right password too; nobody else has', async () => {
    const page = await visit()
    for (let tries = 0; tries < 6; tries++) await typeSignIn(page, app, 'ban-doc-11', `sai-${tries}`)
    assert.doesNotMatch(await refusal(page), /Đã thử nhiều lần/)
    await typeSignIn(page, app, 'BAN-DOC-11', app.password('ban-doc-11'))
    const minutes = Number(/Đã thử nhiều lần\. Mời đợi (\d+) phút/.exec(await refusal(page))?.[1])
    assert.ok(minutes > 0, await refusal(page))
    await signInAs(await visit(), app, 'ban-doc-06')
    later(minutes * 60)
    await signInAs(page, app, 'ban-doc-11')
    app.world.clock.set(demoDay)
  })
})

describe('an administrator whose account was just made', () => {
  const given = { login: 'quan-tri-moi', password: 'duoc-cap-qua-dien-thoai' }
  const own = 'ruộng bậc thang mùa nước đổ'
  let page: Page
  let secret: string
  before(async () => {
    const rest = { displayName: 'Quản trị mới', role: 'administrator', institution: null, withBranches: false } as const
    const made = await createAccount(app.world, { ...given, ...rest, demo: false, mustChangePassword: true })
    assert.ok(made.ok)
    page = await visit()
  })

  const codeNow = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: +app.world.clock.now() })
  const sendCode = async (code: string, button: string) => {
    await page.getByLabel('Mã 6 chữ số').fill(code)
    await page.getByRole('button', { name: button }).click()
  }

  it('is sent to sign in from the page that they wanted', async () => {
    const answer = await page.goto(`${app.url}/nghiep-vu/nhat-ky`)
    assert.equal(answer?.status(), 401)
    await page.getByRole('main').getByRole('link', { name: 'Đăng nhập' }).click()
    await page.getByLabel('Tên đăng nhập').fill(given.login)
    await page.getByLabel('Mật khẩu').fill(given.password)
    await page.getByLabel('Mật khẩu').press('Enter')
    assert.equal(await heading(page), 'Đặt mật khẩu của riêng bạn')
  })

  it('chooses a password of their own first', async () => {
    const choose = async (fresh: string, again: string) => {
      await page.getByLabel('Mật khẩu được cấp').fill(given.password)
      await page.getByLabel('Mật khẩu mới', { exact: false }).first().fill(fresh)
      await page.getByLabel('Gõ lại mật khẩu mới').fill(again)
      await page.getByLabel('Gõ lại mật khẩu mới').press('Enter')
    }
    await choose('ngắn', 'khác')
    assert.match(await refusal(page), /cần ít nhất 10 ký tự[\s\S]*Hai lần gõ mật khẩu mới chưa giống nhau/)
    await choose(own, own)
    assert.equal(await heading(page), 'Bảo vệ hai bước')
  })

  it('gets no further without a second factor, whichever page they open', async () => {
    for (const wanted of ['/nghiep-vu/nhat-ky', '/nghiep-vu', '/nghiep-vu/quay/TVT', '/tai-khoan/mat-khau']) {
      await page.goto(app.url + wanted)
      assert.equal(path(page), '/tai-khoan/bao-ve', wanted)
    }
    await page.goto(`${app.url}/nghiep-vu/nhat-ky`)
  })

  it('keeps the key that the telephone has scanned when a code is wrong', async () => {
    secret = await page.locator('code').innerText()
    assert.match(secret, /^[A-Z2-7]{32}$/)
    assert.equal(await page.locator('svg.qr').count(), 1)
    await sendCode('000000', 'Bật bảo vệ')
    assert.match(await refusal(page), /Mã chưa đúng hoặc đã dùng rồi\. Mời đợi mã mới/)
    assert.equal(await page.locator('code').innerText(), secret)
  })

  it('turns it on with the code of the telephone, and is where they wanted to be', async () => {
    await sendCode(codeNow(), 'Bật bảo vệ')
    assert.equal(path(page), '/nghiep-vu/nhat-ky')
    assert.match(await heading(page), /Nhật ký/)
  })

  it('is asked for a code at every later sign-in, and each code works once', async () => {
    await signOut(page)
    await typeSignIn(page, app, given.login, own)
    assert.equal(await heading(page), 'Mã bảo vệ')
    await page.goto(`${app.url}/tai-khoan`)
    assert.equal(await heading(page), 'Mã bảo vệ', 'a password alone opens nothing')
    await sendCode(codeNow(), 'Tiếp tục')
    assert.match(await refusal(page), /đã dùng rồi/)
    later(30)
    await sendCode(codeNow(), 'Tiếp tục')
    assert.equal(path(page), '/tai-khoan')
    await signOut(page)
    app.world.clock.set(demoDay)
  })
})

describe('a person who is signed in at two machines', () => {
  const fresh = 'chợ phiên Bắc Hà chủ nhật'
  let here: Page
  let there: Page
  before(async () => {
    here = await visit()
    there = await visit()
    await signInAs(here, app, 'ban-doc-04')
    await signInAs(there, app, 'ban-doc-04')
  })

  it('ends the other one with a change of password, and stays in at this one', async () => {
    await here.getByRole('link', { name: 'Đổi mật khẩu' }).click()
    const change = async (current: string) => {
      await here.getByLabel('Mật khẩu hiện nay').fill(current)
      await here.getByLabel('Mật khẩu mới').first().fill(fresh)
      await here.getByLabel('Gõ lại mật khẩu mới').fill(fresh)
      await here.getByRole('button', { name: 'Đổi mật khẩu' }).click()
    }
    await change('không phải')
    assert.match(await refusal(here), /Mật khẩu hiện nay chưa đúng\. Mời gõ lại/)
    assert.equal((await there.goto(`${app.url}/tai-khoan`))?.status(), 200)
    await change(app.password('ban-doc-04'))
    assert.match(await here.getByRole('status').innerText(), /Đã đổi mật khẩu/)
    assert.equal((await there.goto(`${app.url}/tai-khoan`))?.status(), 401)
    await typeSignIn(there, app, 'ban-doc-04', app.password('ban-doc-04'))
    assert.match(await refusal(there), /chưa đúng/)
    await typeSignIn(there, app, 'ban-doc-04', fresh)
    assert.equal(path(there), '/tai-khoan')
  })

  it('sees nothing kept by the browser, on whatever page', async () => {
    for (const wanted of ['/tai-khoan', '/tai-khoan/mat-khau', '/', '/noi/TVT', '/tim-kiem?q=mong', '/so-lieu']) {
      const answer = await here.goto(app.url + wanted)
      assert.match(answer?.headers()['cache-control'] ?? '', /no-store/, wanted)
      assert.equal(answer?.headers().etag, undefined, wanted)
    }
  })

  it('is signed out wholly: by the Back button too, and for whoever copied the token', async () => {
    const [token] = (await here.context().cookies()).filter(cookie => cookie.httpOnly)
    assert.ok(token)
    await here.goto(`${app.url}/tai-khoan`)
    const name = await heading(here)
    await signOut(here)
    assert.equal(path(here), '/')
    assert.deepEqual(
      (await here.context().cookies()).filter(cookie => cookie.httpOnly),
      [],
    )
    await here.goBack()
    assert.ok(!(await here.locator('body').innerText()).includes(name), 'Back shows nothing of them')
    const stolen = await fetch(`${app.url}/tai-khoan`, { headers: { cookie: `${token.name}=${token.value}` } })
    assert.equal(stolen.status, 401)
    assert.equal((await there.goto(`${app.url}/tai-khoan`))?.status(), 200, 'the other machine stays signed in')
  })
})

it('refuses a form that another site sends in a person’s name', async () => {
  const page = await browser.visit()
  await signInAs(page, app, 'thu-thu-tinh')
  const body = `<form method="post" action="${app.url}/dang-xuat"><button>Nhận quà</button></form>`
  await page.route('http://qua-tang.example/**', route => route.fulfill({ contentType: 'text/html', body }))
  await page.goto('http://qua-tang.example/')
  await page.getByRole('button').click()
  await page.waitForURL(`${app.url}/dang-xuat`)
  assert.equal(await heading(page), 'Yêu cầu này không đến từ trang của chúng tôi')
  assert.match(await page.getByRole('main').innerText(), /chưa ghi gì cả\. Mời mở lại trang/)
  assert.equal((await page.goto(`${app.url}/tai-khoan`))?.status(), 200)
})
