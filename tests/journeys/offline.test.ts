import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { startTestApp, type TestApp } from '../support/app.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { signInAs } from '../support/sign-in.ts'

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

/** Addresses of pages, without their origin, that this browser keeps. */
const keptPages = (page: Page): Promise<string[]> =>
  page.evaluate(`caches.open('pages').then(kept => kept.keys())
    .then(keys => keys.map(({ url }) => url.slice(location.origin.length)).sort())`)

/** Keeping goes on behind the answer, so the test looks until it is done. */
async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await condition()) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  assert.fail(`never came about: ${what}`)
}

const isKept = (page: Page, path: string) =>
  until(async () => (await keptPages(page)).includes(path), `${path} is kept`)
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

describe('a person who goes where there is no network', () => {
  let page: Page
  let context: BrowserContext
  before(async () => {
    page = await browser.visit({ width: 320 })
    context = page.context()
    await page.goto(app.url)
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.goto(`${app.url}/noi/TVT`)
    await isKept(page, '/noi/TVT')
    await isKept(page, '/')
  })

  it('opens a page visited before, looking as it did', async () => {
    await context.setOffline(true)
    await page.goto(`${app.url}/noi/TVT`)
    assert.equal(await heading(page), 'Thư viện tỉnh Lào Cai')
    assert.match(await page.getByRole('table', { name: 'Giờ mở cửa' }).innerText(), /13:30–17:30/)
    const family = await page.evaluate<string>(`getComputedStyle(document.querySelector('h1')).fontFamily`)
    assert.match(family, /serif/, 'the style is there too')
    await page.goto(app.url)
    assert.equal(await heading(page), 'Hôm nay bạn muốn học gì?')
  })

  it('is told so on a page never visited, and gets it once there is a network again', async () => {
    const answer = await page.goto(`${app.url}/noi/TVTAPHIN`)
    assert.equal(await heading(page), 'Không có mạng')
    assert.equal(answer?.fromServiceWorker(), true)
    assert.equal(new URL(page.url()).pathname, '/noi/TVTAPHIN', 'a reload asks for the page that was wanted')
    await context.setOffline(false)
    await page.reload()
    assert.equal(await heading(page), 'Thư viện xã Tả Phìn')
  })

  it('reads the page of now, not the kept one, while there is a network', async () => {
    app.world.clock.set(new Date('2026-11-24T05:00:00Z'))
    await page.goto(`${app.url}/noi/TVT`)
    assert.match(await page.locator('main').innerText(), /Mở lại 13:30/)
    await context.setOffline(true)
    await page.goto(`${app.url}/noi/TVT`)
    assert.match(await page.locator('main').innerText(), /Mở lại 13:30/, 'the newest one was kept')
    await context.setOffline(false)
  })

  it('keeps no page of what was looked for', async () => {
    await page.goto(`${app.url}/tim-kiem?q=dan+toc+Mong`)
    await page.goto(`${app.url}/so-do`)
    await isKept(page, '/so-do')
    assert.ok((await keptPages(page)).every(path => !path.startsWith('/tim-kiem')))
  })
})

describe('a person who signs in', () => {
  it('leaves no page of theirs on the machine, and none of the others after signing out', async () => {
    const page = await browser.visit()
    await page.goto(app.url)
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.goto(`${app.url}/noi/TVTAPHIN`)
    await isKept(page, '/noi/TVTAPHIN')
    await signInAs(page, app, 'ban-doc-01')
    for (const path of ['/tai-khoan', '/noi/TVT', '/']) await page.goto(app.url + path)
    assert.match(await page.getByRole('navigation', { name: 'Chính' }).innerText(), /Của tôi/)
    const kept = await page.evaluate<string[]>(`(async () => {
      const texts = []
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text())
      }
      return texts
    })()`)
    assert.ok(kept.length > 3)
    assert.deepEqual(
      kept.filter(text => /Bạn đọc mẫu 01|Của tôi/.test(text)),
      [],
    )

    await page.getByRole('button', { name: 'Đăng xuất' }).first().click()
    await page.waitForURL(`${app.url}/`)
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    assert.ok(!(await keptPages(page)).includes('/noi/TVTAPHIN'), 'what was kept before is gone')
    await page.context().setOffline(true)
    await page.goto(`${app.url}/tai-khoan`)
    assert.equal(await heading(page), 'Không có mạng')
  })
})

it('no page on the way made the browser complain but of the network', () =>
  assert.deepEqual(
    browser.problems.filter(problem => !problem.includes('ERR_INTERNET_DISCONNECTED')),
    [],
  ))
