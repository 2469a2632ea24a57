import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { demoDay, startTestApp, type TestApp } from '../support/app.ts'
import { openBrowser, sidewaysScroll, type TestBrowser } from '../support/browser.ts'

const title = 'Đất rừng phương Nam'

/** How people type one title: with marks, without, in capitals, as a Mac sends it, half of it. */
const typings = [title, 'dat rung phuong nam', 'ĐẤT RỪNG PHƯƠNG NAM', title.normalize('NFD'), 'đất rừng phuong nam']

let app: TestApp
let browser: TestBrowser
before(async () => {
  app = await startTestApp()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await app?.close()
})

const box = (page: Page) => page.getByRole('searchbox')
const resultLinks = (page: Page) => page.locator('main ol.list h3 a')
const path = (page: Page): string => page.url().slice(app.url.length)

async function searchFromHome(page: Page, words: string): Promise<void> {
  await page.goto(app.url)
  await box(page).fill(words)
  await box(page).press('Enter')
  await page.waitForURL(/tim-kiem/)
}

describe('a stranger on a narrow telephone without JavaScript', () => {
  let page: Page
  let work: string
  before(async () => {
    page = await browser.visit({ width: 320, javaScript: false })
  })

  /** Nothing on the way may be wider than the telephone. */
  const fits = async () => assert.equal(await sidewaysScroll(page), 0, `${page.url()} scrolls sideways`)

  it('finds one and the same book however the title is typed', async () => {
    const found: (string | null)[] = []
    for (const typed of typings) {
      await searchFromHome(page, typed)
      await fits()
      assert.equal(await box(page).inputValue(), typed.normalize('NFC'))
      assert.equal(await resultLinks(page).first().innerText(), title, `typed: ${typed}`)
      found.push(await resultLinks(page).first().getAttribute('href'))
    }
    assert.equal(new Set(found).size, 1)
    work = found[0] ?? ''
  })

  it('is told what to do when nothing is found, and what was typed stays', async () => {
    await searchFromHome(page, 'xyzzyq')
    assert.equal(await resultLinks(page).count(), 0)
    assert.equal(await box(page).inputValue(), 'xyzzyq')
    assert.match(await page.locator('main').innerText(), /Chưa thấy “xyzzyq”\.\s+Thử bỏ bớt một từ/)
    await fits()
  })

  it('sees which libraries have the book, and whether each is open at this hour', async () => {
    const hours = [
      ['2026-11-24T02:00:00Z', 'Đang mở, đến 11:30'], // Tuesday, nine o'clock
      ['2026-11-24T05:00:00Z', 'Mở lại 13:30'], // noon
      ['2026-12-31T14:00:00Z', 'Mở lại 07:30 thứ bảy'], // Thursday evening, and New Year's Day is closed
    ] as const
    for (const [now, expected] of hours) {
      app.world.clock.set(new Date(now))
      await page.goto(app.url + work)
      const row = page.getByRole('row', { name: /^Thư viện tỉnh Lào Cai/ })
      assert.equal(await row.locator('th small').innerText(), expected)
      assert.match(await row.innerText(), /Trên giá, 1 bản/)
    }
    assert.equal(await page.getByRole('row', { name: /^Thư viện xã Bảo Yên/ }).count(), 1)
    app.world.clock.set(demoDay)
    await page.goto(app.url + work)
    await fits()
  })

  it('follows the library to its hours, and on to its commune', async () => {
    await page.getByRole('link', { name: 'Thư viện tỉnh Lào Cai' }).click()
    assert.equal(path(page), '/noi/TVT')
    await fits()
    const hours = page.getByRole('table', { name: 'Giờ mở cửa' })
    assert.match(await hours.innerText(), /Chủ\snhật\s+08:00–11:30, 13:30–17:00/)
    await page.getByRole('table', { name: 'Các cơ sở' }).getByRole('link', { name: 'Phường Cam Đường' }).click()
    assert.equal(path(page), '/xa/02671')
    await fits()
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Phường Cam Đường')
    assert.equal(await page.getByRole('link', { name: 'Thư viện tỉnh Lào Cai' }).count(), 1)
  })

  it('changes to English and back without losing the place', async () => {
    await page.goto(`${app.url}/tim-kiem?q=dat+rung+phuong+nam&loai=work`)
    const footer = page.getByRole('contentinfo')
    await footer.getByRole('link', { name: 'English' }).click()
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    assert.equal(await box(page).inputValue(), 'dat rung phuong nam')
    assert.equal(new URL(page.url()).searchParams.get('loai'), 'work')
    await resultLinks(page).first().click()
    assert.equal(path(page), work)
    assert.equal(await page.locator('html').getAttribute('lang'), 'en', 'the language goes along')
    assert.match(await page.getByRole('row', { name: /^Lào Cai Provincial Library/ }).innerText(), /Open/)
    await fits()
    await footer.getByRole('link', { name: 'Tiếng Việt' }).click()
    assert.equal(new URL(page.url()).pathname, work)
    assert.equal(await page.locator('html').getAttribute('lang'), 'vi')
    await page.goto(app.url)
    assert.equal(await page.locator('html').getAttribute('lang'), 'vi')
  })

  it('narrows a search by what is there, and takes it back', async () => {
    await searchFromHome(page, 'dân tộc Mông')
    const total = async () => Number.parseInt(await page.getByRole('heading', { level: 2 }).first().innerText(), 10)
    const all = await total()
    await page.getByText('Lọc và sắp xếp').click()
    const filters = page.getByRole('form', { name: 'Lọc kết quả' })
    const choice = filters.locator('label', { hasText: 'Thư viện tỉnh Lào Cai' })
    const library = choice.getByRole('checkbox')
    const promised = Number(await choice.locator('.digits').innerText())
    assert.ok(promised > 0 && promised < all, `${promised} of ${all}`)
    await library.check()
    await filters.getByRole('button', { name: 'Lọc' }).click()
    assert.equal(await total(), promised, 'the filter gives as many as it said')
    assert.equal(await box(page).inputValue(), 'dân tộc Mông')
    await fits()
    await page.getByText('Lọc và sắp xếp').click()
    await library.uncheck()
    await filters.getByRole('button', { name: 'Lọc' }).click()
    assert.equal(await total(), all)
  })
})

