import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { after, before, it } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type ServerType, serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { assertLight, firstLoad } from './weight.ts'

let server: ServerType
let url: string

/** Answers as a server that compresses: Brotli when asked, else gzip. */
function answer(c: Context, type: string, text: string): Response {
  const coding = c.req.header('accept-encoding') === 'br' ? 'br' : 'gzip'
  const body = coding === 'br' ? brotliCompressSync(text) : gzipSync(text)
  return c.body(new Uint8Array(body), 200, { 'content-type': type, 'content-encoding': coding })
}

const noise = randomBytes(15_000).toString('base64')
const html = `<!doctype html><title>Trang thử</title><link href="/a.css?v=1&amp;w=2" rel=stylesheet>
  <!-- <script src="/never.js"></script> --><link rel="icon" href="/never.ico"><link rel="preload" as="image" href="/n.png">
  <script type="module" src="/a.js"></script><script src='/a.js'></script>`

before(async () => {
  const app = new Hono()
  app.get('/', c => answer(c, 'text/html; charset=utf-8', html))
  app.get('/a.css', c => answer(c, 'text/css', '@import url("/b.css"); body { margin: 0 }'))
  app.get('/b.css', c => answer(c, 'text/css', 'p { margin: 0 }'))
  app.get('/a.js', c => answer(c, 'text/javascript', `import{a}from"./b.js";import('./later.js');a()`))
  app.get('/b.js', c => answer(c, 'text/javascript', 'export const a = () => {}'))
  app.get('/heavy', c => answer(c, 'text/html', noise))
  app.get('/plain', c => c.html(`<p>${'a'.repeat(20_000)}</p>`))
  app.get('/foreign', c => answer(c, 'text/html', '<script src="https://example.org/a.js"></script>'))
  app.get('/broken', c => answer(c, 'text/html', '<link rel="stylesheet" href="/none.css">'))
  await new Promise<void>(listening => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => listening())
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

after(() => server.close())

it('weighs the page and every style and script that it names, once each', async () => {
  const { bytes, parts } = await firstLoad(`${url}/`)
  const paths = parts.map(part => part.url.slice(url.length)).sort()
  assert.deepEqual(paths, ['/', '/a.css?v=1&w=2', '/a.js', '/b.css', '/b.js'])
  assert.equal(
    bytes,
    parts.reduce((sum, part) => sum + part.bytes, 0),
  )
  assert.equal(parts[0]?.bytes, gzipSync(html).length, 'the worse encoding, as it crossed the wire')
  await assertLight(`${url}/`)
})

it('refuses a page that is too heavy', () => assert.rejects(assertLight(`${url}/heavy`), /weighs \d+ bytes/))

it('refuses a page that is light only after compression that the server does not do', () =>
  assert.rejects(assertLight(`${url}/plain`), /weighs 20007 bytes/))

it('refuses a script from elsewhere', () => assert.rejects(assertLight(`${url}/foreign`), /another origin/))

it('refuses a page that names what is not there', () =>
  assert.rejects(firstLoad(`${url}/broken`), /none\.css answered 404/))
