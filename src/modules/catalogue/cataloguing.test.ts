import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { control, data, iso2709 } from '../../../tests/support/marc.ts'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { readRecord } from '../../standards/marc/index.ts'
import { institutionByCode } from '../institutions/index.ts'
import { itemByBarcode, setItemStatus } from './item-store.ts'
import { matchFacts } from './keys.ts'
import { mapRecord } from './marc.ts'
import { catalogueRoutes } from './routes.ts'
import { writeEditions } from './write-editions.ts'

const now = new Date('2026-11-24T02:00:00Z')

let world: TestWorld
let door: ReturnType<typeof openTestDoor>
let ids: Record<'TVT' | 'CAMDUONG', string>
let librarian: Record<string, string>
let neighbour: Record<string, string>

before(async () => {
  world = await testWorld(now)
  await loadSmallNetwork(world.database)
  door = openTestDoor(catalogueRoutes(world, testSite()), now)
  const idOf = async (code: string) => (await institutionByCode(world.database, code))?.id ?? ''
  ids = { TVT: await idOf('TVT'), CAMDUONG: await idOf('CAMDUONG') }
  librarian = as({ rights: [{ right: 'catalogue', institution: ids.TVT }] })
  neighbour = as({ rights: [{ right: 'catalogue', institution: ids.CAMDUONG }] })
})
after(() => world.close())

const post = (path: string, fields: Record<string, string>, headers = librarian) =>
  door.request(path, { method: 'POST', headers, body: new URLSearchParams({ act: newId(), ...fields }) })

const page = async (path: string, headers = librarian) => {
  const answer = await door.request(path, { headers })
  assert.equal(answer.status, 200, path)
  return answer.text()
}

const newBook = '/nghiep-vu/muc-luc/moi'
const men = {
  noi: 'TVT',
  'nhan-de': 'Dế Mèn phiêu lưu ký',
  'tac-gia': 'Tô Hoài',
  nxb: 'Kim Đồng',
  'noi-xb': 'Hà Nội',
  nam: '2019',
  tieng: 'vi',
  'de-tai': 'Văn học thiếu nhi',
}

/** Sends a book that must be written; gives its edition. */
async function describeBook(fields: Record<string, string>, headers = librarian): Promise<string> {
  const answer = await post(newBook, fields, headers)
  const to = answer.headers.get('location') ?? ''
  assert.equal(answer.status, 303, await answer.text())
  return /an-pham=([\da-f-]{36})/.exec(to)?.[1] ?? ''
}

interface Row {
  work: string
  title: string | null
  record: Buffer
  format: 'iso2709' | 'marcxml'
  person: boolean
}
const row = (edition: string): Promise<Row> =>
  world.database.one<Row>(sql`
    select work, title -> 0 ->> 'text' as title, record, record_format as format, grouped_by_person as person
    from edition where id = ${edition}`)

const count = async (table: 'edition' | 'item' | 'work' | 'fact'): Promise<number> => {
  const { n } = await world.database.one<{ n: number }>(sql`
    select case ${table}::text when 'edition' then (select count(*) from edition) when 'item' then (select count(*) from item)
      when 'work' then (select count(*) from work where deleted_at is null) else (select count(*) from fact) end as n`)
  return Number(n)
}

const stockOf = async (institution: string): Promise<number> => {
  const { n } = await world.database.one<{ n: number | null }>(sql`
    select sum(quantity) as n from fact where verb = 'copies.stocked' and institution = ${institution}`)
  return Number(n ?? 0)
}

/** What the search would be told of a work. */
const queued = (work: string) =>
  world.database.maybeOne<{ body: { title: string; people: string[] } }>(
    sql`select body from search_document where key = ${`work:${work}`} and deleted_at is null`,
  )

