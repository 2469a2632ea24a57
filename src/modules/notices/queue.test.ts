import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { type Letter, type Mail, MailRefused } from '../../platform/mail/index.ts'
import { addPerson, putContact } from '../people/index.ts'
import { type NewNotice, notify, unnotify } from './index.ts'
import { leavePath } from './paths.ts'
import { forgetOldNotices, type Refresh, sendDueNotices } from './send.ts'
import { takeNotice } from './store.ts'
import { setWish } from './wish-store.ts'

const morning = new Date('2026-11-24T02:00:00Z')
const minutes = (n: number): Date => new Date(morning.getTime() + n * 60_000)

let world: TestWorld
before(async () => {
  world = await testWorld(morning)
})
after(() => world.close())
beforeEach(async () => {
  world.clock.set(morning)
  await world.database.run(sql`delete from notice`)
})

/** A mail server of the test's own: keeps what it was given, or refuses. */
function testMail(refuse?: () => MailRefused | null): Mail & { readonly letters: Letter[] } {
  const letters: Letter[] = []
  return {
    kind: 'server',
    letters,
    send: async letter => {
      const refusal = refuse?.() ?? null
      if (refusal !== null) throw refusal
      letters.push(letter)
    },
    close: () => undefined,
  }
}

const asQueued: Refresh = async (_db, template) => template
const send = (mail: Mail, refresh = asQueued) => sendDueNotices({ world, mail, refresh })

async function reader(email: string | null, language = 'vi', phone: string | null = null): Promise<string> {
  const person = newId()
  const db = world.database
  await addPerson(db, { id: person, displayName: 'Vàng Thị Mẩy', kind: 'adult', demo: false })
  await db.run(sql`update person set language = ${language} where id = ${person}`)
  const given = { person, confirmedAt: morning, addedBy: person, now: morning }
  if (email !== null) await putContact(db, { id: newId(), kind: 'email', value: email, ...given })
  if (phone !== null) await putContact(db, { id: newId(), kind: 'phone', value: phone, ...given })
  return person
}

const due = (person: string, key: string): NewNotice => ({
  topic: 'due-soon',
  values: { place: 'Thư viện tỉnh', dueOn: localDate('2026-11-26'), loans: [newId()], titles: ['Tây Bắc tả ngạn'] },
  key,
  to: { person },
  institution: null,
  now: world.clock.now(),
})

const cancelled = (to: NewNotice['to'], key: string): NewNotice => ({
  topic: 'event-cancelled',
  values: {
    title: 'Kể chuyện\r\nBcc: x@example.vn',
    startsAt: '2026-11-28T01:00:00.000Z',
    where: 'Thư viện tỉnh',
    path: '/lich',
    reason: '',
  },
  key,
  to,
  institution: null,
  now: world.clock.now(),
})

const states = async (): Promise<string[]> =>
  (await world.database.many<{ state: string }>(sql`select state from notice order by id`)).map(row => row.state)

