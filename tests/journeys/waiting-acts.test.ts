import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { sql } from '../../src/platform/database/sql.ts'
import { demoDay, startTestApp, type TestApp } from '../support/app.ts'
import { assertAccessibleInLightAndDark } from '../support/axe.ts'
import { openBrowser, sidewaysScroll, type TestBrowser } from '../support/browser.ts'
import { signInAs } from '../support/sign-in.ts'

const counter = '/nghiep-vu/dem-khach/TSSUOITHAU'
const desk = '/nghiep-vu/quay/TSSUOITHAU/khong-song'

let app: TestApp
let browser: TestBrowser
let page: Page
let context: BrowserContext
let card: string
let copies: string[]
let lentBefore: number
before(async () => {
  app = await startTestApp()
  browser = await openBrowser()
  const { database } = app.world
  const shelf = await database.many<{ barcode: string }>(sql`
    select barcode from item join institution on institution.id = item.keeper
    where code = 'TSSUOITHAU' and status = 'available' and item.deleted_at is null order by barcode limit 6`)
  copies = shelf.map(({ barcode }) => barcode)
  assert.equal(copies.length, 6)
  const found = await database.one<{ number: string }>(sql`
    select number from card where state = 'valid' and expires_on > '2026-11-24' and not exists (
      select from loan where loan.person = card.person and returned_at is null and due_on < '2026-11-24')
    order by number limit 1`)
  card = found.number
  await database.run(sql`update institution set max_loans = 50 where code = 'TSSUOITHAU'`)
  const lent = await database.one<{ n: number }>(sql`
    select count(*) as n from fact where verb = 'copy.lent' and occurred_on >= '2026-11-01'
      and institution = (select id from institution where code = 'TSSUOITHAU')`)
  lentBefore = lent.n
  page = await browser.visit({ width: 320 })
  context = page.context()
  await page.clock.setFixedTime(demoDay)
  await signInAs(page, app, 'giu-tu-suoi-thau')
})
after(async () => {
  await browser?.close()
  await app?.close()
})

/** What people did, the demonstration's own acts left out. */
const written = () =>
  app.world.database.one<{ loans: number; visits: number; acts: number }>(sql`
    select (select count(*) from loan join fact on fact.id = lent_fact join journal on journal.id = fact.act
            where actor is not null and returned_at is null) as loans,
           (select coalesce(sum(quantity), 0) from fact join journal on journal.id = fact.act
            where type in ('visits.count', 'visits.undo')) as visits,
           (select count(*) from journal
            where type in ('circulation.lend', 'visits.count', 'visits.undo') and actor is not null) as acts`)

/** Reads until it is as expected; after that the last reading is refused. */
async function until<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const end = performance.now() + 15_000
  let seen = await read()
  while (seen !== expected && performance.now() < end) {
    await new Promise(resolve => setTimeout(resolve, 50))
    seen = await read()
  }
  assert.equal(seen, expected)
}

/** What the stair of the page says: recorded, sent, received. */
const stair = async (): Promise<string> => (await page.locator('.sync .stair b').allInnerTexts()).join(' ')
const stairSays = (counts: string) => until(stair, counts)
const isKept = (path: string) =>
  until(
    () =>
      page.evaluate<boolean>(
        `caches.open('desks').then(kept => kept.keys()).then(all => all.some(({ url }) => new URL(url).pathname === '${path}'))`,
      ),
    true,
  )

async function lend(barcode: string): Promise<void> {
  await page.getByLabel('Quét hoặc gõ mã trên sách').fill(barcode)
  await page.keyboard.press('Enter')
  await page.getByText(`Mượn ${barcode}, thẻ ${card}`).first().waitFor()
}
const count = (name: string) => page.locator('.counter').getByRole('button', { name }).click()

