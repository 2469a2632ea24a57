import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { sql } from '../../src/platform/database/sql.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { signInAs } from '../support/sign-in.ts'
import { until } from '../support/until.ts'

interface Copy {
  readonly work: string
  readonly title: string
  readonly barcode: string
}

let app: TestApp
let browser: TestBrowser
/** Copies on the shelf of the provincial library, each the only one of its work in the province. */
let copies: Copy[]
before(async () => {
  app = await startTestApp()
  browser = await openBrowser()
  copies = await app.world.database.many<Copy>(sql`
    select edition.work, work.title->0->>'text' as title, min(item.barcode) as barcode
    from item join edition on edition.id = item.edition join work on work.id = edition.work
    where item.deleted_at is null
    group by edition.work, work.title
    having count(*) = 1 and bool_and(item.status = 'available' and item.barcode like 'TVT-%')
    order by min(item.barcode) limit 5`)
  assert.equal(copies.length, 5)
})
after(async () => {
  await browser?.close()
  await app?.close()
})

describe('an hour at the desk of the provincial library', () => {
  let desk: Page
  let reader: Page
  let stranger: Page
  let first: Copy
  let second: Copy
  let loansBefore: number
  before(async () => {
    ;[first, second] = copies as [Copy, Copy]
    desk = await browser.visit()
    reader = await browser.visit({ width: 320 })
    stranger = await browser.visit({ width: 320 })
    await signInAs(desk, app, 'thu-thu-tinh')
    await signInAs(reader, app, 'ban-doc-06')
    loansBefore = await lentThisMonth()
  })

  /** As a scanner does it: it types wherever the focus is, and ends with Enter. */
  async function scan(code: string): Promise<void> {
    // A link that was just pressed may still be bringing its page.
    await until(() => desk.evaluate('document.activeElement.name').catch(String), 'quet')
    const answered = desk.waitForEvent('load')
    await desk.keyboard.type(code)
    await desk.keyboard.press('Enter')
    await answered
  }
  const done = () => desk.locator('main .undo').innerText()
  const refusal = () => desk.locator('main .notice.refusal').innerText()
  /** Presses what brings another page, and waits for it. */
  async function press(link: Locator): Promise<void> {
    const answered = desk.waitForEvent('load')
    await link.click()
    await answered
  }
  const choose = (mode: 'Mượn' | 'Trả' | 'Gia hạn') =>
    press(desk.getByRole('navigation', { name: 'Việc đang làm' }).getByRole('link', { name: mode, exact: true }))
  const finishReader = () => press(desk.getByRole('link', { name: 'Xong' }))

  async function lentThisMonth(): Promise<number> {
    await stranger.goto(`${app.url}/so-lieu?noi=TVT&ky=2026-11`)
    const tile = stranger.locator('main li', { hasText: 'Lượt luân chuyển' }).first()
    const [, digits] = /^(\d+) lượt$/.exec(await tile.locator('b').innerText()) ?? []
    assert.ok(digits, await tile.innerText())
    return Number(digits)
  }
  async function shelfOf({ work }: Copy): Promise<string> {
    await stranger.goto(`${app.url}/sach/${work}`)
    const row = stranger.getByRole('row', { name: /^Thư viện tỉnh Lào Cai/ })
    return await row.locator('.state').innerText()
  }
  /** Whether the search gives the title among what is there to be borrowed. */
  async function isOffered({ work, title }: Copy): Promise<boolean> {
    const nonce = Math.random().toString(36).slice(2)
    await stranger.goto(`${app.url}/tim-kiem?q=${encodeURIComponent(title)}&con=1&lan=${nonce}`)
    return (await stranger.locator(`main ol.list a[href="/sach/${work}"]`).count()) === 1
  }
  const ownLoans = async (): Promise<string> => {
    await reader.goto(`${app.url}/tai-khoan`)
    return reader.locator('main section', { hasText: 'Sách đang mượn' }).innerText()
  }

  it('begins from the list of work, with the field waiting for the scanner', async () => {
    await desk.goto(`${app.url}/nghiep-vu`)
    await desk.getByRole('main').getByRole('link', { name: 'Mượn trả' }).first().click()
    assert.match(await desk.getByRole('heading', { level: 1 }).innerText(), /Thư viện tỉnh Lào Cai/)
    assert.equal(await isOffered(first), true)
  })

  it('lends by a card and a barcode, and says until when', async () => {
    await scan('tvt-000006')
    await desk.getByRole('heading', { name: 'Bạn đọc mẫu 06' }).waitFor()
    await scan(first.barcode)
    assert.match(await done(), /^Đã cho mượn “.+”, hạn trả 15\/12\/2026\./)
    assert.ok((await done()).includes(first.title))
    await scan(second.barcode)
    assert.ok((await done()).includes(second.title), 'the reader stays, copy after copy')
  })

  it('is seen by the reader at once', async () => {
    const own = await ownLoans()
    for (const { title } of [first, second]) assert.ok(own.includes(title), own)
    assert.match(own, /15\/12\/2026/)
    assert.match(await reader.locator('main').innerText(), /Thư viện tỉnh Lào Cai\s+.*Phục vụ ở quầy mượn trả/s)
  })

  it('is followed by the page of the work, the search and the figures', async () => {
    assert.equal(await shelfOf(first), 'Đang cho mượn hết')
    await until(() => isOffered(first), false)
    await until(lentThisMonth, loansBefore + 2)
  })

  it('is undone with one press, and then everything is as it was', async () => {
    await desk.locator('main .undo').getByRole('button').click()
    assert.match(await done(), /^Đã hoàn tác: “.+” chưa cho mượn/)
    assert.equal(await shelfOf(second), 'Trên giá, 1 bản')
    await until(() => isOffered(second), true)
    await until(lentThisMonth, loansBefore + 1)
    assert.ok(!(await ownLoans()).includes(second.title))
  })

  it('refuses with every reason at once, and the next scan is read as if nothing had been in the field', async () => {
    await finishReader()
    await scan(first.barcode)
    assert.match(await refusal(), /Mời quét thẻ bạn đọc trước, rồi quét sách/)
    await scan('TVT-000005')
    await scan(first.barcode)
    assert.match(await refusal(), /vì 2 lý do[\s\S]*hết hạn ngày \d+\/11\/2026\. Mời gia hạn[\s\S]*đang có người mượn/)
    assert.equal(await desk.getByRole('textbox').inputValue(), first.barcode, 'what was scanned stays')
    await scan('TVT-000004')
    await scan('KHONG-CO-MA')
    assert.match(await refusal(), /mượn đủ 5 tài liệu[\s\S]*Không có cuốn nào mang mã “KHONG-CO-MA”\. Mời quét lại/)
    await scan('TVT-000003')
    await scan(first.barcode)
    assert.match(await refusal(), /còn 1 tài liệu quá hạn[\s\S]*đang có người mượn/)
    assert.equal(await shelfOf(second), 'Trên giá, 1 bản')
  })

  it('lends once however often the same form is sent', async () => {
    await finishReader()
    await scan('TVT-000006')
    await desk.getByRole('textbox').fill(second.barcode)
    await desk.getByRole('button', { name: 'Ghi' }).dblclick()
    await desk.waitForURL(/vua=/)
    // The second click may have sent the form again, or the page that answered the first one: both have to have ended.
    await desk.waitForLoadState('networkidle')
    assert.ok((await done()).includes(second.title))
    await press(desk.getByRole('button', { name: 'Ghi' }))
    assert.ok((await done()).includes(second.title), 'a click more on the empty field takes nothing away')
    await desk.goBack()
    await desk.getByRole('textbox').fill(second.barcode)
    await desk.keyboard.press('Enter')
    assert.match(await refusal(), /đang có người mượn/)
    const { open } = await app.world.database.one<{ open: number }>(sql`
      select count(*) as open from loan join item on item.id = loan.item
      where item.barcode = ${second.barcode} and loan.returned_at is null`)
    assert.equal(open, 1)
    await until(lentThisMonth, loansBefore + 2)
  })

  it('renews what is due today, which its reader sees', async () => {
    const owner = await browser.visit({ width: 320 })
    await signInAs(owner, app, 'ban-doc-01')
    const due = owner.getByRole('row', { name: /Hạn trả hôm nay/ })
    const count = await due.count()
    const [barcode] = /TVT-\d+/.exec(await due.first().innerText()) ?? []
    assert.ok(barcode)
    await choose('Gia hạn')
    await scan('TVT-000001')
    await scan(barcode)
    assert.match(await done(), /Đã gia hạn “.+” đến 15\/12\/2026/)
    await owner.reload()
    assert.equal(await due.count(), count - 1)
    assert.match(await owner.getByRole('row').filter({ hasText: barcode }).innerText(), /15\/12\/2026/)
  })

  it('takes back by the barcode alone, once, and the book is there again', async () => {
    await choose('Trả')
    await scan(first.barcode)
    assert.ok((await done()).startsWith(`Đã nhận trả “${first.title}”`))
    await scan(first.barcode)
    assert.match(await refusal(), /Sổ không ghi cuốn này đang cho mượn\. Mời xếp lên giá/)
    assert.equal(await shelfOf(first), 'Trên giá, 1 bản')
    await until(() => isOffered(first), true)
    assert.ok(!(await ownLoans()).includes(first.title))
    assert.equal(await lentThisMonth(), loansBefore + 2)
  })
})

it('no page on the way made the browser complain but of what was refused', () =>
  assert.deepEqual(
    browser.problems.filter(problem => !problem.includes('status of 422')),
    [],
  ))
