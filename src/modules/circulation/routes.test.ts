import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Desks, openDesks } from '../../../tests/support/desk.ts'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { lend } from './lend.ts'
import { circulationRoutes } from './routes.tsx'

const now = new Date('2026-11-24T02:00:00Z')

describe('the desk’s page', () => {
  let desks: Desks
  let door: ReturnType<typeof openTestDoor>
  let librarian: Record<string, string>
  before(async () => {
    desks = await openDesks()
    await desks.shelve(desks.at.TVT, 'Truyện Kiều', 'K1', 'K2', 'K3')
    await desks.shelve(desks.at.CAMDUONG, 'Lục Vân Tiên', 'C1')
    await desks.shelve(desks.at.CAMDUONG, 'Cung oán ngâm khúc', 'C2')
    await desks.giveCard('TVT-000001')
    await desks.giveCard('TVT-000002')
    door = openTestDoor(circulationRoutes(desks.world, testSite()), now)
    librarian = as({ rights: [{ right: 'circulate', institution: desks.at.TVT }] })
  })
  after(() => desks.close())

  const see = async (path: string, headers = librarian) => {
    const answer = await door.request(path, { headers })
    return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') }
  }
  const send = async (fields: Record<string, string>, path = '/nghiep-vu/quay/TVT', headers = librarian) => {
    const answer = await door.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
    return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') ?? '' }
  }
  const scan = (quet: string, viec: string, the = '') => send({ quet, viec, act: newId(), ...(the && { the }) })
  const undoForm = (html: string): { action: string; act: string } => {
    const form = /<div class="undo"[\s\S]*?action="([^"]+)"[\s\S]*?name="act" value="([^"]+)"/.exec(html)
    assert.ok(form?.[1] && form[2], html)
    return { action: form[1].replaceAll('&amp;', '&'), act: form[2] }
  }

  it('takes a card, then a copy; says what was lent, until when; and offers to undo it', async () => {
    const carded = await scan('tvt-000001', 'muon')
    assert.deepEqual([carded.status, carded.location], [303, '/nghiep-vu/quay/TVT?viec=muon&the=TVT-000001'])
    const lent = await scan('K1', 'muon', 'TVT-000001')
    assert.equal(lent.status, 303)
    const { html } = await see(lent.location)
    assert.match(html, /Đã cho mượn “Truyện Kiều”, hạn trả 15\/12\/2026\./)
    assert.match(html, /Bạn đọc TVT-000001/)
    const { action, act } = undoForm(html)
    const undone = await send({ act }, action)
    assert.equal(undone.status, 303)
    const after_ = await see(undone.location)
    assert.match(after_.html, /Đã hoàn tác: “Truyện Kiều” chưa cho mượn\./)
    assert.match(after_.html, /Bạn đọc TVT-000001/, 'the reader stays at the desk')
    assert.match(after_.html, /Bạn đọc chưa mượn tài liệu nào/)
    assert.match(after_.html, /Hoàn tác: Mượn K1/)
    assert.doesNotMatch(after_.html, /\/hoan-tac\//, 'nothing is left to undo')
    const again = await send({ act: newId() }, action)
    assert.equal(again.status, 422)
    assert.match(again.html, /Chưa hoàn tác được[\s\S]*đã hoàn tác rồi/)
  })

  it('sent twice by a double click lends once and says so both times', async () => {
    const fields = { quet: 'K1', viec: 'muon', the: 'TVT-000001', act: newId() }
    const [first, second] = [await send(fields), await send(fields)]
    assert.deepEqual([first.status, second.status, second.location], [303, 303, first.location])
    const { open } = await desks.world.database.one<{ open: number }>(
      sql`select count(*) as open from loan where returned_at is null`,
    )
    assert.equal(open, 1)
  })

  it('refuses with every reason, names the book, keeps what was typed', async () => {
    const { status, html } = await scan('K1', 'muon', 'TVT-000002')
    assert.equal(status, 422)
    assert.match(html, /Chưa cho mượn “Truyện Kiều”, vì 1 lý do/)
    assert.match(html, /Sổ ghi cuốn này đang có người mượn\. Nếu sách ở trên tay, mời bấm Trả trước\./)
    assert.match(html, /<input[^>]*name="quet"[^>]*value="K1"/)
    const both = await scan('XYZ', 'muon', 'TVT-999999')
    assert.match(both.html, /Không có thẻ nào mang số “TVT-999999”[\s\S]*Không có cuốn nào mang mã “XYZ”/)
  })

  it('renews and takes back; what comes back late or belongs elsewhere is said', async () => {
    const renewed = await scan('K1', 'gia-han', 'TVT-000001')
    assert.match((await see(renewed.location)).html, /Đã gia hạn “Truyện Kiều” đến 15\/12\/2026/)
    assert.match((await scan('K1', 'gia-han', 'TVT-000002')).html, /bạn đọc khác đang mượn cuốn này/)
    const returned = await scan('K1', 'tra')
    assert.match((await see(returned.location)).html, /Đã nhận trả “Truyện Kiều”\./)
    assert.match((await scan('K1', 'tra')).html, /Sổ không ghi cuốn này đang cho mượn/)
    await lend(desks.world, {
      act: newId(),
      by: null,
      institution: desks.at.CAMDUONG,
      cardNumber: 'TVT-000002',
      barcode: 'C1',
      now: new Date('2026-10-20T02:00:00Z'),
    })
    const late = await see((await scan('C1', 'tra')).location)
    assert.match(late.html, /Quá hạn 14 ngày\. Cuốn này thuộc kho Thư viện phường Cam Đường\. Mời chuyển về\./)
    assert.match(late.html, /<dt>Trả<\/dt>\s*<dd>2<\/dd>/, 'what others lent and this desk took back counts here')
  })

  it('shows what was lent here and only counts what was lent elsewhere', async () => {
    const at = { by: null, cardNumber: 'TVT-000002', now }
    await lend(desks.world, { ...at, act: newId(), institution: desks.at.CAMDUONG, barcode: 'C2' })
    await lend(desks.world, { ...at, act: newId(), institution: desks.at.TVT, barcode: 'K2' })
    const { html } = await see('/nghiep-vu/quay/TVT?viec=muon&the=TVT-000002')
    assert.match(html, /Mượn ở nơi này, 1 tài liệu/)
    assert.match(html, /Truyện Kiều/)
    assert.doesNotMatch(html, /Cung oán/)
    assert.match(html, /Và 1 tài liệu mượn ở nơi khác/)
    assert.match(html, /2 \/ 5/)
  })

  it('lists the overdue with their readers, the longest first', async () => {
    const later = openTestDoor(circulationRoutes(desks.world, testSite()), new Date('2026-12-20T02:00:00Z'))
    const html = await (await later.request('/nghiep-vu/quay/TVT/qua-han', { headers: librarian })).text()
    assert.match(html, /1 bạn đọc, 1 tài liệu[\s\S]*Bạn đọc TVT-000002[\s\S]*Truyện Kiều[\s\S]*K2[\s\S]*5 ngày/)
    assert.doesNotMatch(html, /Cung oán/)
    const slips = async (card: string) =>
      (await later.request(`/nghiep-vu/quay/TVT/qua-han/giay-nhac${card}`, { headers: librarian })).text()
    const slip = /GIẤY NHẮC TRẢ TÀI LIỆU[\s\S]*Kính gửi: Bạn đọc TVT-000002, thẻ TVT-000002[\s\S]*Truyện Kiều/
    assert.match(await slips(''), slip)
    assert.match(await slips('?the=tvt-000002'), slip)
    assert.match(await slips('?the=TVT-000001'), /Không có ai cần nhắc/)
  })

  it('says when a long list of the overdue is cut', async () => {
    const { database } = desks.world
    const overdue = sql`
      insert into loan (id, item, edition, institution, lent_at, lent_on, due_on, lent_fact)
      select gen_random_uuid(), id, edition, keeper, now(), '2026-01-05', '2026-01-26', gen_random_uuid() from item
      where barcode like 'L%'`
    await desks.shelve(desks.at.BT, 'Sách dài', ...Array.from({ length: 501 }, (_, at) => `L${at}`))
    await database.run(overdue)
    const keeper = as({ rights: [{ right: 'circulate', institution: desks.at.BT }] })
    const { html } = await see('/nghiep-vu/quay/BT/qua-han', keeper)
    assert.match(html, /Danh sách ghi 500 tài liệu quá hạn lâu nhất trong số 501/)
    assert.doesNotMatch((await see('/nghiep-vu/quay/TVT/qua-han')).html, /lâu nhất trong số/)
  })

  it('an address with a card that nobody holds says so and leaves no card in hand', async () => {
    const { status, html } = await see('/nghiep-vu/quay/TVT?viec=muon&the=TVT-123')
    assert.equal(status, 404)
    assert.match(html, /Không có thẻ nào mang số “TVT-123”/)
    assert.doesNotMatch(html, /name="the"/)
  })

  const odd = [
    '',
    ' ',
    '\u0000',
    '%',
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '🙂'.repeat(40),
    'x'.repeat(200_000),
    '\ud800',
    '\u202e12',
  ]
  for (const typed of odd) {
    it(`a scan of ${JSON.stringify(typed).slice(0, 30)} is answered in words`, async () => {
      for (const viec of ['muon', 'tra', 'gia-han', 'khác']) {
        for (const the of ['', 'TVT-000001', typed]) {
          const { status, html } = await scan(typed, viec, the)
          assert.ok([303, 422].includes(status), `${status}`)
          assert.doesNotMatch(html, /<script>alert/)
        }
      }
      const query = new URLSearchParams({ viec: typed, the: typed, vua: typed })
      assert.ok([200, 404].includes((await see(`/nghiep-vu/quay/TVT?${query}`)).status))
    })
  }

  it('is closed to others: strangers, staff of elsewhere, staff without this right; and there is no desk of nowhere', async () => {
    const elsewhere = as({ rights: [{ right: 'circulate', institution: desks.at.CAMDUONG }] })
    const importer = as({ rights: [{ right: 'import', institution: desks.at.TVT }] })
    const paths = ['/nghiep-vu/quay/TVT', '/nghiep-vu/quay/TVT/qua-han']
    for (const path of paths) {
      assert.equal((await see(path, {})).status, 401)
      assert.equal((await see(path, elsewhere)).status, 403)
      assert.equal((await see(path, importer)).status, 403)
    }
    for (const path of ['/nghiep-vu/quay/TVT', `/nghiep-vu/quay/TVT/hoan-tac/${newId()}`]) {
      assert.equal((await send({ viec: 'tra', quet: 'K2' }, path, elsewhere)).status, 403)
      assert.equal(
        (await send({ viec: 'tra', quet: 'K2' }, path, { ...librarian, 'sec-fetch-site': 'cross-site' })).status,
        403,
      )
    }
    for (const code of ['KHONGCO', '%00', '%F0%9F%99%82', 'x'.repeat(2000)]) {
      assert.equal((await see(`/nghiep-vu/quay/${code}`)).status, 404, code.slice(0, 20))
    }
    assert.equal((await desks.itemAt('K2')).status, 'on-loan')
  })

  it('what no desk did cannot be undone here', async () => {
    for (const act of ['khong-phai', newId(), '%E0%A4']) {
      const { status, html } = await send({ act: newId() }, `/nghiep-vu/quay/TVT/hoan-tac/${act}`)
      assert.equal(status, 422, act)
      assert.match(html, /Không tìm thấy việc này trong sổ của quầy/)
    }
  })

  it('whoever has one desk goes straight to it; whoever has several chooses; whoever has none is told whom to ask', async () => {
    const { TVT, CAMDUONG } = desks.at
    const one = await see('/nghiep-vu/quay')
    assert.deepEqual([one.status, one.location], [303, '/nghiep-vu/quay/TVT'])
    const two = as({ rights: [TVT, CAMDUONG].map(institution => ({ right: 'circulate' as const, institution })) })
    const choice = await see('/nghiep-vu/quay', two)
    assert.match(choice.html, /Thư viện tỉnh Lào Cai[\s\S]*Thư viện phường Cam Đường/)
    const everywhere = as({ rights: [{ right: 'circulate', institution: null }] })
    assert.doesNotMatch((await see('/nghiep-vu/quay', everywhere)).html, /đến 2025/, 'closed libraries have no desk')
  })
})
