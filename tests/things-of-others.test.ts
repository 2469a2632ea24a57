import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { newId } from '../src/platform/clock.ts'
import { sql } from '../src/platform/database/sql.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { contentsOf } from './support/contents.ts'
import { atRest, fileForm, form, type Things, thingsOf } from './support/owned-things.ts'

let app: TestApp
let ours: Things
let theirs: Things
const browsers = new Map<string, Record<string, string>>()

before(async () => {
  app = await startTestApp()
  ours = await thingsOf(app, 'TVYENBAI')
  theirs = await thingsOf(app, 'TVT')
  for (const login of ['thu-thu-yen-bai', 'thu-thu-ta-phin', 'thu-thu-tinh', 'ban-doc-01', 'ban-doc-04'])
    browsers.set(login, await app.signIn(login))
})
after(() => app?.close())

const open = async (login: string, path: string): Promise<string> =>
  (await fetch(`${app.url}${path}`, { headers: browsers.get(login) ?? {} })).text()

const post = (login: string, path: string, body: FormData | URLSearchParams): Promise<Response> =>
  fetch(`${app.url}${path}`, { method: 'POST', headers: browsers.get(login) ?? {}, body, redirect: 'manual' })

/** Nothing but that somebody looked, which is written down too. */
async function changesNothing(work: () => Promise<unknown>): Promise<void> {
  const contents = async () => ({ ...(await contentsOf(app.world.database)), record_look: '' })
  const was = await contents()
  await work()
  assert.deepEqual(await contents(), was)
}

const codesLinked = (html: string): string[] =>
  [...new Set([...html.matchAll(/\/nghiep-vu\/(?:quay|ban-doc|noi)\/(\w+)/g)].map(([, code = '']) => code))].sort()

describe('what staff of an institution see where many are gathered', () => {
  it('is their own places only: on the page of their work and in the choice of a desk', async () => {
    for (const path of ['/nghiep-vu', '/nghiep-vu/quay']) {
      assert.deepEqual(codesLinked(await open('thu-thu-yen-bai', path)), ['TVYENBAI'], path)
      assert.deepEqual(codesLinked(await open('thu-thu-ta-phin', path)), ['TSSUOITHAU', 'TVTAPHIN'], path)
      assert.ok(codesLinked(await open('thu-thu-tinh', path)).includes('TVYENBAI'), path)
    }
  })

  it('is their own batches, and a choice of their own places', async () => {
    const html = await open('thu-thu-yen-bai', '/nghiep-vu/nhap')
    const files = [...html.matchAll(/[\w-]+\.mrc(?=<)/g)].map(([name]) => name)
    assert.deepEqual(files.sort(), ['du-lieu-mau-TVYENBAI.mrc', 'waiting-TVYENBAI.mrc'])
    const places = /<select id="noi".*?<\/select>/s.exec(html)?.[0] ?? ''
    const choices = [...places.matchAll(/<option value="(\w+)"/g)].map(([, code]) => code)
    assert.deepEqual(choices, ['TVYENBAI'])
  })

  it('is the acts at their own places, on the last page of the journal as on the first', async () => {
    const acts = async (login: string) => {
      const shown = new Set<string>()
      for (let path: string | undefined = '/nghiep-vu/nhat-ky'; path !== undefined; ) {
        const html = await open(login, path)
        for (const [, place = ''] of html.matchAll(/data-l="Nơi">([^<]*)</g)) shown.add(place)
        path = /href="(\/nghiep-vu\/nhat-ky\?truoc=\d+)"/.exec(html)?.[1]
      }
      return [...shown].sort()
    }
    assert.deepEqual(await acts('thu-thu-yen-bai'), ['Thư viện phường Yên Bái'])
    assert.deepEqual(await acts('thu-thu-ta-phin'), ['Thư viện xã Tả Phìn', 'Tủ sách thôn Suối Thầu'])
  })

  it('is who read the records at their own places, not what was read elsewhere', async () => {
    await open('thu-thu-tinh', `/nghiep-vu/quay/TVT?the=${theirs.cardNumber}`)
    await open('thu-thu-yen-bai', `/nghiep-vu/quay/TVYENBAI?the=${ours.cardNumber}`)
    const looks = '/nghiep-vu/nhat-ky/xem-ho-so'
    const own = await open('thu-thu-yen-bai', looks)
    assert.match(own, /Thư viện phường Yên Bái/)
    for (const path of [looks, `${looks}?noi=TVT`, '/nghiep-vu/nhat-ky?noi=TVT'])
      assert.doesNotMatch(await open('thu-thu-yen-bai', path), /Thư viện tỉnh|TVT-\d/, path)
    assert.match(await open('thu-thu-tinh', looks), /Thư viện tỉnh/)
  })

  it('is their own readers, however those of others are called or numbered', async () => {
    for (const typed of ['', 'Bạn đọc mẫu', theirs.cardNumber, theirs.lentTo, '%', '_']) {
      const html = await open('thu-thu-yen-bai', `/nghiep-vu/ban-doc/TVYENBAI?q=${encodeURIComponent(typed)}`)
      const listed = html.slice(html.indexOf('<tbody'))
      assert.doesNotMatch(listed, /TVT-\d|TVTAPHIN-\d/, typed)
    }
    assert.match(await open('thu-thu-tinh', '/nghiep-vu/ban-doc/TVT?q=mẫu 16'), /TVYENBAI-000001/)
  })
})

