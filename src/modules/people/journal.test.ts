import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startTestApp, type TestApp } from '../../../tests/support/app.ts'
import { type Visitor, visitorOf } from '../../../tests/support/visitor.ts'
import { formatDate, localDateAt } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'

let app: TestApp
const staff: Record<string, Visitor> = {}
const who = (login: string): Visitor => staff[login] ?? assert.fail(login)

before(async () => {
  app = await startTestApp()
  for (const login of [
    'quan-tri',
    'thu-thu-tinh',
    'thu-thu-ta-phin',
    'thu-thu-yen-bai',
    'giu-tu-suoi-thau',
    'ban-doc-01',
  ]) {
    const visitor = visitorOf(app.url)
    await visitor.post('/dang-nhap', { ten: login, 'mat-khau': app.password(login) })
    staff[login] = visitor
  }
  await issue('thu-thu-ta-phin', 'TVTAPHIN', 'Chảo Mẩy Một')
  await issue('thu-thu-yen-bai', 'TVYENBAI', 'Hoàng Văn Hai')
})
after(() => app.close())

async function issue(login: string, code: string, name: string): Promise<void> {
  const sent = await who(login).post(`/nghiep-vu/ban-doc/${code}/moi`, { act: newId(), 'ho-ten': name, nhom: 'adult' })
  assert.equal(sent.status, 303, sent.html)
}