describe('a stranger with a keyboard alone', () => {
  const focused = (page: Page) =>
    page.evaluate<{ name: string; top: number; bottom: number; outline: string }>(`(() => {
      const element = document.activeElement
      const { top, bottom } = element.getBoundingClientRect(), field = element.getAttribute('name')
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return { name: field ?? element.innerText, top, bottom, outline: outlineStyle + ' ' + outlineWidth }
    })()`)

  it('skips the menu, sees where the focus is, and searches with Enter', async () => {
    const page = await browser.visit({ width: 320, javaScript: false })
    await page.goto(app.url)
    await page.keyboard.press('Tab')
    const skip = await focused(page)
    assert.equal(skip.name, 'Đến nội dung chính')
    assert.ok(skip.top >= 0 && skip.bottom > skip.top, 'the skip link shows itself')
    assert.equal(skip.outline, 'solid 3px')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const field = await focused(page)
    assert.equal(field.name, 'q', 'what follows is the first thing of the content')
    assert.equal(field.outline, 'solid 3px')
    await page.keyboard.type('dat rung phuong nam')
    await page.keyboard.press('Enter')
    await page.waitForURL(/tim-kiem/)
    assert.equal(await resultLinks(page).first().innerText(), title)
  })

  it('comes to every control of the results in order, each of them seen', async () => {
    const page = await browser.visit({ width: 1280, javaScript: false })
    await page.goto(`${app.url}/tim-kiem?q=dat+rung+phuong+nam`)
    const stops: string[] = []
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      const at = await focused(page)
      assert.equal(at.outline, 'solid 3px', `${at.name} shows no focus`)
      assert.ok(at.bottom > 0 && at.top < 800, `${at.name} is out of sight`)
      stops.push(at.name)
      if (at.name === title) break
    }
    const order = ['Đến nội dung chính', 'q', 'Tìm', 'xep', 'Lọc', title].map(stop => stops.indexOf(stop))
    assert.ok(!order.includes(-1), `stops: ${stops.join(' | ')}`)
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/sach\//)
  })
})

it('no page on the way made the browser complain', () => assert.deepEqual(browser.problems, []))
