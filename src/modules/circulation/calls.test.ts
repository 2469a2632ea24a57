import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Answer, type Visitor, visitorOf } from '../../../tests/support/visitor.ts'
import type { LocalDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Mail } from '../../platform/mail/index.ts'
import { sendDueNotices } from '../notices/index.ts'
import { putContact } from '../people/index.ts'
import { queueLoanReminders, refreshReminder } from './queue-reminders.ts'

let app: TestApp
let desk: Visitor
before(async () => {
  app = await startTestApp()
  await app.world.database.run(sql`
    update loan set due_on = '2026-11-20', lent_on = '2026-11-06'
    where returned_at is null and institution = (select id from institution where code = 'TVT')`)
  desk = visitorOf(app.url)
  await desk.post('/dang-nhap', { ten: 'thu-thu-tinh', 'mat-khau': app.password('thu-thu-tinh') })
})
after(() => app?.close())

interface Late {
  readonly loan: string
  readonly person: string
  readonly name: string
  readonly card: string
}

/** Readers with late books from the provincial library, the longest late first. */
const lateReaders = (): Promise<Late[]> =>
  app.world.database.many<Late>(sql`
    select distinct on (person.id) loan.id as loan, person.id as person, display_name as name, card.id as card
    from loan join person on person.id = loan.person join card on card.id = loan.card
    join institution on institution.id = loan.institution
    where code = 'TVT' and returned_at is null and due_on between '2026-10-29' and '2026-11-23' order by person.id, due_on`)

const list = '/nghiep-vu/quay/TVT/goi-dien'
const page = (): Promise<Answer> => desk.get(list)
const toRing = ({ html }: Answer): string => html.split('Đã gọi trong 7 ngày')[0] ?? ''

async function give(person: string, kind: 'email' | 'phone', value: string): Promise<void> {
  const now = app.world.clock.now()
  await putContact(app.world.database, { id: newId(), person, kind, value, confirmedAt: now, addedBy: person, now })
}

/** As the background does, with a mail server of the test's own. */
async function sendWith(send: Mail['send']): Promise<void> {
  const mail: Mail = { kind: 'server', send, close: () => undefined }
  await sendDueNotices({ world: app.world, mail, refresh: refreshReminder })
}

describe('late books', () => {
  it('are told by letter to whoever has an address, once; whoever has none is on the list to ring', async () => {
    const [first, second] = await lateReaders()
    assert.ok(first && second)
    assert.ok(toRing(await page()).includes(first.name) && toRing(await page()).includes(second.name))
    await give(first.person, 'email', 'dau@example.vn')
    await give(second.person, 'phone', '0912345678')
    assert.ok((await queueLoanReminders(app.world)) > 0)
    assert.equal(await queueLoanReminders(app.world), 0)
    await sendWith(async () => undefined)
    // Whichever sender took it, ours or the one beside the requests.
    const { sent } = await app.world.database.one<{ sent: number }>(
      sql`select count(*) as sent from notice where person = ${first.person} and topic = 'overdue' and state in ('sent', 'sending')`,
    )
    assert.ok(sent > 0)
    const shown = toRing(await page())
    assert.ok(!shown.includes(first.name))
    assert.match(shown, new RegExp(`${second.name}[\\s\\S]*0912 345 678`))
  })

  it('that came back before the letter went out are in none', async () => {
    const [, , third] = await lateReaders()
    assert.ok(third)
    const { loan, dueOn } = await app.world.database.one<{ loan: string; dueOn: LocalDate }>(
      sql`select id as loan, due_on as "dueOn" from loan where id = ${third.loan}`,
    )
    const template = {
      topic: 'overdue',
      values: { place: '', dueOn, loans: [loan], titles: [] },
    } as const
    const fresh = await refreshReminder(app.world.database, template, 'vi')
    assert.ok(fresh?.topic === 'overdue')
    assert.match(fresh.values.place, /Thư viện tỉnh/)
    assert.equal(fresh.values.titles.length, 1)
    await app.world.database.run(sql`update loan set returned_at = ${app.world.clock.now()} where id = ${loan}`)
    assert.equal(await refreshReminder(app.world.database, template, 'vi'), null)
    await app.world.database.run(sql`update loan set returned_at = null where id = ${loan}`)
  })

  it('are rung about where the letter was given up', async () => {
    const [first] = await lateReaders()
    assert.ok(first)
    await app.world.database.run(
      sql`update notice set state = 'failed', problem = '550', ended_at = now() where person = ${first.person}`,
    )
    assert.match(toRing(await page()), new RegExp(`${first.name}[\\s\\S]*Thư không gửi được`))
    const failed = await desk.get('/nghiep-vu/thu/TVT')
    assert.match(failed.html, new RegExp(`${first.name}[\\s\\S]*Quá hạn trả[\\s\\S]*\\(550\\)`))
    const again = /action="(\/nghiep-vu\/thu\/TVT\/[\w-]+\/gui-lai)"/.exec(failed.html)?.[1] ?? ''
    const answer = await desk.post(again, { act: newId() })
    assert.match((await desk.get(answer.to ?? '')).html, /Thư đã vào hàng chờ gửi/)
  })
})

