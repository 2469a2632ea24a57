import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Answer, type Visitor, visitorOf } from '../../../tests/support/visitor.ts'
import { localized } from '../../kernel/localized-text.ts'
import { money } from '../../kernel/money.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { type ActivityPlan, planActivity } from '../activities/index.ts'
import { institutionByCode } from '../institutions/index.ts'
import { putContact } from '../people/index.ts'

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

describe('signing up for an activity in a turn', () => {
  /** Published at the helper's book-case, later than all else in the calendar. */
  const hold = async (title: string, capacity: number): Promise<string> => {
    const institution = (await institutionByCode(db(), 'TSSUOITHAU'))?.id ?? ''
    const plan: ActivityPlan = {
      facility: null,
      place: null,
      startsAt: new Date('2027-11-27T02:00:00Z'),
      endsAt: new Date('2027-11-27T04:00:00Z'),
      capacity,
      opensAt: null,
      closesAt: null,
      details: {
        title: localized('vi', title),
        description: [],
        kind: 'workshop',
        audience: 'everyone',
        audienceNote: '',
        languages: ['vi'],
        cost: money(0),
        accessibility: [],
        where: 'Sân sau',
      },
    }
    const doing = { act: newId(), by: null, institution, now: app.world.clock.now() }
    const done = await planActivity(app.world, { ...doing, plan, publish: true })
    assert.ok(done.ok)
    return done.value.activity
  }
  const openFor = async (the: string): Promise<string> => (await begin({ the, 'dong-y': 'spoken' })).to ?? ''
  const form = (turn: string, activity: string) => helper.get(`${turn}?ghi-ten=${activity}`)
  const offered = (html: string) => [...html.matchAll(/\?ghi-ten=([0-9a-f-]{36})"/g)].map(([, id]) => id)
  const signUpsAt = (activity: string) =>
    db().many<Record<'person' | 'contact' | 'state' | 'code', string>>(sql`
      select person, adults, children, contact, state, code from sign_up where activity = ${activity} order by position`)

  it('is theirs, is done once by two clicks, uses the turn up, and leaves the helper four signs to read out', async () => {
    const [person, activity] = [await personOf('TVT-000006'), await hold('Đan giỏ mây', 5)]
    const turn = await openFor('TVT-000006')
    const list = offered((await helper.get(turn)).html)
    assert.ok(list.length <= 10, `${list.length} to choose from`)
    const place = list.indexOf(activity)
    assert.ok(place >= 0 && place < list.length - 1, 'what is at hand comes before what is sooner elsewhere')
    const empty = (await form(turn, activity)).html
    assert.match(
      empty,
      /Đang giúp 06[\s\S]*Đan giỏ mây[\s\S]*27\/11\/2027, 09:00 đến 11:00 · Sân sau[\s\S]*Chỉ còn 5 chỗ/,
    )
    assert.match(empty, /name="nguoi-lon" value="1"/)
    assert.doesNotMatch(empty, /Bạn đọc mẫu|TVT-000006/)

    const viec = `ghi-ten:${activity}`
    const typed = { viec, 'nguoi-lon': '1', 'tre-em': '2', 'lien-he': '0912 345' }
    const wrong = await helper.post(turn, { act: newId(), ...typed })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /href="#lien-he">Số điện thoại còn thiếu 3 chữ số[\s\S]*name="lien-he" value="0912 345"/)

    const twice = { act: newId(), ...typed, 'lien-he': '0912 345 678' }
    const [done, again] = await Promise.all([1, 2].map(() => helper.post(turn, twice)))
    const late = await helper.post(turn, twice)
    const [signedUp, ...more] = await signUpsAt(activity)
    const code = signedUp?.code ?? ''
    assert.deepEqual(more, [])
    assert.deepEqual(signedUp, { person, adults: 1, children: 2, contact: '0912345678', state: 'seated', code })
    const closing = `/nghiep-vu/giup?xong=roi&ma=${code}`
    assert.deepEqual([done?.to, again?.to, late.to], [closing, closing, closing])
    const { html } = await helper.get(closing)
    assert.match(html, new RegExp(`Đã làm xong[\\s\\S]*đọc ở cửa: <b>${code}</b>`))
    assert.doesNotMatch(html, /Đan giỏ mây|giúp 06|0912/)

    const { person: by } = await db().one<{ person: string }>(
      sql`select person from account where login = 'nguoi-ban-so'`,
    )
    assert.deepEqual(await actsOf(person), [
      { type: 'activities.sign-up', payload: { activity, heads: 3, assistedBy: by, consent: 'spoken' } },
    ])
    assert.equal((await form(turn, activity)).to, '/nghiep-vu/giup?xong=het')
    assert.equal((await helper.post(turn, { ...twice, act: newId() })).to, '/nghiep-vu/giup?xong=het')

    const own = (await (await signedIn('ban-doc-06')).get('/tai-khoan')).html
    assert.match(own, /Có người giúp bạn làm[\s\S]*Ghi tên tham gia/)
    assert.match(own, /href="\/ghi-ten\/[^"]+">Đan giỏ mây<\/a>/)

    const next = await openFor('TVT-000006')
    assert.ok(!offered((await helper.get(next)).html).includes(activity), 'once is enough')
    assert.match((await form(next, activity)).html, /Mời chọn lại một việc/)
    assert.match((await form(next, newId())).html, /Mời chọn lại một việc/)
    const anew = await helper.post(next, { ...twice, act: newId() })
    assert.equal(anew.status, 422)
    assert.match(anew.html, /đã có tên ở hoạt động này rồi/)
  })

  it('of a full house is asked whether they wait, and rings whoever left a number without showing it', async () => {
    const [person, activity] = [await personOf('TVT-000005'), await hold('Hát then', 1)]
    const now = app.world.clock.now()
    const phone = { kind: 'phone' as const, value: '0987654321' }
    await putContact(db(), { id: newId(), person, ...phone, confirmedAt: now, addedBy: person, now })
    const viec = `ghi-ten:${activity}`
    const first = await openFor('TVT-000001')
    await helper.post(first, { act: newId(), viec, 'nguoi-lon': '1', 'lien-he': 'may@example.vn' })

    const turn = await openFor('TVT-000005')
    const { html } = await form(turn, activity)
    assert.match(html, /Hết chỗ, nhận vào danh sách chờ[\s\S]*gọi số điện thoại người ấy đã để lại[\s\S]*name="cho"/)
    assert.doesNotMatch(html, /name="lien-he"|321/)
    const asked = await helper.post(turn, { act: newId(), viec, 'nguoi-lon': '1' })
    assert.equal(asked.status, 422)
    assert.match(asked.html, /href="#cho">Đã hết chỗ/)
    const done = await helper.post(turn, { act: newId(), viec, 'nguoi-lon': '1', cho: 'co' })
    assert.match(done.to ?? '', /^\/nghiep-vu\/giup\?xong=roi&ma=.{4}$/)
    const states = (await signUpsAt(activity)).map(({ state, contact }) => [state, contact])
    assert.deepEqual(states, [
      ['seated', 'may@example.vn'],
      ['waiting', '0987654321'],
    ])
  })
})
