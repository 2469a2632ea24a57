import assert from 'node:assert/strict'
import { truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Language } from '../src/kernel/language.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { assertAccessibleInLightAndDark } from './support/axe.ts'
import { openBrowser, sidewaysScroll, type TestBrowser } from './support/browser.ts'
import { openTabs, type Tabs } from './support/tabs.ts'

let app: TestApp
let browser: TestBrowser
let tabs: Tabs

before(async () => {
  app = await startTestApp()
  browser = await openBrowser()
  tabs = openTabs(app, browser)
})
after(async () => {
  await browser?.close()
  await app?.close()
})

interface Refused {
  readonly what: string
  readonly status: number
  readonly path: string
  readonly as?: string
  readonly post?: { readonly headers?: Record<string, string>; readonly octets?: number }
  /** What happened, and what to do. */
  readonly says: Readonly<Record<Language, readonly RegExp[]>>
}

const refusals: readonly Refused[] = [
  {
    what: 'an address where nothing is',
    status: 404,
    path: '/khong-co-trang-nay?q=Sa+Pa',
    says: {
      vi: [/Trang này không có, hoặc đã chuyển chỗ/, /Mời tìm bằng tên/, /value="Sa Pa"/],
      en: [/This page is not here, or has moved/, /search by name/, /value="Sa Pa"/],
    },
  },
  {
    what: 'a personal page for whom we do not know',
    status: 401,
    path: '/nghiep-vu/quay/TVT',
    says: {
      vi: [/Mời đăng nhập trước/, /href="\/dang-nhap\?ve=%2Fnghiep-vu%2Fquay%2FTVT"/],
      en: [/Please sign in first/, /href="\/dang-nhap\?ve=%2Fnghiep-vu%2Fquay%2FTVT"/],
    },
  },
  {
    what: 'another’s task',
    status: 403,
    path: '/nghiep-vu/quay/TVT',
    as: 'ban-doc-01',
    says: {
      vi: [/Việc này chưa được giao cho bạn/, /hãy nhờ người phụ trách đơn vị giao quyền/],
      en: [/This task is not assigned to you/, /ask the person in charge/],
    },
  },
  {
    what: 'a form that another site sent',
    status: 403,
    path: '/tai-khoan/mat-khau',
    as: 'ban-doc-01',
    post: { headers: { 'sec-fetch-site': 'cross-site' } },
    says: {
      vi: [/Yêu cầu này không đến từ trang của chúng tôi/, /chưa ghi gì cả\. Mời mở lại trang/],
      en: [/This request did not come from a page of ours/, /recorded nothing\. Please open the page/],
    },
  },
  {
    what: 'the address of a form, opened to be read',
    status: 405,
    path: '/dang-xuat',
    says: {
      vi: [/Địa chỉ này không dùng theo cách đó/, /Mời mở lại trang có mẫu/],
      en: [/This address does not work that way/, /Please open the page with the form/],
    },
  },
  {
    what: 'a form sent to a page that takes none',
    status: 405,
    path: '/tro-giup',
    post: {},
    says: { vi: [/Địa chỉ này không dùng theo cách đó/], en: [/This address does not work that way/] },
  },
  {
    what: 'more than a form holds',
    status: 413,
    path: '/dang-nhap',
    post: { octets: 300_000 },
    says: {
      vi: [/Nội dung gửi lên quá lớn/, /Mỗi lần chỉ nhận đến 0,3 MB, và chưa có gì được ghi/],
      en: [/What was sent is too large/, /up to 0\.3 MB at a time, and nothing was recorded/],
    },
  },
]

async function ask({ path, as, post }: Omit<Refused, 'says'>, lang: Language): Promise<Response> {
  const headers = { 'sec-fetch-site': 'same-origin', ...(await tabs.headers(as, lang)), ...post?.headers }
  const body = new URLSearchParams({ ten: 'x'.repeat(post?.octets ?? 1) })
  return fetch(`${app.url}${path}`, post === undefined ? { headers } : { method: 'POST', headers, body })
}

