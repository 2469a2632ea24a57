import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { account, passwordOf } from '../../../tests/support/accounts.ts'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Answer, type Visitor, visitorOf } from '../../../tests/support/visitor.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'

let app: TestApp
let desk: Visitor
before(async () => {
  app = await startTestApp()
  desk = await signedIn('thu-thu-tinh')
})
after(() => app.close())

async function signedIn(login: string): Promise<Visitor> {
  const visitor = visitorOf(app.url)
  await visitor.post('/dang-nhap', { ten: login, 'mat-khau': app.password(login) })
  return visitor
}

const list = '/nghiep-vu/ban-doc/TVT'
const issue = (fields: Record<string, string>, at = list): Promise<Answer> =>
  desk.post(`${at}/moi`, { act: newId(), nhom: 'adult', ...fields })

const count = async (table: 'card' | 'person'): Promise<number> =>
  (
    await app.world.database.one<{ n: number }>(
      table === 'card' ? sql`select count(*) as n from card` : sql`select count(*) as n from person`,
    )
  ).n

/** The card numbers on a page, in its order. */
const numbers = ({ html }: Answer): string[] =>
  [...html.matchAll(/<span class="digits">([A-Z]+-\d+)<\/span>/g)].map(m => m[1] ?? '')

describe('a new card', () => {
  it('has the next number of the institution’s series and is good for a year', async () => {
    const answer = await issue({ 'ho-ten': '  Vàng   Thị Mẩy ' })
    assert.equal(answer.status, 303)
    const page = await desk.get(answer.to ?? '')
    assert.match(page.html, /role="status"><p>Đã cấp thẻ TVT-000011\.<\/p>/)
    assert.match(page.html, /<bdi>Vàng Thị Mẩy<\/bdi>[\s\S]*24\/11\/2027/)
    assert.match((await desk.get((await issue({ 'ho-ten': 'Tẩn A Páo' })).to ?? '')).html, /Đã cấp thẻ TVT-000012/)
  })

  it('is one when the form is sent twice, one after the other or at the same moment', async () => {
    const [act, before] = [newId(), await count('card')]
    const first = await issue({ act, 'ho-ten': 'Lý Láo Tả' })
    const again = await issue({ act, 'ho-ten': 'Lý Láo Tả' })
    assert.equal(again.to, first.to)
    const both = newId()
    const [left, right] = await Promise.all([1, 2].map(() => issue({ act: both, 'ho-ten': 'Giàng Seo Sẩu' })))
    assert.deepEqual([left?.status, left?.to], [303, right?.to])
    assert.equal(await count('card'), before + 2)
  })

  it('never shares its number, however many desks issue at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => issue({ 'ho-ten': `Người Thứ ${'abcdefgh'[i]}` })),
    )
    const given = answers.map(({ to }) => new URL(to ?? '', app.url).searchParams.get('q'))
    assert.equal(new Set(given).size, 8)
  })

  it('warns of a reader with the same name, with or without marks, and is given to another person all the same', async () => {
    const before = await count('card')
    const warned = await issue({ 'ho-ten': 'VANG THI MAY' })
    assert.equal(warned.status, 422)
    assert.match(warned.html, /Đã có bạn đọc tên VANG THI MAY/)
    assert.match(warned.html, /<bdi>Vàng Thị Mẩy<\/bdi>[\s\S]*TVT-000011/)
    assert.match(warned.html, /value="VANG THI MAY"/)
    assert.equal(await count('card'), before)
    assert.equal((await issue({ 'ho-ten': 'VANG THI MAY', 'nguoi-khac': 'co' })).status, 303)
    assert.equal(await count('card'), before + 1)
    const elsewhere = await signedIn('thu-thu-yen-bai')
    const there = await elsewhere.post('/nghiep-vu/ban-doc/TVYENBAI/moi', {
      act: newId(),
      nhom: 'adult',
      'ho-ten': 'Vàng Thị Mẩy',
    })
    assert.equal(there.status, 303, 'who is a reader of another institution is not told')
  })

  it('for a child needs the consent of a representative, and the act remembers it', async () => {
    const asked = await issue({ 'ho-ten': 'Bé Na', nhom: 'child' })
    assert.match(asked.html, /cần cha, mẹ hoặc người giám hộ đồng ý/)
    const act = newId()
    assert.equal((await issue({ act, 'ho-ten': 'Bé Na', nhom: 'child', 'dong-y': 'co' })).status, 303)
    const { payload } = await app.world.database.one<{ payload: unknown }>(
      sql`select payload from journal where id = ${act}`,
    )
    assert.deepEqual(payload, { consent: 'representative' })
  })

  it('is refused in words with every reason at once, and what was typed stays', async () => {
    const before = await count('card')
    const answer = await issue({ 'ho-ten': '', nhom: 'robot' })
    assert.equal(answer.status, 422)
    assert.match(answer.html, /href="#ho-ten">Chưa ghi họ tên[\s\S]*href="#nhom">Chưa chọn nhóm/)
    const long = 'Nguyễn '.repeat(1500)
    const tooLong = await issue({ 'ho-ten': long })
    assert.match(tooLong.html, /Họ tên dài quá 120 chữ/)
    assert.ok(tooLong.html.includes(long.trim()))
    for (const nameless of ['\u0000', '\u0007\u001b', '\u202e\u2066', '😀😀', '   ', '--- 12'])
      assert.match((await issue({ 'ho-ten': nameless })).html, /Chưa ghi họ tên/, JSON.stringify(nameless))
    assert.equal(await count('card'), before)
  })

  it('keeps a name without the signs that nobody sees or that turn a line around', async () => {
    const odd = await issue({ 'ho-ten': 'Hà\u0000 \u202eThị\u202c\u0007\tX\u200boan 👩‍🌾' })
    const { html } = await desk.get(odd.to ?? '')
    assert.match(html, /<bdi>Hà Thị Xoan 👩‍🌾<\/bdi>/)
    const arabic = await desk.get((await issue({ 'ho-ten': 'محمد <b>علي</b>' })).to ?? '')
    assert.match(arabic.html, /<bdi>محمد &lt;b&gt;علي&lt;\/b&gt;<\/bdi>/)
  })

  it('takes the first of a field sent twice, and an act of its own for one that is none', async () => {
    const twice = await desk.post(`${list}/moi`, [
      ['act', 'không phải'],
      ['act', newId()],
      ['ho-ten', 'Lò Văn Nhất'],
      ['ho-ten', 'Lò Văn Nhì'],
      ['nhom', 'student'],
    ])
    assert.equal(twice.status, 303)
    assert.match((await desk.get(twice.to ?? '')).html, /Lò Văn Nhất[\s\S]*Học sinh, sinh viên/)
  })
})

