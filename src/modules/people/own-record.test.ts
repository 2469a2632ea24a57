import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Visitor, visitorOf } from '../../../tests/support/visitor.ts'
import { newId } from '../../platform/clock.ts'
import { rawSql, sql } from '../../platform/database/sql.ts'

let app: TestApp
before(async () => {
  app = await startTestApp()
})
after(() => app.close())

async function signedIn(login: string): Promise<Visitor> {
  const visitor = visitorOf(app.url)
  await visitor.post('/dang-nhap', { ten: login, 'mat-khau': app.password(login) })
  return visitor
}

const db = () => app.world.database
const personOf = async (login: string): Promise<string> =>
  (await db().one<{ person: string }>(sql`select person from account where login = ${login}`)).person

/** Every figure that could move: sums and different people, by verb, institution and day. */
const cells = () =>
  db().many(sql`
    select verb, institution, occurred_on, sum(quantity) as quantity, count(distinct subject) as people
    from fact group by 1, 2, 3 order by 1, 2, 3`)

/** Everything that they have on loan is back on its shelf, and what they asked for is served. */
async function handedIn(person: string): Promise<void> {
  await db().run(sql`
    update loan set returned_at = '2026-11-24T01:00Z', returned_on = '2026-11-24'
    where person = ${person} and returned_at is null`)
  await db().run(sql`
    update stack_request set state = 'cancelled', ended_on = '2026-11-24'
    where person = ${person} and ended_on is null`)
}

/** Every place of the database in which this text stands: `table.column`. */
async function placesOf(text: string): Promise<string[]> {
  const columns = await db().many<{ table: string; column: string }>(sql`
    select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`)
  const found: string[] = []
  for (const { table, column } of columns) {
    const { there } = await db().one<{ there: boolean }>(
      rawSql(`select exists (select from "${table}" where position('${text}' in "${column}"::text) > 0) as there`),
    )
    if (there) found.push(`${table}.${column}`)
  }
  return found.sort()
}

describe('a reader’s own page', () => {
  it('renews what they have on loan, under the rules of the place that lent it; twice is once, and a refusal says why', async () => {
    const reader = await signedIn('ban-doc-04')
    const page = (await reader.get('/tai-khoan')).html
    const [action = ''] = /\/tai-khoan\/muon\/[0-9a-f-]{36}\/gia-han/.exec(page) ?? []
    const loan = action.split('/')[3] ?? ''
    const row = () =>
      db().one<{ due_on: string; renewals: number }>(sql`select due_on, renewals from loan where id = ${loan}`)
    const [was, act] = [await row(), newId()]
    const answer = await reader.post(action, { act })
    assert.equal(answer.status, 303)
    assert.equal((await reader.post(action, { act })).to, answer.to)
    const now = await row()
    assert.deepEqual([now.renewals, now.due_on > was.due_on], [was.renewals + 1, true])
    assert.match((await reader.get(answer.to ?? '')).html, /role="status"><p>Đã gia hạn “[^”]+” đến \d\d\/\d\d\/2026/)
    for (let n = now.renewals; n < 2; n++) await reader.post(action, { act: newId() })
    const refused = await reader.post(action, { act: newId() })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /Chưa gia hạn được “[^”]+”[\s\S]*Đã gia hạn đủ 2 lần/)
    const journal = await db().many<{ leading: boolean }>(sql`
      select concat(payload::text, answer::text) ~ concat(loan.id, '|', loan.item) as leading
      from journal, loan where loan.id = ${loan} and type = 'circulation.renew-own' and actor = ${await personOf('ban-doc-04')}`)
    assert.deepEqual([...new Set(journal.map(({ leading }) => leading))], [false], 'theirs, and it leads to no loan')
  })

  it('does not renew another’s loan, nor tell that there is one', async () => {
    const other = await db().one<{ id: string }>(sql`
      select id from loan where returned_at is null and person <> ${await personOf('ban-doc-01')} limit 1`)
    const reader = await signedIn('ban-doc-01')
    for (const loan of [other.id, newId(), 'khong-co'])
      assert.equal((await reader.post(`/tai-khoan/muon/${loan}/gia-han`, { act: newId() })).status, 404)
  })

  it('shows what they returned only once they chose to keep it, and says what choosing otherwise does', async () => {
    const reader = await signedIn('ban-doc-06')
    const person = await personOf('ban-doc-06')
    await db().run(sql`
      update loan set person = ${person} where id = (
        select id from loan where returned_at is not null order by returned_at desc, id limit 1)`)
    assert.doesNotMatch((await reader.get('/tai-khoan')).html, /Đã mượn và trả/)
    const kept = await reader.post('/tai-khoan/lich-su', { act: newId(), giu: 'co' })
    assert.match(
      (await reader.get(kept.to ?? '')).html,
      /sách bạn trả còn ở lại[\s\S]*Đã mượn và trả[\s\S]*Thôi giữ lịch sử/,
    )
    const stopped = await reader.post('/tai-khoan/lich-su', { act: newId(), giu: 'khong' })
    const page = (await reader.get(stopped.to ?? '')).html
    assert.match(page, /được gỡ khỏi các lượt đã trả ở lần dọn tới/)
    assert.doesNotMatch(page, /Đã mượn và trả/)
  })

  it('gives all that is kept to read, and the same as a file that nobody else keeps', async () => {
    const reader = await signedIn('ban-doc-01')
    const answer = await reader.get('/tai-khoan/du-lieu.json')
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="du-lieu-cua-toi\.json"$/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    const file = JSON.parse(answer.html) as Record<string, readonly Record<string, unknown>[]>
    const kinds = ['person', 'account', 'cards', 'appointments', 'loans', 'facts', 'acts', 'sessions', 'looks']
    assert.deepEqual(
      Object.keys(file)
        .filter(key => kinds.includes(key))
        .sort(),
      [...kinds].sort(),
    )
    assert.deepEqual(
      file['cards']?.map(({ number }) => number),
      ['TVT-000001'],
    )
    assert.ok((file['loans']?.length ?? 0) > 0 && (file['facts']?.length ?? 0) > 0)
    assert.doesNotMatch(answer.html, /argon2|Bạn đọc mẫu 0[2-9]/)
    const page = (await reader.get('/tai-khoan/du-lieu')).html
    for (const { title } of file['loans'] ?? []) assert.ok(page.includes(String(title).replaceAll('&', '&amp;')))
    assert.equal((await visitorOf(app.url).get('/tai-khoan/du-lieu.json')).status, 401)
  })
})