describe('a book entered by hand', () => {
  it('is refused in words with everything typed kept, nothing written', async () => {
    const answer = await post(newBook, {
      noi: 'TVT',
      'nhan-de': '',
      isbn: '978-604-1-00001-9',
      nam: '20193',
      'so-dkcb': 'A1\nA1',
      'so-ban': 'hai',
      'ghi-chu': 'Có chữ ký',
    })
    assert.equal(answer.status, 422)
    const html = await answer.text()
    for (const words of [
      /còn 5 điều cần xem/,
      /Chưa ghi nhan đề/,
      /ISBN 978-604-1-00001-9 sai chữ số kiểm tra[^<]*phải là 9786041000018/,
      /“20193” không phải năm/,
      /Số A1 được ghi hai lần/,
      /“hai” không phải số bản/,
      /Có chữ ký/,
    ])
      assert.match(html, words)
    assert.equal(await count('edition'), 0)
  })

  it('is written with its record, its copies, its stock and its search document; sent twice, once', async () => {
    const act = newId()
    const book = { ...men, act, 'so-dkcb': 'TVT-1\nTVT-2', 'so-ban': '1' }
    const answers = await Promise.all([post(newBook, book), post(newBook, book)])
    assert.deepEqual(
      answers.map(answer => answer.status),
      [303, 303],
    )
    assert.equal(answers[0]?.headers.get('location'), answers[1]?.headers.get('location'))
    const edition = /an-pham=([\da-f-]{36})/.exec(answers[0]?.headers.get('location') ?? '')?.[1] ?? ''
    assert.equal(await count('edition'), 1)
    assert.equal(await count('item'), 3)
    assert.equal(await stockOf(ids.TVT), 3)
    const { work, record, format } = await row(edition)
    const { facts, controlKey } = mapRecord(readRecord(format, record))
    assert.equal(facts.title[0]?.text, 'Dế Mèn phiêu lưu ký')
    assert.equal(controlKey, `(TVT)${edition}`)
    assert.deepEqual((await queued(work))?.body.people, ['Tô Hoài'])
    assert.match(await page(answers[0]?.headers.get('location') ?? ''), /Đã ghi vào mục lục[\s\S]*TVT-2/)
  })

  it('that is there already is shown, with the choice to add the copies or to insist', async () => {
    const again = { ...men, noi: 'CAMDUONG', 'so-dkcb': 'CD-1', 'tac-gia': 'Tô  Hoài' }
    const asked = await post(newBook, again, neighbour)
    assert.equal(asked.status, 409)
    const html = await asked.text()
    assert.match(html, /có vẻ đã có[\s\S]*cùng nhan đề, tác giả và năm[\s\S]*Thư viện tỉnh Lào Cai, 3 bản/)
    const giong = /name="giong" value="([^"]+)"/.exec(html)?.[1] ?? ''
    assert.equal(await count('edition'), 1)

    const undecided = await post(newBook, { ...again, giong }, neighbour)
    assert.equal(undecided.status, 409)
    assert.match(await undecided.text(), /chọn một trong hai/)

    assert.equal(await describeBook({ ...again, giong, xet: 'them' }, neighbour), giong)
    assert.equal(await count('edition'), 1)
    assert.equal((await itemByBarcode(world.database, 'CD-1'))?.edition, giong)
    assert.equal(await stockOf(ids.CAMDUONG), 1)

    const another = await describeBook({ ...again, 'so-dkcb': 'CD-2', giong, xet: 'khac' }, neighbour)
    assert.notEqual(another, giong)
    assert.equal((await row(another)).work, (await row(giong)).work)
  })

  it('is among the new books of the province and of whoever got a copy, once', async () => {
    const titles = async (path: string) =>
      [...(await page(path)).matchAll(/>(Dế Mèn phiêu lưu ký)</g)].map(([, title]) => title)
    assert.deepEqual(await titles('/moi'), ['Dế Mèn phiêu lưu ký'])
    assert.match(
      await page('/moi'),
      /24\/11\/2026 · <a[^>]*>Thư viện tỉnh Lào Cai|24\/11\/2026 · Thư viện tỉnh Lào Cai/,
    )
    assert.equal((await titles('/moi?noi=CAMDUONG')).length, 2, 'two printings of it')
    assert.deepEqual(await titles('/moi?noi=TVT'), ['Dế Mèn phiêu lưu ký'])
  })

  it('cannot take a number that a copy elsewhere has, nor be entered for a place of others', async () => {
    const taken = await post(newBook, { ...men, 'nhan-de': 'Sách khác', 'so-dkcb': 'CD-1' })
    assert.equal(taken.status, 422)
    assert.match(await taken.text(), /CD-1 đang thuộc một bản của “Dế Mèn phiêu lưu ký” ở Thư viện phường Cam Đường/)
    const others = await post(newBook, { ...men, noi: 'CAMDUONG', 'nhan-de': 'Sách khác' })
    assert.equal(others.status, 403)
    assert.match(await others.text(), /chưa được giao việc biên mục/)
  })
})