describe('a renewal', () => {
  const cardOf = (number: string) =>
    app.world.database.one<{ id: string; expires_on: string; state: string }>(
      sql`select id, expires_on, state from card where number = ${number}`,
    )
  const renew = async (number: string, visitor = desk, act = newId()) =>
    visitor.post(`/nghiep-vu/the/${(await cardOf(number)).id}/gia-han`, { act })

  it('makes a card good for a year from today, once however often it is sent', async () => {
    const act = newId()
    const answer = await renew('TVT-000005', desk, act)
    assert.equal((await renew('TVT-000005', desk, act)).to, answer.to)
    assert.match((await desk.get(answer.to ?? '')).html, /Đã gia hạn thẻ TVT-000005 đến 24\/11\/2027/)
  })

  it('is not offered for a lost card, and refused in words when it is sent all the same', async () => {
    for (const [state, words] of [
      ['lost', /đã báo mất/],
      ['blocked', /đang tạm khóa/],
      ['replaced', /được thay bằng thẻ khác/],
    ] as const) {
      await app.world.database.run(sql`update card set state = ${state} where number = 'TVT-000006'`)
      const before = await cardOf('TVT-000006')
      assert.doesNotMatch((await desk.get(`${list}?q=TVT-000006`)).html, /gia-han/)
      const answer = await renew('TVT-000006')
      assert.equal(answer.status, 422)
      assert.match(answer.html, words)
      assert.deepEqual(await cardOf('TVT-000006'), before)
    }
  })

  it('is of one’s own institution only', async () => {
    assert.equal((await renew('TVT-000001', await signedIn('thu-thu-yen-bai'))).status, 403)
    assert.equal((await renew('TVT-000001', await signedIn('ban-doc-01'))).status, 403)
    assert.equal((await renew('TVT-000001', visitorOf(app.url))).status, 401)
    for (const id of ['x', newId(), '%00', "'", 'a'.repeat(2000)])
      assert.equal((await desk.post(`/nghiep-vu/the/${id}/gia-han`)).status, 404, id)
  })
})

