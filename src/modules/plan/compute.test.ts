import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { followFacts } from '../../../tests/support/figures.ts'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { newId } from '../../platform/clock.ts'
import { type Database, openDatabase } from '../../platform/database/database.ts'
import { rawSql, sql } from '../../platform/database/sql.ts'
import { institutionByCode } from '../institutions/index.ts'
import { type NewFact, record, voidFacts } from '../participation/index.ts'
import { computeFigures, rebuildFigures } from './compute.ts'
import { indicators } from './indicator.ts'
import { figuresComputed } from './store.ts'

const now = new Date('2026-11-24T02:00:00Z')
const clock = () => now

interface CellRow {
  readonly code: string
  readonly indicator: string
  readonly facility: string | null
  readonly place: string | null
  readonly month: string
  readonly value: number
  readonly lastOn: string
}

describe('figures', () => {
  let world: TestWorld
  let db: Database
  const ids: Record<string, string> = {}
  before(async () => {
    world = await testWorld(now)
    db = world.database
    await loadSmallNetwork(db)
    for (const code of ['TVT', 'CAMDUONG', 'TVLC', 'TVYB']) ids[code] = (await institutionByCode(db, code))?.id ?? ''
  })
  after(() => world.close())

  const fact = (code: string, at: string, changes: Partial<NewFact> = {}): NewFact => ({
    verb: 'copy.lent',
    object: null,
    institution: ids[code] ?? '',
    facility: null,
    place: null,
    quantity: 1,
    occurredAt: new Date(at),
    person: null,
    ...changes,
  })
  const recorded = (...facts: NewFact[]) => db.transaction(tx => record(tx, { id: newId() }, facts))
  const stocked = (code: string, at: string, quantity: number) => fact(code, at, { verb: 'copies.stocked', quantity })

  const cells = () =>
    db.many<CellRow>(sql`
      select institution.code, indicator, facility, place, to_char(month, 'YYYY-MM') as month, value, last_on as "lastOn"
      from figure_cell join institution on institution.id = figure_cell.institution order by 1, 2, 3, 4, 5`)

  /** The same figures by a plain count over the facts, with PostgreSQL's own calendar. */
  const counted = () =>
    db.many<CellRow>(sql`
      select institution.code, t.code as indicator, facility, place,
             to_char(occurred_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month, sum(quantity) as value,
             max((occurred_at at time zone 'Asia/Ho_Chi_Minh')::date) as "lastOn"
      from fact join institution on institution.id = fact.institution
      join unnest(${indicators.map(({ verb }) => verb)}::text[], ${indicators.map(({ code }) => code)}::text[])
        as t (verb, code) on t.verb = fact.verb
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`)

  const follow = () => followFacts(db, clock)

  describe('from an empty ledger', () => {
    it('are none, and have been computed all the same', async () => {
      assert.equal((await figuresComputed(db)).at, null)
      assert.equal(await computeFigures(db, clock), 0)
      assert.deepEqual(await cells(), [])
      assert.deepEqual((await figuresComputed(db)).at, now)
    })
  })

  describe('that follow the facts', () => {
    beforeEach(follow)

    it('belong to the month in Vietnam, from its first instant to its last', async () => {
      await recorded(
        fact('TVT', '2026-10-31T16:59:59.999Z'),
        fact('TVT', '2026-10-31T17:00:00.000Z'),
        fact('TVT', '2026-11-30T16:59:59.999Z'),
        fact('TVT', '2026-12-31T17:00:00.000Z'),
      )
      await follow()
      const own = (await cells()).filter(({ code }) => code === 'TVT')
      assert.deepEqual(
        own.map(({ month, value }) => [month, value]),
        [
          ['2026-10', 1],
          ['2026-11', 2],
          ['2027-01', 1],
        ],
      )
    })

    it('are right for a late fact of an old month, and for a mistake that was voided', async () => {
      const [mistake] = await recorded(
        fact('CAMDUONG', '2025-03-10T02:00:00Z'),
        fact('CAMDUONG', '2025-04-10T02:00:00Z'),
      )
      await follow()
      await db.transaction(tx => voidFacts(tx, { id: newId() }, [mistake ?? '']))
      await follow()
      const own = (await cells()).filter(({ code }) => code === 'CAMDUONG')
      assert.deepEqual(
        own.map(({ month, value }) => [month, value]),
        [
          ['2025-03', 0],
          ['2025-04', 1],
        ],
        'a month whose only fact was voided says nought, not nothing',
      )
    })

    it('keep what belonged to libraries that were merged where it was, and the province’s stock whole', async () => {
      await recorded(stocked('TVLC', '2020-05-05T02:00:00Z', 20_000), stocked('TVYB', '2021-05-05T02:00:00Z', 25_158))
      await recorded(
        stocked('TVLC', '2025-06-30T10:00:00Z', -20_000),
        stocked('TVYB', '2025-06-30T10:00:00Z', -25_158),
        stocked('TVT', '2025-07-01T02:00:00Z', 45_158),
      )
      await follow()
      const stock = (codes: string[], through: string) =>
        db.one<{ value: number }>(sql`
          select coalesce(sum(value), 0) as value from figure_cell join institution on institution.id = institution
          where indicator = 'copies' and code = any(${codes}) and to_char(month, 'YYYY-MM') <= ${through}`)
      assert.equal((await stock(['TVLC'], '2024-12')).value, 20_000)
      assert.equal((await stock(['TVLC'], '2025-07')).value, 0)
      assert.equal((await stock(['TVT'], '2025-07')).value, 45_158)
      for (const month of ['2024-12', '2025-07']) {
        assert.equal((await stock(['TVT', 'TVLC', 'TVYB'], month)).value, 45_158, month)
      }
    })

    it('come again just so when they are rebuilt, and a cell that was spoilt or that no fact made is gone', async () => {
      const before = await cells()
      assert.ok(before.length > 6)
      await db.run(sql`update figure_cell set value = value + 1000`)
      await db.run(sql`
        insert into figure_cell (indicator, institution, month, value, last_on, computed_at)
        values ('circulations', ${ids.TVYB}, '2019-01-01', 5, '2019-01-02', now())`)
      const { facts } = await db.one<{ facts: number }>(sql`select count(*) as facts from fact`)
      // Facts that another test’s transaction holds back come a moment later.
      assert.ok((await rebuildFigures(db, clock)) <= facts)
      await follow()
      assert.deepEqual(await cells(), before)
      assert.deepEqual(await cells(), await counted())
    })

    it('stand for each facility and each unit apart, and where nobody said which', async () => {
      const [one, two, unit] = [newId(), newId(), newId()]
      const at = '2024-02-10T02:00:00Z'
      await recorded(
        fact('TVT', at, { verb: 'visits.counted', quantity: 40, facility: one, place: unit }),
        fact('TVT', at, { verb: 'visits.counted', quantity: 9, facility: two, place: unit }),
        fact('TVT', '2024-02-29T02:00:00Z', { verb: 'visits.counted', quantity: 2, facility: two, place: unit }),
        fact('TVT', at, { verb: 'visits.counted', quantity: 1 }),
      )
      await follow()
      const own = (await cells()).filter(({ indicator, month }) => indicator === 'visits' && month === '2024-02')
      assert.deepEqual(
        new Set(own.map(({ facility, place, value, lastOn }) => [facility, place, value, lastOn].join())),
        new Set([
          [one, unit, 40, '2024-02-10'].join(),
          [two, unit, 11, '2024-02-29'].join(),
          [null, null, 1, '2024-02-10'].join(),
        ]),
      )
    })

    it('equal a plain count, whatever was recorded, voided or came late, and in whatever pieces', async () => {
      const instants = ['2026-06-30T16:59:59Z', '2026-06-30T17:00:00Z', '2026-07-15T00:00:00Z', '2025-12-31T18:00:00Z']
      const sites = [null, newId(), newId()]
      const units = [null, newId(), newId()]
      const someFact = fc.record({
        code: fc.constantFrom('TVT', 'CAMDUONG', 'TVLC'),
        at: fc.constantFrom(...instants),
        verb: fc.constantFrom(...indicators.map(({ verb }) => verb), 'copy.returned' as const),
        quantity: fc.integer({ min: -3, max: 9 }).filter(quantity => quantity !== 0),
        facility: fc.constantFrom(...sites),
        place: fc.constantFrom(...units),
      })
      const pieces = fc.array(fc.array(someFact, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
      await fc.assert(
        fc.asyncProperty(pieces, fc.boolean(), async (piecesOfWork, anew) => {
          for (const piece of piecesOfWork) {
            const made = await recorded(
              ...piece.map(({ code, at, ...rest }) =>
                fact(code, at, { ...rest, quantity: rest.verb === 'copy.lent' ? 1 : rest.quantity }),
              ),
            )
            if (piece.length > 3) await db.transaction(tx => voidFacts(tx, { id: newId() }, made.slice(0, 1)))
            if (piece.length % 2 === 0) await computeFigures(db, clock)
          }
          if (anew) await rebuildFigures(db, clock)
          await follow()
          assert.deepEqual(await cells(), await counted())
        }),
        { numRuns: 25 },
      )
    })

    it('reach the end although facts commit late, and two who compute and one who rebuilds take turns', async () => {
      const writing = Array.from({ length: 12 }, async (_, at) => {
        for (let turn = 0; turn < 5; turn++) {
          await db.transaction(async tx => {
            await record(tx, { id: newId() }, [fact('TVT', `2026-0${1 + ((at + turn) % 9)}-10T02:00:00Z`)])
            await wait((at * 3 + turn * 7) % 20)
          })
        }
      })
      // Connections of its own, so that none waits for a free one.
      const other = openDatabase({ url: world.test.url, connections: 4 })
      const computing = [1, 2, 3, 4].map(async who => {
        for (let turn = 0; turn < 12; turn++) {
          await (who === 1 ? rebuildFigures(other, clock) : computeFigures(other, clock))
          await wait(who)
        }
      })
      await Promise.all([...writing, ...computing])
      await other.close()
      await follow()
      assert.deepEqual(await cells(), await counted())
    })

    it('are read whole while they are rebuilt', async () => {
      const before = await cells()
      const seen: number[] = []
      let rebuilding = true
      const reading = (async () => {
        while (rebuilding) seen.push((await cells()).length)
      })()
      for (let turn = 0; turn < 5; turn++) await rebuildFigures(db, clock)
      rebuilding = false
      await reading
      assert.ok(seen.length > 0 && seen.every(count => count === before.length), seen.join())
    })

    it('say when they last reached the end of the feed, whether or not anything was new', async () => {
      const later = new Date('2026-11-24T03:00:00Z')
      await computeFigures(db, () => later)
      assert.deepEqual((await figuresComputed(db)).at, later)
    })
  })

  it('may hold no month that begins on another day', async () => {
    const owner = openDatabase({ url: world.test.ownerUrl, connections: 1 })
    await assert.rejects(
      owner.run(
        rawSql(`insert into figure_cell (indicator, institution, month, value, last_on, computed_at)
                values ('copies', '${ids.TVT}', '2026-11-02', 1, '2026-11-02', now())`),
      ),
      /figure_cell_month_check/,
    )
    await owner.close()
  })
})
