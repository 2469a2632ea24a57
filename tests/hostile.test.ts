import assert from 'node:assert/strict'
import type { Socket } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { type Example, exampleAddresses } from './support/addresses.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { contentsOf } from './support/contents.ts'
import { answerOn, dial, rawRequest } from './support/raw.ts'

let app: TestApp
let examples: readonly Example[] = []
const browsers = new Map<string | undefined, Record<string, string>>([[undefined, {}]])

before(async () => {
  app = await startTestApp()
  examples = Object.values(await exampleAddresses(app)).flat()
  for (const { as } of examples) if (!browsers.has(as)) browsers.set(as, await app.signIn(as ?? ''))
})
after(async () => {
  // Whatever came, nothing in here was a fault.
  const counted = await (await fetch(`${app.url}/metrics`)).text()
  await app.close()
  assert.doesNotMatch(counted, /status="5/)
})

const headersOf = ({ as }: Pick<Example, 'as'>): Record<string, string> => browsers.get(as) ?? {}
const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}${path}`, { redirect: 'manual', headers })

describe('a body', () => {
  const form = 'Content-Type: application/x-www-form-urlencoded'
  const cookie = () => `Cookie: ${browsers.get('thu-thu-tinh')?.cookie}`
  const ours = 'Sec-Fetch-Site: same-origin'

  it('that is announced too large, or of no announced length, is refused in words before it has come', async () => {
    for (const [path, length] of [
      ['/dang-nhap', 'Content-Length: 262145'],
      ['/dang-nhap', 'Transfer-Encoding: chunked'],
      ['/nghiep-vu/quay/TVT', 'Content-Length: 999999999999'],
      ['/nghiep-vu/nhap', 'Content-Length: 68719476736'],
    ]) {
      const answer = await rawRequest(app.url, `POST ${path} HTTP/1.1`, [form, ours, cookie(), length ?? ''])
      assert.equal(answer.status, 413, path)
      assert.match(answer.body, /Nội dung gửi lên quá lớn/)
    }
  })

  it('that is not what it says it is costs nothing', async () => {
    const multipart = 'Content-Type: multipart/form-data; boundary=x'
    const bodies: [type: string, body: string][] = [
      [form, '%'],
      [form, '%ff=%ff&act=%00&quet=%c3%28'],
      [form, '&&&===&'],
      [multipart, ''],
      [multipart, '--x\r\nContent-Disposition: form-data; name="quet"\r\n\r\nno end'],
      [multipart, '--x\r\nnonsense\r\n\r\n--x--\r\n'],
      ['Content-Type: multipart/form-data', '--x--'],
      ['Content-Type: application/json', '{"quet": {"$ne": null}}'],
      ['Content-Type: text/plain', 'quet=1'],
      ['X-None: 1', 'quet=1'],
    ]
    for (const [type, body] of bodies) {
      for (const path of ['/nghiep-vu/quay/TVT', '/nghiep-vu/nhap', '/dang-nhap', '/tai-khoan/mat-khau']) {
        const length = `Content-Length: ${Buffer.byteLength(body)}`
        const { status } = await rawRequest(app.url, `POST ${path} HTTP/1.1`, [type, ours, cookie(), length], body)
        assert.ok([303, 400, 422].includes(status), `${path} ${type} ${body}: ${status}`)
      }
    }
  })

  it('that never ends keeps nobody else waiting, and is nothing when the sender hangs up', async () => {
    const was = await contentsOf(app.world.database)
    const slow: Socket[] = []
    for (let n = 0; n < 60; n += 1) {
      const socket = await dial(app.url)
      socket.write(
        `POST /nghiep-vu/quay/TVT HTTP/1.1\r\nHost: x\r\n${form}\r\n${ours}\r\n${cookie()}\r\nContent-Length: 500\r\n\r\nviec=tra`,
      )
      slow.push(socket)
    }
    const from = performance.now()
    assert.equal((await ask('/noi/TVT')).status, 200)
    assert.ok(performance.now() - from < 5000)
    for (const socket of slow) socket.destroy()
    assert.equal((await ask('/noi/TVT')).status, 200)
    assert.deepEqual(await contentsOf(app.world.database), was)
  })
})

describe('headers that nobody would send', () => {
  it('are no fault and change no page', async () => {
    const lines: string[][] = [
      ['Cookie: bt=%'],
      ['Cookie: bt=; bt=; bt'],
      ['Cookie: ;;;=;=x;bt="\\"'],
      [`Cookie: bt=${'x'.repeat(6000)}`],
      ['Cookie: bt=\u00ff\u0001'],
      ['Cookie: tieng=%ff; __Host-bt=x'],
      ['Accept-Encoding: br;q=x, gzip;q=-1, *;q=0'],
      ['Accept-Encoding: ,,,'],
      ['If-None-Match: *, "", W/'],
      ['Accept-Language: \u00ff;q=9'],
      ['Range: bytes=0-0,-1,9-2'],
      ['If-Modified-Since: yesterday'],
      ['Sec-Fetch-Site: \u00ff'],
      ['Origin: ::::'],
      ['X-Forwarded-For: 1, 2, <script>', 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: gopher'],
      ['Authorization: Bearer'],
      ['User-Agent: '],
    ]
    for (const given of lines) {
      for (const path of ['/noi/TVT', '/tim-kiem?q=sa', '/tai-khoan', '/assets/style.css']) {
        const { status, body } = await rawRequest(app.url, `GET ${path} HTTP/1.1`, given)
        assert.ok([200, 304, 400, 401].includes(status), `${given.join()} ${path}: ${status}`)
        assert.doesNotMatch(body, /evil\.example|gopher|<script>,/)
      }
    }
    assert.equal((await rawRequest(app.url, 'GET / HTTP/1.1', [`X-Long: ${'x'.repeat(40_000)}`])).status, 431)
  })

  it('a host of somebody else’s making does not become part of a page', async () => {
    for (const host of ['"><script>alert(1)</script>', 'a b', '[::1', 'x/../y', 'x"onload="1', 'evil.example#@x', '']) {
      for (const path of ['/noi/TVT', '/api/search?q=sa', '/sach/x']) {
        const { status, body } = await rawRequest(app.url, `GET ${path} HTTP/1.1`, [`Host: ${host}`])
        assert.ok(status < 500, `${host}: ${status}`)
        assert.doesNotMatch(body, /<script>alert|"onload="/, host)
      }
    }
  })

  it('lines that are no HTTP are answered with 400 or silence', async () => {
    for (const line of ['GET', 'GET / HTTP/9.9', '\u0000\u0001\u0002', 'get / http/1.1']) {
      const { status } = await rawRequest(app.url, line)
      assert.ok([0, 400, 404, 405, 505].includes(status), `${line}: ${status}`)
    }
    const smuggled = ['Content-Length: 5', 'Transfer-Encoding: chunked']
    assert.equal((await rawRequest(app.url, 'POST /dang-nhap HTTP/1.1', smuggled, '0\r\n\r\nGET /')).status, 400)
    assert.equal((await rawRequest(app.url, 'GET / HTTP/1.1', ['Content-Length: -1'])).status, 400)
    const socket = await dial(app.url)
    socket.end('GET / HT')
    assert.ok([0, 400].includes((await answerOn(socket)).status))
  })
})

describe('an address that nobody would type', () => {
  it('leads to no file but ours', async () => {
    const climbs = ['../package.json', '..%2fpackage.json', '%2e%2e/package.json', '....//package.json']
    climbs.push(
      '..\\package.json',
      '..%5cpackage.json',
      '%252e%252e%252fpackage.json',
      '/etc/passwd',
      'style.css%00.png',
    )
    climbs.push('../../../../../../etc/passwd', 'style.css/../../../package.json', 'file:///etc/passwd')
    for (const folder of ['/assets/', '/', '/sach/an-pham/', '/sach/', '/nghiep-vu/nhap/', '/noi/']) {
      for (const climb of climbs) {
        const headers = [`Cookie: ${browsers.get('quan-tri')?.cookie}`]
        const { status, body } = await rawRequest(app.url, `GET ${folder}${climb} HTTP/1.1`, headers)
        assert.ok([400, 404].includes(status), `${folder}${climb}: ${status}`)
        assert.doesNotMatch(body, /root:|"dependencies"/)
      }
    }
  })

  it('is not found or read as far as it can be, never a fault', async () => {
    const odd = ['%', '%f', '%ff', '%00', 'a%00b', '%c3%28', '%ed%a0%80', '%F0%9F%98%80', '%2e%2e%2f', '__proto__']
    odd.push('constructor', '1.5', '-1', '1e30', 'NaN', 'Infinity', '0x10', "'--", 'x'.repeat(3000), '%E2%80%AE')
    const patterns = app.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
    for (const pattern of patterns.filter(path => path.includes(':'))) {
      for (const value of odd) {
        const path = pattern.replaceAll(/:\w+/g, value)
        const headers = [`Cookie: ${browsers.get('quan-tri')?.cookie}`]
        const { status } = await rawRequest(app.url, `GET ${path} HTTP/1.1`, headers)
        assert.ok([400, 404].includes(status), `${path}: ${status}`)
      }
    }
  })

  it('may say the same name twice, or none, or in brackets', async () => {
    const names = new Map<string, Set<string>>()
    for (const example of examples.filter(({ status, file }) => status === undefined && file === undefined)) {
      const path = example.path.replace(/\?.*/, '')
      const html = await (await ask(example.path, headersOf(example))).text()
      const known = names.get(path) ?? new Set(new URL(example.path, app.url).searchParams.keys())
      for (const [, name = ''] of html.matchAll(/ name="([\w-]+)"/g)) known.add(name)
      names.set(path, known)
    }
    for (const [path, known] of names) {
      const as = examples.find(example => example.path.startsWith(path))?.as
      for (const odd of ['%', '%00', '1.5', '1e30', "'"]) {
        const query = [...known, '__proto__', 'constructor'].map(
          name => `${name}=${odd}&${name}=${odd}&${name}[]=${odd}`,
        )
        const headers = [`Cookie: ${browsers.get(as)?.cookie ?? ''}`]
        const { status } = await rawRequest(app.url, `GET ${path}?${query.join('&')}&=&&? HTTP/1.1`, headers)
        assert.ok([200, 303, 404, 422].includes(status), `${path} with ${odd.slice(0, 20)}: ${status}`)
      }
    }
  })
})
