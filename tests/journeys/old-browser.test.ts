import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { transform } from 'esbuild'
import type { Page } from 'playwright-core'
import { startTestApp, type TestApp } from '../support/app.ts'
import { assertAccessibleInLightAndDark } from '../support/axe.ts'
import { openBrowser, sidewaysScroll, type TestBrowser } from '../support/browser.ts'
import { floorTargets, laterApis, readByOldBrowser } from '../support/floor.ts'
import { forgetLaterApis, type OldRoad, openOldRoad } from '../support/old-browser.ts'
import { signInAs } from '../support/sign-in.ts'

/** What we use although the oldest browsers leave it out, and what they show instead. */
const instead: Readonly<Record<string, string>> = {
  'text-wrap': 'lines of a heading break where they are full',
  'accent-color': 'ticks in the colour of the system',
  'forced-color-adjust': 'only where somebody forces colours upon all pages',
  mask: '-webkit-mask stands beside it',
  'print-color-adjust': '-webkit-print-color-adjust stands beside it',
  'focus-visible': 'the rule before it shows every focus',
  'details-content': 'filters stay folded on wide screens too, and open with a press',
}

let app: TestApp
let road: OldRoad
let browser: TestBrowser
before(async () => {
  app = await startTestApp()
  road = await openOldRoad(app.url)
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await road?.close()
  await app?.close()
})

describe('what is served to browsers as old as Chrome 90, Firefox 102 and Safari 15', () => {
  const served: { readonly url: string; readonly type: string; readonly text: string }[] = []
  let pages: { readonly path: string; readonly html: string }[] = []

  before(async () => {
    const staff = await app.signIn('thu-thu-tinh')
    const paths = ['/', '/tim-kiem?q=mong', '/noi/TVT', '/so-do', '/so-lieu', '/dang-nhap', '/xa/02671']
    const desks = ['/nghiep-vu', '/nghiep-vu/quay/TVT?viec=muon&the=TVT-000001', '/nghiep-vu/nhap', '/tai-khoan']
    const load = async (path: string) => ({
      path,
      html: await (await fetch(app.url + path, { headers: desks.includes(path) ? staff : {} })).text(),
    })
    pages = await Promise.all([...paths, ...desks].map(load))
    const named = pages.flatMap(({ html }) => [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, url]) => url ?? ''))
    for (const url of new Set([...named, '/service-worker.js'])) {
      const answer = await fetch(app.url + url)
      served.push({ url, type: answer.headers.get('content-type') ?? '', text: await answer.text() })
    }
  })

  const ofType = (type: string) => served.filter(one => one.type.includes(type))

  it('is told from what they would leave out', () => {
    const css = `a:has(b){color:red}@layer x{p{margin:0}}@container (width>1px){p{margin:0}}@media (width>=1px){p{margin:0}}
      p{color:light-dark(#fff,#000);height:100dvh;margin:0}p{& b{margin:0}}q{quotes:"{;"}`
    const { later, css: read } = readByOldBrowser(css)
    const names = ['has', 'layer', 'container', 'range in a media query', 'range in a media query']
    assert.deepEqual(
      later.map(({ name }) => name),
      [...names, 'light-dark', 'dvh', 'nesting'],
    )
    assert.equal(read, 'p{margin:0}q{quotes:"{;"}')
  })

  it('styles itself with nothing later, but where something else is shown instead', () => {
    assert.equal(ofType('css').length, 2)
    for (const { url, text } of ofType('css')) {
      const without = readByOldBrowser(text).later.filter(({ name }) => !(name in instead))
      assert.deepEqual(without, [], url)
    }
  })

  it('writes its scripts without later syntax, and without later APIs', async () => {
    assert.ok(ofType('javascript').length >= 2)
    const names = laterApis.map(path => path.split('.').at(-1))
    const later = new RegExp(`\\b(?:${names.join('|')})\\(`)
    for (const { url, text } of ofType('javascript')) {
      const [older, same] = await Promise.all(
        [floorTargets, 'esnext'].map(async target => (await transform(text, { target })).code),
      )
      assert.equal(older, same, `${url} has syntax that would have to be written in an older way`)
      assert.doesNotMatch(text, later, url)
    }
  })

  it('marks up its pages with elements that they know', () => {
    for (const { path, html } of pages)
      assert.doesNotMatch(html, /<(?:dialog|search|selectedcontent)\b|\s(?:popover\w*|inert|commandfor)[\s=>]/, path)
  })
})

for (const width of [320, 1280]) {
  describe(`a person with such a browser, ${width} pixels wide`, () => {
    let page: Page
    before(async () => {
      page = await browser.visit({ width })
      await forgetLaterApis(page)
      await page.goto(road.url)
    })

    it('has nothing of what came later', async () => {
      const found = await page.evaluate<string[]>(`${JSON.stringify(laterApis)}.filter(path => {
        const names = path.split('.'), last = names.pop()
        return last in (names.reduce((holder, name) => holder && holder[name], globalThis) ?? {})
      })`)
      assert.deepEqual(found, [])
      assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('h1')).textWrapStyle`), 'auto')
    })

    it('finds a book, folds the filters open and uses one', async () => {
      await page.getByRole('searchbox').fill('dân tộc Mông')
      await page.getByRole('searchbox').press('Enter')
      await page.waitForURL(/tim-kiem/)
      assert.equal(await sidewaysScroll(page), 0)
      const filters = page.getByRole('form', { name: 'Lọc kết quả' })
      assert.equal(await filters.getByRole('checkbox').first().isVisible(), false)
      await filters.getByText('Lọc và sắp xếp').click()
      await filters.locator('label', { hasText: 'Thư viện tỉnh Lào Cai' }).getByRole('checkbox').check()
      await filters.getByRole('button', { name: 'Lọc' }).click()
      await page.waitForURL(/noi=TVT/)
      await assertAccessibleInLightAndDark(page)
      await page.locator('main ol.list h3 a').first().click()
      await page.getByRole('row', { name: /^Thư viện tỉnh Lào Cai/ }).waitFor()
      assert.equal(await sidewaysScroll(page), 0)
    })

    it('sees where the focus is', async () => {
      await page.getByRole('link', { name: 'MARCXML' }).focus()
      const style = 'getComputedStyle(document.activeElement)'
      assert.equal(
        await page.evaluate(`document.activeElement.innerText + ' ' + ${style}.outlineStyle`),
        'MARCXML solid',
      )
    })
  })
}

it('signs in, scans a card and signs out by the Origin alone that such a browser sends', async () => {
  const page = await browser.visit()
  await forgetLaterApis(page)
  await signInAs(page, { ...app, url: road.url }, 'thu-thu-tinh')
  await page.goto(`${road.url}/nghiep-vu/quay/TVT`)
  await page.keyboard.type('TVT-000006')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Bạn đọc mẫu 06' }).waitFor()
  await page.getByRole('button', { name: 'Đăng xuất' }).first().click()
  await page.waitForURL(`${road.url}/`)
  await page.goto(`${road.url}/tai-khoan`)
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /đăng nhập/i)
})

it('no page on the way made the browser complain', () => {
  const signedOut = /tai-khoan: Failed to load resource: the server responded with a status of 401/
  assert.deepEqual(
    browser.problems.filter(problem => !signedOut.test(problem)),
    [],
  )
})
