import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Visitor, visitorOf } from '../../../tests/support/visitor.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { mailFolder } from '../../platform/mail/index.ts'
import { forgetNoticesOf, notify } from './index.ts'
import { addressHash, leaveToken } from './link-token.ts'
import { leavePath, ownLettersPath, ownWishesPath } from './paths.ts'
import { noticeSecret } from './secret-store.ts'
import type { Subject } from './topic.ts'
import { wants } from './wish-store.ts'

let app: TestApp
let reader: Visitor
before(async () => {
  app = await startTestApp()
  reader = visitorOf(app.url)
  await reader.post('/dang-nhap', { ten: 'ban-doc-01', 'mat-khau': app.password('ban-doc-01') })
})
after(() => app?.close())

const personOf = async (login: string): Promise<string> =>
  (await app.world.database.one<{ person: string }>(sql`select person from account where login = ${login}`)).person

/** Looks until there is something, for ten seconds: letters go out beside the requests. */
async function until<T>(look: () => T | null | undefined): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const found = look()
    if (found !== null && found !== undefined) return found
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error('nothing came')
}

const letters = (): string[] => {
  const folder = mailFolder(app.world.config.dataDir)
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.eml'))
      .map(name =>
        readFileSync(join(folder, name), 'utf8')
          .replaceAll(/=\r?\n/g, '')
          .replaceAll('=3D', '='),
      )
  } catch {
    return []
  }
}

const linkIn = (letter: string, part: string): string => new RegExp(`/thu/${part}/[\\w-]+`).exec(letter)?.[0] ?? ''

describe('an address of one’s own', () => {
  it('is not kept without a tick, nor when it is none, and what was typed stays', async () => {
    for (const [fields, words] of [
      [{ thu: 'may@example.vn' }, /Mời đánh dấu vào ô đồng ý/],
      [{ thu: 'may@example', 'dong-y': 'co' }, /Địa chỉ này chưa đủ/],
      [{ thu: '', 'dong-y': 'co' }, /Chưa ghi địa chỉ/],
    ] as const) {
      const answer = await reader.post(ownLettersPath, { act: newId(), ...fields })
      assert.equal(answer.status, 422)
      assert.match(answer.html, words)
      assert.ok(answer.html.includes(`value="${fields.thu}"`))
    }
    assert.equal((await reader.get(ownLettersPath)).html.match(/checked/g), null)
  })

  it('counts once the link in a letter was followed and a button pressed, signed in or not; looking confirms nothing', async () => {
    const answer = await reader.post(ownLettersPath, { act: newId(), thu: ' May@Example.vn ', 'dong-y': 'co' })
    assert.equal(answer.status, 303)
    assert.match((await reader.get(ownLettersPath)).html, /may@example\.vn[\s\S]*Chờ xác nhận/)
    const letter = await until(() => letters().find(one => one.includes('To: may@example.vn')))
    const link = linkIn(letter, 'xac-nhan')
    const somebody = visitorOf(app.url)
    for (let looks = 0; looks < 2; looks++) assert.match((await somebody.get(link)).html, /may@example\.vn/)
    assert.match((await reader.get(ownLettersPath)).html, /Chờ xác nhận/)
    const confirmed = await somebody.post(link, { act: newId() })
    assert.match((await somebody.get(confirmed.to ?? '')).html, /Đã xác nhận địa chỉ/)
    const own = (await reader.get('/tai-khoan')).html
    assert.match(own, /may@example\.vn[\s\S]*Đã xác nhận[\s\S]*<p>Nhắc hạn trả<\/p>/)
  })

  it('is confirmed by no other link: of an older address, too old, or made up', async () => {
    const other = visitorOf(app.url)
    await other.post('/dang-nhap', { ten: 'ban-doc-04', 'mat-khau': app.password('ban-doc-04') })
    await other.post(ownLettersPath, { act: newId(), thu: 'mot@example.vn', 'dong-y': 'co' })
    const first = linkIn(await until(() => letters().find(one => one.includes('To: mot@example.vn'))), 'xac-nhan')
    await other.post(ownLettersPath, { act: newId(), thu: 'hai@example.vn', 'dong-y': 'co' })
    const second = linkIn(await until(() => letters().find(one => one.includes('To: hai@example.vn'))), 'xac-nhan')
    for (const bad of [first, `${second.slice(0, -3)}abc`, '/thu/xac-nhan/x']) {
      assert.equal((await other.get(bad)).status, 404)
      assert.equal((await other.post(bad)).status, 404)
    }
    const now = app.world.clock.now()
    app.world.clock.set(new Date(now.getTime() + 7 * 86_400_000 + 3600_000))
    const late = await visitorOf(app.url).get(second)
    app.world.clock.set(now)
    assert.equal(late.status, 404)
    assert.match(late.html, /không còn dùng được/)
    assert.match((await other.get('/tai-khoan')).html, /hai@example\.vn[\s\S]*Chờ xác nhận/)
  })

  it('cannot be used to fill somebody’s mailbox', async () => {
    const other = visitorOf(app.url)
    await other.post('/dang-nhap', { ten: 'ban-doc-06', 'mat-khau': app.password('ban-doc-06') })
    const ask = () => other.post(ownLettersPath, { act: newId(), thu: 'ai@example.vn', 'dong-y': 'co' })
    for (let times = 0; times < 5; times++) assert.equal((await ask()).status, 303)
    const sixth = await ask()
    assert.equal(sixth.status, 422)
    assert.match(sixth.html, /đợi \d+ phút/)
  })

  it('hears what its owner chooses', async () => {
    const person = await personOf('ban-doc-01')
    const wanted = (subject: Subject) => wants(app.world.database, { kind: 'person', person }, subject)
    await reader.post(ownWishesPath, { act: newId(), muc: 'events' })
    assert.deepEqual([await wanted('loans'), await wanted('events')], [false, true])
    await reader.post(ownWishesPath, [
      ['act', newId()],
      ['muc', 'events'],
      ['muc', 'loans'],
    ])
    assert.deepEqual([await wanted('loans'), await wanted('events')], [true, true])
  })
})

