import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { BooksClosed } from '../../platform/journal/index.ts'
import {
  countPeople,
  freezeYear,
  frozenCounts,
  frozenYears,
  type NewFact,
  record,
  sumFacts,
  voidFacts,
} from './index.ts'

const now = new Date('2026-11-24T02:00:00Z')
const [library, museum] = [newId(), newId()]
const [may, pao, xoan] = [newId(), newId(), newId()]

describe('freezing a year', () => {
  let world: TestWorld
  before(async () => {
    world = await testWorld(now)
  })
  after(() => world.close())

  const fact = (day: string, changes: Partial<NewFact> = {}): NewFact => ({
    verb: 'copy.lent',
    object: null,
    institution: library,
    facility: null,
    place: null,
    quantity: 1,
    occurredAt: new Date(`${day}T08:00:00+07:00`),
    person: null,
    ...changes,
  })
  const recorded = (...facts: NewFact[]) => world.database.transaction(tx => record(tx, { id: newId() }, facts))
  const freeze = (year: number, act = newId()) => freezeYear(world, { act, by: null, year, now })
  const year2025 = { from: localDate('2025-01-01'), to: localDate('2025-12-31') }
  const people = (institution?: string) =>
    countPeople(world.database, { verbs: ['copy.lent'], ...year2025, ...(institution ? { institution } : {}) })
  const contents = () =>
    world.database.one(sql`
      select (select count(*) from fact) as facts, (select count(*) from fact_person) as links,
             (select array_agg(year order by year) from subject_secret) as secrets`)

  let mistake = ''
  it('is refused while the year runs, and where nothing was recorded', async () => {
    const ids = await recorded(
      fact('2025-03-01', { person: may }),
      fact('2025-03-02', { person: may }),
      fact('2025-03-02', { person: may, institution: museum }),
      fact('2025-12-31', { person: pao }),
      fact('2025-06-01', { person: xoan }),
      fact('2025-06-01', { verb: 'copies.stocked', quantity: 300 }),
      fact('2026-01-01', { person: pao }),
    )
    mistake = ids[4] ?? ''
    await world.database.transaction(tx => voidFacts(tx, { id: newId() }, [mistake]))
    for (const year of [2026, 2027, 9998]) {
      const refusal = await freeze(year)
      assert.deepEqual(refusal.ok ? [] : refusal.problems.map(({ code }) => code), ['year-running'], String(year))
    }
    assert.deepEqual(await freeze(2024), { ok: false, problems: [{ code: 'year-empty', year: 2024 }] })
    assert.deepEqual(await frozenYears(world.database), [])
  })

  it('waits for whoever is recording, keeps the counts of people, and destroys the secret; the same act twice is one', async () => {
    const act = newId()
    let freezing: ReturnType<typeof freeze> | undefined
    await world.database.transaction(async tx => {
      await record(tx, { id: newId() }, [fact('2025-05-05', { person: may })])
      freezing = freeze(2025, act)
      // Whatever it does meanwhile, it may not have counted without this one.
      await new Promise(resolve => setImmediate(resolve))
    })
    assert.deepEqual(await freezing, await freeze(2025, act))
    assert.deepEqual(
      (await frozenCounts(world.database, 2025)).map(({ verb, institution, people }) => [verb, institution, people]),
      [['copy.lent', null, 2], ...[library, museum].sort().map(one => ['copy.lent', one, one === library ? 2 : 1])],
      'net of voids; of stocks there are no people',
    )
    assert.deepEqual(await people(), { ok: true, value: 2 }, 'still countable from the facts')
    assert.deepEqual(await frozenYears(world.database), [{ year: 2025, frozenAt: now }])
    assert.deepEqual(
      await world.database.many(sql`select year from subject_secret`),
      [{ year: 2026 }],
      'who was who cannot be told any more',
    )
    assert.deepEqual(await freeze(2025), {
      ok: false,
      problems: [{ code: 'year-frozen', year: 2025, on: '2026-11-24' }],
    })
  })

  it('shuts out what comes late and what would be voided, wherever it is tried, and leaves other years open', async () => {
    const was = await contents()
    const closed = (error: unknown) => error instanceof BooksClosed && error.year === 2025
    await assert.rejects(recorded(fact('2025-12-31', { person: xoan })), closed)
    await assert.rejects(recorded(fact('2026-02-01'), fact('2025-12-31')), closed, 'all of an act or nothing')
    const [standing] = await world.database.many<{ id: string }>(
      sql`select id from fact where voids is null and id <> ${mistake} order by serial limit 1`,
    )
    await assert.rejects(
      world.database.transaction(tx => voidFacts(tx, { id: newId() }, [standing?.id ?? ''])),
      closed,
    )
    await assert.rejects(
      world.database.run(sql`
        insert into fact (id, act, verb, institution, quantity, occurred_at, occurred_on)
        values (${newId()}, ${newId()}, 'copy.lent', ${library}, 1, now(), '2025-01-01')`),
      /the figures of 2025 are frozen/,
    )
    await assert.rejects(world.database.run(sql`delete from frozen_year`), /permission denied/)
    assert.deepEqual(await contents(), was)
    const sum = { verb: 'copy.lent' as const, institution: library, ...year2025 }
    assert.deepEqual(await sumFacts(world.database, [sum]), [4])
    await recorded(fact('2026-02-01', { person: xoan }), fact('2024-02-01'))
  })
})
