import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from '../src/platform/database/sql.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { assertAccessibleInLightAndDark } from './support/axe.ts'
import { openBrowser, sidewaysScroll, type TestBrowser } from './support/browser.ts'
import { openTabs, type Tabs } from './support/tabs.ts'

let app: TestApp
let browser: TestBrowser
let tabs: Tabs

before(async () => {
  app = await startTestApp()
  // Whoever has something on loan is not asked for the password that erases them.
  const reader = sql`(select person from account where login = 'ban-doc-11')`
  await app.world.database.run(sql`update loan set person = null, card = null where person = ${reader}`)
  await app.world.database.run(sql`delete from stack_request where person = ${reader}`)
  browser = await openBrowser()
  tabs = openTabs(app, browser)
})
after(async () => {
  await browser?.close()
  await app?.close()
})

interface Filled {
  readonly form: string
  readonly path: string
  readonly as?: string
  /** What is typed, by the field's name; the form is found by it. */
  readonly typed: Readonly<Record<string, string>>
  readonly status: number
}

const forms: readonly Filled[] = [
  { form: 'signing in', path: '/dang-nhap', typed: { ten: 'ai-do', 'mat-khau': 'sai' }, status: 422 },
  { form: 'a new password', path: '/tai-khoan/mat-khau', as: 'ban-doc-01', typed: { 'mat-khau': 'sai' }, status: 422 },
  { form: 'an address', path: '/tai-khoan/thu', as: 'ban-doc-01', typed: { thu: 'may@example' }, status: 422 },
  { form: 'the second step', path: '/tai-khoan/bao-ve', as: 'thu-thu-tinh', typed: { ma: '000' }, status: 422 },
  {
    form: 'a new reader',
    path: '/nghiep-vu/ban-doc/TVT/moi',
    as: 'thu-thu-tinh',
    typed: { 'ho-ten': '' },
    status: 422,
  },
  {
    form: 'an object',
    path: '/nghiep-vu/hien-vat/BTT/moi',
    as: 'kiem-ke-bao-tang',
    typed: { title: '', number: 'MẪU 001', material: 'Mây' },
    status: 422,
  },
  { form: 'an institution', path: '/nghiep-vu/noi/TVT/sua', as: 'thu-thu-tinh', typed: { name: '' }, status: 422 },
  { form: 'a new institution', path: '/nghiep-vu/noi/moi', as: 'can-bo-so', typed: { name: '' }, status: 422 },
  {
    form: 'a new member of staff',
    path: '/nghiep-vu/can-bo/moi',
    as: 'quan-tri',
    typed: { 'ho-ten': '' },
    status: 422,
  },
  {
    form: 'the card of whom somebody helps',
    path: '/nghiep-vu/giup',
    as: 'nguoi-ban-so',
    typed: { the: 'XX-1' },
    status: 422,
  },
  { form: 'erasing oneself', path: '/tai-khoan/xoa', as: 'ban-doc-11', typed: { 'mat-khau': 'sai' }, status: 422 },
  { form: 'an import', path: '/nghiep-vu/nhap', as: 'thu-thu-tinh', typed: { noi: '' }, status: 422 },
  {
    form: 'a book entered by hand',
    path: '/nghiep-vu/muc-luc/moi',
    as: 'thu-thu-tinh',
    typed: { 'nhan-de': '', isbn: '9786041000019', nam: '20193', 'so-ban': 'hai' },
    status: 422,
  },
  {
    form: 'an event',
    path: '/nghiep-vu/hoat-dong/TTVHT/moi',
    as: 'to-chuc-van-hoa',
    typed: { ten: '', tu: 'sáng', 'so-cho': 'đủ' },
    status: 422,
  },
  { form: 'the desk', path: '/nghiep-vu/quay/TVT', as: 'thu-thu-tinh', typed: { quet: 'KHONG-CO' }, status: 422 },
]

describe('a form that is refused', () => {
  for (const { form, typed, status, ...example } of forms) {
    it(`comes back for everyone: ${form}`, async () => {
      const page = await tabs.open(example, 'vi', { width: 320 })
      for (const [name, value] of Object.entries(typed)) {
        const choice = page.locator(`main select[name="${name}"]`)
        if ((await choice.count()) > 0) await choice.selectOption(value)
        else await page.locator(`main [name="${name}"]`).first().fill(value)
      }
      const [first = ''] = Object.keys(typed)
      const [answer] = await Promise.all([
        page.waitForResponse(response => response.request().method() === 'POST'),
        page
          .locator('main form', { has: page.locator(`[name="${first}"]`) })
          .locator('[type=submit]')
          .first()
          .click(),
      ])
      await page.waitForLoadState()
      assert.equal(answer.status(), status)
      assert.match(await page.locator('.refusal').first().innerText(), /\S{3}/)
      assert.equal(await sidewaysScroll(page), 0)
      await assertAccessibleInLightAndDark(page)
      const lost = `[...document.querySelectorAll('.refusal a')].map(link => link.hash.slice(1))
        .filter(id => id !== '' && !document.getElementById(id))`
      assert.deepEqual(await page.evaluate(lost), [], 'each error leads to its field')
    })
  }
})
