import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { sql } from '../../src/platform/database/sql.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { data, iso2709 } from '../support/marc.ts'
import { signInAs } from '../support/sign-in.ts'

const freshTitle = 'Sổ tay giữ chàm bền màu'

const record = (title: string, author: string | null, year: string | null, ...barcodes: string[]): Buffer =>
  iso2709([
    ...(author === null ? [] : [data('100', '1 ', 'a', author)]),
    data('245', '10', 'a', title),
    ...(year === null ? [] : [data('260', '  ', 'c', year)]),
    ...barcodes.map(barcode => data('952', '  ', 'p', barcode, 'c', 'Kho mượn')),
  ])

/** One record that is new, one that the catalogue has, two of which it cannot tell, one broken off in the middle. */
const file = Buffer.concat([
  record(freshTitle, 'Lý Thị Mẫu', '2026', 'CHAM-01', 'CHAM-02'),
  record('Đất rừng phương Nam', 'Đoàn Giỏi', '1957', 'DAT-01'),
  record('Truyện Tây Bắc', 'Tô Hoài', null, 'TAYBAC-01'),
  record('Miền Tây', null, '1967', 'MIENTAY-01'),
  record('Biểu ghi hỏng', 'Không rõ', '2001', 'HONG-01').subarray(0, 60),
])

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

/** Keeps the server's work on records waiting, as a long file would, until it is let go. */
async function holdWork(): Promise<() => Promise<void>> {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  let done: Promise<void> = Promise.resolve()
  await new Promise<void>((held, failed) => {
    done = app.world.database.transaction(async tx => {
      await tx.run(sql`lock table import_record in share mode`)
      held()
      await released
    })
    done.catch(failed)
  })
  return async () => {
    release()
    await done
  }
}

