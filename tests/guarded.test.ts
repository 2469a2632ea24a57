import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startListening } from '../src/app/listen.ts'
import { openApp } from '../src/app.ts'
import type { Config } from '../src/platform/config.ts'
import { type Example, exampleAddresses } from './support/addresses.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { contentsOf } from './support/contents.ts'
import { rawRequest } from './support/raw.ts'

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
const ask = (path: string, options: RequestInit = {}, url = app.url): Promise<Response> =>
  fetch(`${url}${path}`, { redirect: 'manual', ...options })

/** The same house behind other settings, at an address of its own. */
async function withSettings(settings: Partial<Config>, work: (url: string) => Promise<void>): Promise<void> {
  const world = { ...app.world, config: { ...app.world.config, ...settings } }
  const other = await openApp(world, { owner: false })
  const { url, close } = await startListening(other.web, { ...world.config, port: 0 })
  try {
    await work(url)
  } finally {
    await close()
    await other.index.close()
  }
}

function assertGuarded({ headers }: Response, what: string): void {
  const policy = headers.get('content-security-policy') ?? ''
  for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'"])
    assert.ok(policy.includes(rule), `${what}: ${rule}`)
  // The desk reads codes by a module of ours where a browser cannot read them by itself.
  const own = /^\/nghiep-vu\/quay\/[A-Z]+(\?|$)/.test(what) ? policy.replace("'wasm-unsafe-eval'", '') : policy
  assert.doesNotMatch(own, /unsafe|https?:|\*/, what)
  assert.equal(headers.get('x-content-type-options'), 'nosniff', what)
  assert.equal(headers.get('referrer-policy'), 'same-origin', what)
  assert.equal(headers.get('access-control-allow-origin'), null, what)
}

describe('a form that does not come from a page of ours', () => {
  const elsewhere: readonly Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'same' },
    { origin: 'https://example.org' },
    { origin: 'null' },
    {},
  ]

  it('is refused at every address that takes one, and nothing is written', async () => {
    const cookie = browsers.get('thu-thu-tinh')?.cookie ?? ''
    const forms = app.app.routes.filter(({ method }) => method === 'POST')
    assert.ok(forms.length > 15)
    const was = await contentsOf(app.world.database)
    for (const { path } of forms) {
      for (const given of elsewhere) {
        const headers = { ...given, ...(given.origin === 'same' ? { origin: app.url } : {}), cookie }
        const answer = await ask(path.replace(':code', 'TVT'), { method: 'POST', headers, body: new URLSearchParams() })
        assert.equal(answer.status, 403, `${path} ${JSON.stringify(given)}`)
        assert.match(await answer.text(), /Yêu cầu này không đến từ trang của chúng tôi/)
      }
    }
    assert.deepEqual(await contentsOf(app.world.database), was)
  })

  it('is told from one of ours also by a browser that knows Origin only', async () => {
    const headers = { cookie: browsers.get('ban-doc-01')?.cookie ?? '', origin: app.url }
    const answer = await ask('/tai-khoan/thiet-bi', { method: 'POST', headers, body: new URLSearchParams() })
    assert.equal(answer.status, 303)
  })
})

