import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, it } from 'node:test'
import { type ServerType, serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { openBrowser, type TestBrowser } from '../../tests/support/browser.ts'
import { createMetrics, everyone, get, openDoor, post } from '../platform/http/index.ts'
import { galleryFrame } from './gallery.tsx'
import { type Assets, loadAssets, Page as SitePage, siteRoutes } from './index.ts'

let assets: Assets
let server: ServerType
let port: number
let browser: TestBrowser

const frame = (path: string) => ({
  ...galleryFrame(path, assets.url),
  viewer: { ...galleryFrame(path, assets.url).viewer, person: 'p' },
})

/** Pages as the house serves them: the first two public, the third personal. */
function openApp() {
  const routes = ['/', '/noi', '/cua-toi'].map(path =>
    get(path, everyone, c => {
      if (path === '/cua-toi') c.header('Cache-Control', 'no-store')
      return c.html(
        <SitePage frame={frame(path)} title={path}>
          <h1>Trang {path}</h1>
        </SitePage>,
      )
    }),
  )
  return openDoor(
    {
      now: () => new Date('2026-11-22T02:41:00Z'),
      newId: () => '019381f0-0000-7000-8000-000000000000',
      whoIs: async () => null,
      turnAway: (c, { code }) => c.text(code, 404),
      afterChange: async () => undefined,
      log: { error: () => undefined, info: () => undefined },
      metrics: createMetrics(),
      trustedProxy: null,
      secure: false,
    },
    [
      ...routes,
      post('/dang-xuat', everyone, c => c.redirect('/noi', 303)),
      ...siteRoutes({ frame: () => frame('/ngoai-tuyen'), staffFrame: () => frame('/ngoai-tuyen') }, assets),
    ],
  )
}

async function connect(at: number): Promise<void> {
  await new Promise<void>(listening => {
    server = serve({ fetch: openApp().fetch, port: at, hostname: '127.0.0.1' }, () => listening())
  })
  port = (server.address() as AddressInfo).port
}

async function disconnect(): Promise<void> {
  const closed = new Promise(done => server.close(done))
  if ('closeAllConnections' in server) server.closeAllConnections()
  await closed
}

before(async () => {
  assets = await loadAssets()
  await connect(0)
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  server.close()
})

const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const keptPages = `caches.open('pages').then(kept => kept.keys()).then(all => all.map(r => new URL(r.url).pathname + new URL(r.url).search))`

it('opens public pages without a network after a visit, and forgets them at sign-out', async () => {
  const page = await browser.visit()
  const url = `http://127.0.0.1:${port}`
  await page.goto(`${url}/`)
  await page.evaluate('navigator.serviceWorker.ready')
  await page.waitForFunction(`${keptPages}.then(all => all.includes('/'))`)
  for (const path of ['/noi', '/cua-toi', '/noi?q=benh']) await page.goto(url + path)
  await page.waitForFunction(`${keptPages}.then(all => all.includes('/noi'))`)
  assert.deepEqual(await page.evaluate(keptPages), ['/', '/noi'], 'neither the personal page nor the search is kept')

  await disconnect()
  await page.goto(`${url}/noi`)
  assert.equal(await heading(page), 'Trang /noi')
  assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('.top .width')).display`), 'flex')
  await page.goto(`${url}/`)
  assert.equal(await heading(page), 'Trang /')
  await page.goto(`${url}/cua-toi`)
  assert.equal(await heading(page), 'Không có mạng')

  await connect(port)
  await page.goto(`${url}/`)
  await page.locator('[data-sign-out] button').click()
  await page.waitForURL(`${url}/noi`)
  await page.waitForFunction(`${keptPages}.then(all => !all.includes('/'))`)
})