/** The rows of the list on a page, each as the texts of its cells. */
const rows = (html: string): string[][] =>
  [...html.matchAll(/<tr role="row">(.*?)<\/tr>/gs)]
    .slice(1)
    .map(row =>
      [...(row[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(cell =>
        (cell[1] ?? '').replaceAll(/<[^>]+>/g, ''),
      ),
    )

const journal = '/nghiep-vu/nhat-ky'
const read = async (login: string, path: string): Promise<string[][]> => rows((await who(login).get(path)).html)

describe('the journal', () => {
  it('says who did what, where and when, newest first', async () => {
    const [newest] = await read('thu-thu-yen-bai', journal)
    assert.deepEqual(newest?.slice(1), [
      'Cấp thẻ bạn đọc',
      'Thủ thư, Thư viện phường Yên Bái',
      'Thư viện phường Yên Bái',
    ])
  })

  it('names every act that the demonstration and the desks performed', async () => {
    const types = await app.world.database.many<{ type: string }>(sql`select distinct type from journal`)
    const html = (await who('quan-tri').get(journal)).html
    for (const { type } of types) assert.match(html, new RegExp(`<option value="${type.replaceAll('.', '\\.')}"`), type)
    assert.ok(types.length > 6)
  })

  it('shows staff the acts of their own institutions, and the whole province only to who may read it', async () => {
    const places = new Set((await read('thu-thu-yen-bai', journal)).map(row => row[3]))
    assert.deepEqual([...places], ['Thư viện phường Yên Bái'])
    const branch = await read('thu-thu-tinh', `${journal}?noi=TVTAPHIN`)
    assert.ok(branch.length > 0 && branch.every(row => row[3] === 'Thư viện xã Tả Phìn'))
    assert.deepEqual(await read('thu-thu-tinh', `${journal}?viec=demonstration.finish`), [])
    assert.doesNotMatch((await who('thu-thu-tinh').get(journal)).html, /<option value="BTT"/)
    assert.match((await who('quan-tri').get(journal)).html, /<option value="BTT"/)
    assert.ok((await read('quan-tri', `${journal}?viec=demonstration.finish`)).every(row => row[3] === 'Toàn tỉnh'))
    assert.equal((await who('giu-tu-suoi-thau').get(journal)).status, 403)
    assert.equal((await who('ban-doc-01').get(`${journal}/xem-ho-so`)).status, 403)
    assert.equal((await visitorOf(app.url).get(journal)).status, 401)
  })

  it('is filtered by kind of act, by place and by days', async () => {
    const cards = await read('quan-tri', `${journal}?viec=people.register-reader`)
    assert.deepEqual(new Set(cards.map(row => row[1])), new Set(['Cấp thẻ bạn đọc']))
    assert.equal(cards.length, 2)
    assert.equal((await read('quan-tri', `${journal}?viec=people.register-reader&noi=TVTAPHIN`)).length, 1)
    const [today, yesterday] = [new Date(), new Date(Date.now() - 86_400_000)].map(day =>
      formatDate(localDateAt(day), 'vi'),
    )
    assert.equal((await read('quan-tri', `${journal}?viec=people.register-reader&tu=${today}&den=${today}`)).length, 2)
    assert.equal((await read('quan-tri', `${journal}?viec=people.register-reader&den=${yesterday}`)).length, 0)
  })

  it('filtered by a place that is not one’s own shows one’s own, never the other’s', async () => {
    for (const path of [`${journal}?noi=TVYENBAI`, `${journal}?noi=KHONGCO`]) {
      const shown = await read('thu-thu-ta-phin', path)
      assert.ok(shown.length > 0)
      assert.ok(shown.every(row => row[3] !== 'Thư viện phường Yên Bái'))
    }
  })

  it('is read page by page to its beginning, with its filter, and nothing twice', async () => {
    const seen: string[] = []
    let path: string | undefined = `${journal}?viec=circulation.lend`
    while (path !== undefined) {
      const { html } = await who('quan-tri').get(path)
      seen.push(...rows(html).map(row => row.join('|')))
      path = /<a href="([^"]+truoc=\d+)">Xem phần cũ hơn/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    const { n } = await app.world.database.one<{ n: number }>(
      sql`select count(*) as n from journal where type = 'circulation.lend'`,
    )
    assert.ok(n > 100)
    assert.equal(seen.length, n)
  })

  it('says what is wrong with a day, and takes any other address as it can', async () => {
    for (const [query, words] of [
      ['tu=31/2/2026', /Không có ngày này/],
      ['den=hôm+qua', /Không có ngày này/],
      ['tu=5/3/12', /Không có ngày này/],
      ['tu=24/11/2026&den=1/11/2026', /Ngày cuối đứng trước ngày đầu/],
      [`tu=${'9'.repeat(10_000)}`, /Không có ngày này/],
    ] as const) {
      for (const path of [journal, `${journal}/xem-ho-so`]) {
        const answer = await who('quan-tri').get(`${path}?${query}`)
        assert.equal(answer.status, 422, query.slice(0, 40))
        assert.match(answer.html, words)
      }
    }
    const odd = [
      'truoc=1.5',
      'truoc=-1',
      'truoc=1e30',
      'truoc=x',
      'truoc=%00',
      'trang=1.5',
      'trang=99999999999999999',
      'viec=%27',
      'viec=x&viec=y',
      'tu=%00',
      'tu=0001-01-01&den=9999-12-30',
      'noi=%00',
    ]
    for (const query of odd)
      for (const path of [journal, `${journal}/xem-ho-so`])
        assert.equal((await who('quan-tri').get(`${path}?${query}`)).status, 200, query)
    assert.equal((await who('quan-tri').get(`${journal}?den=9999-12-31`)).status, 200)
  })
})

describe('who read whose record', () => {
  const looks = `${journal}/xem-ho-so`
  const person = async (number: string) =>
    (await app.world.database.one<{ person: string }>(sql`select person from card where number = ${number}`)).person
  const kept = async (number: string) =>
    app.world.database.many<{ purpose: string; code: string; login: string }>(sql`
      select purpose, code, login from record_look join institution on institution.id = record_look.institution
      join account on account.person = looked_by where record_look.person = ${await person(number)} order by purpose, code`)

  it('is kept for the list of readers, the desk and the overdue list, each once a day', async () => {
    const desk = who('thu-thu-tinh')
    for (let again = 0; again < 3; again++) {
      for (const path of ['ban-doc/TVT?q=TVT-000003', 'quay/TVT?viec=muon&the=TVT-000003', 'quay/TVT/qua-han'])
        assert.equal((await desk.get(`/nghiep-vu/${path}`)).status, 200, path)
    }
    assert.deepEqual(
      await kept('TVT-000003'),
      ['desk', 'overdue-list', 'reader-list'].map(purpose => ({ purpose, code: 'TVT', login: 'thu-thu-tinh' })),
    )
    app.world.clock.set(new Date('2026-11-25T02:00:00Z'))
    const again = visitorOf(app.url)
    await again.post('/dang-nhap', { ten: 'thu-thu-tinh', 'mat-khau': app.password('thu-thu-tinh') })
    await again.get('/nghiep-vu/quay/TVT?viec=muon&the=TVT-000003')
    app.world.clock.set(new Date('2026-11-24T02:00:00Z'))
    assert.equal((await kept('TVT-000003')).filter(look => look.purpose === 'desk').length, 2)
  })

  it('is kept of what was shown, not of what was refused or found nobody', async () => {
    await who('thu-thu-yen-bai').get('/nghiep-vu/quay/TVT?viec=muon&the=TVT-000002')
    await who('thu-thu-tinh').get('/nghiep-vu/ban-doc/TVT?q=khong-ai-ten-nay')
    await who('thu-thu-tinh').get('/nghiep-vu/ban-doc/TVT/moi')
    assert.deepEqual(await kept('TVT-000002'), [])
  })

  it('is kept when a warning of the same name shows a reader', async () => {
    await who('thu-thu-ta-phin').post('/nghiep-vu/ban-doc/TVTAPHIN/moi', { 'ho-ten': 'chao may mot', nhom: 'adult' })
    const { n } = await app.world.database.one<{ n: number }>(sql`
      select count(*) as n from record_look join person on person.id = record_look.person
      where display_name = 'Chảo Mẩy Một' and purpose = 'reader-list'`)
    assert.equal(n, 1)
  })

  it('is shown beside the journal, to the same people within the same bounds', async () => {
    const own = await read('thu-thu-tinh', looks)
    assert.deepEqual(own[0], [
      '25/11/2026, từ 09:00',
      'Phục vụ ở quầy mượn trả',
      '1',
      'Thủ thư, Thư viện tỉnh',
      'Thư viện tỉnh Lào Cai',
    ])
    const overdue = await app.world.database.one<{ n: number }>(sql`
      select count(distinct person) as n from loan join institution on institution.id = loan.institution
      where code = 'TVT' and returned_at is null and due_on < '2026-11-24'`)
    const day = await read('thu-thu-tinh', `${looks}?tu=24/11/2026&den=24/11/2026`)
    assert.ok(day.some(row => row[1] === 'Danh sách quá hạn' && row[2] === String(overdue.n)))
    assert.ok((await read('thu-thu-yen-bai', looks)).every(row => row[4] === 'Thư viện phường Yên Bái'))
    assert.ok((await read('quan-tri', `${looks}?noi=TVTAPHIN`)).every(row => row[4] === 'Thư viện xã Tả Phìn'))
  })

  it('is told to the reader themselves: where, for what and when', async () => {
    await who('thu-thu-tinh').get('/nghiep-vu/quay/TVT?viec=muon&the=TVT-000001')
    const { html } = await who('ban-doc-01').get('/tai-khoan')
    assert.match(
      html,
      /Ai đã xem hồ sơ của bạn[\s\S]*24\/11\/2026[\s\S]*Thư viện tỉnh Lào Cai[\s\S]*Phục vụ ở quầy mượn trả/,
    )
  })

  it('only grows', async () => {
    for (const change of [sql`update record_look set purpose = 'x'`, sql`delete from record_look`])
      await assert.rejects(app.world.database.run(change), /permission denied|append-only/)
  })
})
