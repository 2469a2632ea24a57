import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, it } from 'node:test'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { assertAccessible, assertAccessibleInLightAndDark } from './axe.ts'
import { openBrowser, sidewaysScroll, type TestBrowser } from './browser.ts'
import { findChromium } from './chromium.ts'

let server: ServerType
let url: string
let browser: TestBrowser

const page = (style: string, body: string): string => `<!doctype html><html lang="vi">
  <meta name="viewport" content="width=device-width"><title>Trang thử</title>
  <style>${style}</style><main><h1>Trang thử</h1>${body}</main></html>`

before(async () => {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  })
  app.get('/good', c => c.html(page('', '<p>Chào bạn.</p><noscript><p>Không có JavaScript.</p></noscript>')))
  app.get('/scripted', c => c.html(page('', '<script>document.title = "chạy"</script>')))
  app.get('/wide', c => c.html(page('main { width: 500px }', '')))
  app.get('/pale', c => c.html(page('p { color: #ccc; background: #fff }', '<p>Chữ quá nhạt.</p>')))
  const dim = '@media (prefers-color-scheme: dark) { body { background: #222 } }'
  app.get('/dim', c => c.html(page(dim, '<p>Chữ đen trên nền đen.</p>')))
  await new Promise<void>(listening => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => listening())
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  server.close()
})

it('visits a page as a telephone in the dark without JavaScript', async () => {
  const visitor = await browser.visit({ width: 320, dark: true, javaScript: false })
  await visitor.goto(`${url}/good`)
  assert.equal(await visitor.evaluate('innerWidth'), 320)
  assert.equal(await visitor.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`), true)
  assert.equal(await visitor.locator('noscript p').isVisible(), true)
  assert.equal(await sidewaysScroll(visitor), 0)
  await visitor.goto(`${url}/wide`)
  assert.ok((await sidewaysScroll(visitor)) > 150)
})

it('keeps what the browser complained of', async () => {
  const visitor = await browser.visit()
  await visitor.goto(`${url}/scripted`)
  assert.equal(await visitor.title(), 'Trang thử')
  assert.match(browser.problems.join('\n'), /\/scripted: .*Content Security Policy/)
})

it('finds a page accessible under a strict policy', async () => {
  const visitor = await browser.visit({ width: 320 })
  await visitor.goto(`${url}/good`)
  await assertAccessibleInLightAndDark(visitor)
})

it('refuses text that is too pale, and says which', async () => {
  const visitor = await browser.visit()
  await visitor.goto(`${url}/pale`)
  await assert.rejects(assertAccessible(visitor), /color-contrast \(serious\)[\s\S]*<p>Chữ quá nhạt/)
})

it('refuses what can be read in light colours only', async () => {
  const visitor = await browser.visit()
  await visitor.goto(`${url}/dim`)
  await assertAccessible(visitor)
  await assert.rejects(assertAccessibleInLightAndDark(visitor), /in dark colours/)
})

it('looks for the browser where it was told, and nowhere else', () => {
  assert.equal(findChromium({ CHROMIUM: process.execPath }), process.execPath)
  assert.equal(findChromium({ CHROMIUM: '/nowhere/chrome', PATH: process.env.PATH }), null)
  assert.equal(findChromium({ PATH: '' }, 'linux'), null)
})
