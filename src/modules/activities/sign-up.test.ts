import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { localized } from '../../kernel/localized-text.ts'
import { money } from '../../kernel/money.ts'
import { newId } from '../../platform/clock.ts'
import { type Database, openDatabase } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { institutionByCode } from '../institutions/index.ts'
import type { Template } from '../notices/index.ts'
import { type Sum, sumFacts } from '../participation/index.ts'
import { addPerson } from '../people/index.ts'
import type { ActivityPlan } from './activity.ts'
import { activityById } from './activity-store.ts'
import { checkIn, confirmHeld, countAtDoor, takeHeldBack, undoCheckIn } from './check-in.ts'
import { eraseOldContacts } from './forget.ts'
import { refreshEventLetter } from './letters.ts'
import { cancelActivity, changeActivity, noteTold, planActivity } from './organise.ts'
import { changeHeads, giveUp, type SigningUp, signUp } from './sign-up-acts.ts'
import { forgetPersonInSignUps, signUpById, signUpsOf, signUpsOfPerson, signUpsToTell } from './sign-up-store.ts'

const now = new Date('2026-11-24T02:00:00Z')
const startsAt = new Date('2026-11-24T07:00:00Z')
const endsAt = new Date('2026-11-24T09:00:00Z')

describe('an event', () => {
  let world: TestWorld
  let db: Database
  let institution = ''

  before(async () => {
    world = await testWorld(now)
    db = world.database
    await loadSmallNetwork(db)
    institution = (await institutionByCode(db, 'TVT'))?.id ?? ''
  })
  after(() => world.close())

  const planned = (changes: Partial<ActivityPlan> = {}): ActivityPlan => ({
    facility: null,
    place: null,
    startsAt,
    endsAt,
    capacity: 12,
    opensAt: null,
    closesAt: null,
    details: {
      title: localized('vi', 'Đan giỏ mây'),
      description: [],
      kind: 'workshop',
      audience: 'everyone',
      audienceNote: '',
      languages: ['vi'],
      cost: money(0),
      accessibility: [],
      where: 'Sân sau',
    },
    ...changes,
  })
  const doing = () => ({ act: newId(), by: null, institution, now })
  const hold = async (changes: Partial<ActivityPlan> = {}): Promise<string> => {
    const done = await planActivity(world, { ...doing(), plan: planned(changes), publish: true })
    assert.ok(done.ok)
    return done.value.activity
  }
  const group = (activity: string, adults: number, changes: Partial<SigningUp> = {}): SigningUp => ({
    act: newId(),
    activity: { id: activity, institution },
    groupName: 'Nhà cô Mẩy',
    contact: { kind: 'phone', value: '0912345678' },
    adults,
    children: 0,
    lang: 'vi',
    person: null,
    mayWait: true,
    now,
    ...changes,
  })
  const join = async (activity: string, adults: number, changes: Partial<SigningUp> = {}) => {
    const done = await signUp(world, group(activity, adults, changes))
    assert.ok(done.ok)
    const one = await signUpById(db, done.value.signUp)
    assert.ok(one)
    return one
  }
  const sums = async (): Promise<number[]> => {
    const day = { institution, from: '2026-11-24', to: '2026-11-24' } as unknown as Omit<Sum, 'verb'>
    return sumFacts(db, [
      { ...day, verb: 'activity.attended' },
      { ...day, verb: 'activity.held' },
    ])
  }

  /** As many processes would come: each with a connection of its own, so that only the database holds them apart. */
  const sixtyFour = () => Array.from({ length: 64 }, () => openDatabase({ url: world.test.url, connections: 1 }))

  it('is never oversold by 64 who write at once: seats add up, the order has no gap, nobody overtakes', async () => {
    const writers = sixtyFour()
    try {
      const capacity = 100
      const activity = await hold({ capacity })
      await Promise.all(
        writers.map(async (database, writer) => {
          for (let turn = 0; turn < 2; turn += 1) {
            const done = await signUp({ database }, group(activity, 1 + ((writer + turn) % 4)))
            assert.ok(done.ok)
          }
        }),
      )
      const all = await signUpsOf(db, activity)
      assert.deepEqual(
        all.map(({ position }) => position),
        Array.from({ length: 128 }, (_, index) => index + 1),
      )
      const seated = all.filter(({ state }) => state === 'seated')
      const seats = seated.reduce((sum, { adults }) => sum + adults, 0)
      assert.ok(seats <= capacity && seats > capacity - 4, `${seats} of ${capacity}`)
      const kept = await activityById(db, activity)
      assert.equal(kept?.taken, seats)
      assert.equal(
        kept?.waiting,
        all.filter(({ state }) => state === 'waiting').reduce((sum, { adults }) => sum + adults, 0),
      )
      // Whoever waits came after all who have a seat.
      const firstWaiting = all.findIndex(({ state }) => state === 'waiting')
      assert.equal(firstWaiting, seated.length)
      assert.equal(new Set(all.map(({ code }) => code)).size, all.length)
    } finally {
      await Promise.all(writers.map(database => database.close()))
    }
  })

  it('keeps order and seats when 64 cancel and change while others sign up', async () => {
    const writers = sixtyFour()
    const at = (index: number) => ({ database: writers[index] ?? db })
    try {
      const activity = await hold({ capacity: 40 })
      const first = await Promise.all(Array.from({ length: 32 }, () => join(activity, 2)))
      await Promise.all([
        ...first.map((one, index) => {
          const asked = { act: newId(), signUp: one, institution, now }
          return index % 2 === 0
            ? giveUp(at(index), asked)
            : changeHeads(at(index), { ...asked, adults: 1, children: 0 })
        }),
        ...Array.from({ length: 32 }, (_, index) => signUp(at(32 + index), group(activity, 3))),
      ])
      const all = await signUpsOf(db, activity)
      const heads = (state: string) =>
        all.filter(one => one.state === state).reduce((sum, { adults }) => sum + adults, 0)
      const kept = await activityById(db, activity)
      assert.deepEqual([kept?.taken, kept?.waiting], [heads('seated'), heads('waiting')])
      assert.ok(heads('seated') <= 40)
      const [next] = all.filter(({ state }) => state === 'waiting')
      assert.ok(next === undefined || heads('seated') + next.adults > 40, 'the next in the list could have had seats')
    } finally {
      await Promise.all(writers.map(database => database.close()))
    }
  })

  it('answers each of a crowd for itself, though they are written together', async () => {
    const activity = await hold({ capacity: 5 })
    const twice = group(activity, 2)
    const crowd = [twice, group(activity, 9), twice, group(activity, 3), group(activity, 1, { mayWait: false })]
    const answers = await Promise.all(crowd.map(one => signUp(world, one)))
    assert.deepEqual(
      answers.map(one => (one.ok ? one.value.state : one.problems[0]?.code)),
      ['seated', 'larger-than-the-house', 'seated', 'seated', 'too-few-seats'],
    )
    assert.deepEqual(answers[0], answers[2])
    assert.deepEqual(
      (await signUpsOf(db, activity)).map(({ position, adults }) => [position, adults]),
      [
        [1, 2],
        [2, 3],
      ],
    )
  })

  it('gives seats that come free to the first who fit in order, and remembers that they must be told', async () => {
    const activity = await hold()
    const leaving = await join(activity, 4)
    await join(activity, 8)
    const [large, small] = [await join(activity, 5), await join(activity, 1)]
    assert.deepEqual([large.state, small.state], ['waiting', 'waiting'])
    assert.ok((await giveUp(world, { act: newId(), signUp: leaving, institution, now })).ok)
    // Four are free, five wait first: nobody is passed over.
    assert.equal((await signUpById(db, small.id))?.state, 'waiting')
    const fewer = { act: newId(), signUp: large, institution, now, adults: 3, children: 0 }
    assert.ok((await changeHeads(world, fewer)).ok)
    const moved = await signUpsToTell(db, activity)
    assert.deepEqual(
      moved.map(({ id, state, tell }) => [id, state, tell]),
      [
        [large.id, 'seated', 'moved-up'],
        [small.id, 'seated', 'moved-up'],
      ],
    )
    assert.ok((await noteTold(world, { ...doing(), activity, signUps: [large.id] })).ok)
    assert.equal((await signUpsToTell(db, activity)).length, 1)
  })

  it('takes no seat from anybody, and gives new ones to whoever waits', async () => {
    const activity = await hold({ capacity: 4 })
    await join(activity, 4)
    const waiting = await join(activity, 2)
    const to = (capacity: number) =>
      changeActivity(world, { ...doing(), activity, plan: planned({ capacity }), seen: null })
    const smaller = await to(3)
    assert.deepEqual(smaller.ok ? [] : smaller.problems, [{ code: 'fewer-than-taken', taken: 4 }])
    assert.ok((await to(6)).ok)
    assert.equal((await signUpById(db, waiting.id))?.state, 'seated')
  })

  it('that is called off must be told to all who stand, and takes nobody more', async () => {
    const activity = await hold()
    await join(activity, 2)
    const gone = await join(activity, 1)
    await giveUp(world, { act: newId(), signUp: gone, institution, now })
    assert.ok((await cancelActivity(world, { ...doing(), activity, reason: 'Mưa lớn' })).ok)
    assert.deepEqual(
      (await signUpsToTell(db, activity)).map(({ tell }) => tell),
      ['cancelled'],
    )
    const late = await signUp(world, group(activity, 1))
    assert.deepEqual(late.ok ? [] : late.problems, [{ code: 'cancelled', reason: 'Mưa lớn' }])
  })

  it('counts who came, not who signed up; a mistake leaves nothing behind', async () => {
    const activity = await hold()
    const family = await join(activity, 4)
    const before = await sums()
    assert.deepEqual(before, [0, 0])
    const at = { ...doing(), activity }
    const came = await checkIn(world, { ...at, who: { scan: family.code }, came: { adults: 1, children: 2 } })
    assert.ok(came.ok)
    const again = await checkIn(world, { ...at, act: newId(), who: { scan: family.ticket }, came: null })
    assert.deepEqual(again.ok ? [] : again.problems.map(({ code }) => code), ['here-already'])
    assert.ok((await countAtDoor(world, { ...at, act: newId(), came: { adults: 5, children: 0 } })).ok)
    assert.deepEqual(await sums(), [8, 0])
    assert.ok((await undoCheckIn(world, { ...at, act: newId(), checkIn: came.value.checkIn })).ok)
    assert.deepEqual(await sums(), [5, 0])
    const early = await confirmHeld(world, { ...at, act: newId(), came: null })
    assert.deepEqual(early.ok ? [] : early.problems.map(({ code }) => code), ['not-begun'])
    assert.ok((await confirmHeld(world, { ...at, act: newId(), now: endsAt, came: null })).ok)
    assert.deepEqual(await sums(), [5, 1])
    assert.ok((await takeHeldBack(world, { ...at, act: newId(), now: endsAt })).ok)
    assert.deepEqual(await sums(), [5, 0])
  })

  it('asks how many came in all when nobody was checked in', async () => {
    const activity = await hold()
    const at = { ...doing(), activity, now: endsAt }
    const [attended = 0] = await sums()
    const asked = await confirmHeld(world, { ...at, came: null })
    assert.deepEqual(asked.ok ? [] : asked.problems, [{ code: 'total-missing' }])
    assert.ok((await confirmHeld(world, { ...at, act: newId(), came: { adults: 20, children: 9 } })).ok)
    assert.deepEqual(await sums(), [attended + 29, 1])
  })

  it('writes to those who gave an e-mail, once each, and leaves those with a telephone to be rung', async () => {
    const startsAt = new Date('2026-11-28T01:00:00Z')
    const activity = await hold({ capacity: 2, startsAt, endsAt: new Date('2026-11-28T03:00:00Z') })
    const email = (name: string) => ({ contact: { kind: 'email', value: `${name}@example.org` } as const })
    const first = await join(activity, 2)
    const waiting = await join(activity, 1, email('may'))
    await join(activity, 1, { contact: { kind: 'phone', value: '0900000001' } })
    const letters = async (topic: string) =>
      (await db.one<{ n: number }>(sql`select count(*) as n from notice where topic = ${topic} and channel = 'email'`))
        .n
    assert.equal(await letters('event-confirmation'), 1)
    assert.equal(await letters('event-reminder'), 0)
    await giveUp(world, { act: newId(), signUp: first, institution, now })
    assert.equal(await letters('event-moved-up'), 1)
    assert.deepEqual(
      (await signUpsToTell(db, activity)).map(({ contact }) => contact?.kind),
      ['phone'],
    )
    const reminder = await db.one<{ template: Template['values']; not_before: Date }>(
      sql`select template, not_before from notice where topic = 'event-reminder'`,
    )
    assert.equal(reminder.not_before.toISOString(), '2026-11-27T01:00:00.000Z')
    const values = {
      title: 'Đan giỏ mây',
      startsAt: startsAt.toISOString(),
      where: 'Sân sau',
      path: `/ghi-ten/${waiting.ticket}`,
      code: waiting.code,
    }
    const due: Template = { topic: 'event-reminder', values }
    assert.equal(await refreshEventLetter(db, due, 'vi'), due)
    await cancelActivity(world, { ...doing(), activity, reason: 'Mưa lớn' })
    const cancelled = await db.many<{ path: string }>(
      sql`select template ->> 'path' as path from notice where topic = 'event-cancelled'`,
    )
    assert.deepEqual(cancelled, [{ path: '/hoat-dong' }], 'to the other events')
    assert.equal(await refreshEventLetter(db, due, 'vi'), null)
  })

  it('forgets names and contacts thirty days after its end, and the journal never knew them', async () => {
    const activity = await hold()
    const one = await join(activity, 2, { groupName: 'Nhà ông Pao', contact: { kind: 'phone', value: '0987654321' } })
    world.clock.set(new Date(endsAt.getTime() + 29 * 86_400_000))
    await eraseOldContacts(world)
    assert.equal((await signUpById(db, one.id))?.groupName, 'Nhà ông Pao')
    world.clock.set(new Date(endsAt.getTime() + 31 * 86_400_000))
    assert.ok((await eraseOldContacts(world)) > 0)
    const erased = await signUpById(db, one.id)
    assert.deepEqual([erased?.groupName, erased?.contact, erased?.adults], [null, null, 2])
    assert.equal(await eraseOldContacts(world), 0)
    const [later, laterEnd] = [40, 41].map(days => new Date(endsAt.getTime() + days * 86_400_000))
    await db.run(sql`update activity set starts_at = ${later}, ends_at = ${laterEnd} where id = ${activity}`)
    const anew = await join(activity, 1, { groupName: 'Nhà bà Mẩy', now: world.clock.now() })
    world.clock.set(new Date(endsAt.getTime() + 72 * 86_400_000))
    assert.ok((await eraseOldContacts(world)) > 0)
    assert.equal((await signUpById(db, anew.id))?.groupName, null, 'of an event that was moved and filled anew, too')
    world.clock.set(now)
    const { told } = await db.one<{ told: number }>(sql`
      select count(*) as told from journal where concat(payload::text, answer::text) ~ 'Pao|0987654321|Mẩy|0912345678'
        or concat(payload::text, answer::text) ~ ${one.ticket}`)
    assert.equal(told, 0)
  })

  it('knows a person only while they want it', async () => {
    const person = newId()
    await addPerson(db, { id: person, displayName: 'Vàng Thị Mẩy', kind: 'adult', demo: false })
    const activity = await hold()
    const mine = await join(activity, 1, { person })
    assert.deepEqual(
      (await signUpsOfPerson(db, person, 5)).map(({ ticket }) => ticket),
      [mine.ticket],
    )
    assert.equal(await db.transaction(tx => forgetPersonInSignUps(tx, person, now)), 1)
    assert.deepEqual(await signUpsOfPerson(db, person, 5), [])
  })
})
