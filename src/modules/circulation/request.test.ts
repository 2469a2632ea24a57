import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Desks, openDesks } from '../../../tests/support/desk.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { sumFacts } from '../participation/index.ts'
import { askFor, cancelRequest } from './ask-for.ts'
import { expireRequests } from './expire-requests.ts'
import { forgetReturnedLoans } from './forget.ts'
import { lend } from './lend.ts'
import { moveRequest } from './move-request.ts'
import { readInRoom } from './reading.ts'
import { dayServed, type MissReason, type RequestStep } from './request.ts'
import { requestById } from './request-store.ts'
import { setStacks } from './set-stacks.ts'
import { undo } from './undo.ts'

const now = new Date('2026-11-24T02:00:00Z')
const tuesday = localDate('2026-11-24')

describe('the day of a slip', () => {
  const spans = (day: string) => (day === '2026-11-25' ? [] : [{ from: '08:00', to: '17:00' }])

  it('is today until the doors close, then the next open day; today where nobody gave the hours', () => {
    assert.equal(dayServed(tuesday, '16:59', spans), '2026-11-24')
    assert.equal(dayServed(tuesday, '17:00', spans), '2026-11-26')
    assert.equal(dayServed(tuesday, '23:00', null), '2026-11-24')
    assert.equal(
      dayServed(tuesday, '09:00', () => []),
      '2026-11-24',
      'a house that is always closed still gives a day',
    )
  })
})