describe('a message', () => {
  it('waits when the house is closing while another is sent, and goes out the next time', async () => {
    for (const key of ['a', 'b', 'c']) await notify(world.database, due(await reader(`${key}@example.vn`), key))
    const mail = testMail()
    const stopping = () => mail.letters.length > 0
    assert.equal(await sendDueNotices({ world, mail, refresh: asQueued, stopping }), 1)
    assert.deepEqual([...new Set(await states())].sort(), ['queued', 'sent'])
    assert.equal(await send(mail), 2)
  })

  it('goes out once, in the reader’s language, with a link that ends such letters', async () => {
    const mail = testMail()
    assert.equal(await notify(world.database, due(await reader('may@example.vn'), 'a')), 'queued')
    assert.equal(await notify(world.database, due(await reader('tom@example.vn', 'en'), 'b')), 'queued')
    assert.equal(await send(mail), 2)
    assert.equal(await send(mail), 0)
    assert.deepEqual(
      mail.letters.map(letter => [letter.to, letter.subject, letter.language]),
      [
        ['may@example.vn', '26/11/2026 đến hạn trả “Tây Bắc tả ngạn”', 'vi'],
        ['tom@example.vn', 'Due on 26 Nov 2026: “Tây Bắc tả ngạn”', 'en'],
      ],
    )
    const [first] = mail.letters
    assert.ok(first?.leave?.startsWith(`${world.config.publicUrl}${leavePath('')}`))
    assert.ok(first?.text.includes(first.leave ?? ''))
  })

  it('is queued with what it belongs to, or not at all', async () => {
    const person = await reader('may@example.vn')
    await assert.rejects(
      world.database.transaction(async tx => {
        await notify(tx, due(person, 'a'))
        throw new Error('the loan was not written')
      }),
    )
    assert.deepEqual(await states(), [])
  })

  it('is queued once under its key, by two that come at the same moment too, and again not after it went out', async () => {
    const person = await reader('may@example.vn')
    const both = await Promise.all([1, 2].map(() => notify(world.database, due(person, 'a'))))
    assert.deepEqual(both.sort(), ['already-queued', 'queued'])
    await send(testMail())
    world.clock.set(minutes(60 * 24 * 40))
    await forgetOldNotices(world)
    assert.equal(await notify(world.database, due(person, 'a')), 'already-queued')
    assert.equal(await notify(world.database, due(person, 'another')), 'queued')
  })

  it('is sent once by two senders at the same time, who share what is there', async () => {
    const person = await reader('may@example.vn')
    for (let n = 0; n < 30; n++) await notify(world.database, due(person, `n${n}`))
    const [one, other] = [testMail(), testMail()]
    await Promise.all([send(one), send(other)])
    const ids = [...one.letters, ...other.letters].map(letter => letter.id)
    assert.deepEqual([ids.length, new Set(ids).size], [30, 30])
    assert.ok(one.letters.length > 0 && other.letters.length > 0)
  })

  it('waits until seven in the morning; an answer to what somebody just did does not', async () => {
    const evening = new Date('2026-11-24T14:30:00Z')
    world.clock.set(evening)
    const person = await reader('may@example.vn')
    await notify(world.database, due(person, 'a'))
    const confirm: NewNotice = { ...due(person, 'c'), topic: 'confirm-address', values: { link: '/thu/xac-nhan/x' } }
    await notify(world.database, confirm)
    const mail = testMail()
    assert.equal(await send(mail), 1)
    assert.match(mail.letters[0]?.text ?? '', /\/thu\/xac-nhan\/x/)
    assert.equal(mail.letters[0]?.leave, null)
    world.clock.set(new Date('2026-11-24T23:59:59Z'))
    assert.equal(await send(mail), 0)
    world.clock.set(new Date('2026-11-25T00:00:00Z'))
    assert.equal(await send(mail), 1)
  })

  it('says what is true when it goes out, and is left away when nothing is', async () => {
    const person = await reader('may@example.vn')
    await notify(world.database, due(person, 'a'))
    await notify(world.database, due(person, 'b'))
    let asked = 0
    const refresh: Refresh = async (_db, template) => (asked++ === 0 ? null : template)
    const mail = testMail()
    assert.equal(await send(mail, refresh), 1)
    assert.deepEqual(await states(), ['expired', 'sent'])
  })

  it('is no use after its day, and can be taken back before it goes out', async () => {
    const person = await reader('may@example.vn')
    await notify(world.database, { ...due(person, 'a'), notBefore: minutes(30), expiresAt: minutes(60) })
    await notify(world.database, { ...due(person, 'b'), notBefore: minutes(30) })
    assert.equal(await unnotify(world.database, 'due-soon', 'b', morning), true)
    assert.equal(await send(testMail()), 0)
    world.clock.set(minutes(61))
    assert.equal(await send(testMail()), 0)
    assert.deepEqual(await states(), ['expired', 'expired'])
    assert.equal(await unnotify(world.database, 'due-soon', 'b', morning), false)
  })

  it('cannot put a line into the head of a letter', async () => {
    const mail = testMail()
    await notify(world.database, cancelled({ email: 'lan@example.vn', phone: null, language: 'vi' }, 'a'))
    await send(mail)
    assert.equal(mail.letters[0]?.subject, 'Không tổ chức: Kể chuyện Bcc: x@example.vn')
  })
})

describe('a letter that the server does not take', () => {
  it('is tried again later, then given up for staff to see', async () => {
    await notify(world.database, due(await reader('may@example.vn'), 'a'))
    let tries = 0
    const mail = testMail(() => {
      tries++
      return new MailRefused('451', false)
    })
    await send(mail)
    assert.deepEqual([await states(), tries], [['queued'], 1])
    world.clock.set(minutes(4))
    await send(mail)
    assert.equal(tries, 1)
    // Four in the afternoon of each day to come: never in quiet hours.
    for (let day = 0; day < 9; day++) {
      world.clock.set(minutes(60 * 24 * day + 420))
      await send(mail)
    }
    assert.deepEqual([await states(), tries], [['failed'], 7])
    const kept = await world.database.one<{ problem: string; values: object }>(
      sql`select problem, template as values from notice`,
    )
    assert.equal(kept.problem, '451')
    assert.notDeepEqual(kept.values, {})
  })

  it('is not tried again at an address that the server does not know', async () => {
    await notify(world.database, due(await reader('khong@example.vn'), 'a'))
    await send(testMail(() => new MailRefused('550', true)))
    assert.deepEqual(await states(), ['failed'])
  })

  it('does not hold the others back, unless no server answers', async () => {
    for (const key of ['a', 'b', 'c']) await notify(world.database, due(await reader(`${key}@example.vn`), key))
    let tries = 0
    await send(testMail(() => (tries++ === 0 ? new MailRefused('451', false) : null)))
    assert.equal(tries, 3)
    await notify(world.database, due(await reader('d@example.vn'), 'd'))
    await notify(world.database, due(await reader('e@example.vn'), 'e'))
    tries = 0
    await send(testMail(() => (tries++, new MailRefused('ECONNREFUSED', false))))
    assert.equal(tries, 1)
  })

  it('goes out again when its sender was lost, but no third time', async () => {
    await notify(world.database, due(await reader('may@example.vn'), 'a'))
    const mail = testMail()
    const lose = (n: number) => {
      world.clock.set(minutes(n))
      const lostBefore = minutes(n - 10)
      return takeNotice(world.database, { topics: ['due-soon'], now: minutes(n), lostBefore })
    }
    assert.ok(await lose(0))
    world.clock.set(minutes(9))
    assert.equal(await send(mail), 0)
    assert.ok(await lose(11))
    world.clock.set(minutes(22))
    assert.equal(await send(mail), 0)
    assert.deepEqual([await states(), mail.letters.length], [['failed'], 0])
    await notify(world.database, due(await reader('lan@example.vn'), 'b'))
    assert.ok(await lose(23))
    world.clock.set(minutes(34))
    assert.equal(await send(mail), 1)
  })
})

