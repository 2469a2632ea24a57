import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Desks, openDesks } from '../../../tests/support/desk.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { factsOfAct, factsOfPerson, sumFacts } from '../participation/index.ts'
import { lend } from './lend.ts'
import { renew } from './renew.ts'
import { returnItem } from './return.ts'
import { openLoansOf } from './store.ts'
import { undo } from './undo.ts'

const now = new Date('2026-11-24T02:00:00Z')

describe('undoing at the desk', () => {
  let desks: Desks
  let db: Database
  let person: string
  before(async () => {
    desks = await openDesks()
    db = desks.world.database
    await desks.shelve(desks.at.TVT, 'Truyện Kiều', 'K1', 'K2', 'K3', 'K4', 'K5')
    person = await desks.giveCard('TVT-000001')
    await desks.giveCard('TVT-000002')
  })
  after(() => desks.close())

  const at = (changes: { institution?: string; now?: Date } = {}) => ({
    act: newId(),
    by: null,
    institution: desks.at.TVT,
    now,
    ...changes,
  })
  const lent = async (barcode: string, cardNumber = 'TVT-000001') => {
    const asked = { ...at(), cardNumber, barcode }
    assert.ok((await lend(desks.world, asked)).ok)
    return asked.act
  }
  const returned = async (barcode: string) => {
    const asked = { ...at(), barcode }
    assert.ok((await returnItem(desks.world, asked)).ok)
    return asked.act
  }
  const renewed = async (barcode: string, on = now) => {
    const asked = { ...at({ now: on }), cardNumber: 'TVT-000001', barcode }
    assert.ok((await renew(desks.world, asked)).ok)
    return asked.act
  }
  const undoes = (undone: string, changes: { institution?: string; now?: Date } = {}) =>
    undo(desks.world, { ...at(changes), undone })
  const refusalOf = async (...asked: Parameters<typeof undoes>) => {
    const result = await undoes(...asked)
    return result.ok ? [] : result.problems.map(({ code }) => code)
  }
  const sums = () => {
    const november = { institution: desks.at.TVT, from: localDate('2026-11-01'), to: localDate('2026-11-30') }
    return sumFacts(db, [
      { verb: 'copy.lent', ...november },
      { verb: 'copy.returned', ...november },
    ])
  }

  it('a loan that was a mistake never was: no loan, no figure, nothing on the reader’s page; the journal keeps both acts', async () => {
    const before = await sums()
    const act = await lent('K1')
    const undoing = { ...at(), undone: act }
    assert.ok((await undo(desks.world, undoing)).ok)
    assert.equal((await desks.itemAt('K1')).status, 'available')
    assert.deepEqual(await openLoansOf(db, person), [])
    assert.deepEqual(await factsOfPerson(db, person, 10), [])
    assert.deepEqual(await sums(), before)
    const [voiding] = await factsOfAct(db, undoing.act)
    const [voided] = await factsOfAct(db, act)
    assert.deepEqual([voiding?.voids, voiding?.quantity, voiding?.occurredOn], [voided?.id, -1, voided?.occurredOn])
    const acts = await db.one<{ n: number }>(
      sql`select count(*) as n from journal where id in (${act}, ${undoing.act})`,
    )
    assert.equal(acts.n, 2)
  })

  it('a return that was a mistake leaves the loan as it was, with its reader and due day', async () => {
    await lent('K2')
    const [before] = await openLoansOf(db, person)
    const figures = await sums()
    const act = await returned('K2')
    assert.ok((await undoes(act)).ok)
    assert.deepEqual(await openLoansOf(db, person), [before])
    assert.equal((await desks.itemAt('K2')).status, 'on-loan')
    assert.deepEqual(await sums(), figures)
    await returned('K2')
  })

  it('a renewal that was a mistake gives its turn and the due day back', async () => {
    await lent('K3')
    const [before] = await openLoansOf(db, person)
    const tomorrow = new Date('2026-11-25T02:00:00Z')
    const act = await renewed('K3', tomorrow)
    assert.notDeepEqual(await openLoansOf(db, person), [before])
    assert.ok((await undoes(act, { now: tomorrow })).ok)
    assert.deepEqual(await openLoansOf(db, person), [before])
    await returned('K3')
  })

  it('only the last thing that happened to a loan is undone, and once', async () => {
    const lending = await lent('K4')
    const renewal = await renewed('K4')
    assert.deepEqual(await refusalOf(lending), ['changed-since'])
    assert.ok((await undoes(renewal)).ok)
    assert.deepEqual(await refusalOf(renewal), ['changed-since'])
    const again = await renewed('K4')
    assert.deepEqual(await refusalOf(renewal), ['changed-since'], 'an undone renewal does not take the next one back')
    assert.ok((await undoes(again)).ok)
    const returning = await returned('K4')
    const toAnother = await lent('K4', 'TVT-000002')
    assert.deepEqual(await refusalOf(returning), ['changed-since'])
    assert.ok((await undoes(toAnother)).ok)
    assert.ok((await undoes(returning)).ok)
    assert.ok((await undoes(lending)).ok)
    assert.deepEqual(await refusalOf(lending), ['changed-since'])
    assert.equal((await desks.itemAt('K4')).status, 'available')
  })

  it('the same undoing twice is one, and two at once undo once', async () => {
    const act = await lent('K5')
    const undoing = { ...at(), undone: act }
    const first = await undo(desks.world, undoing)
    assert.ok(first.ok)
    assert.deepEqual(await undo(desks.world, undoing), first)
    const next = await lent('K5')
    const both = await Promise.all([undoes(next), undoes(next)])
    assert.equal(both.filter(({ ok }) => ok).length, 1)
  })

  it('is for the same desk on the same day in Vietnam', async () => {
    const act = await lent('K5')
    assert.deepEqual(await refusalOf(act, { institution: desks.at.CAMDUONG }), ['nothing-to-undo'])
    assert.deepEqual(await refusalOf(newId()), ['nothing-to-undo'])
    assert.deepEqual(await refusalOf(act, { now: new Date('2026-11-24T17:00:00Z') }), ['undo-too-late'])
    assert.ok((await undoes(act, { now: new Date('2026-11-24T16:59:59Z') })).ok)
  })

  it('never gives a loan back to a reader who was forgotten', async () => {
    await lent('K5')
    const returning = await returned('K5')
    await db.run(sql`update loan set person = null, card = null where returned_at is not null`)
    assert.deepEqual(await refusalOf(returning), ['changed-since'])
  })
})