describe('a slip for the closed stacks', () => {
  let desks: Desks
  let reader: string
  let other: string
  before(async () => {
    desks = await openDesks()
    await desks.shelve(desks.at.TVT, 'Địa chí Lào Cai', 'D1')
    await desks.shelve(desks.at.TVT, 'Lịch triều hiến chương', 'L1', 'L2')
    for (const at of [1, 2, 3, 4, 5]) await desks.shelve(desks.at.TVT, `Tập ${at} của bộ sách`, `S${at}`)
    await desks.shelve(desks.at.TVT, 'Trên giá', 'O1')
    await desks.world.database.run(sql`update item set location = 'Kho đóng' where barcode not like 'O%'`)
    await desks.world.database.run(sql`update item set location = 'Kho mở' where barcode like 'O%'`)
    reader = await desks.giveCard('TVT-000001')
    other = await desks.giveCard('TVT-000002')
    await desks.giveCard('TVT-000003', { state: 'blocked', expiresOn: localDate('2026-01-01') })
    const asked = { act: newId(), by: null, institution: desks.at.TVT, now }
    assert.ok((await setStacks(desks.world, { ...asked, locations: ['Kho đóng'] })).ok)
  })
  after(() => desks.close())

  const ask = async (cardNumber: string, barcode: string, on = now) => {
    const asked = { act: newId(), by: null, institution: desks.at.TVT, for: { cardNumber }, book: { barcode }, now: on }
    const result = await askFor(desks.world, asked)
    return { request: asked.act, codes: result.ok ? [] : result.problems.map(({ code }) => code) }
  }
  const step = async (request: string, step: RequestStep, reason: MissReason | null = null, at = desks.at.TVT) => {
    const asked = { act: newId(), by: null, institution: at, request, step, reason, now }
    const result = await moveRequest(desks.world, asked)
    return { act: asked.act, codes: result.ok ? [] : result.problems.map(({ code }) => code) }
  }
  const undoes = async (undone: string) => {
    const result = await undo(desks.world, { act: newId(), by: null, institution: desks.at.TVT, undone, now })
    return result.ok ? [] : result.problems.map(({ code }) => code)
  }
  const state = async (request: string) => (await requestById(desks.world.database, request))?.state
  const status = async (barcode: string) => (await desks.itemAt(barcode)).status
  const scan = (cardNumber: string, barcode: string) => ({
    act: newId(),
    by: null,
    institution: desks.at.TVT,
    cardNumber,
    barcode,
    now,
  })
  const readings = async () => {
    const [sum = 0] = await sumFacts(desks.world.database, [
      { verb: 'copy.read-in-room', institution: desks.at.TVT, from: tuesday, to: tuesday },
    ])
    return sum
  }

  it('is fetched, kept for its reader, read in the room as a fact, and put back', async () => {
    const { request, codes } = await ask('TVT-000001', 'D1')
    assert.deepEqual(codes, [])
    assert.equal(await status('D1'), 'available')
    assert.deepEqual((await step(request, 'hand-out')).codes, ['request-moved'], 'nobody fetched it yet')
    assert.deepEqual((await step(request, 'fetch')).codes, [])
    assert.equal(await status('D1'), 'on-hold')
    const toOther = await lend(desks.world, scan('TVT-000002', 'D1'))
    assert.deepEqual(toOther.ok ? [] : toOther.problems.map(({ code }) => code), ['item-not-for-loan'])
    assert.deepEqual((await step(request, 'fetch')).codes, ['request-moved'], 'a second click is told so')
    assert.deepEqual((await step(request, 'hand-out')).codes, [])
    assert.equal(await readings(), 1)
    assert.deepEqual((await step(request, 'shelve')).codes, [])
    assert.deepEqual([await state(request), await status('D1')], ['shelved', 'available'])
  })

  it('is undone step by step, its facts too, the last one first', async () => {
    const { request } = await ask('TVT-000001', 'D1')
    const fetched = await step(request, 'fetch')
    const handed = await step(request, 'hand-out')
    const shelved = await step(request, 'shelve')
    assert.deepEqual(await undoes(handed.act), ['changed-since'])
    assert.deepEqual(await undoes(shelved.act), [])
    assert.deepEqual([await state(request), await status('D1')], ['in-room', 'on-hold'])
    assert.deepEqual(await undoes(shelved.act), ['changed-since'])
    assert.deepEqual([await step(request, 'shelve').then(({ codes }) => codes), await readings()], [[], 2])
    const missed = await ask('TVT-000001', 'L1')
    const { act } = await step(missed.request, 'miss', 'not-on-shelf')
    assert.deepEqual((await requestById(desks.world.database, missed.request))?.reason, 'not-on-shelf')
    assert.deepEqual(await undoes(act), [])
    assert.equal(await state(missed.request), 'asked')
    assert.deepEqual(await undoes(fetched.act), ['changed-since'], 'the slip has gone on since')
    assert.ok((await cancelRequest(desks.world, { act: newId(), person: reader, request: missed.request, now })).ok)
  })

  it('leaves the journal no way from a reader to the copy, whatever becomes of the slip', async () => {
    const act = newId()
    const asked = { act, by: reader, institution: desks.at.TVT, for: { person: reader }, book: { barcode: 'L1' }, now }
    assert.ok((await askFor(desks.world, asked)).ok)
    const fetched = await step(act, 'fetch')
    assert.deepEqual(await undoes(fetched.act), [])
    assert.ok((await cancelRequest(desks.world, { act: newId(), person: reader, request: act, now })).ok)
    const { named } = await desks.world.database.one<{ named: number }>(
      sql`select count(*) as named from journal where actor = ${reader}`,
    )
    assert.equal(named, 0)
  })

  it('follows its reader to the desk: lent there, also another copy than was fetched, and back when that is undone', async () => {
    const { request } = await ask('TVT-000001', 'L1')
    await step(request, 'fetch')
    assert.deepEqual([await status('L1'), await status('L2')], ['on-hold', 'available'])
    const lending = scan('TVT-000001', 'L2')
    assert.ok((await lend(desks.world, lending)).ok)
    assert.deepEqual([await state(request), await status('L1'), await status('L2')], ['lent', 'available', 'on-loan'])
    assert.deepEqual(await undoes(lending.act), [])
    assert.deepEqual([await state(request), await status('L2')], ['fetched', 'on-hold'])
    const reading = scan('TVT-000001', 'L2')
    assert.ok((await readInRoom(desks.world, reading)).ok)
    assert.equal(await state(request), 'in-room')
    assert.deepEqual(await undoes(reading.act), [])
    assert.deepEqual([await state(request), await status('L2')], ['fetched', 'on-hold'])
    assert.deepEqual((await step(request, 'shelve')).codes, [])
  })

  it('is refused in every respect at once', async () => {
    assert.deepEqual((await ask('TVT-000003', 'O1')).codes, ['card-blocked', 'card-expired', 'not-in-stacks'])
    assert.deepEqual((await ask('TVT-999999', 'XYZ')).codes, ['unknown-card', 'unknown-barcode'])
    const first = await ask('TVT-000002', 'D1')
    assert.deepEqual((await ask('TVT-000002', 'D1')).codes, ['already-asked'])
    await step(first.request, 'fetch')
    assert.deepEqual((await ask('TVT-000001', 'D1')).codes, ['no-copy-free'])
    for (const barcode of ['S1', 'S2', 'S3', 'S4']) assert.deepEqual((await ask('TVT-000002', barcode)).codes, [])
    assert.deepEqual((await ask('TVT-000002', 'S5')).codes, ['too-many-requests'])
    assert.deepEqual((await step(first.request, 'miss')).codes, ['request-moved'])
    assert.deepEqual((await step(first.request, 'shelve', null, desks.at.CAMDUONG)).codes, ['request-gone'])
    const theirs = await cancelRequest(desks.world, { act: newId(), person: reader, request: first.request, now })
    assert.deepEqual(theirs.ok ? [] : theirs.problems.map(({ code }) => code), ['request-gone'])
  })

  it('two who fetch the last copy at once: one gets it', async () => {
    await step((await ask('TVT-000001', 'L1')).request, 'fetch')
    const slips = [
      await ask('TVT-000001', 'S5'),
      await desks.giveCard('TVT-000004').then(() => ask('TVT-000004', 'S5')),
    ]
    const both = await Promise.all(slips.map(({ request }) => step(request, 'fetch')))
    assert.deepEqual(
      both.flatMap(({ codes }) => codes),
      ['no-copy-free'],
    )
  })

  it('ends with its day when nobody fetched it; then the reader may ask again', async () => {
    const { request } = await ask('TVT-000004', 'S1')
    const wednesday = new Date('2026-11-25T02:00:00Z')
    const again = await ask('TVT-000004', 'S1', wednesday)
    assert.deepEqual([again.codes, await state(request)], [[], 'expired'])
    desks.world.clock.set(wednesday)
    assert.ok((await expireRequests(desks.world)) > 0)
    assert.equal(await expireRequests(desks.world), 0)
    assert.equal(await state(again.request), 'asked')
  })

  it('is thrown away after the grace days, an open one never', async () => {
    const left = async (on: string) => {
      desks.world.clock.set(new Date(`${on}T02:00:00Z`))
      await forgetReturnedLoans(desks.world)
      const rows = await desks.world.database.many<{ state: string }>(sql`
        select distinct state from stack_request where person = any(${[reader, other]}::uuid[]) order by 1`)
      return rows.map(({ state }) => state)
    }
    assert.deepEqual(await left('2026-12-01'), ['cancelled', 'expired', 'fetched', 'shelved'])
    assert.deepEqual(await left('2026-12-02'), ['expired', 'fetched'])
    assert.deepEqual(await left('2026-12-12'), ['fetched'])
  })
})
