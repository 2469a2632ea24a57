import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Desks, openDesks } from '../../../tests/support/desk.ts'
import { until } from '../../../tests/support/until.ts'
import { addDays, localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import type { World } from '../../platform/world.ts'
import { setItemStatus } from '../catalogue/index.ts'
import { factsOfAct, factsOfPerson } from '../participation/index.ts'
import { type Lending, lend } from './lend.ts'
import { renew } from './renew.ts'
import { type Returning, returnItem } from './return.ts'
import { openLoansOf } from './store.ts'

const now = new Date('2026-11-24T02:00:00Z')
const today = localDate('2026-11-24')
const daysLater = (days: number): Date => new Date(now.getTime() + days * 86_400_000)

describe('at the desk', () => {
  let desks: Desks
  let db: Database
  before(async () => {
    desks = await openDesks()
    db = desks.world.database
    await desks.shelve(desks.at.TVT, 'Truyện Kiều', 'K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8')
    await desks.shelve(desks.at.CAMDUONG, 'Lục Vân Tiên', 'C1', 'C2')
    await desks.shelve(desks.at.BT, 'Sách của bảo tàng', 'B1')
  })
  after(() => desks.close())

  const asked = (cardNumber: string, barcode: string, changes: Partial<Lending> = {}): Lending => ({
    act: newId(),
    by: null,
    institution: desks.at.TVT,
    cardNumber,
    barcode,
    now,
    ...changes,
  })
  const lendTo = (card: string, barcode: string, changes: Partial<Lending> = {}, world: World = desks.world) =>
    lend(world, asked(card, barcode, changes))
  const renewFor = (card: string, barcode: string, changes: Partial<Lending> = {}) =>
    renew(desks.world, asked(card, barcode, changes))
  const takeBack = (barcode: string, changes: Partial<Returning> = {}, world: World = desks.world) =>
    returnItem(world, { act: newId(), by: null, institution: desks.at.TVT, barcode, now, ...changes })
  const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
    result.problems?.map(({ code }) => code)

  /** All that an act at the desk may write. */
  const traces = () =>
    db.one<Record<string, number | string>>(sql`
      select (select count(*) from loan) as loans, (select count(*) from loan where returned_at is null) as open,
             (select coalesce(sum(renewals), 0) from loan) as renewals,
             (select count(*) from fact) as facts, (select count(*) from fact_person) as links,
             (select count(*) from journal) as acts,
             (select string_agg(barcode || status, ',' order by barcode) from item) as copies,
             (select max(xmin::text::bigint) from search_document) as document`)

  it('a card and a copy make a loan: the copy is out, the reader has it, one fact and one journal row say so', async () => {
    const person = await desks.giveCard('TVT-000001')
    const act = newId()
    const lent = await lendTo('TVT-000001', 'K1', { act })
    assert.ok(lent.ok)
    assert.equal(lent.value.dueOn, '2026-12-15')
    assert.equal((await desks.itemAt('K1')).status, 'on-loan')
    const [loan] = await openLoansOf(db, person)
    assert.deepEqual([loan?.id, loan?.dueOn, loan?.lentOn], [lent.value.loan, '2026-12-15', today])
    const [fact, ...others] = await factsOfAct(db, act)
    assert.deepEqual(others, [])
    assert.deepEqual(
      [fact?.verb, fact?.quantity, fact?.institution, fact?.occurredOn, fact?.object?.kind],
      ['copy.lent', 1, desks.at.TVT, today, 'edition'],
    )
    assert.ok(fact?.place, 'the unit of the seat, as it is then')
    const [entry] = await db.many<{ payload: object }>(sql`select payload from journal where id = ${act}`)
    assert.deepEqual(entry?.payload, { barcode: 'K1' }, 'the journal names no reader')
    assert.ok((await takeBack('K1')).ok)
  })

  it('scanners and fingers may write a card and a barcode in small letters and with blanks', async () => {
    assert.ok((await lendTo(' tvt-000 001 ', ' k1 ')).ok)
    assert.ok((await takeBack('k1')).ok)
  })

  it('what comes back is on the shelf again, and its return is a fact of its own', async () => {
    assert.ok((await lendTo('TVT-000001', 'K1')).ok)
    const act = newId()
    const returned = await takeBack('K1', { act, now: daysLater(24) })
    assert.ok(returned.ok)
    assert.equal(returned.value.overdueDays, 3)
    assert.equal((await desks.itemAt('K1')).status, 'available')
    const facts = await factsOfAct(db, act)
    assert.deepEqual(
      facts.map(({ verb, occurredOn }) => [verb, occurredOn]),
      [['copy.returned', addDays(today, 24)]],
    )
  })

  it('a copy handed in elsewhere stays its keeper’s; the fact stands where it was handed in', async () => {
    const { CAMDUONG, TVT } = desks.at
    assert.ok((await lendTo('TVT-000001', 'C1', { institution: CAMDUONG })).ok)
    const act = newId()
    const returned = await takeBack('C1', { act, institution: TVT })
    assert.ok(returned.ok && returned.value.keeper === CAMDUONG)
    assert.equal((await desks.itemAt('C1')).keeper, CAMDUONG)
    const [fact] = await factsOfAct(db, act)
    assert.equal(fact?.institution, TVT)
    const loan = await db.one<{ institution: string; returned_to: string }>(
      sql`select institution, returned_to from loan where id = ${returned.value.loan}`,
    )
    assert.deepEqual(loan, { institution: CAMDUONG, returned_to: TVT })
  })

  it('a renewal counts from today, up to the limit, and is no circulation', async () => {
    await desks.giveCard('TVT-000002')
    assert.ok((await lendTo('TVT-000002', 'K2')).ok)
    const before = await traces()
    const once = await renewFor('TVT-000002', 'K2', { now: daysLater(2) })
    assert.ok(once.ok && once.value.dueOn === '2026-12-17')
    const twice = await renewFor('TVT-000002', 'K2', { now: daysLater(3) })
    assert.ok(twice.ok && twice.value.dueOn === '2026-12-18')
    assert.deepEqual(codesOf(await renewFor('TVT-000002', 'K2', { now: daysLater(4) })), ['renewals-used-up'])
    assert.equal((await traces()).facts, before.facts)
    assert.ok((await takeBack('K2')).ok)
  })

  it('a renewal never brings the due day nearer', async () => {
    assert.ok((await lendTo('TVT-000002', 'K2')).ok)
    await db.run(sql`update institution set loan_days = 7 where id = ${desks.at.TVT}`)
    const renewed = await renewFor('TVT-000002', 'K2')
    await db.run(sql`update institution set loan_days = 21 where id = ${desks.at.TVT}`)
    assert.ok(renewed.ok && renewed.value.dueOn === '2026-12-15')
    assert.ok((await takeBack('K2')).ok)
  })

  describe('every reason not to lend is said at once, and nothing is left behind', () => {
    const refusals: [what: string, arrange: () => Promise<readonly [string, string, Partial<Lending>?]>, string[]][] = [
      ['nobody’s card, no such copy', async () => ['TVT-999999', 'XYZ'], ['unknown-card', 'unknown-barcode']],
      [
        'nobody’s card and a copy that is out',
        async () => {
          await setItemStatus(db, (await desks.itemAt('K8')).id, 'missing')
          return ['TVT-999999', 'K8']
        },
        ['unknown-card', 'item-not-for-loan'],
      ],
      [
        'an expired card and no such copy',
        async () => {
          await desks.giveCard('TVT-000003', { expiresOn: localDate('2026-11-23') })
          return ['TVT-000003', 'XYZ']
        },
        ['card-expired', 'unknown-barcode'],
      ],
      [
        'a blocked card, a copy of the museum',
        async () => {
          await desks.giveCard('TVT-000004', { state: 'blocked' })
          return ['TVT-000004', 'B1']
        },
        ['card-blocked', 'kept-elsewhere'],
      ],
      [
        'a copy of the branch above',
        async () => ['TVT-000002', 'C1', { institution: desks.at.TUSACH }],
        ['kept-elsewhere'],
      ],
      [
        'a lost card, replaced by another',
        async () => {
          const person = await desks.giveCard('TVT-000005', { state: 'lost' })
          await desks.giveCard('TVT-000006', { person })
          return ['TVT-000005', 'K1']
        },
        ['card-lost'],
      ],
      [
        'a card whose holder was erased',
        async () => {
          const person = await desks.giveCard('TVT-000007')
          await db.run(sql`update person set deleted_at = now() where id = ${person}`)
          return ['TVT-000007', 'K1']
        },
        ['unknown-card'],
      ],
      [
        'a copy that was taken out of the catalogue',
        async () => {
          await db.run(sql`update item set deleted_at = now() where barcode = 'K7'`)
          return ['TVT-000002', 'K7']
        },
        ['unknown-barcode'],
      ],
      [
        'a copy that was weeded',
        async () => {
          await setItemStatus(db, (await desks.itemAt('K6')).id, 'withdrawn')
          return ['TVT-000002', 'K6']
        },
        ['item-not-for-loan'],
      ],
      [
        'a reader with an overdue copy and no more room, and a copy that is out',
        async () => {
          await desks.giveCard('TVT-000008')
          const institution = desks.at.CAMDUONG
          for (const barcode of ['C1', 'C2']) assert.ok((await lendTo('TVT-000008', barcode, { institution })).ok)
          assert.ok((await lendTo('TVT-000008', 'K3')).ok)
          return ['TVT-000008', 'C2', { institution, now: daysLater(22) }]
        },
        ['loan-limit-reached', 'has-overdue-loans', 'item-on-loan'],
      ],
      ['no scan at all', async () => ['', ''], ['unknown-card', 'unknown-barcode']],
      ['odd characters', async () => ['’; drop table loan; --', '🙂\u200b‮'], ['unknown-card', 'unknown-barcode']],
      ['a very long scan', async () => ['9'.repeat(100_000), 'x'.repeat(100_000)], ['unknown-card', 'unknown-barcode']],
    ]
    for (const [what, arrange, codes] of refusals) {
      it(what, async () => {
        const [card, barcode, changes] = await arrange()
        const before = await traces()
        assert.deepEqual(codesOf(await lendTo(card, barcode, changes)), codes)
        assert.deepEqual(await traces(), before)
      })
    }

    it('the card of any library of the province is good at every desk', async () => {
      await desks.giveCard('CAMDUONG-000001', { institution: desks.at.CAMDUONG })
      assert.ok((await lendTo('CAMDUONG-000001', 'K1')).ok)
      assert.ok((await takeBack('K1')).ok)
    })
  })

  it('what is not on loan cannot come back, nor be renewed, nor be renewed for another', async () => {
    const before = await traces()
    assert.deepEqual(codesOf(await takeBack('K1')), ['not-on-loan'])
    assert.deepEqual(codesOf(await takeBack('XYZ')), ['unknown-barcode'])
    assert.deepEqual(codesOf(await renewFor('TVT-000002', 'K1')), ['not-on-loan'])
    assert.deepEqual(codesOf(await renewFor('TVT-000002', 'C1')), ['lent-to-another'])
    assert.deepEqual(codesOf(await renewFor('TVT-999999', 'XYZ')), ['unknown-card', 'unknown-barcode'])
    assert.deepEqual(codesOf(await renewFor('TVT-000008', 'C1', { now: daysLater(30) })), ['already-overdue'])
    assert.deepEqual(await traces(), before)
  })

  it('the same act twice is one: one answer, one loan, one fact, also when both come at once', async () => {
    const lending = asked('TVT-000001', 'K1')
    const before = await traces()
    const first = await lend(desks.world, lending)
    assert.ok(first.ok)
    assert.deepEqual(await lend(desks.world, lending), first)
    const returning = { act: newId(), by: null, institution: desks.at.TVT, barcode: 'K1', now }
    const [one, two] = await Promise.all([returnItem(desks.world, returning), returnItem(desks.world, returning)])
    assert.ok(one.ok)
    assert.deepEqual(two, one)
    const now_ = await traces()
    assert.deepEqual(
      [now_.loans, now_.facts, now_.acts].map(
        (n, at) => Number(n) - Number([before.loans, before.facts, before.acts][at]),
      ),
      [1, 2, 2],
    )
  })

  it('wherever an act breaks off, nothing of it is there', async () => {
    const acts = [(world: World) => lendTo('TVT-000001', 'K1', {}, world), (world: World) => takeBack('K1', {}, world)]
    for (const act of acts) {
      const before = await traces()
      let statements = 1
      for (; ; statements++) {
        const done = await act(failingAt(desks.world, statements)).catch((error: unknown) => {
          assert.match(String(error), /cut off/)
          return null
        })
        if (done !== null) break
        assert.deepEqual(await traces(), before, `after ${statements} statements`)
      }
      assert.ok(statements > 8, `only ${statements} statements`)
      assert.notDeepEqual(await traces(), before)
    }
  })

  describe('two desks at the same moment', () => {
    const rounds = 25

    it('lend the same copy: exactly one does, the other is told that it is out', async () => {
      await desks.giveCard('TVT-000010')
      await desks.giveCard('TVT-000011')
      const before = await traces()
      for (let round = 0; round < rounds; round++) {
        const both = await Promise.all([lendTo('TVT-000010', 'K4'), lendTo('TVT-000011', 'K4')])
        assert.equal(both.filter(({ ok }) => ok).length, 1)
        assert.deepEqual(
          both.flatMap(result => codesOf(result) ?? []),
          ['item-on-loan'],
        )
        assert.ok((await takeBack('K4')).ok)
      }
      const { loans, facts } = await traces()
      assert.deepEqual(
        [Number(loans) - Number(before.loans), Number(facts) - Number(before.facts)],
        [rounds, 2 * rounds],
      )
    })

    it('take the same copy back: it comes back once', async () => {
      for (let round = 0; round < rounds; round++) {
        assert.ok((await lendTo('TVT-000010', 'K4')).ok)
        const both = await Promise.all([takeBack('K4'), takeBack('K4', { institution: desks.at.CAMDUONG })])
        assert.equal(both.filter(({ ok }) => ok).length, 1)
        assert.deepEqual(
          both.flatMap(result => codesOf(result) ?? []),
          ['not-on-loan'],
        )
      }
    })

    it('lend to one reader who has room for one: the limit holds', async () => {
      const person = await desks.giveCard('TVT-000012')
      await desks.giveCard('TVT-000013', { person })
      await db.run(sql`update institution set max_loans = 1 where id = ${desks.at.TVT}`)
      for (let round = 0; round < rounds; round++) {
        const both = await Promise.all([lendTo('TVT-000012', 'K4'), lendTo('TVT-000013', 'K5')])
        assert.deepEqual(
          both.flatMap(result => codesOf(result) ?? []),
          ['loan-limit-reached'],
        )
        assert.equal((await openLoansOf(db, person)).length, 1)
        assert.ok((await takeBack(both[0]?.ok ? 'K4' : 'K5')).ok)
      }
      await db.run(sql`update institution set max_loans = 5 where id = ${desks.at.TVT}`)
    })

    it('renew and take back: whichever comes second sees the first', async () => {
      for (let round = 0; round < rounds; round++) {
        assert.ok((await lendTo('TVT-000010', 'K4')).ok)
        const [renewed, returned] = await Promise.all([renewFor('TVT-000010', 'K4'), takeBack('K4')])
        assert.ok(returned.ok)
        assert.deepEqual(codesOf(renewed) ?? [], renewed.ok ? [] : ['not-on-loan'])
      }
    })

    it('cross each other’s readers and copies and never wait for each other for ever', async () => {
      for (let round = 0; round < rounds; round++) {
        const crossed = [
          lendTo('TVT-000010', 'K4'),
          lendTo('TVT-000011', 'K5'),
          lendTo('TVT-000010', 'K5'),
          lendTo('TVT-000011', 'K4'),
        ]
        assert.equal((await Promise.all(crossed)).filter(({ ok }) => ok).length, 2)
        assert.ok((await takeBack('K4')).ok && (await takeBack('K5')).ok)
      }
    })
  })

  it('a person’s own facts are those of their loans, newest first', async () => {
    const person = await desks.giveCard('TVT-000014')
    assert.ok((await lendTo('TVT-000014', 'K4')).ok)
    assert.ok((await takeBack('K4', { now: daysLater(1) })).ok)
    assert.deepEqual(
      (await factsOfPerson(db, person, 10)).map(({ verb }) => verb),
      ['copy.returned', 'copy.lent'],
    )
  })

  it('a return that happened before the copy was lent anew, and comes late, leaves the new loan open', async () => {
    const person = await desks.giveCard('TVT-000015')
    await desks.shelve(desks.at.TVT, 'Tắt đèn', 'D1')
    assert.ok((await lendTo('TVT-000015', 'D1')).ok)
    assert.deepEqual(codesOf(await takeBack('D1', { now: new Date(now.getTime() - 3600_000) })), ['not-on-loan'])
    assert.equal((await openLoansOf(db, person)).length, 1)
    // Some seconds are how long the lending took to be sent.
    assert.ok((await takeBack('D1', { now: new Date(now.getTime() - 20_000) })).ok)
    assert.deepEqual(await openLoansOf(db, person), [])
  })

  it('nothing is lent to a reader who is erased at that moment', async () => {
    const person = await desks.giveCard('TVT-000016')
    await desks.shelve(desks.at.TVT, 'Chí Phèo', 'P1')
    const lending = await db.transaction(async tx => {
      await tx.one(sql`select id from person where id = ${person} for update`)
      const begun = lendTo('TVT-000016', 'P1')
      const waits = sql`
        select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as yes`
      await until(async () => (await db.one<{ yes: boolean }>(waits)).yes, true)
      await tx.run(sql`update card set person = null, state = 'blocked' where person = ${person}`)
      await tx.run(sql`update person set deleted_at = ${now} where id = ${person}`)
      return { begun }
    })
    assert.deepEqual(codesOf(await lending.begun), ['unknown-card'])
    assert.deepEqual(await openLoansOf(db, person), [])
  })
})

/** The same world, whose transactions are cut off before their `statements`-th statement. */
function failingAt(world: World, statements: number): World {
  const { database } = world
  let left = statements
  const counting = (tx: Db): Db => {
    const before = () => {
      if (--left < 1) throw new Error('cut off')
    }
    return {
      many: async query => (before(), tx.many(query)),
      one: async query => (before(), tx.one(query)),
      maybeOne: async query => (before(), tx.maybeOne(query)),
      run: async query => (before(), tx.run(query)),
      transaction: (work, isolation) => tx.transaction(inner => work(counting(inner)), isolation),
    }
  }
  return { ...world, database: { ...database, ...counting(database) } }
}