describe('a librarian without JavaScript who brings in a file', () => {
  let page: Page
  let stranger: Page
  let batch: string
  let work: string
  /** Copies of the two doubtful titles as it was. */
  let held: number[]
  before(async () => {
    page = await browser.visit({ javaScript: false })
    stranger = await browser.visit({ width: 320, javaScript: false })
    await signInAs(page, app, 'thu-thu-tinh')
    held = [...(await copiesOf('Truyện Tây Bắc')), ...(await copiesOf('Miền Tây'))]
    assert.equal(held.length, 2)
  })

  const send = async (institution: string, name: string, buffer: Buffer) => {
    await page.goto(`${app.url}/nghiep-vu/nhap`)
    await page.getByLabel('Của nơi nào').selectOption({ label: institution })
    await page.getByLabel('Tệp', { exact: true }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await page.getByRole('button', { name: 'Gửi tệp' }).click()
  }
  const main = () => page.locator('main').innerText()
  /** The page fetches itself anew while work is under way: nobody touches it here. */
  const showsByItself = (text: string) => page.locator('main .state', { hasText: text }).waitFor()
  const row = (title: string) => page.getByRole('row').filter({ hasText: title })

  /** What the stranger finds under the new title, once the index has heard of it. */
  const findsAsStranger = async (count: number) => {
    for (let tries = 0; tries < 20; tries++) {
      await stranger.goto(`${app.url}/tim-kiem?q=so+tay+giu+cham+ben+mau&lan=${tries}-${count}`)
      const links = stranger.locator('main ol.list h3 a', { hasText: freshTitle })
      if ((await links.count()) === count) return links
      await new Promise(resolve => setTimeout(resolve, 200))
    }
    return assert.fail(`the search never had ${count} of it`)
  }

  /** Copies of each work of exactly this title, the most first. */
  async function copiesOf(title: string): Promise<number[]> {
    const answer = await fetch(`${app.url}/api/search?kind=work&q=${encodeURIComponent(title)}`)
    const { hits } = (await answer.json()) as { hits: { title: string; facts: { copies: number } }[] }
    return hits
      .filter(hit => hit.title === title)
      .map(({ facts }) => facts.copies)
      .toSorted((a, b) => b - a)
  }

  it('is told in a sentence what a file is that cannot be read, and the place chosen stays chosen', async () => {
    await send('Thư viện phường Sa Pa', 'danh-sach.xlsx', Buffer.from('PK\u0003\u0004 bảng tính'))
    assert.match(await page.getByRole('alert').innerText(), /tệp còn nén \(zip\)\. Mời giải nén/)
    const chosen = page.getByLabel('Của nơi nào').locator('option:checked')
    assert.equal(await chosen.innerText(), 'Thư viện phường Sa Pa')
    await send('Thư viện phường Sa Pa', 'anh.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3, 0, 0]))
    assert.match(await page.getByRole('alert').innerText(), /không thấy MARC 21 .* Mời xuất lại từ phần mềm/)
    assert.equal(await chosen.innerText(), 'Thư viện phường Sa Pa')
    await page.getByRole('button', { name: 'Gửi tệp' }).click()
    assert.match(await page.getByRole('alert').innerText(), /Chưa chọn tệp/)
  })

  it('watches the file being read, and is brought on by the page itself', async () => {
    const letGo = await holdWork()
    await send('Thư viện tỉnh Lào Cai', 'sach-cham.mrc', file)
    await page.waitForURL(/\/nghiep-vu\/nhap\/[\da-f-]{36}$/)
    batch = page.url()
    assert.match(await page.getByRole('status').innerText(), /Đang đọc tệp[\s\S]*Trang tự cập nhật/)
    await letGo()
    await showsByItself('Chờ xem và đồng ý')
  })

  it('reads of every record what became of it, and why', async () => {
    const outcomes = [
      [freshTitle, /Mới/],
      ['Đất rừng phương Nam', /Đã có[\s\S]*Cùng nhan đề, tác giả và năm/],
      ['Truyện Tây Bắc', /Nghi trùng[\s\S]*một bên không ghi năm/],
      ['Miền Tây', /Nghi trùng[\s\S]*một bên không ghi tác giả/],
      ['(không có nhan đề)', /Chưa nhận/],
    ] as const
    for (const [title, expected] of outcomes)
      assert.match((await row(title).innerText()).replaceAll(/\s/g, ' '), expected)
    assert.match(await main(), /Còn 2 biểu ghi nghi trùng chưa ai quyết/)
  })

  it('finds the same batch when the file is sent again', async () => {
    await send('Thư viện tỉnh Lào Cai', 'sach-cham-lan-2.mrc', file)
    assert.match(await page.getByRole('status').innerText(), /Không có gì bị nhập hai lần/)
    assert.equal(page.url().replace(/\?.*/, ''), batch)
  })

  it('decides what is doubtful, and may think again', async () => {
    await page.goto(batch)
    const decide = async (title: string, decision: string) => {
      await row(title).getByRole('button', { name: decision }).click()
      assert.match(await row(title).innerText(), new RegExp(`Đã quyết: ${decision}`))
    }
    await decide('Truyện Tây Bắc', 'Cái khác, thêm mới')
    await decide('Truyện Tây Bắc', 'Đúng là một')
    await decide('Miền Tây', 'Cái khác, thêm mới')
    assert.doesNotMatch(await main(), /chưa ai quyết/)
  })

  it('agrees once more to the whole, and then readers find it', async () => {
    await findsAsStranger(0)
    await page.getByRole('link', { name: 'Đưa vào mục lục' }).click()
    assert.match(await main(), /Đưa 4 biểu ghi vào mục lục\?[\s\S]*vẫn rút lại được cả lô/)
    const letGo = await holdWork()
    await page.getByRole('button', { name: 'Đưa vào mục lục' }).click()
    assert.match(await page.getByRole('status').innerText(), /Đang đưa vào/)
    await letGo()
    await showsByItself('Đã vào')
    const links = await findsAsStranger(1)
    await links.click()
    work = stranger.url()
    const shelf = stranger.getByRole('row', { name: /^Thư viện tỉnh Lào Cai/ })
    assert.match(await shelf.innerText(), /Trên giá, 2 bản/)
  })

  it('has joined to what there was what is the same, and taken nothing of the broken record', async () => {
    assert.deepEqual(await copiesOf('Đất rừng phương Nam'), [4])
    assert.deepEqual(await copiesOf('Truyện Tây Bắc'), [(held.at(0) ?? 0) + 1])
    assert.deepEqual(await copiesOf('Miền Tây'), [...held.slice(1), 1])
    assert.deepEqual(await copiesOf('Biểu ghi hỏng'), [])
    await page.goto(batch)
    await row('Truyện Tây Bắc').getByRole('link', { name: 'Mở trang' }).click()
    assert.match(await main(), /Tô Hoài[\s\S]*1953/)
  })

  it('takes the batch back, and it is gone from the search', async () => {
    await page.goto(batch)
    await page.getByRole('link', { name: 'Rút cả lô' }).click()
    assert.match(await main(), /Rút cả lô “sach-cham\.mrc”\?[\s\S]*5 bản/)
    const letGo = await holdWork()
    await page.getByRole('button', { name: 'Rút cả lô' }).click()
    assert.match(await page.getByRole('status').innerText(), /Đang rút/)
    await letGo()
    await showsByItself('Đã rút')
    await findsAsStranger(0)
    const gone = await stranger.goto(work)
    assert.equal(gone?.status(), 410)
    assert.match(await stranger.locator('main').innerText(), /không còn trong mục lục[\s\S]*Mời tìm lại theo tên/)
    assert.deepEqual(await copiesOf('Đất rừng phương Nam'), [3])
    assert.deepEqual([...(await copiesOf('Truyện Tây Bắc')), ...(await copiesOf('Miền Tây'))], held)
  })

  it('brings in a spreadsheet: says what a column is, and is understood the next time', async () => {
    const table = (...rows: string[]) => Buffer.from(`\uFEFFMục;Người viết;ĐKCB\n${rows.join('\n')}\n`)
    await send('Thư viện tỉnh Lào Cai', 'so tay.csv', table('Sổ tay nuôi ong nội;Lý Thị Mẫu;ONG-01, ONG-02'))
    assert.match(await main(), /Các cột của bảng[\s\S]*Sổ tay nuôi ong nội/)
    await page.getByRole('button', { name: 'Đọc cả tệp' }).click()
    assert.match(await page.getByRole('alert').innerText(), /Chưa cột nào là “Nhan đề”/)
    await page.getByLabel('Cột “Mục” là').selectOption({ label: 'Nhan đề' })
    await page.getByLabel('Cột “Người viết” là').selectOption({ label: 'Tác giả (cách nhau bằng ;)' })
    await page.getByRole('button', { name: 'Đọc cả tệp' }).click()
    await showsByItself('Chờ xem và đồng ý')
    assert.match(await row('Sổ tay nuôi ong nội').innerText(), /Mới/)
    await page.getByRole('link', { name: 'Đưa vào mục lục' }).click()
    await page.getByRole('button', { name: 'Đưa vào mục lục' }).click()
    await showsByItself('Đã vào')
    await row('Sổ tay nuôi ong nội').getByRole('link', { name: 'Mở trang' }).click()
    assert.match(await main(), /Lý Thị Mẫu[\s\S]*Trên giá, 2 bản/)
    await send('Thư viện tỉnh Lào Cai', 'so tay 2.csv', table('Sổ tay nuôi ong nội;Lý Thị Mẫu;ONG-02, ONG-03'))
    assert.match(await main(), /máy hiểu như lần trước/)
    await page.getByRole('button', { name: 'Đọc cả tệp' }).click()
    await showsByItself('Chờ xem và đồng ý')
    assert.match((await row('Sổ tay nuôi ong nội').innerText()).replaceAll(/\s/g, ' '), /Đã có/)
  })
})
