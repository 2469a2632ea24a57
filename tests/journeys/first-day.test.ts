import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { sql } from '../../src/platform/database/sql.ts'
import { account, codeAt, passwordOf } from '../support/accounts.ts'
import { demoDay, startTestApp, type TestApp } from '../support/app.ts'
import { assertAccessible } from '../support/axe.ts'
import { openBrowser, sidewaysScroll, type TestBrowser } from '../support/browser.ts'

const own = 'ruộng bậc thang mùa lúa chín'

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

/** A librarian of Tả Phìn whom the administrator has just told a login and a password. */
async function newcomer(login: string): Promise<void> {
  const { id } = await app.world.database.one<{ id: string }>(sql`select id from institution where code = 'TVTAPHIN'`)
  await account(app.world, login, { role: 'librarian', institution: id, mustChangePassword: true })
}

type Look = (page: Page, at: string) => Promise<void>

/** From a printed password to the first card, by links, fields and buttons alone. `look` is at each page on the way. */
async function firstDay(page: Page, login: string, reader: string, look: Look): Promise<void> {
  const field = (label: string) => page.getByLabel(label, { exact: true })
  const send = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()

  await page.goto(`${app.url}/nghiep-vu/ban-doc/TVTAPHIN`)
  await page.locator('main').getByRole('link', { name: 'Đăng nhập' }).click()
  await field('Tên đăng nhập').fill(login)
  await field('Mật khẩu').fill(passwordOf(login))
  await send('Đăng nhập')

  await page.getByRole('heading', { name: 'Đặt mật khẩu của riêng bạn' }).waitFor()
  await look(page, 'an own password is asked for')
  await field('Mật khẩu được cấp').fill(passwordOf(login))
  await field('Mật khẩu mới').fill('ngắn')
  await field('Gõ lại mật khẩu mới').fill('khác')
  await send('Đặt mật khẩu của riêng bạn')
  await page.getByRole('alert').waitFor()
  await look(page, 'the password was refused')
  await field('Mật khẩu được cấp').fill(passwordOf(login))
  await field('Mật khẩu mới').fill(own)
  await field('Gõ lại mật khẩu mới').fill(own)
  await send('Đặt mật khẩu của riêng bạn')

  await page.getByRole('heading', { name: 'Bảo vệ hai bước' }).waitFor()
  await look(page, 'the second factor is set up')
  await field('Mã 6 chữ số').fill(codeAt(await page.locator('main code').innerText(), demoDay))
  await send('Bật bảo vệ')

  await page.waitForURL(/\/nghiep-vu\/ban-doc\/TVTAPHIN$/)
  await page.getByRole('link', { name: 'Làm thẻ mới' }).click()
  await field('Họ tên').fill(reader)
  await send('Cấp thẻ')
  await page.getByText('Đã cấp thẻ TVTAPHIN-').waitFor()
  await look(page, 'the first card')

  await page.getByRole('link', { name: 'Làm thẻ mới' }).click()
  await field('Họ tên').fill(reader.toUpperCase())
  await field('Nhóm').selectOption('child')
  await send('Cấp thẻ')
  await page.getByText('cần cha, mẹ hoặc người giám hộ đồng ý').first().waitFor()
  await look(page, 'consent is lacking')
  await page.getByLabel('Cha, mẹ hoặc người giám hộ đồng ý').check()
  await send('Cấp thẻ')
  await page.getByRole('table', { name: 'Đã có thẻ mang tên này' }).waitFor()
  assert.ok(await page.getByLabel('Cha, mẹ hoặc người giám hộ đồng ý').isChecked(), 'what was ticked stays ticked')
  await look(page, 'somebody has the same name')
  await page.getByLabel('Không, đây là người khác cùng tên').check()
  await send('Cấp thẻ')
  await page.getByText('Đã cấp thẻ TVTAPHIN-').waitFor()

  await page.getByRole('link', { name: 'Nhật ký' }).click()
  await page.getByRole('rowheader', { name: 'Cấp thẻ bạn đọc' }).first().waitFor()
  await page.getByRole('link', { name: 'Lượt xem hồ sơ bạn đọc' }).click()
  await page.getByRole('rowheader', { name: 'Danh sách bạn đọc' }).first().waitFor()
  await look(page, 'who read whose record')
}

describe('the first day of a new librarian', () => {
  it('needs no JavaScript', async () => {
    await newcomer('moi-den')
    const page = await browser.visit({ javaScript: false })
    await firstDay(page, 'moi-den', 'Chảo Láo Sử', async () => undefined)
  })

  it('fits the narrowest telephone, and is for everyone', async () => {
    await newcomer('moi-den-nua')
    const page = await browser.visit({ width: 320, dark: true })
    await firstDay(page, 'moi-den-nua', 'Lồ Thị Mỷ', async (shown, at) => {
      assert.equal(await sidewaysScroll(shown), 0, `${at}: scrolls sideways`)
      await assertAccessible(shown, at)
    })
    const own422 = (problem: string) => problem.includes('the server responded with a status of 4')
    assert.deepEqual(
      browser.problems.filter(problem => !own422(problem)),
      [],
    )
  })
})
