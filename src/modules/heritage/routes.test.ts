import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { institutionByCode } from '../institutions/index.ts'
import { objectCandidates } from './candidates.ts'
import { queueObjects } from './documents.ts'
import { objectFromCells } from './from-cells.ts'
import { decideObjectMatch, objectMatchFacts } from './match.ts'
import { endObjects, insertObjects, type NewObject, objectById, objectsByIds, updateObject } from './object-store.ts'
import { editObjectPath, newObjectPath, objectPath, registerFilePath, registerPath } from './paths.ts'
import { wholeRegister } from './register-store.ts'
import { heritageRoutes } from './routes.ts'

const now = new Date('2026-11-24T02:00:00Z')

describe('the register of a museum', () => {
  let world: TestWorld
  let door: ReturnType<typeof openTestDoor>
  let museum: string
  let registrar: Record<string, string>

  before(async () => {
    world = await testWorld(now)
    await loadSmallNetwork(world.database)
    door = openTestDoor(heritageRoutes(world, testSite()), now)
    museum = (await institutionByCode(world.database, 'BT'))?.id ?? ''
    registrar = as({ rights: [{ right: 'catalogue', institution: museum }] })
  })
  after(() => world.close())

  const post = (path: string, fields: Record<string, string>, headers = registrar) =>
    door.request(path, { method: 'POST', headers, body: new URLSearchParams({ act: newId(), ...fields }) })
  const open = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await door.request(path, { headers })
    return { status: answer.status, text: await answer.text() }
  }

  async function registered(fields: Record<string, string>): Promise<string> {
    const answer = await post(newObjectPath('BT'), fields)
    assert.equal(answer.status, 303, await answer.text())
    return new URL(answer.headers.get('location') ?? '', 'http://x').searchParams.get('vua') ?? ''
  }

  const documentOf = async (id: string) =>
    world.database.maybeOne<{ title: string; year: number | null; deleted: boolean }>(sql`
      select body ->> 'title' as title, (body ->> 'year')::int as year, deleted_at is not null as deleted
      from search_document where key = ${`object:${id}`}`)

  it('tells whoever corrects what another has corrected meanwhile, keeps what was typed, and then takes their word', async () => {
    const id = await registered({ number: 'BT 88', title: 'Nồi đồng' })
    const seenIn = (html: string) => /name="da-thay" value="(\w+)"/.exec(html)?.[1] ?? ''
    const seen = seenIn((await open(editObjectPath(id), registrar)).text)
    assert.equal((await post(editObjectPath(id), { number: 'BT 88', title: 'Nồi gang', 'da-thay': seen })).status, 303)
    const late = { number: 'BT 88', title: 'Nồi đất', 'da-thay': seen }
    const refused = await post(editObjectPath(id), late)
    const html = await refused.text()
    assert.equal(refused.status, 422)
    assert.match(html, /người khác đã sửa hiện vật này[\s\S]*value="Nồi đất"/)
    assert.equal((await objectById(world.database, id))?.facts.title[0]?.text, 'Nồi gang')
    assert.equal((await post(editObjectPath(id), { ...late, 'da-thay': seenIn(html) })).status, 303)
  })

  it('takes what the form says: page, journal, stock and search know it at once', async () => {
    const id = await registered({
      number: 'BT 7',
      title: 'Gùi <mây>',
      titleEn: 'Rattan basket',
      date: 'khoảng 1980',
      kind: 'Đồ đan',
      provenance: 'Bà Mẫu tặng',
    })
    const page = await open(objectPath(id))
    assert.equal(page.status, 200)
    for (const text of ['Gùi &lt;mây&gt;', 'Rattan basket', 'BT 7', 'khoảng 1980', 'application/ld+json', 'og:title'])
      assert.ok(page.text.includes(text), text)
    assert.doesNotMatch(page.text, /Bà Mẫu|<mây>/)
    assert.deepEqual(await documentOf(id), { title: 'Gùi <mây>', year: 1980, deleted: false })
    const fact = await world.database.one<{ quantity: number }>(
      sql`select quantity from fact where verb = 'objects.stocked' and object = ${id} and institution = ${museum}`,
    )
    assert.equal(fact.quantity, 1)
    const kept = await world.database.one<{ payload: string }>(
      sql`select payload::text from journal where answer ->> 'object' = ${id}`,
    )
    assert.match(kept.payload, /Rattan basket/)
    assert.doesNotMatch(kept.payload, /Bà Mẫu/, 'nobody can be erased from a journal')
    const json = JSON.parse((await open(`${objectPath(id)}?as=json`)).text)
    assert.deepEqual([json.accessionNumber, json.edtf, json.provenance], ['BT 7', '1980~', undefined])
    const dc = await open(`${objectPath(id)}?as=dc`)
    assert.match(dc.text, /<dc:date>1980~<\/dc:date>/)
    assert.equal((await open(`${objectPath(id)}?as=marc`)).status, 406)
  })

  it('says everything that is wrong at once and keeps what was typed', async () => {
    const answer = await post(newObjectPath('BT'), { material: 'Mây, tre', image: 'https://example.org/a.jpg' })
    const html = await answer.text()
    assert.equal(answer.status, 422)
    for (const text of ['Chưa có số kiểm kê', 'Chưa có tên hiện vật', 'value="Mây, tre"'])
      assert.ok(html.includes(text), text)
  })

  it('gives a number once, whatever its blanks and capitals, and the same act once', async () => {
    await registered({ number: 'BT 8', title: 'Khèn' })
    const again = await post(newObjectPath('BT'), { number: 'bt8', title: 'Sáo' })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /Số kiểm kê bt8 đã có trong sổ/)
    const act = newId()
    const first = await post(newObjectPath('BT'), { act, number: 'BT 9', title: 'Sáo' })
    const second = await post(newObjectPath('BT'), { act, number: 'BT 9', title: 'Sáo' })
    assert.equal(second.headers.get('location'), first.headers.get('location'))
  })

  it('gives a number once to two who ask for it at one moment, and says so to the second', async () => {
    const { database } = world
    const [kept] = await objectsByIds(database, [await registered({ number: 'BT 70', title: 'Đàn tính' })])
    assert.ok(kept)
    let written = () => {}
    const isWritten = new Promise<void>(resolve => {
      written = resolve
    })
    const first = database.transaction(async tx => {
      await insertObjects(tx, [{ ...kept, id: newId(), accessionNumber: 'BT 71' }])
      written()
      await new Promise(resolve => setTimeout(resolve, 200))
    })
    await isWritten
    const second = database.transaction(tx => updateObject(tx, { ...kept, accessionNumber: 'BT 71' }))
    await first
    assert.equal(await second, false)
  })

  it('keeps ritual things for staff until the museum decides, and then in every exit', async () => {
    const id = await registered({ number: 'BT 10', title: 'Sách cúng mẫu' })
    assert.equal((await open(objectPath(id))).status, 404)
    assert.equal((await open(`${objectPath(id)}?as=json`)).status, 404)
    assert.ok([null, true].includes((await documentOf(id))?.deleted ?? null))
    const seen = await open(objectPath(id), registrar)
    assert.match(seen.text, /“sách cúng” \(sách cúng, bùa chú\)/)
    const fields = { number: 'BT 10', title: 'Sách cúng mẫu' }
    assert.equal((await post(editObjectPath(id), { ...fields, shown: 'everyone' })).status, 303)
    assert.equal((await open(objectPath(id))).status, 200)
    assert.equal((await documentOf(id))?.deleted, false)
    assert.equal((await post(editObjectPath(id), { ...fields, shown: 'staff' })).status, 303)
    assert.equal((await open(objectPath(id))).status, 404)
    assert.equal((await documentOf(id))?.deleted, true)
    const acts = await world.database.many<{ shown: string }>(sql`
      select payload ->> 'shown' as shown from journal where type = 'heritage.correct-object'
      and payload ->> 'object' = ${id} order by seq`)
    assert.deepEqual(
      acts.map(({ shown }) => shown),
      ['everyone', 'staff'],
    )
  })

  it('goes by the rule again after a correction where the museum has not decided', async () => {
    const id = await registered({ number: 'BT 11', title: 'Kiếm gỗ' })
    assert.equal((await open(objectPath(id))).status, 200)
    const form = (await open(editObjectPath(id), registrar)).text
    assert.match(form, /value="by-rule" checked/)
    await post(editObjectPath(id), { number: 'BT 11', title: 'Kiếm gỗ của thầy cúng', shown: 'by-rule' })
    assert.equal((await open(objectPath(id))).status, 404)
  })

  it('does not lose by a correction what the form has no field for', async () => {
    const mapped = objectFromCells({ title: 'Ấm', number: 'BT 12', date: '1794, in lại 1831' })
    assert.ok(!('code' in mapped))
    const facts = {
      ...mapped.facts,
      edtf: '1794/1831',
      makers: [{ name: 'Thợ mẫu', role: 'thợ gốm' }],
      title: [{ lang: 'und', text: 'Ấm', state: 'original' as const }],
    }
    const object: NewObject = { ...newObject('BT 12', 'Ấm'), facts }
    await world.database.transaction(tx => insertObjects(tx, [object]))
    await post(editObjectPath(object.id), {
      number: 'BT 12',
      title: 'Ấm',
      makers: 'Thợ mẫu',
      date: '1794, in lại 1831',
      material: 'Gốm',
    })
    assert.deepEqual((await objectById(world.database, object.id))?.facts, { ...facts, material: 'Gốm' })
  })

  const newObject = (number: string | null, title: string): NewObject => {
    const mapped = objectFromCells({ title, ...(number === null ? {} : { number }) })
    assert.ok(!('code' in mapped))
    const { accessionNumber, facts } = mapped
    const given = { batch: null, enteredAt: now, shown: 'everyone' as const, decided: false }
    return { id: newId(), institution: museum, accessionNumber, facts, ...given }
  }

  it('takes five hundred at once for an import, says what it may have already, and lets them go again', async () => {
    const objects = Array.from({ length: 500 }, (_, at) => newObject(`L ${at + 1}`, `Hiện vật lô ${at + 1}`))
    const twin = newObject('l1', 'Trùng số')
    const written = await world.database.transaction(async tx => {
      const ids = await insertObjects(tx, [...objects, twin])
      await queueObjects(tx, [...ids], now)
      return ids
    })
    assert.deepEqual([written.size, written.has(twin.id)], [500, false])
    const incoming = [
      newObject('L 5', 'Hiện vật lô 5'),
      twin,
      newObject(null, 'Hiện vật lô 7'),
      newObject('L 501', 'Mới'),
    ]
    const facts = incoming.map(objectMatchFacts)
    const candidates = await objectCandidates(
      world.database,
      museum,
      facts.flatMap(({ numberKey }) => numberKey ?? []),
      facts.map(({ titleKey }) => titleKey),
    )
    assert.deepEqual(
      facts.map(one => decideObjectMatch(one, candidates).outcome),
      ['same', 'doubtful', 'doubtful', 'new'],
    )
    const ids = objects.map(({ id }) => id)
    const ended = await world.database.transaction(async tx => {
      const gone = await endObjects(tx, ids)
      await queueObjects(tx, gone, now)
      return gone
    })
    assert.equal(ended.length, 500)
    assert.equal((await documentOf(ids[0] ?? ''))?.deleted, true)
    const page = await open(objectPath(ids[0] ?? ''))
    assert.deepEqual([page.status, page.text.includes('không còn trong sổ')], [410, true])
  })

  it('is listed in the order of numbers, found by number and by title without marks', async () => {
    await registered({ number: 'D 10', title: 'Đèn dầu' })
    await registered({ number: 'D 2', title: '=1+1' })
    const { text } = await open(`${registerPath('BT')}?q=d`, registrar)
    assert.ok(text.indexOf('D 2') < text.indexOf('D 10'))
    const unnumbered = { ...newObject(null, 'Dao chưa có số'), enteredAt: now }
    await world.database.transaction(tx => insertObjects(tx, [unnumbered]))
    const all = (await open(registerPath('BT'), registrar)).text
    assert.ok(all.indexOf('Dao chưa có số') > all.indexOf('D 10'), 'what has no number yet stands last')
    assert.match((await open(`${registerPath('BT')}?q=den+dau`, registrar)).text, /Đèn dầu/)
    const hidden = await open(`${registerPath('BT')}?chi=can-bo`, registrar)
    assert.ok(hidden.text.includes('Sách cúng mẫu') && !hidden.text.includes('Đèn dầu'))
  })

  it('is downloaded whole, no cell of it a formula, and can be read in again', async () => {
    const file = (await open(registerFilePath('BT'), registrar)).text
    const lines = file.trim().split('\r\n')
    const { count } = await world.database.one<{ count: number }>(
      sql`select count(*) as count from museum_object where institution = ${museum} and deleted_at is null`,
    )
    assert.equal(lines.length, count + 1)
    assert.match(lines[0] ?? '', /Số kiểm kê,Tên hiện vật/)
    const ids: string[] = []
    for await (const some of wholeRegister(world.database, museum, 2)) ids.push(...some.map(({ id }) => id))
    assert.deepEqual([ids.length, new Set(ids).size], [count, count], 'whatever the size of its pages')
    assert.ok(file.includes(`D 2,'=1+1,`))
  })
})