/** A page of ours that says all of it, in that language, with a code that the log knows too. */
async function assertSays(answer: Response, status: number, lang: Language, says: readonly RegExp[]): Promise<string> {
  const html = await answer.text()
  assert.equal(answer.status, status, html.slice(0, 500))
  assert.match(answer.headers.get('content-type') ?? '', /^text\/html/)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.match(html, new RegExp(`<html lang="${lang}">`))
  const code = answer.headers.get('x-request-id') ?? ''
  assert.match(code, /^[0-9A-F]{8}$/)
  assert.match(html, new RegExp(`${lang === 'vi' ? `Lỗi ${status}` : `Error ${status}`}[^]*${code}`))
  for (const words of says) assert.match(html, words)
  return html
}

describe('whoever is turned away reads what happened and what to do, in their own language', () => {
  for (const refused of refusals) {
    it(`${refused.status}: ${refused.what}`, async () => {
      for (const lang of ['vi', 'en'] as const) {
        const answer = await ask(refused, lang)
        if (refused.status === 405) assert.equal(answer.headers.get('allow'), refused.post ? 'GET, HEAD' : 'POST')
        await assertSays(answer, refused.status, lang, refused.says[lang])
      }
    })
  }

  it('and the page is for everyone, as any other', async () => {
    for (const refused of refusals.filter(({ post }) => post === undefined)) {
      const page = await tabs.open(refused, 'vi', { width: 320 })
      assert.equal(await sidewaysScroll(page), 0, refused.what)
      await assertAccessibleInLightAndDark(page)
    }
  })

  it('413: a file that is too large, in a browser that is still sending it', async () => {
    const file = join(tmpdir(), 'lon.mrc')
    writeFileSync(file, '00000nam a2200000   4500')
    truncateSync(file, 70 * 2 ** 20)
    const page = await tabs.open({ path: '/nghiep-vu/nhap', as: 'thu-thu-tinh' }, 'vi')
    await page.locator('[type=file]').setInputFiles(file)
    await page.locator('main button[type=submit]').first().click()
    await page.waitForURL('**/nghiep-vu/nhap')
    await page.locator('h1', { hasText: 'Nội dung gửi lên quá lớn' }).waitFor()
    assert.match(await page.locator('main').innerText(), /chia nhỏ rồi gửi lại/)
  })

  it('and the other language is offered where the form stands, since its own address cannot be opened', async () => {
    const headers = { ...(await tabs.headers('ban-doc-01')), referer: `${app.url}/tai-khoan?xong=1` }
    const body = 'x'.repeat(300_000)
    const answer = await fetch(`${app.url}/tai-khoan/thiet-bi`, { method: 'POST', headers, body })
    assert.equal(answer.status, 413)
    assert.match(await answer.text(), /href="\/tai-khoan\?xong=1&amp;lang=en"/)
  })

  it('as JSON where a program asked', async () => {
    const answer = await fetch(`${app.url}/api/khong-co`)
    const code = answer.headers.get('x-request-id')
    const { message, ...rest } = (await answer.json()) as Readonly<Record<string, unknown>>
    assert.deepEqual([answer.status, rest], [404, { error: 'not-found', request: code }])
    assert.match(String(message), /^Trang này không có, .+ Mời tìm bằng tên\.$/)
  })
})

describe('a fault of ours', () => {
  it('500: says so without its details, with the code by which the log finds it', async t => {
    const broken = () => Promise.reject(new Error('mật khẩu của cơ sở dữ liệu'))
    for (const ask of ['many', 'one', 'maybeOne'] as const) t.mock.method(app.world.database, ask, broken)
    const log = t.mock.method(app.world.log, 'error', () => undefined)
    for (const [lang, says] of [
      ['vi', [/Máy chủ đang trục trặc/, /Thử lại sau ít phút, hoặc đọc mã dưới đây cho thủ thư/]],
      ['en', [/The server is in trouble/, /Try again in a few minutes, or tell the librarian the code below/]],
    ] as const) {
      const answer = await ask({ what: 'the list of places', status: 500, path: '/noi' }, lang)
      const html = await assertSays(answer, 500, lang, says)
      assert.doesNotMatch(html, /mật khẩu của|\.ts:|Error:/)
      const logged = JSON.stringify(log.mock.calls.at(-1)?.arguments)
      assert.match(logged, new RegExp(`${answer.headers.get('x-request-id')}.*mật khẩu của cơ sở dữ liệu`))
    }
    const page = await tabs.open({ path: '/noi', status: 500 }, 'vi', { width: 320 })
    assert.equal(await sidewaysScroll(page), 0)
    await assertAccessibleInLightAndDark(page)
  })
})
