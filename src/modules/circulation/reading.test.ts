import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Desks, openDesks } from '../../../tests/support/desk.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { factsOfAct, factsOfPerson, sumFacts } from '../participation/index.ts'
import { forgetReturnedLoans } from './forget.ts'
import { lend } from './lend.ts'
import { countInRoom, readInRoom } from './reading.ts'
import { readOn } from './reading-store.ts'
import { undo } from './undo.ts'

const now = new Date('2026-11-24T02:00:00Z')
const today = localDate('2026-11-24')

describe('reading in the room', () => {
  let desks: Desks
  let person: string
  before(async () => {
    desks = await openDesks()
    await desks.shelve(desks.at.TVT, 'Truyện Kiều', 'K1', 'K2', 'K3')
    person = await desks.giveCard('TVT-000001')
    await desks.giveCard('TVT-000002', { state: 'lost' })
    await desks.giveCard('TVT-000003', { expiresOn: localDate('2026-01-31') })
  })
  after(() => desks.close())

  const at = () => ({ act: newId(), by: null, institution: desks.at.TVT, now })
  const read = async (barcode: string, cardNumber: string | null = null) => {
    const asked = { ...at(), barcode, cardNumber }
    const result = await readInRoom(desks.world, asked)
    return { act: asked.act, codes: result.ok ? [] : result.problems.map(({ code }) => code) }
  }
  const count = async (kind: 'book' | 'periodical', number: number) => {
    const asked = { ...at(), kind, count: number }
    assert.ok((await countInRoom(desks.world, asked)).ok)
    return asked.act
  }
  const sum = async (): Promise<number> => {
    const [total = 0] = await sumFacts(desks.world.database, [
      { verb: 'copy.read-in-room', institution: desks.at.TVT, from: today, to: today },
    ])
    return total
  }

  it('is a fact of the edition, with or without a card, and leaves the copy on the shelf', async () => {
    const without = await read('K1')
    const withCard = await read('K1', 'TVT-000001')
    assert.deepEqual([without.codes, withCard.codes], [[], []])
    const { edition, status } = await desks.itemAt('K1')
    const [fact] = await factsOfAct(desks.world.database, withCard.act)
    assert.deepEqual(
      [fact?.verb, fact?.object, fact?.quantity],
      ['copy.read-in-room', { kind: 'edition', id: edition }, 1],
    )
    assert.equal(status, 'available')
    assert.equal((await factsOfPerson(desks.world.database, person, 10)).length, 1)
    assert.equal(await sum(), 2)
  })

  it('counts numbers of books and of newspapers that nobody scanned', async () => {
    await count('periodical', 12)
    await count('book', 3)
    assert.deepEqual(await readOn(desks.world.database, desks.at.TVT, today), { book: 5, periodical: 12 })
    assert.equal(await sum(), 17)
  })

  it('is undone like everything at the desk, of its kind and once', async () => {
    const [scanned, counted] = [(await read('K2', 'TVT-000001')).act, await count('periodical', 5)]
    for (const undone of [scanned, counted]) {
      const both = await Promise.all([1, 2].map(() => undo(desks.world, { ...at(), undone })))
      assert.equal(both.filter(({ ok }) => ok).length, 1)
    }
    assert.deepEqual(await readOn(desks.world.database, desks.at.TVT, today), { book: 5, periodical: 12 })
    assert.equal((await factsOfPerson(desks.world.database, person, 10)).length, 1, 'the undone reading names nobody')
  })

  it('says every reason at once; an expired card is none, as nothing leaves the house', async () => {
    const lent = await lend(desks.world, { ...at(), cardNumber: 'TVT-000001', barcode: 'K3' })
    assert.ok(lent.ok)
    assert.deepEqual((await read('K3', 'TVT-000002')).codes, ['card-lost', 'item-on-loan'])
    assert.deepEqual((await read('XYZ', 'TVT-999999')).codes, ['unknown-card', 'unknown-barcode'])
    assert.deepEqual((await read('K2', 'TVT-000003')).codes, [])
  })

  it('forgets who read when the grace days are over, and no figure moves', async () => {
    const before = await sum()
    desks.world.clock.set(new Date('2026-12-03T02:00:00Z'))
    assert.equal(await forgetReturnedLoans(desks.world), 2)
    assert.equal(await forgetReturnedLoans(desks.world), 0)
    assert.equal((await factsOfPerson(desks.world.database, person, 10)).length, 1, 'the open loan')
    assert.equal(await sum(), before)
  })
})