describe('the link at the foot of a letter', () => {
  const linkOf = async (recipient: Parameters<typeof leaveToken>[1]['recipient'], subject: Subject) =>
    leavePath(leaveToken(await noticeSecret(app.world.database), { recipient, subject }))
  const wanted = async (subject: Subject) =>
    wants(app.world.database, { kind: 'person', person: await personOf('ban-doc-01') }, subject)
  const post = (
    path: string,
    headers: Record<string, string>,
    body: string | FormData = 'List-Unsubscribe=One-Click',
  ) =>
    fetch(`${app.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers: body instanceof FormData ? headers : { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })

  it('shows what it ends and one button, and by looking ends nothing; pressed, it says so and leads back', async () => {
    const link = await linkOf({ kind: 'person', person: await personOf('ban-doc-01') }, 'loans')
    const somebody = visitorOf(app.url)
    const page = await somebody.get(link)
    assert.match(page.html, /Thôi nhận “Nhắc hạn trả”/)
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.equal(page.headers.get('set-cookie'), null)
    assert.equal(await wanted('loans'), true)
    const done = await somebody.get((await somebody.post(link, { act: newId() })).to ?? '')
    assert.match(done.html, /Địa chỉ này không nhận nữa: Nhắc hạn trả\.[\s\S]*Nhận lại “Nhắc hạn trả”/)
    assert.deepEqual([await wanted('loans'), await wanted('events')], [false, true])
    await somebody.post(link, { act: newId(), viec: 'nhan-lai' })
    assert.equal(await wanted('loans'), true)
    await somebody.post(link, { act: newId(), muc: 'tat-ca' })
    assert.deepEqual([await wanted('loans'), await wanted('events')], [false, false])
    await somebody.post(link, { act: newId(), muc: 'tat-ca', viec: 'nhan-lai' })
  })

  it('ends by one click of a mail program, which has neither cookie nor origin', async () => {
    const link = await linkOf({ kind: 'person', person: await personOf('ban-doc-01') }, 'loans')
    const answer = await post(link, {})
    assert.deepEqual([answer.status, answer.headers.getSetCookie()], [200, []])
    assert.equal(await wanted('loans'), false)
    await post(link, {}, 'viec=nhan-lai')
    const parts = new FormData()
    parts.set('List-Unsubscribe', 'One-Click')
    assert.equal((await post(link, {}, parts)).status, 200)
    assert.equal(await wanted('loans'), false)
    await post(link, {}, 'viec=nhan-lai')
  })

  it('is turned away with the page of somebody else around it, and where a browser hides where it comes from', async () => {
    const link = await linkOf({ kind: 'person', person: await personOf('ban-doc-01') }, 'loans')
    const foreign: Record<string, string>[] = [
      { origin: 'https://example.com' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
      { cookie: reader.cookie() },
    ]
    for (const headers of foreign) assert.equal((await post(link, headers)).status, 403, JSON.stringify(headers))
    assert.equal(await wanted('loans'), true)
  })

  it('opens nothing else to a program without cookie and origin', async () => {
    for (const path of [ownLettersPath, ownWishesPath, '/nghiep-vu/quay/TVT'])
      assert.equal((await post(path, {})).status, 401, path)
  })

  it('is good for an address without an account as well, which is not kept', async () => {
    const secret = await noticeSecret(app.world.database)
    const recipient = { kind: 'address', hash: addressHash(secret, 'lan@example.vn') } as const
    const link = await linkOf(recipient, 'events')
    assert.equal((await post(link, {})).status, 200)
    const values = { title: 'Kể chuyện', startsAt: '2026-11-28T01:00:00.000Z', where: 'TVT', path: '/lich', reason: '' }
    const to = { email: 'Lan@example.vn', phone: null, language: 'vi' }
    const again = {
      topic: 'event-cancelled',
      values,
      key: 'x',
      to,
      institution: null,
      now: app.world.clock.now(),
    } as const
    assert.equal(await notify(app.world.database, again), 'not-wanted')
    await post(link, {}, 'viec=nhan-lai')
    assert.equal(await notify(app.world.database, again), 'queued')
  })

  it('is known by us alone', async () => {
    const link = await linkOf({ kind: 'person', person: await personOf('ban-doc-01') }, 'loans')
    const token = link.slice(leavePath('').length)
    const spoilt = Buffer.from(token, 'base64url')
    spoilt[1] = 1
    for (const bad of ['x', token.slice(1), `${token}A`, spoilt.toString('base64url')]) {
      const page = await visitorOf(app.url).get(leavePath(bad))
      assert.equal(page.status, 404, bad)
      assert.match(page.html, /Không nhận ra đường dẫn này/)
      assert.equal((await post(leavePath(bad), {})).status, 404)
    }
  })

  it('stands in no log, nor does a ticket that the door turns away', async t => {
    const link = await linkOf({ kind: 'person', person: await personOf('ban-doc-01') }, 'loans')
    const log = t.mock.method(app.world.log, 'info', () => undefined)
    await visitorOf(app.url).get(link)
    await post('/ghi-ten/K7P2K7P2K7P2K7P2/bo', { 'sec-fetch-site': 'cross-site' })
    const logged = JSON.stringify(log.mock.calls.map(({ arguments: told }) => told))
    assert.match(logged, /"\/thu\/thoi\/…".*"\/ghi-ten\/…\/bo"/)
    assert.doesNotMatch(logged, /K7P2/)
  })
})

describe('forgetting a person', () => {
  it('leaves no address, no wish and no letter of theirs', async () => {
    const person = await personOf('ban-doc-01')
    await app.world.database.transaction(tx => forgetNoticesOf(tx, person))
    const { left } = await app.world.database.one<{ left: number }>(sql`
      select (select count(*) from person_contact where person = ${person})
           + (select count(*) from notice_choice where person = ${person})
           + (select count(*) from notice where person = ${person}) as left`)
    assert.equal(left, 0)
  })
})
