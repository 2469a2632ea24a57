import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Desks, openDesks } from '../../../tests/support/desk.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { listEntries } from '../../platform/journal/index.ts'
import { factsOfPerson, sumFacts } from '../participation/index.ts'
import { forgetReturnedLoans } from './forget.ts'
import { lend } from './lend.ts'
import { returnItem } from './return.ts'

const now = new Date('2026-11-24T02:00:00Z')
const day = 86_400_000

describe('forgetting', () => {
  let desks: Desks
  let db: Database
  let reader: string
  let keeper: string
  before(async () => {
    desks = await openDesks()
    db = desks.world.database
    const { TVT, CAMDUONG } = desks.at
    await desks.shelve(TVT, 'Truyện Kiều', 'K1', 'K2', 'K3')
    await desks.shelve(CAMDUONG, 'Lục Vân Tiên', 'C1')
    reader = await desks.giveCard('TVT-000001')
    keeper = await desks.giveCard('TVT-000002')
    await db.run(sql`update person set keeps_history = true where id = ${keeper}`)
    await db.run(sql`update institution set grace_days = 0 where id = ${CAMDUONG}`)
    const lent: [string, string, string][] = [
      ['K1', 'TVT-000001', TVT],
      ['K2', 'TVT-000002', TVT],
      ['C1', 'TVT-000001', CAMDUONG],
      ['K3', 'TVT-000001', TVT],
    ]
    for (const [barcode, cardNumber, institution] of lent) {
      const done = await lend(desks.world, { act: newId(), by: null, institution, cardNumber, barcode, now })
      assert.ok(done.ok)
    }
    for (const barcode of ['K1', 'K2', 'C1']) {
      assert.ok((await returnItem(desks.world, { act: newId(), by: null, institution: TVT, barcode, now })).ok)
    }
  })
  after(() => desks.close())

  const linked = async (): Promise<string[]> =>
    (
      await db.many<{ barcode: string }>(sql`
        select item.barcode from loan join item on item.id = loan.item where loan.person is not null order by 1`)
    ).map(({ barcode }) => barcode)
  const forgetAfter = (days: number) => {
    desks.world.clock.set(new Date(now.getTime() + days * day))
    return forgetReturnedLoans(desks.world)
  }
  const figures = () =>
    sumFacts(
      db,
      [desks.at.TVT, desks.at.CAMDUONG].flatMap(institution =>
        (['copy.lent', 'copy.returned'] as const).map(verb => ({
          verb,
          institution,
          from: localDate('2026-01-01'),
          to: localDate('2026-12-31'),
        })),
      ),
    )

  it('waits for the grace days of the institution that lent', async () => {
    const before = await figures()
    assert.equal(await forgetAfter(0), 0)
    assert.deepEqual(await linked(), ['C1', 'K1', 'K2', 'K3'])
    assert.equal(await forgetAfter(1), 2)
    assert.deepEqual(await linked(), ['K1', 'K2', 'K3'], 'no grace at all there')
    assert.equal(await forgetAfter(7), 0)
    assert.deepEqual(await linked(), ['K1', 'K2', 'K3'])
    assert.equal(await forgetAfter(8), 2)
    assert.deepEqual(await linked(), ['K2', 'K3'], 'an open loan and a reader who keeps a history stay')
    assert.deepEqual(await figures(), before)
  })

  it('leaves neither card nor link of facts, and the pseudonyms stay', async () => {
    const left = await db.one<{ cards: number; subjects: number }>(sql`
      select count(*) filter (where card is not null) as cards,
             (select count(*) from fact where verb like 'copy.%' and subject is not null) as subjects from loan`)
    assert.deepEqual(left, { cards: 2, subjects: 7 })
    assert.equal((await factsOfPerson(db, reader, 10)).length, 1, 'the open loan')
    assert.equal((await factsOfPerson(db, keeper, 10)).length, 2)
  })

  it('tells the journal only when something was forgotten', async () => {
    const before = await listEntries(db, { institutions: null, type: 'circulation.forget-returned', limit: 50 })
    assert.equal(before.length, 2)
    assert.equal(await forgetAfter(40), 0)
    const after_ = await listEntries(db, { institutions: null, type: 'circulation.forget-returned', limit: 50 })
    assert.equal(after_.length, 2)
  })

  it('takes those who change their mind at the next turn', async () => {
    await db.run(sql`update person set keeps_history = false where id = ${keeper}`)
    assert.equal(await forgetAfter(41), 2)
    assert.deepEqual(await linked(), ['K3'])
  })
})