describe('the search of readers', () => {
  const found = async (q: string, visitor = desk, at = list) =>
    numbers(await visitor.get(`${at}?${new URLSearchParams({ q })}`))

  it('finds a name with its marks, without them, in part, and in another order', async () => {
    const number = (await found('Tẩn A Páo'))[0]
    for (const q of ['tan a pao', 'TẨN A PÁO', 'pao tan', 'tẩn', 'Ta\u0302\u0309n A Pa\u0301o'])
      assert.ok((await found(q)).includes(number ?? '-'), q)
    assert.deepEqual(await found('ẩn a páo'), [], 'a word is found by its beginning')
  })

  it('finds a card by its number as scanned, typed, begun, or by its last digits', async () => {
    for (const q of ['TVT-000005', 'tvt-000005', ' TVT-000005\r\n', '5', '000005'])
      assert.deepEqual(await found(q), ['TVT-000005'], JSON.stringify(q))
    assert.ok((await found('TVT-00000')).length >= 9)
  })

  it('finds nobody for what is no name, and means every sign literally', async () => {
    for (const q of ['%', '_', '\\', '😀', '%%%', "'; drop table card; --", '\u202e', 'x'.repeat(10_000)])
      assert.deepEqual(await found(q), [], q.slice(0, 20))
    assert.match((await desk.get(`${list}?q=%00`)).html, /class="muted">\d+ bạn đọc/, 'nothing was typed')
  })

  it('shows readers in the order of their names, a page at a time, and keeps within the pages', async () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyzđăâê')
      await issue({ 'ho-ten': `Sùng Chín ${letter}`, 'nguoi-khac': 'co' })
    const all = await desk.get(`${list}?q=sung+chin`)
    assert.match(all.html, /class="muted">30 bạn đọc/)
    const first = numbers(all)
    const second = numbers(await desk.get(`${list}?q=sung+chin&trang=2`))
    assert.deepEqual([first.length, second.length, new Set([...first, ...second]).size], [25, 5, 30])
    assert.match(all.html, /Sùng Chín a<[\s\S]*Sùng Chín ă<[\s\S]*Sùng Chín â<[\s\S]*Sùng Chín b</)
    for (const page of ['99', '999999999999', '1e9', '2.5', '-1', 'x', '', '0', 'NaN', 'Infinity']) {
      const answer = await desk.get(`${list}?q=sung+chin&trang=${page}`)
      assert.equal(answer.status, 200, page)
      assert.ok(numbers(answer).length > 0, page)
    }
  })

  it('is among one’s own readers only: branches with an appointment for them, nobody of other places', async () => {
    assert.deepEqual(await found('Bạn đọc mẫu 11'), ['TVTAPHIN-000001'], 'a branch of the provincial library')
    const { id } = await app.world.database.one<{ id: string }>(sql`select id from institution where code = 'TVT'`)
    await account(app.world, 'rieng-tinh', { demo: true, role: 'librarian', institution: id })
    const alone = visitorOf(app.url)
    await alone.post('/dang-nhap', { ten: 'rieng-tinh', 'mat-khau': passwordOf('rieng-tinh') })
    assert.deepEqual(await found('TVTAPHIN-000001', alone), [], 'an appointment without the branches')
    assert.deepEqual(await found('TVT-000001', alone), ['TVT-000001'])
    const taPhin = await signedIn('thu-thu-ta-phin')
    assert.deepEqual(await found('mau', taPhin, '/nghiep-vu/ban-doc/TVTAPHIN'), [
      'TVTAPHIN-000001',
      'TVTAPHIN-000002',
      'TVTAPHIN-000003',
      'TSSUOITHAU-000001',
    ])
    assert.deepEqual(await found('TVT-000001', taPhin, '/nghiep-vu/ban-doc/TVTAPHIN'), [])
    for (const path of [list, `${list}?q=mau`, `${list}/moi`]) assert.equal((await taPhin.get(path)).status, 403)
    assert.equal((await taPhin.post(`${list}/moi`, { 'ho-ten': 'X Y', nhom: 'adult' })).status, 403)
    assert.equal((await desk.get('/nghiep-vu/ban-doc/KHONGCO')).status, 404)
    assert.equal((await desk.get('/nghiep-vu/ban-doc/%00')).status, 404)
    assert.equal((await (await signedIn('kiem-ke-bao-tang')).get('/nghiep-vu/ban-doc/BTT')).status, 403)
  })
})

describe('what a reader has out', () => {
  it('is on their own page and on nobody else’s', async () => {
    const one = (await (await signedIn('ban-doc-01')).get('/tai-khoan')).html
    const four = (await (await signedIn('ban-doc-04')).get('/tai-khoan')).html
    const barcodes = (html: string) => [...html.matchAll(/<span class="digits muted">([^<]+)</g)].map(m => m[1])
    assert.ok(barcodes(one).length > 0 && barcodes(four).length > 0)
    assert.deepEqual(
      barcodes(one).filter(barcode => barcodes(four).includes(barcode)),
      [],
    )
    assert.doesNotMatch(one, /Bạn đọc mẫu 04/)
  })

  it('is not read by another address, nor by a librarian elsewhere', async () => {
    const reader = await signedIn('ban-doc-01')
    const other = await app.world.database.one<{ person: string }>(
      sql`select person from account where login = 'ban-doc-04'`,
    )
    const same = (await reader.get(`/tai-khoan?person=${other.person}&nguoi=${other.person}`)).html
    assert.match(same, /<h1>Bạn đọc mẫu 01<\/h1>/)
    assert.doesNotMatch(same, /mẫu 04/)
    const elsewhere = await signedIn('thu-thu-yen-bai')
    assert.equal((await elsewhere.get('/nghiep-vu/quay/TVT?viec=muon&the=TVT-000001')).status, 403)
    assert.equal((await elsewhere.get('/nghiep-vu/quay/TVT/qua-han')).status, 403)
    const own = await elsewhere.get('/nghiep-vu/quay/TVYENBAI?viec=muon&the=TVT-000004')
    const titles = await app.world.database.many<{ barcode: string }>(sql`
      select item.barcode from loan join item on item.id = loan.item join card on card.id = loan.card
      where card.number = 'TVT-000004' and loan.returned_at is null and item.barcode is not null`)
    assert.ok(titles.length > 0)
    for (const { barcode } of titles) assert.ok(!own.html.includes(barcode), barcode)
  })
})