describe('a correction', () => {
  /** What the form says that it shows, which goes back with what is typed. */
  async function formOf(edition: string): Promise<Record<string, string>> {
    const html = await page(`/nghiep-vu/muc-luc/an-pham/${edition}/sua`)
    return { 'da-hien': /name="da-hien" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '' }
  }
  const save = (edition: string, fields: Record<string, string>) =>
    post(`/nghiep-vu/muc-luc/an-pham/${edition}/sua`, fields)

  it('changes what the person changed, and the edition goes to the work that it belongs to now', async () => {
    const edition = await describeBook({ ...men, 'nhan-de': 'Chí Phèo', 'tac-gia': 'Nam Cap', nam: '1990' })
    const other = await describeBook({ ...men, 'nhan-de': 'Chí Phèo', 'tac-gia': 'Nam Cao', nam: '2001' })
    const was = (await row(edition)).work
    assert.notEqual(was, (await row(other)).work)
    const answer = await save(edition, { ...(await formOf(edition)), 'tac-gia': 'Nam Cao' })
    assert.equal(answer.status, 303, await answer.text())
    const is = await row(edition)
    assert.equal(is.work, (await row(other)).work)
    assert.equal(await queued(was), null)
    assert.deepEqual((await queued(is.work))?.body.people, ['Nam Cao'])
    const moved = await door.request(`/sach/${was}`)
    assert.equal(moved.status, 301)
    assert.equal(moved.headers.get('location'), `/sach/${is.work}`)
  })

  it('of nothing is none: the record stays octet by octet', async () => {
    const edition = await describeBook({ ...men, 'nhan-de': 'Sống mòn', 'tac-gia': 'Nam Cao', nam: '1956' })
    const was = await row(edition)
    const answer = await save(edition, { ...(await formOf(edition)), 'nhan-de': ' Sống  mòn ' })
    assert.equal(answer.headers.get('location'), `/sach/${was.work}`)
    assert.deepEqual((await row(edition)).record, was.record)
  })

  it('that meets another one is told of it, and keeps what was typed', async () => {
    const edition = await describeBook({ ...men, 'nhan-de': 'Lão Hạc', 'tac-gia': 'Nam Cao', nam: '1995' })
    const [first, second] = [await formOf(edition), await formOf(edition)]
    assert.equal((await save(edition, { ...first, nxb: 'Văn học' })).status, 303)
    const late = await save(edition, { ...second, 'nhan-de': 'Lão Hạc (truyện ngắn)' })
    assert.equal(late.status, 409)
    const html = await late.text()
    assert.match(html, /người khác đã sửa và lưu: nhà xuất bản/)
    assert.match(html, /value="Lão Hạc \(truyện ngắn\)"/)
    assert.match(html, /value="Văn học"/)
    assert.equal((await row(edition)).title, 'Lão Hạc')
  })

  it('gives a title to a record that came in without one; until then it is shown as owing it', async () => {
    const bytes = iso2709([control('001', 'u1'), data('100', '0 ', 'a', 'Vô danh'), data('500', '  ', 'a', 'rách bìa')])
    const mapped = mapRecord(readRecord('iso2709', bytes))
    const [edition, another] = [newId(), newId()]
    const coming = {
      mapped,
      match: matchFacts(mapped.facts, null),
      bytes,
      owner: ids.TVT,
      format: 'iso2709',
      batch: null,
    } as const
    await world.database.transaction(tx =>
      writeEditions(tx, [
        { ...coming, edition },
        { ...coming, edition: another },
      ]),
    )
    const { work } = await row(edition)
    assert.notEqual(work, (await row(another)).work, 'two books without a title are not one work')
    assert.match(await page(`/sach/${work}`), /<h1>\(cần nhan đề\)<\/h1>/)
    assert.match(await page(`/sach/${work}?as=json`), /"title":\[\]/)
    assert.match(await page(`/sach/${work}?as=dc`), /Vô danh/)
    const form = await formOf(edition)
    assert.equal((await save(edition, { ...form, nxb: 'Trẻ' })).status, 303)
    assert.equal((await queued(work))?.body.title, '(cần nhan đề)')
    assert.equal((await save(edition, { ...(await formOf(edition)), 'nhan-de': 'Cát bụi' })).status, 303)
    const mended = await row(edition)
    assert.equal((await queued(mended.work))?.body.title, 'Cát bụi')
    assert.match(
      readRecord(mended.format, mended.record)
        .fields.map(field => field.tag)
        .join(' '),
      /001 005 100 245 260 500/,
    )
    assert.match(await (await save(edition, { ...(await formOf(edition)), 'nhan-de': '' })).text(), /Chưa ghi nhan đề/)
  })
})

