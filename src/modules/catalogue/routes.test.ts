import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { control, data, iso2709, outcomesOf } from '../../../tests/support/marc.ts'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { registers } from '../../app/registers.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import type { JobWork } from '../../platform/jobs/index.ts'
import { batchById } from '../imports/batch-store.ts'
import { jobOfBatch } from '../imports/import-jobs.ts'
import { importRoutes } from '../imports/routes.ts'
import { importWorks } from '../imports/works.ts'
import { institutionByCode } from '../institutions/index.ts'
import { itemByBarcode, setItemStatus } from './item-store.ts'
import { catalogueRoutes } from './routes.ts'
import { workOfEditions } from './work-store.ts'

const now = new Date('2026-11-24T02:00:00Z')

const kieu = iso2709([
  data('041', '0 ', 'a', 'vie'),
  data('082', '04', 'a', '895.922'),
  data('100', '1 ', 'a', 'Nguyễn Du'),
  data('245', '10', 'a', 'Truyện Kiều </script>'),
  data('260', '  ', 'a', 'Hà Nội :', 'b', 'Văn học,', 'c', '1979'),
  data('650', ' 4', 'a', 'Truyện thơ Nôm'),
  data('952', '  ', 'p', 'K1; K2', 'c', 'Kho mượn'),
])
const doubtful = iso2709([data('100', '1 ', 'a', 'Nguyễn Du'), data('245', '10', 'a', 'Truyện Kiều </script>')])
const formula = iso2709([control('001', 'f'), data('245', '10', 'a', '=1+1')])
const empty = iso2709([control('001', 'u'), data('500', '  ', 'a', 'Không có gì')])

