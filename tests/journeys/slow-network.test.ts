import assert from 'node:assert/strict'
import { after, before, describe, it, mock } from 'node:test'
import { startListening } from '../../src/app/listen.ts'
import { openApp } from '../../src/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import { startTestApp, type TestApp } from '../support/app.ts'

describe('a network as slow as 2G, for whoever develops', () => {
  let app: TestApp
  let url: string
  const closing: (() => Promise<void>)[] = []
  const luck = mock.method(Math, 'random', () => 0.5)

  before(async () => {
    app = await startTestApp()
    const { slowNetwork } = readConfig({}, ['--network=2g'])
    const world = { ...app.world, config: { ...app.world.config, slowNetwork } }
    const slow = await openApp(world, { owner: false })
    const listening = await startListening(slow.web, world.config)
    closing.push(listening.close, () => slow.index.close(), app.close)
    url = listening.url
  })
  after(async () => {
    luck.mock.restore()
    for (const close of closing) await close()
  })

  /** Milliseconds to the whole of the answer, and the octets that crossed the wire. */
  async function load(path: string): Promise<{ status: number; took: number; octets: number }> {
    const from = performance.now()
    const answer = await fetch(url + path, { headers: { 'accept-encoding': 'gzip' } })
    await answer.arrayBuffer()
    const octets = Number(answer.headers.get('content-length') ?? 0)
    return { status: answer.status, took: performance.now() - from, octets }
  }

  it('is asked for by an option of the start, and is not there otherwise', async () => {
    assert.equal(readConfig({}, []).slowNetwork, false)
    let best = Infinity // of several: other tests may keep the machine busy
    for (let tries = 0; tries < 5; tries++) {
      const from = performance.now()
      await (await fetch(`${app.url}/assets/icon.svg`)).arrayBuffer()
      best = Math.min(best, performance.now() - from)
    }
    assert.ok(best < 400, `${best} ms`)
  })

  it('lets half a second pass before anything, and 30 KB a second through', async () => {
    for (const path of ['/', '/so-lieu']) {
      const { status, took, octets } = await load(path)
      assert.equal(status, 200)
      assert.ok(octets > 3000, `${path} weighs ${octets}`)
      const expected = 500 + octets / 30
      assert.ok(took >= expected - 5, `${path}: ${took} ms for ${octets} octets`)
    }
  })

  it('loses an answer now and then', async () => {
    luck.mock.mockImplementation(() => 0.01)
    assert.equal((await load('/')).status, 503)
    luck.mock.mockImplementation(() => 0.5)
    assert.equal((await load('/')).status, 200)
  })
})
