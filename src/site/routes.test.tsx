import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { createMetrics, openDoor } from '../platform/http/index.ts'
import { galleryFrame } from './gallery.tsx'
import { type Assets, loadAssets, siteRoutes } from './index.ts'

let assets: Assets
let app: ReturnType<typeof openDoor>

before(async () => {
  assets = await loadAssets()
  const frame = () => galleryFrame('/ngoai-tuyen', assets.url)
  app = openDoor(
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
    siteRoutes({ frame, staffFrame: frame }, assets),
  )
})

const ask = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

describe('our files', () => {
  it('are kept for ever under the address that names their content', async () => {
    const answer = await ask(assets.url('style.css'))
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(answer.headers.get('content-type'), 'text/css; charset=utf-8')
  })

  it('are asked after each time under any other address', async () => {
    const answer = await ask('/assets/style.css?v=cu')
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=0, must-revalidate')
  })

  it('go out compressed, and the same after unpacking', async () => {
    const answer = await ask('/assets/style.css', { 'accept-encoding': 'gzip, br' })
    assert.equal(answer.headers.get('content-encoding'), 'br')
    const plain = brotliDecompressSync(Buffer.from(await answer.arrayBuffer()))
    const asset = assets.list.find(({ path }) => path === '/assets/style.css')
    assert.ok(asset && plain.equals(asset.body))
  })

  it('are not sent again to who has them', async () => {
    const first = await ask('/assets/style.css', { 'accept-encoding': 'br' })
    const etag = first.headers.get('etag') ?? ''
    const again = await ask('/assets/style.css', { 'accept-encoding': 'br', 'if-none-match': etag })
    assert.equal(again.status, 304)
  })

  it('are only those on the list', async () => {
    for (const path of ['/assets/none.css', '/assets/../package.json', '/assets/%2e%2e/package.json', '/style.css']) {
      assert.equal((await ask(path)).status, 404, path)
    }
    assert.throws(() => assets.url('none.css'), /no such file/)
  })

  it('carry no comments and no colour function that Chrome 90 lacks', () => {
    const css = assets.list.filter(({ type }) => type.startsWith('text/css')).map(({ body }) => body.toString())
    assert.doesNotMatch(css.join(), /\/\*|light-dark|color-mix|oklch|@layer|:has\(/)
  })

  it('name the icons that the manifest promises', async () => {
    const manifest = (await (await ask('/manifest.webmanifest')).json()) as { icons: { src: string; type: string }[] }
    for (const { src, type } of manifest.icons) {
      const icon = await ask(src)
      assert.equal(icon.headers.get('content-type'), type, src)
      assert.ok((await icon.arrayBuffer()).byteLength > 200)
    }
  })

  it('include a worker that knows today’s files', async () => {
    const worker = await (await ask('/service-worker.js')).text()
    assert.ok(worker.includes(assets.url('style.css')))
    assert.ok(worker.includes('/ngoai-tuyen'))
  })
})