describe('pages of the catalogue', () => {
  let world: TestWorld
  let door: ReturnType<typeof openTestDoor>
  let ids: Record<'TVT' | 'BT', string>

  before(async () => {
    world = await testWorld(now)
    await loadSmallNetwork(world.database)
    door = openTestDoor([...importRoutes(world, registers, testSite()), ...catalogueRoutes(world, testSite())], now)
    const idOf = async (code: string) => (await institutionByCode(world.database, code))?.id ?? ''
    ids = { TVT: await idOf('TVT'), BT: await idOf('BT') }
  })
  after(() => world.close())

  const importer = (code: 'TVT' | 'BT') => as({ rights: [{ right: 'import', institution: ids[code] }] })

  async function upload(headers: Record<string, string>, code: string, octets: Uint8Array | null, act = newId()) {
    const body = new FormData()
    body.set('act', act)
    body.set('noi', code)
    if (octets !== null) body.set('tep', new File([new Uint8Array(octets)], 'kho sách.mrc'))
    return door.request('/nghiep-vu/nhap', { method: 'POST', headers, body })
  }

  const post = (path: string, fields: Record<string, string>, headers = importer('TVT')) =>
    door.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })

  async function run(batch: string): Promise<void> {
    const found = await batchById(world.database, batch)
    const job = found && (await jobOfBatch(world.database, found))
    assert.ok(job)
    const works: Readonly<Record<string, JobWork>> = importWorks(world, registers)
    await works[job.kind]?.(job, async () => undefined, new AbortController().signal)
    await world.database.run(sql`update job set state = 'done' where id = ${job.id}`)
  }

  const text = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await door.request(path, { headers })
    assert.equal(answer.status, 200, path)
    return answer.text()
  }

  it('take a file of one’s own institution only', async () => {
    assert.equal((await door.request('/nghiep-vu/nhap')).status, 401)
    assert.equal((await door.request('/nghiep-vu/nhap', { headers: as({}) })).status, 403)
    const form = await text('/nghiep-vu/nhap', importer('TVT'))
    assert.match(form, /Tệp lớn hơn, nhờ người quản trị máy chủ chạy: npm run bac-thang -- import marc TỆP/)
    assert.match(form, /Thư viện tỉnh Lào Cai/)
    assert.doesNotMatch(form, /Bảo tàng tỉnh/)
    const others = await upload(importer('BT'), 'TVT', kieu)
    assert.equal(others.status, 403)
    assert.match(await others.text(), /Bạn chưa được giao việc nhập biểu ghi cho nơi này/)
    assert.equal((await world.database.one<{ n: number }>(sql`select count(*) as n from import_batch`)).n, 0)
  })

  it('refuse a file in words, every reason at once, and keep the choice of the institution', async () => {
    const empty = await upload(importer('TVT'), '', null)
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /còn 2 điều cần xem[\s\S]*Chưa chọn nơi giữ[\s\S]*Chưa chọn tệp/)
    const zip = await upload(importer('TVT'), 'TVT', Buffer.from('PK\u0003\u0004abc'))
    assert.equal(zip.status, 422)
    assert.match(await zip.text(), /Chưa đọc được tệp này vì tệp còn nén \(zip\)/)
  })

  let batch = ''

  it('show how far the reading is, then what was found, with the reasons in words', async () => {
    const sent = await upload(importer('TVT'), 'TVT', Buffer.concat([kieu, doubtful, formula, empty]))
    assert.equal(sent.status, 303)
    const path = sent.headers.get('location') ?? ''
    batch = path.split('/').at(-1) ?? ''
    const waiting = await door.request(path, { headers: importer('TVT') })
    assert.equal(waiting.headers.get('refresh'), '3')
    assert.match(await waiting.text(), /Đang đọc tệp[\s\S]*Trang tự cập nhật/)
    await run(batch)
    const ready = await door.request(path, { headers: importer('TVT') })
    assert.equal(ready.headers.get('refresh'), null)
    const html = await ready.text()
    assert.match(html, /kho sách\.mrc/)
    assert.match(html, /Cùng nhan đề và tác giả, một bên không ghi năm\.[\s\S]*Giống biểu ghi số 1/)
    assert.match(html, /Không có nhan đề, tác giả, ISBN hay số đăng ký nào/)
    assert.match(html, /Còn 1 biểu ghi nghi trùng chưa ai quyết/)
    assert.match(await text(`${path}?xem=problem`, importer('TVT')), /\(không có nhan đề\)/)
    assert.doesNotMatch(await text(`${path}?xem=problem`, importer('TVT')), /Truyện Kiều/)
    const known = await upload(importer('TVT'), 'TVT', Buffer.concat([kieu, doubtful, formula, empty]))
    assert.equal(known.headers.get('location'), `${path}?da-co=1`)
    assert.match(await text(`${path}?da-co=1`, importer('TVT')), /Không có gì bị nhập hai lần/)
  })

  it('of a batch are closed to staff of another institution, each of them', async () => {
    const paths = ['', '/dua-vao', '/rut', '/de-lai', '/danh-sach.csv'].map(end => `/nghiep-vu/nhap/${batch}${end}`)
    for (const path of paths) assert.equal((await door.request(path, { headers: importer('BT') })).status, 403, path)
    for (const end of ['/dua-vao', '/rut', '/doc-lai', '/quyet']) {
      const answer = await post(`/nghiep-vu/nhap/${batch}${end}`, { act: newId() }, importer('BT'))
      assert.equal(answer.status, 403, end)
    }
    assert.equal((await door.request(`/nghiep-vu/nhap/${newId()}`, { headers: importer('TVT') })).status, 404)
    assert.doesNotMatch(await text('/nghiep-vu/nhap', importer('BT')), /kho sách/)
  })

  it('decide, confirm and apply; what was asked twice is done once', async () => {
    const path = `/nghiep-vu/nhap/${batch}`
    const decided = await post(`${path}/quyet`, { act: newId(), so: '2', quyet: 'same', xem: 'doubtful', sau: '0' })
    assert.equal(decided.headers.get('location'), `${path}?xem=doubtful#so-2`)
    assert.match(await text(path, importer('TVT')), /Đã quyết: Đúng là một\./)
    const wrong = await post(`${path}/quyet`, { act: newId(), so: '1', quyet: 'same' })
    assert.equal(wrong.status, 409)
    assert.match(await wrong.text(), /Biểu ghi số 1 không trùng với gì để ghép/)
    assert.match(await text(`${path}/dua-vao`, importer('TVT')), /Đưa 3 biểu ghi vào mục lục\?/)
    assert.match(await text(path, importer('TVT')), /name="so" value="1".{0,300}value="skip"[^>]*>Không nhận</)
    await post(`${path}/quyet`, { act: newId(), so: '1', quyet: 'skip' })
    assert.match(await text(path, importer('TVT')), /Đã quyết: Không nhận\./)
    assert.match(await text(`${path}/dua-vao`, importer('TVT')), /Đưa 2 biểu ghi vào mục lục\?/)
    await post(`${path}/quyet`, { act: newId(), so: '1', quyet: 'new' })
    assert.match(await text(`${path}/dua-vao`, importer('TVT')), /Đưa 3 biểu ghi vào mục lục\?/)
    const act = newId()
    assert.equal((await post(`${path}/dua-vao`, { act })).status, 303)
    assert.equal((await post(`${path}/dua-vao`, { act })).status, 303)
    const other = await post(`${path}/dua-vao`, { act: newId() })
    assert.equal(other.status, 409)
    assert.match(await other.text(), /Máy chủ đang làm việc này rồi/)
    await run(batch)
    assert.match(await text(path, importer('TVT')), /Đã vào/)
  })

  it('offer to go on when the work has stopped', async () => {
    const sent = await upload(importer('TVT'), 'TVT', Buffer.concat([formula, formula]))
    const path = sent.headers.get('location') ?? ''
    await world.database.run(sql`update job set state = 'failed' where subject = ${path.split('/').at(-1)}`)
    assert.match(await text(path, importer('TVT')), /Việc này đã dừng giữa chừng[\s\S]*action="[^"]*\/doc-lai"/)
    assert.equal((await post(`${path}/doc-lai`, { act: newId() })).status, 303)
    await run(path.split('/').at(-1) ?? '')
    assert.match(await text(path, importer('TVT')), /Chờ xem và đồng ý/)
  })

  it('give out what was left out, octet by octet, and the whole list without a formula in it', async () => {
    const path = `/nghiep-vu/nhap/${batch}`
    const left = await door.request(`${path}/de-lai`, { headers: importer('TVT') })
    assert.deepEqual(Buffer.from(await left.arrayBuffer()), empty)
    const answer = await door.request(`${path}/danh-sach.csv`, { headers: importer('TVT') })
    const csv = Buffer.from(await answer.arrayBuffer()).toString('utf8')
    assert.ok(csv.startsWith('\ufeffSố,Byte bắt đầu'))
    assert.match(csv, /,'=1\+1,/)
    assert.equal(csv.trimEnd().split('\r\n').length, 5)
  })

  const workPath = async () => {
    const item = await itemByBarcode(world.database, 'K1')
    const work = item && (await workOfEditions(world.database, [item.edition])).get(item.edition)
    return `/sach/${work}`
  }

  it('tell of a work where it is, whether it is there and whether that is open', async () => {
    const html = await text(await workPath())
    assert.match(html, /<h1>Truyện Kiều &lt;\/script&gt;<\/h1>/)
    assert.match(html, /Còn 2 bản trên giá/)
    assert.match(html, /href="\/noi\/TVT">Thư viện tỉnh Lào Cai[\s\S]*Đang mở, đến 11:30[\s\S]*895\.922[\s\S]*Kho mượn/)
    assert.match(html, /Trên giá, 2 bản[\s\S]*21 ngày/)
    assert.match(html, /href="\/tim-kiem\?loai=work&amp;de-tai=Truy%E1%BB%87n\+th%C6%A1\+N%C3%B4m"/)
    assert.match(html, /Trích dẫn:<\/strong> Nguyễn Du \(1979\)\. Truyện Kiều &lt;\/script&gt;\. Hà Nội: Văn học\./)
    assert.match(html, /"@type":"Book"[\s\S]*Truyện Kiều \\u003c\/script>/)
    assert.match(await text(`${await workPath()}?lang=en`), /2 on the shelf/)
  })

  it('say it when all copies are on loan', async () => {
    for (const code of ['K1', 'K2']) {
      const item = await itemByBarcode(world.database, code)
      if (item) await setItemStatus(world.database, item.id, 'on-loan')
    }
    assert.match(await text(await workPath()), /Đang cho mượn hết/)
    for (const code of ['K1', 'K2']) {
      const item = await itemByBarcode(world.database, code)
      if (item) await setItemStatus(world.database, item.id, 'available')
    }
  })

  it('give a record as it came, and as MARCXML of our own', async () => {
    const item = await itemByBarcode(world.database, 'K1')
    const marc = await door.request(`/sach/an-pham/${item?.edition}.mrc`)
    assert.deepEqual(Buffer.from(await marc.arrayBuffer()), kieu)
    const xml = await text(`/sach/an-pham/${item?.edition}.xml`)
    assert.match(xml, /<collection[\s\S]*<subfield code="a">Truyện Kiều &lt;\/script&gt;<\/subfield>/)
    assert.equal(outcomesOf(kieu).length, 1)
    assert.equal((await door.request(`/sach/an-pham/${newId()}.mrc`)).status, 404)
    assert.equal((await door.request(`/sach/an-pham/${item?.edition}.pdf`)).status, 404)
  })

  it('say that a withdrawn work is gone, and that one that never was is not found', async () => {
    const path = await workPath()
    assert.match(await text(`/nghiep-vu/nhap/${batch}/rut`, importer('TVT')), /2 bản của lô này sẽ ra khỏi hệ thống/)
    assert.equal((await post(`/nghiep-vu/nhap/${batch}/rut`, { act: newId() })).status, 303)
    await run(batch)
    const gone = await door.request(path)
    assert.equal(gone.status, 410)
    assert.match(await gone.text(), /Sách này không còn trong mục lục/)
    assert.equal((await door.request(`/sach/${newId()}`)).status, 404)
    assert.equal((await door.request('/sach/khong-co')).status, 404)
  })
})
