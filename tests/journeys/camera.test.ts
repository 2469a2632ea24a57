import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { encode } from 'uqr'
import { compress } from '../../src/platform/http/index.ts'
import { loadAssets } from '../../src/site/assets.ts'
import { readerKb } from '../../src/site/camera.tsx'
import { startTestApp, type TestApp } from '../support/app.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { signInAs } from '../support/sign-in.ts'

const [width, height, scale] = [640, 480, 10]

/** A film of two frames, as YUV4MPEG2, in which a QR code is held before the camera. */
function filmOf(text: string): Buffer {
  const { data, size } = encode(text, { border: 4 })
  const [left, top] = [Math.floor((width - size * scale) / 2), Math.floor((height - size * scale) / 2)]
  const light = Buffer.alloc(width * height, 235)
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++)
      if (data[Math.floor(y / scale)]?.[Math.floor(x / scale)]) light[(top + y) * width + left + x] = 16
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame])
}

describe('scanning with the camera at the desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'may-anh-'))
  const film = join(folder, 'the.y4m')
  let app: TestApp
  let browser: TestBrowser
  before(async () => {
    writeFileSync(film, filmOf('TVT-000006'))
    app = await startTestApp()
    browser = await openBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ])
  })
  after(async () => {
    await browser?.close()
    await app?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('loads nothing before the tap, then reads the card before the camera and sends it as a scanner would', async () => {
    const page = await browser.visit()
    await signInAs(page, app, 'thu-thu-tinh')
    const loaded: string[] = []
    page.on('request', request => loaded.push(new URL(request.url()).pathname))
    await page.goto(`${app.url}/nghiep-vu/quay/TVT`)
    const start = page.getByRole('button', { name: 'Quét bằng máy ảnh' })
    await start.waitFor()
    const parts = ['/assets/camera.js', '/assets/barcode-reader.js', '/assets/zxing_reader.wasm']
    assert.deepEqual(
      loaded.filter(path => parts.includes(path)),
      [],
    )
    await start.click()
    await page.getByRole('heading', { name: 'Bạn đọc mẫu 06' }).waitFor()
    for (const path of parts) assert.ok(loaded.includes(path), path)
    await page.getByRole('button', { name: 'Tắt máy ảnh' }).click()
    await page.getByText('Đã tắt máy ảnh.').waitFor()
    await start.waitFor()
    assert.deepEqual(browser.problems, [])
  })

  it('may run WebAssembly on the desk’s page and on no other', async () => {
    const headers = await app.signIn('thu-thu-tinh')
    const policyOf = async (path: string) =>
      (await fetch(`${app.url}${path}`, { headers })).headers.get('content-security-policy') ?? ''
    assert.match(await policyOf('/nghiep-vu/quay/TVT'), /script-src 'self' 'wasm-unsafe-eval';/)
    for (const path of ['/', '/nghiep-vu', '/nghiep-vu/quay/TVT/qua-han'])
      assert.doesNotMatch(await policyOf(path), /wasm|unsafe/, path)
  })

  it('says in words when there is no camera or it is refused', async () => {
    const bare = await openBrowser()
    const page = await bare.visit({ width: 320 })
    await signInAs(page, app, 'thu-thu-tinh')
    await page.goto(`${app.url}/nghiep-vu/quay/TVT`)
    await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).click()
    await page.getByText(/Mời gõ mã vào ô trên|hoặc gõ mã vào ô trên/).waitFor()
    await bare.close()
  })

  it('tells truly how much it loads', async () => {
    const { list } = await loadAssets()
    const find = (name: string) => list.find(({ path }) => path.endsWith(name))
    const packed = await compress(find('zxing_reader.wasm')?.body ?? Buffer.alloc(0), 'br', 5)
    const kb = (packed.length + (find('barcode-reader.js')?.br?.length ?? 0)) / 1000
    assert.ok(Math.abs(kb - readerKb) < readerKb / 20, `${kb} KB`)
  })
})