describe('erasing oneself', () => {
  it('is refused with every reason at once: what is on loan, a role; and without the password', async () => {
    const borrower = await signedIn('ban-doc-01')
    const sent = { act: newId(), 'mat-khau': app.password('ban-doc-01') }
    const open = await borrower.post('/tai-khoan/xoa', sent)
    assert.equal(open.status, 422)
    assert.match(open.html, /Còn việc chưa xong[\s\S]*<li>“[^”]+”, hạn trả 24\/11\/2026, mượn ở Thư viện tỉnh/)
    const staff = await signedIn('nguoi-ban-so')
    assert.match((await staff.get('/tai-khoan/xoa')).html, /còn được giao vai trò cán bộ/)
    const reader = await signedIn('ban-doc-11')
    const wrong = await reader.post('/tai-khoan/xoa', { act: newId(), 'mat-khau': 'không phải' })
    assert.match(wrong.html, /Mật khẩu chưa đúng/)
    assert.equal((await reader.get('/tai-khoan')).status, 200)
  })

  it('leaves no name anywhere and moves no figure; the session is over, the card is nobody’s, the journal says so', async () => {
    const login = 'ban-doc-06'
    const person = await personOf(login)
    const name = 'Sùng Thị Dí Tên Riêng'
    await db().run(
      sql`update person set display_name = ${name}, folded_name = 'sung thi di ten rieng' where id = ${person}`,
    )
    await handedIn(person)
    await db().run(sql`
      insert into fact_person (fact, person)
      select id, ${person} from fact where voids is null and id not in (select fact from fact_person) limit 3`)
    await db().run(sql`
      insert into person_contact (id, person, kind, value, consented_at, added_by, added_at)
      values (${newId()}, ${person}, 'email', 'thi.di@example.vn', now(), ${person}, now())`)
    const { number } = await db().one<{ number: string }>(sql`select number from card where person = ${person}`)
    const was = await cells()
    const reader = await signedIn(login)
    const elsewhere = await signedIn(login)
    const answer = await reader.post('/tai-khoan/xoa', { act: newId(), 'mat-khau': app.password(login) })
    assert.equal(answer.status, 200)
    assert.match(answer.html, /<h1>Đã xóa<\/h1>/)
    assert.doesNotMatch(answer.html, new RegExp(`${name}|${login}`))
    assert.deepEqual(await cells(), was)
    assert.deepEqual(await placesOf(name), [])
    assert.deepEqual(await placesOf('sung thi di ten rieng'), [])
    assert.deepEqual([...(await placesOf(login)), ...(await placesOf('thi.di@example.vn'))], [])
    // As an id that names nobody: the answer is that of the act that once made the account.
    assert.deepEqual(await placesOf(person), ['erased_person.person', 'journal.actor', 'journal.answer', 'person.id'])
    for (const device of [reader, elsewhere]) assert.equal((await device.get('/tai-khoan')).status, 401)
    const desk = await signedIn('thu-thu-tinh')
    assert.equal((await desk.get(`/nghiep-vu/quay/TVT?viec=muon&the=${number}`)).status, 404)
    assert.match((await desk.get(`/nghiep-vu/ban-doc/TVT?q=${number}`)).html, /Chưa thấy bạn đọc nào/)
    const admin = await signedIn('quan-tri')
    assert.match((await admin.get('/nghiep-vu/nhat-ky')).html, /Xóa mình khỏi hệ thống[\s\S]*người đã xóa/)
  })

  it('reaches every table that knows people: a new one is either forgotten or says here why not', async () => {
    const known: Readonly<Record<string, string>> = {
      'account.person': 'deleted',
      'assisted_turn.helper': 'an id that names nobody',
      'assisted_turn.person': 'deleted',
      'card.person': 'set to nobody',
      'erased_person.person': 'the list of the erased',
      'fact_person.person': 'deleted',
      'journal.actor': 'grows only; an id that names nobody',
      'loan.person': 'set to nobody',
      'record_look.looked_by': 'grows only; an id that names nobody',
      'record_look.person': 'grows only; an id that names nobody',
      'notice.done_by': 'an id that names nobody',
      'notice.person': 'deleted',
      'notice_choice.person': 'deleted',
      'person_contact.added_by': 'deleted with the contact',
      'person_contact.person': 'deleted',
      'room_reading.person': 'set to nobody',
      'stack_request.moved_by': 'an act',
      'sign_up.person': 'set to nobody, with the names',
      'sign_up_look.looked_by': 'grows only; an id that names nobody',
      'stack_request.person': 'deleted',
      'target.set_by': 'an id that names nobody',
      'role_grant.granted_by': 'an id that names nobody',
      'role_grant.person': 'deleted',
      'session.person': 'deleted',
      'import_batch.created_by': 'an id that names nobody',
      'job.created_by': 'an id that names nobody',
    }
    const columns = await db().many<{ name: string }>(sql`
      select distinct c.relname || '.' || a.attname as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'person'::regclass
                               and a.attnum = any(k.conkey)
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'uuid'::regtype
        and (k.oid is not null or a.attname ~ '(^|_)(person|actor|reader|helper|by)$')`)
    assert.deepEqual(
      columns.map(({ name }) => name).filter(name => known[name] === undefined),
      [],
    )
  })
})