describe('the grouping of editions', () => {
  const grouping = (edition: string) => `/nghiep-vu/muc-luc/an-pham/${edition}`
  const book = (nam: string, more = {}) =>
    describeBook({ ...men, 'nhan-de': 'Số đỏ', 'tac-gia': 'Vũ Trọng Phụng', nam, ...more })
  const work = async (edition: string) => (await row(edition)).work

  it('that a person split survives an import and the corrections of others; joining undoes it', async () => {
    const [first, second] = [await book('1936'), await book('1957')]
    assert.equal(await work(first), await work(second))
    const together = await work(first)
    assert.match(await page(`/sach/${together}`), /đứng chung vì cùng nhan đề và tác giả đầu/)
    assert.doesNotMatch(await (await door.request(`/sach/${together}`)).text(), /đứng chung/)

    const split = await post(`${grouping(second)}/tach`, {})
    assert.equal(split.status, 303)
    const apart = await work(second)
    assert.notEqual(apart, together)
    assert.ok(await queued(apart))
    assert.equal((await post(`${grouping(second)}/tach`, {})).status, 409)

    const third = await book('1963')
    assert.equal(await work(third), together)
    const html = await page(`${grouping(second)}/sua`)
    const shown = /name="da-hien" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''
    await post(`${grouping(second)}/sua`, { 'da-hien': shown, nxb: 'Minh Đức' })
    assert.equal(await work(second), apart)

    const undone = await post(`${grouping(second)}/ghep`, { 'dia-chi': `http://x/sach/${together}?lang=vi` })
    assert.equal(undone.status, 303, await undone.text())
    assert.equal(await work(second), together)
    assert.equal((await row(second)).person, false)
    assert.equal((await door.request(`/sach/${apart}`)).headers.get('location'), `/sach/${together}`)
    assert.equal(await queued(apart), null)
  })

  it('that a person joined takes in what comes later under the title that was joined; splitting undoes it', async () => {
    const novel = await book('1936', { 'nhan-de': 'Giông tố' })
    const english = await book('2011', { 'nhan-de': 'The Storm' })
    const [home, left] = [await work(novel), await work(english)]
    assert.equal((await post(`${grouping(english)}/ghep`, { vao: home })).status, 303)
    assert.equal(await work(english), home)
    assert.match(await page(`/sach/${home}`), /do người làm mục lục ghép/)
    assert.equal((await queued(home))?.body.title, 'Giông tố')
    const later = await book('2015', { 'nhan-de': 'The Storm' })
    assert.equal(await work(later), home)
    assert.equal((await post(`${grouping(english)}/tach`, {})).status, 303)
    assert.equal(await work(english), left)
    assert.equal((await door.request(`/sach/${left}`)).status, 200)
  })

  it('leads to works that are there only', async () => {
    const edition = await book('1999', { 'nhan-de': 'Làm đĩ' })
    for (const typed of ['không phải địa chỉ', `/sach/${newId()}`]) {
      const answer = await post(`${grouping(edition)}/ghep`, { 'dia-chi': typed })
      assert.equal(answer.status, 422, typed)
      assert.match(await answer.text(), /Không thấy tác phẩm ấy/)
    }
    assert.equal((await post(`${grouping(edition)}/ghep`, { vao: await work(edition) })).status, 409)
    assert.equal((await post(`${grouping(edition)}/tach`, {}, neighbour)).status, 403)
  })
})