describe('whom a message reaches', () => {
  it('is nobody whose address is not confirmed, and nobody without one', async () => {
    const person = await reader(null)
    assert.equal(await notify(world.database, due(person, 'a')), 'no-address')
    const contact = { id: newId(), person, kind: 'email', value: 'may@example.vn', confirmedAt: null } as const
    await putContact(world.database, { ...contact, addedBy: person, now: morning })
    assert.equal(await notify(world.database, due(person, 'a')), 'no-address')
  })

  it('is nobody who left before it went out; they may come back', async () => {
    const person = await reader('may@example.vn')
    const wish = { subject: 'loans', now: morning } as const
    await notify(world.database, due(person, 'a'))
    await setWish(world.database, { kind: 'person', person }, { ...wish, wanted: false })
    assert.equal(await send(testMail()), 0)
    assert.deepEqual(await states(), ['left'])
    assert.equal(await notify(world.database, due(person, 'b')), 'not-wanted')
    await setWish(world.database, { kind: 'person', person }, { ...wish, wanted: true })
    assert.equal(await notify(world.database, due(person, 'b')), 'queued')
  })

  it('is a list to ring where there is a telephone alone and somebody is waiting for the news', async () => {
    const person = await reader(null, 'vi', '0912345678')
    assert.equal(await notify(world.database, cancelled({ person }, 'a')), 'to-be-rung')
    assert.equal(await notify(world.database, due(person, 'a')), 'no-address')
    assert.equal(
      await notify(world.database, cancelled({ email: null, phone: '0912345678', language: 'vi' }, 'b')),
      'to-be-rung',
    )
    assert.equal(await send(testMail()), 0)
  })

  it('hears of activities only after asking for it', async () => {
    const person = await reader('may@example.vn')
    assert.equal(await notify(world.database, cancelled({ person }, 'a')), 'no-address')
    await setWish(world.database, { kind: 'person', person }, { subject: 'events', wanted: true, now: morning })
    assert.equal(await notify(world.database, cancelled({ person }, 'a')), 'queued')
  })
})

describe('what the queue remembers', () => {
  it('is not what a letter said, once it is out; not whom it went to, after thirty days', async () => {
    const person = await reader('may@example.vn')
    await notify(world.database, due(person, 'a'))
    await notify(world.database, cancelled({ email: 'lan@example.vn', phone: null, language: 'vi' }, 'b'))
    await send(testMail())
    const rows = () =>
      world.database.many<{ person: string | null; address: string | null; template: object; state: string }>(
        sql`select person, address, template, state from notice order by id`,
      )
    assert.deepEqual(await rows(), [
      { person, address: null, template: {}, state: 'sent' },
      { person: null, address: 'lan@example.vn', template: {}, state: 'sent' },
    ])
    world.clock.set(minutes(60 * 24 * 30 - 1))
    assert.equal(await forgetOldNotices(world), 0)
    world.clock.set(minutes(60 * 24 * 30 + 1))
    assert.equal(await forgetOldNotices(world), 2)
    const forgotten = { person: null, address: null, template: {}, state: 'sent' }
    assert.deepEqual(await rows(), [forgotten, forgotten])
  })

  it('is no address of a group without an account for longer than the installation keeps contacts', async () => {
    await notify(world.database, due(await reader('may@example.vn'), 'a'))
    await notify(world.database, cancelled({ email: 'lan@example.vn', phone: null, language: 'vi' }, 'b'))
    await send(testMail())
    world.clock.set(minutes(60 * 24 * 7 + 1))
    const { database, clock, config } = world
    assert.equal(await forgetOldNotices({ database, clock, config: { ...config, contactDays: 7 } }), 1)
    const kept = await database.many(sql`select address from notice where address is not null`)
    assert.deepEqual(kept, [])
  })
})