describe('erasing a reader who asked at the desk', () => {
  const cardOf = (name: string) =>
    db().one<{ id: string; person: string }>(sql`
      select card.id, person from card join person on person.id = card.person where display_name = ${name}`)

  it('takes two steps, writes down who looked, and the number is given to nobody else', async () => {
    const desk = await signedIn('thu-thu-ta-phin')
    const card = await cardOf('Bạn đọc mẫu 13')
    await handedIn(card.person)
    const was = await cells()
    const asked = await desk.get(`/nghiep-vu/the/${card.id}/xoa`)
    assert.match(asked.html, /Bạn đọc mẫu 13[\s\S]*Những gì mất đi[\s\S]*Số đếm[\s\S]*Xóa hẳn/)
    const act = newId()
    const done = await desk.post(`/nghiep-vu/the/${card.id}/xoa`, { act })
    assert.equal((await desk.post(`/nghiep-vu/the/${card.id}/xoa`, { act })).to, done.to)
    assert.equal((await desk.post(`/nghiep-vu/the/${card.id}/xoa`, { act: newId() })).to, done.to)
    assert.match((await desk.get(done.to ?? '')).html, /Đã xóa dữ liệu của bạn đọc/)
    assert.deepEqual(await placesOf('Bạn đọc mẫu 13'), [])
    assert.deepEqual(await cells(), was)
    const looks = await db().many(
      sql`select purpose from record_look where person = ${card.person} and purpose = 'erasure'`,
    )
    assert.equal(looks.length, 1)
    const fresh = await desk.post('/nghiep-vu/ban-doc/TVTAPHIN/moi', {
      act: newId(),
      nhom: 'adult',
      'ho-ten': 'Người Mới Đến',
    })
    assert.match(fresh.to ?? '', /TVTAPHIN-000004/)
  })

  it('is refused for whoever has an account, or something on loan, or at another’s desk', async () => {
    const desk = await signedIn('thu-thu-tinh')
    const withAccount = await cardOf('Bạn đọc mẫu 01')
    const refused = await desk.post(`/nghiep-vu/the/${withAccount.id}/xoa`, { act: newId() })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /Mời bạn đọc tự đăng nhập rồi xóa/)
    const borrowing = await cardOf('Bạn đọc mẫu 03')
    assert.match((await desk.get(`/nghiep-vu/the/${borrowing.id}/xoa`)).html, /mời trả trước/)
    const other = await signedIn('thu-thu-yen-bai')
    assert.equal((await other.get(`/nghiep-vu/the/${borrowing.id}/xoa`)).status, 403)
  })
})