describe('copies', () => {
  it('are added to an edition of another owner, changed, and withdrawn with a reason; the figure follows', async () => {
    const edition = await describeBook({
      ...men,
      'nhan-de': 'Vang bóng một thời',
      'tac-gia': 'Nguyễn Tuân',
      nam: '1940',
    })
    const list = `/nghiep-vu/muc-luc/ban?an-pham=${edition}`
    const was = await stockOf(ids.CAMDUONG)
    const none = await post(list, { 'an-pham': edition, noi: 'CAMDUONG' }, neighbour)
    assert.equal(none.status, 422)
    assert.match(await none.text(), /Chưa có bản nào/)
    const added = await post(
      list,
      { 'an-pham': edition, noi: 'CAMDUONG', 'so-dkcb': 'VB-1\nVB-2', 'ky-hieu': '895.92' },
      neighbour,
    )
    assert.equal(added.status, 303)
    assert.equal(await stockOf(ids.CAMDUONG), was + 2)
    assert.doesNotMatch(await page(list), /VB-1/, 'copies of others are theirs')

    const item = (await itemByBarcode(world.database, 'VB-1'))?.id ?? ''
    const copy = `/nghiep-vu/muc-luc/ban/${item}`
    assert.equal((await door.request(copy, { headers: librarian })).status, 403)
    const repair = { 'ky-hieu': '895.922', kho: 'Kho đóng', 'tinh-trang': 'in-repair' }
    assert.equal((await post(copy, repair, neighbour)).status, 303)
    const changed = await itemByBarcode(world.database, 'VB-1')
    assert.deepEqual([changed?.callNumber, changed?.location, changed?.status], ['895.922', 'Kho đóng', 'in-repair'])

    await setItemStatus(world.database, item, 'on-loan')
    const out = await post(`${copy}/thanh-ly`, { 'ly-do': 'lost' }, neighbour)
    assert.equal(out.status, 409)
    assert.match(await out.text(), /đang có người mượn/)
    assert.equal((await post(copy, repair, neighbour)).status, 409)
    await setItemStatus(world.database, item, 'available')

    assert.match(await (await post(`${copy}/thanh-ly`, {}, neighbour)).text(), /Chưa chọn lý do/)
    const act = newId()
    for (let times = 0; times < 2; times++)
      assert.equal((await post(`${copy}/thanh-ly`, { act, 'ly-do': 'worn' }, neighbour)).status, 303)
    assert.equal(await stockOf(ids.CAMDUONG), was + 1)
    assert.equal(await itemByBarcode(world.database, 'VB-1'), null)
    assert.match(await page(copy, neighbour), /Đã rút/)
  })
})

describe('the page of a book', () => {
  it('leads from its names, subjects, series and publisher to the searches for them', async () => {
    const edition = await describeBook({
      ...men,
      'nhan-de': 'Quê mẹ',
      'tac-gia': 'Thanh Tịnh',
      'tung-thu': 'Tủ sách Vàng; 7',
    })
    const html = await page(`/sach/${(await row(edition)).work}`)
    for (const query of [
      'q=Thanh+T%E1%BB%8Bnh',
      'q=T%E1%BB%A7+s%C3%A1ch+V%C3%A0ng',
      'q=Kim+%C4%90%E1%BB%93ng',
      'de-tai=V%C4%83n',
    ])
      assert.ok(
        html.includes(`/tim-kiem?${query.startsWith('q') ? `${query}&amp;loai=work` : `loai=work&amp;${query}`}`),
        query,
      )
    assert.match(html, new RegExp(`${edition}/sua[\\s\\S]*ban\\?an-pham=${edition}[\\s\\S]*${edition}/tac-pham`))
    assert.doesNotMatch(await page(`/sach/${(await row(edition)).work}`, as({})), /nghiep-vu\/muc-luc/)
  })
})
