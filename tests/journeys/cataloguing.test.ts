import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { startTestApp, type TestApp } from '../support/app.ts'
import { assertAccessibleInLightAndDark } from '../support/axe.ts'
import { openBrowser, sidewaysScroll, type TestBrowser } from '../support/browser.ts'
import { signInAs } from '../support/sign-in.ts'

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

describe('a librarian who has a book without a record on the table', () => {
  let page: Page
  before(async () => {
    page = await browser.visit()
    await signInAs(page, app, 'thu-thu-ta-phin')
  })

  const focused = (): Promise<string> =>
    page.evaluate('document.activeElement?.id || document.activeElement?.textContent')

  /** Goes on by Tab alone until the field or button with this id or text has the focus. */
  async function tabTo(what: string): Promise<void> {
    for (let steps = 0; steps < 60; steps++) {
      if ((await focused()) === what) return
      await page.keyboard.press('Tab')
    }
    assert.fail(`no Tab leads to ${what}`)
  }
  async function type(field: string, text: string): Promise<void> {
    await tabTo(field)
    await page.keyboard.type(text)
  }
  async function press(button: string): Promise<void> {
    await tabTo(button)
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  }
  const titlesFound = async (words: string): Promise<string[]> => {
    await page.goto(`${app.url}/tim-kiem?loai=work&q=${encodeURIComponent(words)}`)
    return page.locator('main ol.list h3 a').allInnerTexts()
  }
  const lookedAt = async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    assert.equal(await sidewaysScroll(page), 0)
    await assertAccessibleInLightAndDark(page)
    await page.setViewportSize({ width: 1280, height: 800 })
  }

  it('enters it with the keyboard alone, is told of a slip in the ISBN, and finds it by searching at once', async () => {
    await page.goto(`${app.url}/nghiep-vu`)
    await press('Thêm một cuốn sách')
    await tabTo('noi')
    await page.keyboard.press('ArrowDown')
    await type('nhan-de', 'Chuyện bản Suối Thầu')
    await type('tac-gia', 'Lý Thị Mẫu')
    await type('nam', '1998')
    await type('isbn', '978-604-1-00001-9')
    await type('so-dkcb', 'SUOITHAU-1')
    await page.keyboard.press('Enter')
    await page.keyboard.type('SUOITHAU-2')
    await press('Lưu vào mục lục')
    assert.match(await page.getByRole('alert').innerText(), /sai chữ số kiểm tra.*phải là 9786041000018/)
    await lookedAt()

    await tabTo('isbn')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('9786041000018')
    await press('Lưu vào mục lục')
    assert.match(await page.getByRole('status').innerText(), /Đã ghi vào mục lục/)
    assert.match(await page.getByRole('table').innerText(), /SUOITHAU-1[\s\S]*SUOITHAU-2/)
    await lookedAt()
    assert.deepEqual(await titlesFound('chuyen ban suoi thau'), ['Chuyện bản Suối Thầu'])
  })

  it('is asked when a second printing looks like the first, and says that it is another', async () => {
    await page.goto(`${app.url}/nghiep-vu/muc-luc/moi`)
    await page.getByLabel('Sách của nơi nào').selectOption({ label: 'Thư viện xã Tả Phìn' })
    await page.getByLabel('Nhan đề').fill('Chuyện bản Suối Thầu')
    await page.getByLabel('Tác giả').fill('Lý Thị Mẫu')
    await page.getByRole('button', { name: 'Lưu vào mục lục' }).click()
    assert.match(await page.getByRole('alert').innerText(), /có vẻ đã có trong mục lục[\s\S]*một bên không ghi năm/)
    await lookedAt()
    await page.getByLabel('Năm xuất bản').fill('2012')
    await page.getByLabel('Lần in khác hoặc sách khác: đây là ấn phẩm khác').check()
    await page.getByRole('button', { name: 'Lưu vào mục lục' }).first().click()
    await page.getByRole('status').waitFor()
    await page.getByRole('link', { name: 'Xem trang sách' }).click()
    assert.match(await page.locator('main').innerText(), /2 lần in[\s\S]*đứng chung vì cùng nhan đề và tác giả đầu/)
  })

  it('corrects it, and the search knows at once', async () => {
    const [newest] = await page.getByRole('link', { name: 'Sửa mô tả' }).all()
    await newest?.click()
    await page.getByLabel('Chủ đề').fill('Truyện dân gian')
    await page.getByRole('button', { name: 'Lưu chỗ đã sửa' }).click()
    assert.match(await page.getByRole('status').innerText(), /Đã lưu chỗ sửa/)
    await page.getByRole('link', { name: 'Xem trang sách' }).click()
    await page.getByRole('link', { name: 'Truyện dân gian' }).click()
    assert.ok((await page.locator('main ol.list h3 a').allInnerTexts()).includes('Chuyện bản Suối Thầu'))
  })

  it('splits it from the first printing, and takes that back', async () => {
    await titlesFound('chuyen ban suoi thau')
    await page.locator('main ol.list h3 a').first().click()
    await page.getByRole('link', { name: 'Tách, ghép' }).first().click()
    await lookedAt()
    await page.getByRole('button', { name: 'Tách ấn phẩm này ra tác phẩm riêng' }).click()
    assert.match(await page.getByRole('status').innerText(), /Đã tách ra tác phẩm riêng/)
    assert.match(await page.locator('main').innerText(), /do người làm mục lục tách ra/)
    await lookedAt()
    const undoing = page.url()
    assert.equal((await titlesFound('chuyen ban suoi thau')).length, 2)
    await page.goto(undoing)
    await page.getByRole('button', { name: 'Ghép lại như trước' }).click()
    assert.match(await page.getByRole('status').innerText(), /Đã ghép/)
    assert.equal((await titlesFound('chuyen ban suoi thau')).length, 1)
  })

  it('met nothing that a browser complains of, but for the answers to what was refused', () => {
    assert.deepEqual(
      browser.problems.filter(problem => !/status of 4(09|22)/.test(problem)),
      [],
    )
  })
})