describe('a call', () => {
  it('is written down once, and the reader is not on the list again for a week', async () => {
    const readers = await lateReaders()
    const rung = readers.at(-1)
    assert.ok(rung)
    assert.ok(toRing(await page()).includes(rung.name))
    const act = newId()
    const path = `${list}/${rung.loan}`
    const [one, two] = await Promise.all([desk.post(path, { act }), desk.post(path, { act })])
    assert.deepEqual([one.status, two.status], [303, 303])
    await desk.post(path, { act: newId() })
    const { calls } = await app.world.database.one<{ calls: number }>(
      sql`select count(*) as calls from notice where channel = 'phone' and person = ${rung.person}`,
    )
    assert.equal(calls, 1)
    const after = await page()
    assert.ok(!toRing(after).includes(rung.name))
    assert.match(after.html, new RegExp(`Đã gọi trong 7 ngày[\\s\\S]*${rung.name}`))
    const now = app.world.clock.now()
    app.world.clock.set(new Date(now.getTime() + 8 * 86_400_000))
    await desk.post('/dang-nhap', { ten: 'thu-thu-tinh', 'mat-khau': app.password('thu-thu-tinh') })
    assert.ok(toRing(await page()).includes(rung.name))
    app.world.clock.set(now)
    await desk.post('/dang-nhap', { ten: 'thu-thu-tinh', 'mat-khau': app.password('thu-thu-tinh') })
  })

  it('about what has just come back says so', async () => {
    const answer = await desk.post(`${list}/${newId()}`, { act: newId() })
    assert.equal(answer.status, 422)
    assert.match(answer.html, /Cuốn này vừa được trả/)
  })

  it('names in the journal the loan, never the reader', async () => {
    const kept = await app.world.database.many<{ payload: object }>(
      sql`select payload from journal where type = 'circulation.call-reader'`,
    )
    assert.ok(kept.length > 0)
    for (const { payload } of kept) assert.deepEqual(Object.keys(payload), ['loan'])
  })

  it('list may be taken along as a table in which nothing is a formula; who looked is written down', async () => {
    const [, second] = await lateReaders()
    assert.ok(second)
    await app.world.database.run(sql`update person set display_name = '=HYPERLINK("x")' where id = ${second.person}`)
    const file = await desk.get(`${list}.csv`)
    await app.world.database.run(sql`update person set display_name = ${second.name} where id = ${second.person}`)
    assert.match(file.headers.get('content-disposition') ?? '', /goi-dien-TVT-2026-11-24\.csv/)
    assert.match(file.html, /"'=HYPERLINK\(""x""\)",0912 345 678,/)
    const { looks } = await app.world.database.one<{ looks: number }>(
      sql`select count(*) as looks from record_look where purpose = 'call-list' and person = ${second.person} and looked_on = '2026-11-24'`,
    )
    assert.equal(looks, 1)
  })
})

describe('how a desk reaches a reader', () => {
  it('is kept with the reader’s consent alone; a mistyped number keeps what was typed', async () => {
    const [, , third] = await lateReaders()
    assert.ok(third)
    const path = `/nghiep-vu/the/${third.card}/lien-he`
    const wrong = await desk.post(path, { act: newId(), 'dien-thoai': '0912 345', thu: 'ba@example.vn' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /Số di động có 10 chữ số[\s\S]*Mời đánh dấu vào ô đồng ý/)
    assert.match(wrong.html, /value="0912 345"/)
    const fields = { act: newId(), 'dien-thoai': '+84 912 345 679', thu: 'ba@example.vn', 'dong-y': 'co' }
    const kept = await desk.get((await desk.post(path, fields)).to ?? '')
    assert.match(kept.html, /Đã lưu[\s\S]*chờ xác nhận[\s\S]*value="0912 345 679"[\s\S]*value="ba@example\.vn"/)
    assert.match(toRing(await page()), new RegExp(`${third.name}[\\s\\S]*0912 345 679`))
    const { asked } = await app.world.database.one<{ asked: number }>(
      sql`select count(*) as asked from notice where person = ${third.person} and topic = 'confirm-address'`,
    )
    assert.equal(asked, 1)
    // What is there already needs no new consent; an empty field takes it away.
    assert.equal((await desk.post(path, { act: newId(), 'dien-thoai': '0912345679', thu: '' })).status, 303)
    assert.doesNotMatch((await desk.get(path)).html, /ba@example/)
    assert.match((await desk.get('/nghiep-vu/ban-doc/TVT?q=mẫu')).html, new RegExp(`href="${path}"`))
  })
})