describe('a keeper of a book-case, where there is no signal', () => {
  it('opens the counter and the desk once with a network, and again without one', async () => {
    for (const path of [counter, desk]) {
      await page.goto(app.url + path)
      await isKept(path)
    }
    await context.setOffline(true)
    await page.reload()
    await page.getByText('Không có sóng. Vẫn cho mượn, trả được.').waitFor()
    assert.equal(await sidewaysScroll(page), 0)
  })

  it('lends five books and counts visitors, each recorded on the telephone and sent by nobody yet', async () => {
    await page.getByLabel('Số thẻ bạn đọc').fill(card)
    await page.keyboard.press('Enter')
    for (const barcode of copies.slice(0, 5)) await lend(barcode)
    assert.equal(await stair(), '5 0 0')
    await page.goto(app.url + counter)
    for (const name of ['Người lớn', 'Người lớn', 'Trẻ em']) await count(name)
    await stairSays('8 0 0')
    await page.getByLabel('Lớp học: số người').fill('35')
    await count('Ghi lớp học')
    await stairSays('9 0 0')
    assert.match(await page.locator('.counter').getByRole('button', { name: 'Người lớn' }).innerText(), /\+2/)
  })

  it('is asked when the same copy comes twice within a minute, and takes back what nobody has sent', async () => {
    await page.locator('[data-lines] li', { hasText: 'Trẻ em' }).getByRole('button', { name: 'Hoàn tác' }).click()
    await stairSays('8 0 0')
    await page.goto(app.url + desk)
    await page.getByLabel('Số thẻ bạn đọc').fill(card)
    await page.getByLabel('Quét hoặc gõ mã trên sách').fill(copies[4] ?? '')
    await page.keyboard.press('Enter')
    await page.getByText('Vừa ghi cuốn này chưa đến một phút.').waitFor()
    await page.getByRole('button', { name: 'Thôi, không ghi' }).click()
    // A wrong copy, which the server will not know.
    await lend('KHONG-CO')
    await assertAccessibleInLightAndDark(page)
    assert.equal(await stair(), '9 0 0')
  })

  it('finds everything again after the page was loaded anew', async () => {
    await page.reload()
    await stairSays('9 0 0')
    assert.equal(await page.locator('[data-rows] li').count(), 6)
    assert.deepEqual(await written(), { loans: 0, visits: 0, acts: 0 })
  })

  it('needs to do nothing when the signal is back: the server has each once, and says what it refused', async () => {
    await context.setOffline(false)
    await stairSays('9 9 8')
    assert.deepEqual(await written(), { loans: 5, visits: 37, acts: 8 })
    assert.equal(await page.getByText(/Đã cho mượn “.+”, hạn trả/).count(), 5)
    const refused = page.locator('.sync li.notice.refusal')
    assert.match(await refused.innerText(), /KHONG-CO.*Không có cuốn nào mang mã “KHONG-CO”/s)
    await assertAccessibleInLightAndDark(page)
  })

  it('decides what was refused; then the server has all, and the telephone keeps neither card nor barcode', async () => {
    await page.getByRole('button', { name: 'Bỏ việc này' }).click()
    await page.getByText(/Máy chủ đã nhận đủ 8 việc/).waitFor()
    const kept = await page.evaluate<string>(`new Promise(resolve => {
      const opening = indexedDB.open('bac-thang')
      opening.onsuccess = () => {
        const asking = opening.result.transaction('acts').objectStore('acts').getAll()
        asking.onsuccess = () => resolve(JSON.stringify(asking.result))
      }
    })`)
    assert.ok(kept.length > 100)
    for (const code of [card, ...copies]) assert.ok(!kept.includes(code), code)
  })

  it('sees the month’s figure follow', async () => {
    const figure = async (): Promise<number> =>
      (
        await app.world.database.one<{ value: number }>(sql`
          select coalesce(sum(value), 0) as value from figure_cell
          where indicator = 'circulations' and month = '2026-11-01'
            and institution = (select id from institution where code = 'TSSUOITHAU')`)
      ).value
    const from = performance.now()
    await until(figure, lentBefore + 5)
    assert.ok(performance.now() - from < 5_000)
  })
})

describe('the way of an act', () => {
  /** Until the page is loaded anew the server gets what is sent, and nobody on this side hears so. */
  const loseAnswers = () =>
    page.evaluate(`{
      const real = globalThis.fetch
      globalThis.fetch = async (...asked) => {
        await real(...asked)
        throw new TypeError('lost')
      }
    }`)

  it('that was written and whose answer was lost is sent again and is still one', async () => {
    const { visits, acts } = await written()
    await page.goto(app.url + counter)
    await loseAnswers()
    await count('Người lớn')
    await page.getByText('Không có sóng. Vẫn đếm khách được.').waitFor()
    assert.equal((await written()).acts, acts + 1)
    await page.reload()
    await page.getByText(/Máy chủ đã nhận đủ 9 việc/).waitFor()
    assert.deepEqual(await written(), { loans: 5, visits: visits + 1, acts: acts + 1 })
  })

  it('whose answer was lost is not taken off the telephone but undone by an act: the server may have it', async () => {
    const { visits, acts } = await written()
    await loseAnswers()
    await count('Trẻ em')
    await page.getByText('Không có sóng. Vẫn đếm khách được.').waitFor()
    await page.locator('[data-lines] li', { hasText: 'Trẻ em' }).getByRole('button', { name: 'Hoàn tác' }).click()
    await until(async () => (await stair()).split(' ')[0], '11')
    await page.reload()
    await page.getByText(/Máy chủ đã nhận đủ 11 việc/).waitFor()
    assert.deepEqual(await written(), { loans: 5, visits, acts: acts + 2 })
  })

  it('waits for its own person: after signing out it stays, and goes when that person signs in again', async () => {
    const { acts } = await written()
    await context.setOffline(true)
    await count('Người lớn')
    await count('Trẻ em')
    await page.getByText('Không có sóng.').first().waitFor()
    await context.clearCookies()
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Đăng nhập' }).waitFor()
    assert.equal((await written()).acts, acts)
    await signInAs(page, app, 'thu-thu-ta-phin')
    await page.goto(app.url + counter)
    await page.getByText('2 việc do người khác ghi trên máy này').waitFor()
    assert.equal((await written()).acts, acts)
    await signInAs(page, app, 'giu-tu-suoi-thau')
    await page.goto(`${app.url}/nghiep-vu`)
    await until(async () => (await written()).acts, acts + 2)
  })

  it('leaves nothing to open on the telephone after signing out', async () => {
    await page.goto(app.url + counter)
    await isKept(counter)
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.waitForURL(`${app.url}/`)
    await until(() => page.evaluate<boolean>(`caches.has('desks')`), false)
  })
})

it('no page on the way made the browser complain but of the network', () =>
  assert.deepEqual(
    browser.problems.filter(problem => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|401/.test(problem)),
    [],
  ))
