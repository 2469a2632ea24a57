import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { type ServerType, serve } from '@hono/node-server'
import { assertAccessibleInLightAndDark } from '../../tests/support/axe.ts'
import { openBrowser, sidewaysScroll, type TestBrowser } from '../../tests/support/browser.ts'
import { assertLight } from '../../tests/support/weight.ts'
import { createMetrics, everyone, get, openDoor } from '../platform/http/index.ts'
import { gallery, galleryFrame } from './gallery.tsx'
import { loadAssets, siteRoutes } from './index.ts'

let server: ServerType
let url: string
let browser: TestBrowser

before(async () => {
  const assets = await loadAssets()
  const pages = gallery.map(({ path, page }) =>
    get(path, everyone, c => c.html(<>{page(galleryFrame(path, assets.url))}</>)),
  )
  const site = {
    frame: () => galleryFrame('/ngoai-tuyen', assets.url),
    staffFrame: () => galleryFrame('/nghiep-vu/quay', assets.url),
  }
  const faults: object[] = []
  const app = openDoor(
    {
      now: () => new Date('2026-11-22T02:41:00Z'),
      newId: () => '019381f0-0000-7000-8000-000000000000',
      whoIs: async () => null,
      turnAway: c => c.text('turned away', 500),
      afterChange: async () => undefined,
      log: { error: values => void faults.push(values), info: () => undefined },
      metrics: createMetrics(),
      trustedProxy: null,
      secure: false,
    },
    [...pages, ...siteRoutes(site, assets)],
  )
  const port = Number(process.env.GALLERY_PORT ?? 0)
  await new Promise<void>(listening => {
    server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => listening())
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  server.close()
})

describe('the gallery of all components', () => {
  for (const { path } of [...gallery, { path: '/ngoai-tuyen' }]) {
    it(`is accessible to everyone at ${path}, in light and dark, on a telephone and at a desk`, async () => {
      for (const width of [320, 1280]) {
        const page = await browser.visit({ width })
        await page.goto(url + path)
        await assertAccessibleInLightAndDark(page)
        assert.equal(await sidewaysScroll(page), 0, `${path} scrolls sideways at ${width}`)
        await page.close()
      }
      assert.deepEqual(browser.problems, [])
    })

    it(`is light at ${path}`, async () => {
      const { bytes } = await assertLight(url + path)
      assert.ok(bytes < 12_000, `${path}: ${bytes} bytes leave a page little room of its own`)
    })
  }

  it('has no style attribute and no inline script, which the policy would refuse', async () => {
    for (const { path } of gallery) {
      const html = await (await fetch(url + path)).text()
      assert.doesNotMatch(html, /<[^>]+\sstyle=|<script(?![^>]*src=)|\son\w+=/, path)
      assert.match(html, /^<!doctype html><html lang="(vi|en)">/)
    }
  })
})
