import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { type Database, type Db, openDatabase } from '../../platform/database/database.ts'
import { rawSql, sql } from '../../platform/database/sql.ts'
import {
  factsOfAct,
  factsOfPerson,
  type NewFact,
  record,
  sumEveryMonth,
  sumFacts,
  sumMonths,
  unlinkFacts,
  unlinkPerson,
  voidFacts,
} from './index.ts'

const library = newId()
const morning = new Date('2026-11-24T02:00:00Z')

const fact = (changes: Partial<NewFact> = {}): NewFact => ({
  verb: 'copy.lent',
  object: { kind: 'edition', id: newId() },
  institution: library,
  facility: null,
  place: null,
  quantity: 1,
  occurredAt: morning,
  person: null,
  ...changes,
})

describe('the ledger of facts', () => {
  let test: TestDatabase
  let db: Database
  before(async () => {
    test = await testDatabase()
    db = test.db
  })
  after(() => test.close())

  const recorded = (...facts: NewFact[]): Promise<string[]> => db.transaction(tx => record(tx, { id: newId() }, facts))
  const subjectOf = async (id: string | undefined): Promise<string> => {
    const row = await db.one<{ subject: string }>(
      sql`select encode(subject, 'hex') as subject from fact where id = ${id}`,
    )
    return row.subject
  }
  const sumOf = async (institution: string, from: string, to: string): Promise<number> => {
    const [sum] = await sumFacts(db, [{ verb: 'copy.lent', institution, from: localDate(from), to: localDate(to) }])
    return sum ?? 0
  }

  it('keeps what an act did, in its order, on the day in Vietnam', async () => {
    const act = { id: newId() }
    const late = new Date('2026-12-31T17:00:00Z')
    const ids = await db.transaction(tx =>
      record(tx, act, [
        fact(),
        fact({ verb: 'copy.returned', occurredAt: late }),
        fact({ verb: 'copies.stocked', quantity: -300, object: null }),
      ]),
    )
    const facts = await factsOfAct(db, act.id)
    assert.deepEqual(
      facts.map(({ id }) => id),
      ids,
    )
    assert.deepEqual(
      facts.map(({ verb, quantity, occurredOn }) => [verb, quantity, occurredOn]),
      [
        ['copy.lent', 1, '2026-11-24'],
        ['copy.returned', 1, '2027-01-01'],
        ['copies.stocked', -300, '2026-11-24'],
      ],
    )
  })

  it('only grows: neither the application nor the owner changes, deletes or empties it', async () => {
    await recorded(fact())
    const owner = openDatabase({ url: test.ownerUrl, connections: 1 })
    for (const command of ['update fact set quantity = 2', 'delete from fact', 'truncate fact cascade']) {
      await assert.rejects(db.run(rawSql(command)), /permission denied/, command)
      await assert.rejects(owner.run(rawSql(command)), /append-only/, command)
    }
    await owner.close()
    await assert.rejects(recorded(fact({ quantity: 0 })), /fact_quantity_check/)
  })

  it('names a person by a keyed hash: one within a year, another in the next', async () => {
    const person = newId()
    const nextYear = new Date('2027-03-01T02:00:00Z')
    const [first, second, another, later] = await recorded(
      fact({ person }),
      fact({ person, verb: 'copy.returned' }),
      fact({ person: newId() }),
      fact({ person, occurredAt: nextYear }),
    )
    const { secret } = await db.one<{ secret: Buffer }>(sql`select secret from subject_secret where year = 2026`)
    assert.equal(secret.length, 32)
    assert.equal(await subjectOf(first), createHmac('sha256', secret).update(person).digest('hex'))
    assert.equal(await subjectOf(second), await subjectOf(first))
    assert.notEqual(await subjectOf(another), await subjectOf(first))
    assert.notEqual(await subjectOf(later), await subjectOf(first))
  })

  it('makes one secret for a year, however many begin it at once', async () => {
    const person = newId()
    const year = new Date('2031-01-01T02:00:00Z')
    const all = await Promise.all(Array.from({ length: 6 }, () => recorded(fact({ person, occurredAt: year }))))
    const subjects = await Promise.all(all.map(([id]) => subjectOf(id)))
    assert.equal(new Set(subjects).size, 1)
  })

  it('forgets a person without moving a figure, and whom else it does not touch', async () => {
    const institution = newId()
    const [person, other] = [newId(), newId()]
    const ids = await recorded(
      fact({ person, institution }),
      fact({ person, institution }),
      fact({ person: other, institution }),
    )
    const subjects = await Promise.all(ids.map(subjectOf))
    const before = await sumOf(institution, '2026-01-01', '2026-12-31')
    assert.equal((await factsOfPerson(db, person, 10)).length, 2)
    assert.equal(await db.transaction(tx => unlinkFacts(tx, ids.slice(0, 1))), 1)
    assert.deepEqual(
      (await factsOfPerson(db, person, 10)).map(({ id }) => id),
      [ids[1]],
    )
    assert.equal(await db.transaction(tx => unlinkPerson(tx, person)), 1)
    assert.deepEqual(await factsOfPerson(db, person, 10), [])
    assert.equal((await factsOfPerson(db, other, 10)).length, 1)
    assert.equal(await sumOf(institution, '2026-01-01', '2026-12-31'), before)
    assert.deepEqual(await Promise.all(ids.map(subjectOf)), subjects)
  })

  it('voids a mistake by a fact on the same day, so that every sum forgets it; once, and never the voiding itself', async () => {
    const institution = newId()
    const [mistake, right] = await recorded(fact({ institution }), fact({ institution }))
    assert.ok(mistake !== undefined && right !== undefined)
    const act = { id: newId() }
    await db.transaction(tx => voidFacts(tx, act, [mistake]))
    assert.equal(await sumOf(institution, '2026-11-24', '2026-11-24'), 1)
    const [voiding] = await factsOfAct(db, act.id)
    assert.deepEqual([voiding?.voids, voiding?.quantity], [mistake, -1])
    const again = (id: string) => db.transaction(tx => voidFacts(tx, { id: newId() }, [id]))
    await assert.rejects(again(mistake), /fact_voids_key/)
    await assert.rejects(again(voiding?.id ?? ''), /itself a voiding fact/)
    await assert.rejects(again(newId()), /does not exist/)
    assert.equal(await sumOf(institution, '2026-11-24', '2026-11-24'), 1)
  })

  it('sums both days included, each asked sum apart, and nothing as nought', async () => {
    const institution = newId()
    const on = (day: string) => fact({ institution, occurredAt: new Date(`${day}T05:00:00+07:00`) })
    await recorded(on('2026-11-01'), on('2026-11-30'), on('2026-12-01'), on('2026-10-31'))
    assert.equal(await sumOf(institution, '2026-11-01', '2026-11-30'), 2)
    const sum = (from: string, to: string, verb: 'copy.lent' | 'copy.returned' = 'copy.lent') => ({
      verb,
      institution,
      from: localDate(from),
      to: localDate(to),
    })
    const asked = [
      sum('2026-12-01', '2026-12-31'),
      sum('2026-10-01', '2026-12-31', 'copy.returned'),
      sum('2026-10-01', '2026-12-31'),
      sum('2026-12-01', '2026-12-31'),
    ]
    assert.deepEqual(await sumFacts(db, asked), [1, 0, 4, 1])
    assert.deepEqual(await sumFacts(db, []), [])
  })

  it('sums a month for each facility and place apart, asked for by itself or with every other', async () => {
    const institution = newId()
    const [facility, place] = [newId(), newId()]
    const on = (day: string, changes: Partial<NewFact> = {}) =>
      fact({ institution, occurredAt: new Date(`${day}T05:00:00+07:00`), ...changes })
    await recorded(
      on('2026-11-01', { facility, place }),
      on('2026-11-30', { facility, place }),
      on('2026-11-12', { place }),
      on('2026-12-01'),
      on('2026-10-31', { verb: 'visits.counted', quantity: 40 }),
    )
    const month = (text: string) => ({ verb: 'copy.lent' as const, institution, month: localDate(text) })
    const told = (sums: Awaited<ReturnType<typeof sumMonths>>) =>
      sums
        .filter(sum => sum.institution === institution)
        .map(sum => [sum.month, sum.facility, sum.place, sum.quantity, sum.lastOn, sum.facts].join())
        .sort()
    const lent = [
      ['2026-11-01', facility, place, 2, '2026-11-30', 2].join(),
      ['2026-11-01', null, place, 1, '2026-11-12', 1].join(),
      ['2026-12-01', null, null, 1, '2026-12-01', 1].join(),
    ].sort()
    assert.deepEqual(told(await sumMonths(db, [month('2026-12-01'), month('2026-10-01'), month('2026-11-01')])), lent)
    assert.deepEqual(told(await sumEveryMonth(db, ['copy.lent'])), lent)
    assert.deepEqual(await sumMonths(db, []), [])
  })

  it('records with the act or not at all', async () => {
    const act = { id: newId() }
    const broken = db.transaction(async (tx: Db) => {
      await record(tx, act, [fact({ person: newId() })])
      throw new Error('the act failed')
    })
    await assert.rejects(broken, /the act failed/)
    assert.deepEqual(await factsOfAct(db, act.id), [])
  })
})
