import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Answer, type Visitor, visitorOf } from '../../../tests/support/visitor.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'

let app: TestApp
let helper: Visitor
before(async () => {
  app = await startTestApp()
  helper = await signedIn('nguoi-ban-so')
})
after(() => app.close())

const db = () => app.world.database
const began = new Date('2026-11-24T02:00:00Z')

async function signedIn(login: string): Promise<Visitor> {
  const visitor = visitorOf(app.url)
  await visitor.post('/dang-nhap', { ten: login, 'mat-khau': app.password(login) })
  return visitor
}

const begin = (fields: Record<string, string>, visitor = helper): Promise<Answer> =>
  visitor.post('/nghiep-vu/giup', { act: newId(), noi: 'TSSUOITHAU', 'dong-y': 'card', ...fields })

const personOf = async (number: string): Promise<string> =>
  (await db().one<{ person: string }>(sql`select person from card where number = ${number}`)).person
const actsOf = (person: string) =>
  db().many<{ type: string; payload: unknown }>(
    sql`select type, payload from journal where actor = ${person} order by seq`,
  )
const renewalOn = (html: string): string => /value="(gia-han:[0-9a-f-]{36})"/.exec(html)?.[1] ?? ''

describe('helping a person who is present', () => {
  it('does one thing as theirs, by the card of any library, and leaves nothing on the helper’s screen', async () => {
    const [card, person] = ['TVT-000004', await personOf('TVT-000004')]
    const { person: by } = await db().one<{ person: string }>(
      sql`select person from account where login = 'nguoi-ban-so'`,
    )
    const answer = await begin({ the: ' tvt-000004 ' })
    const turn = answer.to ?? ''
    assert.match(turn, /^\/nghiep-vu\/giup\/[0-9a-f-]{36}$/)
    const page = await helper.get(turn)
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.match(page.html, /Đang giúp 04[\s\S]*Việc làm ở đây là của 04; bạn là người giúp[\s\S]*trước 09:10/)
    assert.doesNotMatch(
      page.html,
      new RegExp(`Bạn đọc mẫu|${card}|TVT-1005`),
      'a first name and what there is to choose',
    )

    const viec = renewalOn(page.html)
    const act = newId()
    const [done, again] = await Promise.all([1, 2].map(() => helper.post(turn, { act, viec })))
    assert.deepEqual([done?.status, done?.to, again?.to], [303, '/nghiep-vu/giup?xong=roi', '/nghiep-vu/giup?xong=roi'])
    const closing = (await helper.get(done?.to ?? '')).html
    assert.match(closing, /role="status"><p>Đã làm xong\. Lượt giúp đã khép/)
    assert.doesNotMatch(closing, /mẫu 04|TVT-000004|giúp 04/)
    assert.deepEqual(await actsOf(person), [
      { type: 'circulation.renew-own', payload: { assistedBy: by, consent: 'card' } },
    ])

    assert.equal((await helper.get(turn)).to, '/nghiep-vu/giup?xong=het', 'Back and reload show nothing')
    const second = await helper.post(turn, { act: newId(), viec: 'lich-su:co' })
    assert.equal(second.to, '/nghiep-vu/giup?xong=het')
    assert.equal((await actsOf(person)).length, 1, 'one thing only')
    const looks = await db().many(
      sql`select looked_by from record_look where person = ${person} and purpose = 'assistance'`,
    )
    assert.deepEqual(looks, [{ looked_by: by }])
  })

  it('tells the person on their own page who did what, when and where', async () => {
    const { html } = await (await signedIn('ban-doc-04')).get('/tai-khoan')
    assert.match(
      html,
      /Có người giúp bạn làm[\s\S]*Bạn đọc tự gia hạn[\s\S]*24\/11\/2026[\s\S]*Người bản số thôn Suối Thầu[\s\S]*Tủ sách thôn Suối Thầu[\s\S]*đưa thẻ/,
    )
  })

  it('is still open after a refusal in words, and for a choice that was never there', async () => {
    const { to } = await begin({ the: 'TVT-000003', 'dong-y': 'spoken' })
    const turn = to ?? ''
    const late = renewalOn((await helper.get(turn)).html)
    const refused = await helper.post(turn, { act: newId(), viec: late })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /Chưa làm được[\s\S]*quá hạn \d+ ngày nên không gia hạn được/)
    const other = await db().one<{ id: string }>(sql`
      select id from loan where returned_at is null and person <> ${await personOf('TVT-000003')} limit 1`)
    for (const viec of ['', 'gia-han:x', `gia-han:${other.id}`, 'lich-su', 'xoa:co'])
      assert.match((await helper.post(turn, { act: newId(), viec })).html, /Mời chọn lại một việc/, viec)
    const chosen = await helper.post(turn, { act: newId(), viec: 'lich-su:co' })
    assert.equal(chosen.to, '/nghiep-vu/giup?xong=roi')
    const acts = await actsOf(await personOf('TVT-000003'))
    assert.deepEqual(
      acts.map(({ type }) => type),
      ['people.keep-history'],
    )
    assert.match(JSON.stringify(acts[0]?.payload), /"consent": ?"spoken"/)
  })

  it('is over after ten minutes, when the next person comes, when it is closed, and in any other browser', async () => {
    const person = await personOf('TVT-000007')
    const first = (await begin({ the: 'TVT-000007' })).to ?? ''
    const otherBrowser = await signedIn('nguoi-ban-so')
    assert.equal((await otherBrowser.get(first)).to, '/nghiep-vu/giup?xong=het')
    assert.equal((await otherBrowser.post(first, { act: newId(), viec: 'lich-su:co' })).to, '/nghiep-vu/giup?xong=het')
    const second = (await begin({ the: 'TVT-000008' })).to ?? ''
    assert.equal((await helper.post(first, { act: newId(), viec: 'lich-su:co' })).to, '/nghiep-vu/giup?xong=het')
    assert.equal((await helper.post(second, { act: newId(), viec: 'khep' })).to, '/nghiep-vu/giup?xong=thoi')
    assert.equal((await helper.get(second)).to, '/nghiep-vu/giup?xong=het')
    const third = (await begin({ the: 'TVT-000007' })).to ?? ''
    app.world.clock.set(new Date(began.getTime() + 10 * 60_000))
    assert.equal((await helper.get(third)).to, '/nghiep-vu/giup?xong=het')
    assert.equal((await helper.post(third, { act: newId(), viec: 'lich-su:co' })).to, '/nghiep-vu/giup?xong=het')
    assert.deepEqual(await actsOf(person), [])
  })

  it('is refused without consent or number, for staff, oneself and a lost card, and where one is not a helper', async () => {
    const nothing = await helper.post('/nghiep-vu/giup', { act: newId(), noi: 'TSSUOITHAU' })
    assert.equal(nothing.status, 422)
    assert.match(nothing.html, /href="#the">Chưa có số thẻ[\s\S]*href="#dong-y">Chưa đánh dấu/)
    const librarian = await signedIn('thu-thu-tinh')
    const own = await db().one<{ person: string }>(sql`select person from account where login = 'thu-thu-tinh'`)
    const [card] = await db().many<{ id: string }>(sql`select id from card where number = 'TVT-000009'`)
    await db().run(sql`update card set person = ${own.person} where id = ${card?.id}`)
    assert.match((await begin({ the: 'TVT-000009', noi: 'TVT' }, librarian)).html, /thẻ của chính bạn/)
    assert.match((await begin({ the: 'TVT-000009' })).html, /Không ai làm thay cán bộ/)
    await db().run(sql`update card set state = 'lost' where number = 'TVT-000010'`)
    assert.match((await begin({ the: 'TVT-000010' })).html, /báo mất, tạm khóa hoặc đã thay/)
    const elsewhere = await begin({ the: 'TVT-000004', noi: 'TVT' })
    assert.equal(elsewhere.status, 403)
    assert.doesNotMatch(elsewhere.html, /TVT-000004/)
    assert.equal((await begin({ the: 'TVT-000004' }, await signedIn('ban-doc-01'))).status, 403)
  })

  it('does not let a helper try one number after another', async () => {
    const trying = await signedIn('giu-tu-suoi-thau')
    for (let n = 0; n < 6; n++)
      assert.match((await begin({ the: `TVT-00090${n}` }, trying)).html, /Không có thẻ nào mang số/)
    const stopped = await begin({ the: 'TVT-000004' }, trying)
    assert.equal(stopped.status, 422)
    assert.match(stopped.html, /Đã nhập nhiều lần\. Mời đợi \d+ phút/)
  })
})