describe('every answer', () => {
  it('says that nothing foreign may run in it, frame it or guess its type', async () => {
    for (const example of examples) {
      const answer = await ask(example.path, { headers: headersOf(example) })
      assertGuarded(answer, example.path)
      assert.equal(answer.headers.get('strict-transport-security'), null, 'not without TLS')
      const personal = /^no-store$|private, no-store/.test(answer.headers.get('cache-control') ?? '')
      if (example.as !== undefined) assert.ok(personal, `${example.path} stays in nobody’s cache`)
      await answer.arrayBuffer()
    }
    for (const [path, options] of [
      ['/khong-co', {}],
      ['/nghiep-vu/quay', {}],
      ['/dang-xuat', {}],
      ['/dang-nhap', { method: 'POST', body: 'x'.repeat(300_000) }],
      ['/nghiep-vu/nhap/x', { headers: browsers.get('quan-tri') ?? {} }],
    ] as const) {
      const answer = await ask(path, options)
      assert.ok(answer.status >= 400)
      assertGuarded(answer, `${path} ${answer.status}`)
      await answer.arrayBuffer()
    }
  })

  it('asks for TLS from then on, and keeps the session to it, once it comes over TLS', async () => {
    await withSettings({ trustedProxy: '127.0.0.1' }, async url => {
      const headers = { 'x-forwarded-proto': 'https', 'sec-fetch-site': 'same-origin' }
      const body = new URLSearchParams({ ten: 'ban-doc-06', 'mat-khau': app.password('ban-doc-06') })
      const answer = await ask('/dang-nhap', { method: 'POST', headers, body }, url)
      assert.equal(answer.status, 303)
      assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=\d{7,}/)
      const [cookie = ''] = answer.headers.getSetCookie()
      for (const part of [/^__Host-/, /; Secure/, /; HttpOnly/, /; SameSite=Lax/, /; Path=\//])
        assert.match(cookie, part)
    })
    const untrusted = await ask('/', { headers: { 'x-forwarded-proto': 'https' } })
    assert.equal(untrusted.headers.get('strict-transport-security'), null)
  })
})

describe('a request in another way than GET or POST', () => {
  it('for the head alone gets the head of the whole answer', async () => {
    for (const example of examples) {
      const headers = headersOf(example)
      const whole = await ask(example.path, { headers })
      await whole.arrayBuffer()
      const head = await ask(example.path, { method: 'HEAD', headers })
      assert.equal(await head.text(), '')
      for (const name of ['content-type', 'cache-control', 'etag', 'location', 'content-disposition', 'vary']) {
        // Counts and what is minted for each page differ from one answer to the next.
        if (name === 'etag' && (example.as !== undefined || /^\/(metrics|api)/.test(example.path))) continue
        assert.equal(head.headers.get(name), whole.headers.get(name), `${name} of ${example.path}`)
      }
      assert.equal(head.status, whole.status, example.path)
    }
  })

  it('is told what is taken, and no other site is invited', async () => {
    for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH']) {
      const headers = { 'sec-fetch-site': 'same-origin', 'access-control-request-method': 'POST' }
      const answer = await ask('/dang-nhap', { method, headers })
      assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD, POST'], method)
      assertGuarded(answer, method)
      await answer.arrayBuffer()
    }
    for (const method of ['TRACE', 'PROPFIND', 'PURGE', 'CONNECT', 'NONSENSE']) {
      const { status } = await rawRequest(app.url, `${method} / HTTP/1.1`)
      assert.ok([0, 400, 404, 405].includes(status), `${method}: ${status}`)
    }
  })
})

describe('what is for whoever watches the house', () => {
  it('/metrics is for this machine alone', async () => {
    assert.equal((await ask('/metrics')).status, 200)
    // A proxy on this machine that nobody told us of stands before the whole world.
    assert.equal((await ask('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status, 404)
    await withSettings({ trustedProxy: '127.0.0.1' }, async url => {
      const from = async (address: string) =>
        (await ask('/metrics', { headers: { 'x-forwarded-for': address } }, url)).status
      assert.deepEqual([await from('203.0.113.9'), await from('127.0.0.1, 203.0.113.9')], [404, 404])
    })
  })

  it('/metrics is for a holder of the token from anywhere', async () => {
    const metricsToken = 'một khóa đủ dài'
      .normalize('NFD')
      .replaceAll(/[^a-z]/g, '')
      .repeat(2)
    await withSettings({ metricsToken, trustedProxy: '127.0.0.1' }, async url => {
      const shown = async (authorization: string) =>
        (await ask('/metrics', { headers: { authorization, 'x-forwarded-for': '203.0.113.9' } }, url)).status
      assert.equal(await shown(`Bearer ${metricsToken}`), 200)
      for (const wrong of ['', 'Bearer', 'Bearer null', `Bearer ${metricsToken}x`, metricsToken])
        assert.equal(await shown(wrong), 404, wrong)
    })
  })

  it('/metrics names no person, no word and no address that somebody asked for', async () => {
    await ask('/tim-kiem?q=matthu')
    await ask('/khong-co-matthu')
    const text = await (await ask('/metrics')).text()
    for (const line of text.trim().split('\n')) {
      assert.match(line, /^bac_thang_[a-z_]+(\{method="[A-Z]+",status="\d{3}"\})? [\d.e+]+$/)
    }
  })

  it('/healthz says that it is well and nothing else', async () => {
    const answer = await ask('/healthz')
    assert.deepEqual(
      [answer.status, await answer.text(), answer.headers.get('cache-control')],
      [200, 'ok\n', 'no-store'],
    )
  })
})