describe('a form sent to one’s own address that names a thing of somebody else', () => {
  const desk = '/nghiep-vu/quay/TVYENBAI'

  it('does not lend their copy, neither to our reader nor to theirs', async () => {
    for (const the of [ours.cardNumber, theirs.cardNumber]) {
      await changesNothing(async () => {
        const answer = await post('thu-thu-yen-bai', desk, form({ viec: 'muon', the, quet: theirs.copy }))
        assert.equal(answer.status, 422)
        assert.match(await answer.text(), /Thư viện tỉnh/)
      })
    }
  })

  it('lends ours to a card of theirs: a card is good at every desk of the province', async () => {
    const answer = await post('thu-thu-yen-bai', desk, form({ viec: 'muon', the: theirs.cardNumber, quet: ours.copy }))
    assert.equal(answer.status, 303)
  })

  it('takes their copy back, and says where it belongs', async () => {
    const answer = await post('thu-thu-yen-bai', desk, form({ viec: 'tra', quet: theirs.lent }))
    assert.equal(answer.status, 303)
    assert.match(await open('thu-thu-yen-bai', answer.headers.get('location') ?? ''), /Thư viện tỉnh/)
  })

  it('does not send a file for their shelves, and keeps nothing of it', async () => {
    await changesNothing(async () => {
      const answer = await post('thu-thu-yen-bai', '/nghiep-vu/nhap', fileForm('TVT', 'smuggled'))
      assert.equal(answer.status, 403)
      assert.match(await answer.text(), /Bạn chưa được giao việc nhập biểu ghi cho nơi này/)
    })
  })

  it('changes our own institution whatever institution, code or parent the form names', async () => {
    const before = await app.world.database.one<{ row: string }>(
      sql`select institution::text as row from institution where code = 'TVT'`,
    )
    const parent = () => app.world.database.one(sql`select code, parent from institution where code = 'TVYENBAI'`)
    const own = await parent()
    const named = { name: 'Thư viện đổi tên', code: 'TVT', institution: 'TVT', id: 'TVT', parent: '', noi: 'TVT' }
    assert.equal((await post('thu-thu-yen-bai', '/nghiep-vu/noi/TVYENBAI/sua', form(named))).status, 303)
    assert.deepEqual(
      await app.world.database.one(sql`select institution::text as row from institution where code = 'TVT'`),
      before,
    )
    assert.deepEqual(await parent(), own)
  })

  it('does not touch another batch than the one at its address', async () => {
    const state = () =>
      app.world.database.one(sql`
        select import_batch::text, array(select import_record::text from import_record where batch = import_batch.id)
        from import_batch where id = ${theirs.batch}`)
    const named = { batch: theirs.batch, lo: theirs.batch, noi: 'TVT', so: '1', quyet: 'new' }
    const was = await state()
    for (const end of ['quyet', 'doc-lai', 'dua-vao', 'rut']) {
      await post('thu-thu-yen-bai', `/nghiep-vu/nhap/${ours.batch}/${end}`, form(named))
      await atRest(app, ours.batch)
    }
    assert.deepEqual(await state(), was)
  })

  it('does not take over an act of theirs by its id, nor read its answer', async () => {
    const act = newId()
    const reader = { act, 'ho-ten': 'Người đọc của tỉnh', nhom: 'adult' }
    const registered = await post('thu-thu-tinh', '/nghiep-vu/ban-doc/TVT/moi', new URLSearchParams(reader))
    assert.equal(registered.status, 303)
    await changesNothing(async () => {
      for (const path of ['/nghiep-vu/ban-doc/TVYENBAI/moi', `/nghiep-vu/the/${ours.card}/gia-han`, desk]) {
        const body = new URLSearchParams({ ...reader, viec: 'tra', quet: ours.copy })
        const answer = await post('thu-thu-yen-bai', path, body)
        assert.ok([409, 422].includes(answer.status), `${path}: ${answer.status}`)
        assert.doesNotMatch(await answer.text(), /TVT-\d{6}/, path)
      }
    })
  })
})

describe('a reader', () => {
  it('ends no session but their own', async () => {
    const { id } = await app.world.database.one<{ id: string }>(sql`
      select session.id from session join account on account.person = session.person where login = 'ban-doc-04'`)
    await post('ban-doc-01', '/tai-khoan/thiet-bi', form({ phien: id }))
    assert.match(await open('ban-doc-04', '/tai-khoan'), /Bạn đọc mẫu 04/)
  })

  it('sees their own loans on their page and no others’', async () => {
    const page = await open('ban-doc-01', '/tai-khoan')
    const loans = await app.world.database.many<{ barcode: string; own: boolean }>(sql`
      select barcode, person = (select person from account where login = 'ban-doc-01') as own
      from loan join item on item.id = loan.item where returned_at is null`)
    const shown = loans.filter(({ barcode }) => new RegExp(`\\b${barcode}\\b`).test(page))
    assert.ok(shown.length > 0)
    assert.deepEqual(
      shown.filter(({ own }) => !own),
      [],
    )
  })
})
