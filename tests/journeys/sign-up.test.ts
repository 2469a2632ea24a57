import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { sql } from '../../src/platform/database/sql.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
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

const title = 'Chiều làm đèn giấy'

/** Presses what brings another page, and waits for it. */
async function press(page: Page, button: Locator): Promise<void> {
  const answered = page.waitForEvent('load')
  await button.click()
  await answered
}

interface Family {
  readonly name: string
  readonly adults: string
  readonly children: string
  readonly contact: string
}

describe('an afternoon at the culture centre', () => {
  let organiser: Page
  let mother: Page
  let neighbour: Page
  let late: Page
  let code = ''
  before(async () => {
    organiser = await browser.visit()
    // A telephone without scripts, and nobody of them has an account.
    ;[mother, neighbour, late] = await Promise.all(
      [1, 2, 3].map(() => browser.visit({ width: 320, javaScript: false })),
    ).then(pages => pages as [Page, Page, Page])
    await signInAs(organiser, app, 'to-chuc-van-hoa')
  })

  const main = (page: Page) => page.locator('main').innerText()

  async function signUp(page: Page, family: Family): Promise<void> {
    await page.getByLabel('Tên nhà mình hoặc tên nhóm').fill(family.name)
    await page.getByLabel('Người lớn').fill(family.adults)
    await page.getByLabel('Trẻ em').fill(family.children)
    await page.getByLabel('Số điện thoại hoặc thư điện tử').fill(family.contact)
    await press(page, page.getByRole('button', { name: 'Ghi tên' }))
  }

  async function openForm(page: Page): Promise<void> {
    await page.goto(`${app.url}/hoat-dong?noi=TTVHT`)
    await press(page, page.getByRole('link', { name: title }))
    await press(page, page.getByRole('link', { name: /^Ghi tên/ }))
  }

  it('is published by its organiser: six seats, this afternoon', async () => {
    await organiser.goto(`${app.url}/nghiep-vu/hoat-dong`)
    await press(organiser, organiser.getByRole('link', { name: 'Thêm hoạt động' }))
    await organiser.getByLabel('Tên hoạt động').fill(title)
    await organiser.getByLabel('Ngày', { exact: true }).fill('2026-11-24')
    await organiser.getByLabel('Từ giờ').fill('14h')
    await organiser.getByLabel('Đến giờ').fill('16:30')
    await organiser.getByLabel('Số chỗ').fill('6')
    await press(organiser, organiser.getByRole('button', { name: 'Lưu và đăng' }))
    assert.match(await main(organiser), /Đã đăng/)
  })

  it('is signed up for by a family of four on a telephone without scripts, who get a code', async () => {
    await openForm(mother)
    await signUp(mother, { name: 'Nhà cô Mẩy', adults: '2', children: '2', contact: '0912 345 67' })
    assert.match(await main(mother), /Số điện thoại còn thiếu một chữ số/)
    assert.equal(await mother.getByLabel('Tên nhà mình hoặc tên nhóm').inputValue(), 'Nhà cô Mẩy')
    await mother.getByLabel('Số điện thoại hoặc thư điện tử').fill('0912 345 678')
    await press(mother, mother.getByRole('button', { name: 'Ghi tên' }))
    assert.match(await main(mother), /Đã ghi tên 4 người. Mã của nhà mình là/)
    assert.equal(await sidewaysScroll(mother), 0)
    code = await mother.locator('.tile b').innerText()
    assert.match(code, /^[2-9A-Y]{4}$/)
  })

  it('when it is full says so, and keeps the order of those who wait', async () => {
    await openForm(neighbour)
    await signUp(neighbour, { name: 'Nhà ông Pao', adults: '2', children: '0', contact: '0987 654 321' })
    assert.match(await main(neighbour), /Đã ghi tên 2 người/)
    await openForm(late)
    await signUp(late, { name: 'Nhà chị Dín', adults: '1', children: '1', contact: '0976 543 210' })
    assert.match(await main(late), /Đã hết chỗ/)
    await late.getByLabel('Nếu hết chỗ, cho cả nhà vào danh sách chờ').check()
    await press(late, late.getByRole('button', { name: 'Ghi tên' }))
    assert.match(await main(late), /Đã vào danh sách chờ, 2 người/)
  })

  it('gives the seats of who cancels by their link to who waits first, and they are to be rung', async () => {
    await press(neighbour, neighbour.getByRole('button', { name: 'Bỏ ghi tên' }))
    assert.match(await main(neighbour), /Đã bỏ ghi tên/)
    await late.reload()
    assert.match(await main(late), /Đã ghi tên 2 người/)
    await organiser.reload()
    await press(organiser, organiser.getByRole('link', { name: 'Cần báo (1)' }))
    assert.match(await main(organiser), /Nhà chị Dín[^]*0976 543 210[^]*Đã có chỗ/)
    await organiser.getByLabel('Đã báo Nhà chị Dín').check()
    await press(organiser, organiser.getByRole('button', { name: 'Ghi là đã báo' }))
    assert.match(await main(organiser), /Không còn ai cần báo/)
    await press(organiser, organiser.getByRole('link', { name: 'Về trang của buổi này' }))
  })

  it('counts the family when the organiser scans their code, as a fact of four who took part', async () => {
    await organiser.getByLabel('Quét mã hoặc gõ bốn ký tự').fill(code.toLowerCase())
    const answered = organiser.waitForEvent('load')
    await organiser.keyboard.press('Enter')
    await answered
    assert.match(await main(organiser), new RegExp(`Đã điểm danh ${code}, 4 người`))
    const facts = await app.world.database.many(sql`
      select verb, quantity, code from fact join institution on institution.id = fact.institution
      join activity on activity.id = fact.object where activity.details->'title'->0->>'text' = ${title}`)
    assert.deepEqual(facts, [{ verb: 'activity.attended', quantity: 4, code: 'TTVHT' }])
    await mother.reload()
    assert.match(await main(mother), /Đã điểm danh 4 người/)
  })

  it('leaves no fault behind', () => {
    assert.deepEqual(
      browser.problems.filter(problem => !/status of 422/.test(problem)),
      [],
    )
  })
})
