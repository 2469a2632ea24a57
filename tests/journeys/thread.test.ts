import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { sql } from '../../src/platform/database/sql.ts'
import { demoDay, startTestApp, type TestApp } from '../support/app.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { type Film, openFilm } from '../support/film.ts'
import { signInAs } from '../support/sign-in.ts'
import { until } from '../support/until.ts'

/** Where the film of the README is written: `FILM=docs/pictures/thread.png npm test -- journeys/thread`. */
const filmPath = process.env.FILM
const size = { width: 960, height: 700 }

/** Verb and name of each figure. */
const figures = [
  ['copies.stocked', 'Số bản sách hiện có'],
  ['visits.counted', 'Lượt người đến'],
  ['copy.lent', 'Lượt luân chuyển'],
  ['activity.held', 'Buổi hoạt động'],
  ['activity.attended', 'Lượt người tham gia hoạt động'],
] as const

let app: TestApp
let browser: TestBrowser
let film: Film
before(async () => {
  app = await startTestApp()
  browser = await openBrowser()
  film = openFilm()
})
after(async () => {
  if (filmPath !== undefined) film.save(filmPath)
  await browser?.close()
  await app?.close()
})

describe('the thread from an offer to a figure, at the provincial library', () => {
  let visitor: Page
  let staff: Page
  let reader: Page
  let copy: { readonly barcode: string; readonly title: string }
  let atFirst: Readonly<Record<string, number>>
  let ticket: string
  /** A reader of a commune: a card is good at every desk. */
  const readerLogin = 'ban-doc-11'
  let card: string

  const take = async (page: Page) => {
    if (filmPath !== undefined) await film.take(page)
  }
  /** The page of `path`, with its window as wide as the film. */
  async function open(page: Page, path: string): Promise<void> {
    await page.setViewportSize(size)
    await page.goto(`${app.url}${path}`)
  }
  /** Presses what brings another page, and waits for it. */
  async function press(page: Page, name: string | RegExp): Promise<void> {
    const answered = page.waitForEvent('load')
    await page.getByRole('main').getByRole('button', { name }).first().click()
    await answered
  }
  async function scan(code: string): Promise<void> {
    const answered = staff.waitForEvent('load')
    await staff.locator('input.desk-scan').fill(code)
    await staff.keyboard.press('Enter')
    await answered
  }
  /** What the facts of the library say, counted plainly: a stock up to today, a flow in this month. */
  async function counted(): Promise<Readonly<Record<string, number>>> {
    const rows = await app.world.database.many<{ verb: string; total: number }>(sql`
      select verb, sum(fact.quantity) as total from fact join institution on institution.id = fact.institution
      where institution.code = 'TVT' and occurred_on between
        case when verb = 'copies.stocked' then date '2000-01-01' else date '2026-11-01' end and date '2026-11-30'
      group by verb`)
    return Object.fromEntries(rows.map(({ verb, total }) => [verb, total]))
  }
  /** What everybody reads on the page of figures. */
  async function published(): Promise<Readonly<Record<string, number>>> {
    await open(visitor, '/so-lieu?noi=TVT&ky=2026-11')
    const shown: Record<string, number> = {}
    for (const [verb, name] of figures) {
      const tile = visitor.locator('main li', { hasText: name }).first()
      const figure = await tile.locator('b').innerText()
      assert.match(figure, /^\d/, `${name} is shown`)
      shown[verb] = Number(figure.replaceAll(/\D/g, ''))
    }
    return shown
  }
  const ofFigures = (all: Readonly<Record<string, number>>) =>
    Object.fromEntries(figures.map(([verb]) => [verb, all[verb]]))

  before(async () => {
    visitor = await browser.visit()
    staff = await browser.visit({ now: demoDay })
    reader = await browser.visit()
    copy = await app.world.database.one(sql`
      select item.barcode, work.title->0->>'text' as title
      from item join edition on edition.id = item.edition join work on work.id = edition.work
      where item.status = 'available' and item.barcode like 'TVT-%' order by length(work.title->0->>'text') desc, item.barcode limit 1`)
    ;({ card } = await app.world.database.one<{ card: string }>(sql`
      select card.number as card from card join account on account.person = card.person where login = ${readerLogin}`))
    await signInAs(staff, app, 'thu-thu-tinh')
    await signInAs(reader, app, readerLogin)
    atFirst = await counted()
  })

  it('begins with a book that is found and borrowed, and a reader who sees until when', async () => {
    await open(visitor, `/tim-kiem?q=${encodeURIComponent(copy.title)}`)
    await visitor.getByRole('main').getByRole('link', { name: copy.title }).first().waitFor()
    await take(visitor)
    await open(staff, `/nghiep-vu/quay/TVT?the=${card}`)
    await scan(copy.barcode)
    assert.match(await staff.locator('main .undo').innerText(), /^Đã cho mượn .+ hạn trả 15\/12\/2026/)
    await take(staff)
    await open(reader, '/tai-khoan')
    assert.ok((await reader.getByRole('main').innerText()).includes(copy.title))
    await take(reader)
  })

  it('goes on at the door, where people are counted as they come in', async () => {
    await open(staff, '/nghiep-vu/dem-khach/TVT')
    const atDoor = async () => (await counted())['visits.counted']
    const already = atFirst['visits.counted'] ?? 0
    for (const [at, name] of [/^Người lớn/, /^Trẻ em/].entries()) {
      await staff.getByRole('main').getByRole('button', { name }).first().click()
      await until(atDoor, already + at + 1)
    }
    await take(staff)
  })

  it('takes a family of four in that signs up without an account or JavaScript, and is checked in by its code', async () => {
    const family = await browser.visit({ javaScript: false })
    await open(family, '/hoat-dong')
    await take(family)
    await family.getByRole('link', { name: 'Tìm một cuốn sách trong cả tỉnh' }).first().click()
    await family.getByRole('main').getByRole('link', { name: 'Ghi tên' }).first().click()
    await family.getByLabel('Tên nhà mình hoặc tên nhóm').fill('Nhà cô Mẩy')
    await family.getByLabel('Người lớn').fill('2')
    await family.getByLabel(/^Trẻ em/).fill('2')
    await family.getByLabel('Số điện thoại hoặc thư điện tử').fill('0912 345 678')
    await family.getByRole('main').getByRole('button', { name: 'Ghi tên' }).click()
    await family.waitForURL(/\/ghi-ten\//)
    ticket = (await family.locator('main .tile b').first().innerText()).trim()
    await take(family)
    await open(staff, '/nghiep-vu/hoat-dong/TVT')
    await staff.getByRole('link', { name: 'Tìm một cuốn sách trong cả tỉnh' }).first().click()
    await staff.locator('input.desk-scan').waitFor()
    await scan(ticket)
    assert.match(await staff.getByRole('main').innerText(), /Nhà cô Mẩy/)
    await take(staff)
    const door = staff.getByRole('form', { name: 'Khách không ghi tên' })
    await door.getByLabel('Người lớn').fill('3')
    const answered = staff.waitForEvent('load')
    await door.getByRole('button', { name: 'Đếm thêm' }).click()
    await answered
    app.world.clock.set(new Date('2026-11-24T08:30:00Z'))
    await staff.reload()
    await press(staff, 'Ghi là đã tổ chức')
  })

  it('ends in figures that follow by themselves and equal a plain count of the facts', async () => {
    const expected = {
      ...atFirst,
      'visits.counted': (atFirst['visits.counted'] ?? 0) + 2,
      'copy.lent': (atFirst['copy.lent'] ?? 0) + 1,
      'activity.held': (atFirst['activity.held'] ?? 0) + 1,
      'activity.attended': (atFirst['activity.attended'] ?? 0) + 4 + 3,
    }
    assert.deepEqual(ofFigures(await counted()), ofFigures(expected))
    await until(published, ofFigures(expected))
    await take(visitor)
  })

  it('leaves no trace of a reader who wishes to be forgotten, and every figure where it was', async () => {
    const lent = await app.world.database.many<{ barcode: string }>(sql`
      select item.barcode from loan join item on item.id = loan.item join card on card.person = loan.person
      where card.number = ${card} and loan.returned_at is null`)
    await open(staff, '/nghiep-vu/quay/TVT?viec=tra')
    for (const { barcode } of lent) await scan(barcode)
    const all = await counted()
    const cells = () =>
      app.world.database.many(sql`
        select indicator, institution, month, value from figure_cell order by 1, 2, 3, 4`)
    await until(published, ofFigures(all))
    const stood = await cells()
    await open(reader, '/tai-khoan/xoa')
    await reader.getByLabel('Mật khẩu').fill(app.password(readerLogin))
    await press(reader, 'Xóa hẳn')
    assert.match(await reader.getByRole('main').innerText(), /đã được xóa/)
    await take(reader)
    const answer = await reader.goto(`${app.url}/tai-khoan`)
    assert.equal(answer?.status(), 401)
    assert.deepEqual(await counted(), all)
    assert.deepEqual(await published(), ofFigures(all))
    assert.deepEqual(await cells(), stood)
  })

  it('prints the list of what is overdue', async () => {
    await open(staff, '/nghiep-vu/quay/TVT/qua-han')
    const printed = await staff.pdf({ format: 'A4' })
    assert.ok(printed.includes('/Type /Page') && printed.length > 5000, `${printed.length} octets`)
  })
})

it('no page on the way made the browser complain but of the door that is closed to who was forgotten', () =>
  assert.deepEqual(
    browser.problems.filter(problem => !problem.includes('status of 401')),
    [],
  ))
