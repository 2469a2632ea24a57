import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Desks, openDesks } from '../../../tests/support/desk.ts'
import { as, openTestDoor, testSite } from '../../../tests/support/door.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { record, sumFacts, type Verb } from '../participation/index.ts'
import { factHere } from './fact-here.ts'
import { lend } from './lend.ts'
import { countInRoom, readInRoom } from './reading.ts'
import { returnItem } from './return.ts'
import { circulationRoutes } from './routes.tsx'
import { linesBy, type SheetCell, totalsOf } from './sheet.ts'
import { servedIn, sheetCells } from './sheet-store.ts'
import { undo } from './undo.ts'

const monday = new Date('2026-11-23T02:00:00Z')
const tuesday = new Date('2026-11-24T02:00:00Z')
const [from, to] = [localDate('2026-11-01'), localDate('2026-11-30')]

describe('the sheet of a day', () => {
  let desks: Desks
  let cells: SheetCell[]
  before(async () => {
    desks = await openDesks()
    const { world, at } = desks
    await desks.shelve(at.TVT, 'Truyện Kiều', 'K1', 'K2')
    await desks.shelve(at.TVT, '=cmd|Núi rừng', 'N1')
    await desks.shelve(at.CAMDUONG, 'Lục Vân Tiên', 'C1')
    await world.database.run(sql`
      update edition set facts = facts || '{"classification":"895.9221"}', language = 'vi'
      where id = (select edition from item where barcode = 'K1')`)
    await world.database.run(sql`
      update edition set facts = facts || '{"classification":"Đ 305.8"}', language = 'hmn'
      where id = (select edition from item where barcode = 'N1')`)
    await desks.giveCard('TVT-000001')
    await desks.giveCard('TVT-000002')
    const desk = (now: Date) => ({ act: newId(), by: null, institution: at.TVT, now })
    const one = { cardNumber: 'TVT-000001' }
    assert.ok((await lend(world, { ...desk(monday), ...one, barcode: 'K1' })).ok)
    assert.ok((await lend(world, { ...desk(tuesday), ...one, barcode: 'K2' })).ok)
    assert.ok((await returnItem(world, { ...desk(tuesday), barcode: 'K1' })).ok)
    const mistake = { ...desk(tuesday), cardNumber: 'TVT-000002', barcode: 'K1' }
    assert.ok((await lend(world, mistake)).ok)
    assert.ok((await undo(world, { ...desk(tuesday), undone: mistake.act })).ok)
    assert.ok((await readInRoom(world, { ...desk(tuesday), cardNumber: null, barcode: 'N1' })).ok)
    assert.ok((await readInRoom(world, { ...desk(tuesday), cardNumber: null, barcode: 'N1' })).ok)
    assert.ok((await countInRoom(world, { ...desk(tuesday), kind: 'periodical', count: 12 })).ok)
    assert.ok((await lend(world, { ...desk(tuesday), ...one, institution: at.CAMDUONG, barcode: 'C1' })).ok)
    await world.database.transaction(async tx => {
      const visits = { verb: 'visits.counted' as const, object: null, institution: at.TVT, quantity: 30, person: null }
      await record(tx, { id: newId() }, [await factHere(tx, { ...visits, occurredAt: tuesday })])
    })
    cells = await sheetCells(world.database, { institution: at.TVT, from, to })
  })
  after(() => desks.close())

  it('sums to the facts, whole and in each of its parts', async () => {
    const totals = totalsOf(cells)
    const verbs: Verb[] = ['visits.counted', 'copy.lent', 'copy.returned', 'copy.read-in-room']
    const facts = await sumFacts(
      desks.world.database,
      verbs.map(verb => ({ verb, institution: desks.at.TVT, from, to })),
    )
    const read = totals.read.book + totals.read.periodical
    assert.deepEqual([totals.visits, totals.lent, totals.returned, read], facts)
    assert.deepEqual(facts, [30, 2, 1, 14])
    for (const lines of [
      linesBy(cells, ({ mainClass }) => mainClass),
      linesBy(cells, ({ language }) => language),
      linesBy(cells, ({ kind }) => kind),
    ]) {
      const sums = (['lent', 'returned', 'read'] as const).map(part => lines.reduce((sum, line) => sum + line[part], 0))
      assert.deepEqual(sums, facts.slice(1))
    }
  })

  it('tells copies by class and language of their record, what was not scanned last', () => {
    assert.deepEqual(
      linesBy(cells, ({ mainClass }) => mainClass),
      [
        { key: '3', lent: 0, read: 2, returned: 0 },
        { key: '8', lent: 2, read: 0, returned: 1 },
        { key: null, lent: 0, read: 12, returned: 0 },
      ],
    )
  })

  it('counts a person once a day and once in the month, and not at all for what was undone', async () => {
    const served = await servedIn(desks.world.database, { institution: desks.at.TVT, from, to })
    assert.deepEqual(
      [served.get(localDate('2026-11-23')), served.get(localDate('2026-11-24')), served.get(null)],
      [
        { known: 1, unnamed: 0 },
        { known: 1, unnamed: 2 },
        { known: 1, unnamed: 2 },
      ],
    )
  })

  it('is a page to be signed and a file without formulas; a day that is none is told so', async () => {
    const door = openTestDoor(circulationRoutes(desks.world, testSite()), tuesday)
    const headers = as({ rights: [{ right: 'circulate', institution: desks.at.TVT }] })
    const see = async (query: string) => {
      const answer = await door.request(`/nghiep-vu/quay/TVT/${query}`, { headers })
      return { status: answer.status, text: await answer.text() }
    }
    const day = await see('so-ngay?ngay=2026-11-24')
    assert.match(day.text, /Ngày 24 tháng 11 năm 2026[\s\S]*Lượt mượn về<\/th><td[^>]*>1<[\s\S]*Người lập/)
    const month = await see('so-thang?thang=2026-11&dang=csv')
    assert.match(month.text, /2026-11-23,0,1,0,1,0,0,0,1\r\n2026-11-24,30,1,2,1,1,2,12,15\r\nCộng,30,1,2,2,1,2,12,16/)
    assert.doesNotMatch((await see('so-ngay?ngay=2026-11-24&dang=csv')).text, /(^|,)"?[=+@]/m)
    const wrong = await see('so-ngay?ngay=hôm+qua')
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /value="hôm qua"[\s\S]*Mời gõ theo dạng 2026-11-24/)
  })

  it('a note on a copy is shown whenever it is scanned, by whoever; only its keeper writes it, and nobody else reads it', async () => {
    const door = openTestDoor(circulationRoutes(desks.world, testSite()), tuesday)
    const at = (institution: string) => as({ rights: [{ right: 'circulate', institution }] })
    const { id } = await desks.itemAt('N1')
    const note = (text: string, institution = desks.at.TVT, code = 'TVT') =>
      door.request(`/nghiep-vu/quay/${code}/ghi-chu/${id}`, {
        method: 'POST',
        headers: at(institution),
        body: new URLSearchParams({ act: newId(), 'ghi-chu': text, viec: 'doc-tai-cho' }),
      })
    assert.equal((await note('Rách trang 12')).status, 303)
    assert.equal((await note('x', desks.at.CAMDUONG, 'CAMDUONG')).status, 404)
    const long = await note('x'.repeat(121))
    assert.equal(long.status, 422)
    assert.match(await long.text(), /Ghi chú dài quá 120 chữ cái/)
    const scan = await door.request('/nghiep-vu/quay/TVT', {
      method: 'POST',
      headers: at(desks.at.TVT),
      body: new URLSearchParams({ act: newId(), viec: 'doc-tai-cho', quet: 'N1' }),
    })
    const shown = await door.request(scan.headers.get('location') ?? '', { headers: at(desks.at.TVT) })
    assert.match(await shown.text(), /Ghi chú của bản N1[\s\S]*Rách trang 12/)
    const refused = await door.request('/nghiep-vu/quay/TVT', {
      method: 'POST',
      headers: at(desks.at.TVT),
      body: new URLSearchParams({ act: newId(), viec: 'tra', quet: 'N1' }),
    })
    assert.match(await refused.text(), /Rách trang 12/)
    const { kept } = await desks.world.database.one<{ kept: number }>(
      sql`select count(*) as kept from journal where payload::text like '%Rách%' or answer::text like '%Rách%'`,
    )
    assert.equal(kept, 0)
    assert.equal((await note('')).status, 303)
    assert.equal((await desks.itemAt('N1')).note, null)
  })
})
