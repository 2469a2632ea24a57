import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { localDate } from '../kernel/local-date.ts'
import { defaultKinds } from '../modules/visits/visit-kind.ts'
import { newId } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { type Sql, sql, textOf } from '../platform/database/sql.ts'
import { correctedInstant, decideArrival, mostActs, parseSending } from './arrival.ts'

const now = new Date('2026-11-24T02:00:00Z')
const before24h = new Date(now.getTime() - 86_400_000)

describe('the moment of an act', () => {
  const moment = (occurredAt: string, sentAt: string): string =>
    correctedInstant(new Date(occurredAt), new Date(sentAt), now).toISOString()

  it('is told by how long ago it was on the device, whatever the clock of the device shows', () => {
    const tenMinutesAgo = '2026-11-24T01:50:00.000Z'
    assert.equal(moment('2026-11-24T01:50:00Z', '2026-11-24T02:00:00Z'), tenMinutesAgo)
    assert.equal(moment('2001-01-01T00:00:00Z', '2001-01-01T00:10:00Z'), tenMinutesAgo)
    assert.equal(moment('2031-05-05T08:00:00+07:00', '2031-05-05T08:10:00+07:00'), tenMinutesAgo)
  })

  it('is never later than now', () =>
    assert.equal(moment('2026-11-25T02:00:00Z', '2026-11-24T02:00:00Z'), now.toISOString()))

  it('is refused when it is more than 30 days ago, or cannot be read', () => {
    const act = { id: newId(), type: 'visits.count', version: 1, institution: 'TVT', payload: {} }
    const code = (occurredAt: unknown): string => {
      const result = decideArrival({ ...act, occurredAt }, now, now)
      return result.ok ? 'taken' : result.problems.map(problem => problem.code).join()
    }
    assert.equal(code('2026-10-25T02:00:00Z'), 'taken')
    assert.equal(code('2026-10-25T01:59:59Z'), 'too-old')
    for (const none of ['hôm qua', '2026-11-24', '2026-13-24T00:00:00Z', 1_700_000_000, null])
      assert.equal(code(none), 'no-moment', String(none))
  })
})

describe('a sending', () => {
  it('is a time and a list of acts, and not more than the most', () => {
    const codes = (body: unknown) => {
      const result = parseSending(body)
      return result.ok ? 'read' : result.problems.map(({ code }) => code).join()
    }
    const sentAt = now.toISOString()
    assert.equal(codes({ sentAt, acts: Array(mostActs).fill({}) }), 'read')
    assert.equal(codes({ sentAt, acts: Array(mostActs + 1).fill({}) }), 'too-many-acts')
    assert.equal(codes({ sentAt: 'bây giờ', acts: [] }), 'no-sent-at')
    for (const none of [null, [], 'x', 3, {}, { sentAt, acts: {} }]) assert.equal(codes(none), 'no-sending')
  })
})

interface Line {
  readonly id: string | null
  readonly state: string
  readonly says?: string
  readonly reasons?: readonly string[]
}

describe('/api/viec', () => {
  let app: TestApp
  let keeper: Record<string, string>
  let copies: string[]
  let card: string
  let button: string
  before(async () => {
    app = await startTestApp()
    keeper = await app.signIn('giu-tu-suoi-thau')
    const { database } = app.world
    const { id, kind } = await database.one<{ id: string; kind: 'book-case' }>(
      sql`select id, kind from institution where code = 'TSSUOITHAU'`,
    )
    button = defaultKinds({ id, kind })[0]?.id ?? ''
    const shelf = await database.many<{ barcode: string }>(sql`
      select barcode from item where keeper = ${id} and status = 'available' and deleted_at is null order by barcode`)
    copies = shelf.map(({ barcode }) => barcode)
    card = (
      await database.one<{ number: string }>(sql`
        select number from card where institution = ${id} and state = 'valid' and expires_on > '2026-11-24' limit 1`)
    ).number
  })
  after(() => app?.close())

  const act = (type: string, payload: object, changes: object = {}) => ({
    id: newId(),
    type,
    version: 1,
    institution: 'TSSUOITHAU',
    occurredAt: now.toISOString(),
    payload,
    ...changes,
  })
  const visit = (changes: object = {}) => act('visits.count', { kind: button }, changes)
  const post = (body: string, headers = keeper) =>
    fetch(`${app.url}/api/viec`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
  async function send(acts: readonly unknown[], headers = keeper, sentAt = now.toISOString()): Promise<Line[]> {
    const answer = await post(JSON.stringify({ sentAt, acts }), headers)
    assert.equal(answer.status, 200)
    return ((await answer.json()) as { acts: Line[] }).acts
  }
  const states = (lines: readonly Line[]) => lines.map(({ state }) => state).join()
  const count = async (table: 'loan' | 'journal' | 'fact'): Promise<number> =>
    (
      await app.world.database.one<{ loan: number; journal: number; fact: number }>(sql`
        select (select count(*) from loan) as loan, (select count(*) from journal) as journal,
               (select count(*) from fact) as fact`)
    )[table]

  /** The reader of these tests borrows only a few at a time. */
  const takeBack = async (barcode: string | undefined) =>
    assert.equal(states(await send([act('circulation.return', { barcode })])), 'received')

  it('lends, takes back and lends again in the order sent, and says each time what a desk would', async () => {
    const [barcode] = copies
    const lines = await send([
      act('circulation.lend', { card, barcode }),
      act('circulation.return', { barcode }),
      act('circulation.lend', { card, barcode: barcode?.toLowerCase() }),
      act('circulation.renew', { card, barcode }),
      act('circulation.return', { barcode }),
    ])
    assert.equal(states(lines), 'received,received,received,received,received')
    assert.match(lines[0]?.says ?? '', /^Đã cho mượn “.+”, hạn trả \d+\/\d+\/2026\.$/)
    assert.match(lines[1]?.says ?? '', /^Đã nhận trả “.+”\.$/)
  })

  it('answers an act that comes again as it did the first time, and writes it once', async () => {
    const acts = [act('circulation.lend', { card, barcode: copies[1] }), visit()]
    const first = await send(acts)
    const was = await count('journal')
    const [again, twice] = [await send(acts), await send([...acts, ...acts])]
    assert.deepEqual(again, first)
    assert.deepEqual(twice, [...first, ...first])
    assert.equal(await count('journal'), was)
    await takeBack(copies[1])
  })

  it('takes 199 good ones beside a bad one, and says of the bad one what to do', async () => {
    const bad = act('circulation.lend', { card: 'KHONG-CO', barcode: 'CUNG-KHONG' })
    const acts = Array.from({ length: 200 }, (_, at) => (at === 77 ? bad : visit()))
    const was = await count('fact')
    const lines = await send(acts)
    assert.deepEqual(
      lines.filter(({ state }) => state === 'refused'),
      [
        {
          id: bad.id,
          state: 'refused',
          reasons: [
            'Không có thẻ nào mang số “KHONG-CO”. Mời quét lại, hoặc tìm bạn đọc theo tên.',
            'Không có cuốn nào mang mã “CUNG-KHONG”. Mời quét lại mã vạch trên sách.',
          ],
        },
      ],
    )
    assert.equal(await count('fact'), was + 199)
  })

  it('puts the clock of the device right: a lending of yesterday is of yesterday, by a clock of 2001 too', async () => {
    const occurredAt = '2001-01-01T00:00:00.000Z'
    const lending = act('circulation.lend', { card, barcode: copies[2] }, { occurredAt })
    assert.equal(states(await send([lending], keeper, '2001-01-02T00:00:00.000Z')), 'received')
    const [written] = await app.world.database.many<{ lent_at: Date; on: string }>(sql`
      select lent_at, lent_on as on from loan join item on item.id = loan.item where barcode = ${copies[2]} order by lent_at desc`)
    assert.deepEqual([written?.lent_at, written?.on], [before24h, localDate('2026-11-23')])
    await takeBack(copies[2])
    const ahead = visit({ occurredAt: '2026-11-24T09:00:00.000Z' })
    assert.equal(states(await send([ahead])), 'received')
    const { occurred_at } = await app.world.database.one<{ occurred_at: Date }>(
      sql`select occurred_at from fact where act = ${ahead.id}`,
    )
    assert.deepEqual(occurred_at, now)
  })

  it('undoes a count that it took, in the same sending too', async () => {
    const counted = visit()
    const lines = await send([
      counted,
      act('visits.undo', { undone: counted.id }),
      act('visits.undo', { undone: counted.id }),
    ])
    assert.equal(states(lines), 'received,received,refused')
    assert.deepEqual(lines[2]?.reasons, ['Lần đếm này đã hoàn tác rồi.'])
  })

  it('keeps what rests upon an act that failed for the next sending, and takes the others', async t => {
    const { database } = app.world
    const { transaction } = database
    const run = (tx: Db) => async (query: Sql) => {
      if (textOf(query).includes('insert into loan')) throw new Error('cut off')
      return tx.run(query)
    }
    const cutOff: Db['transaction'] = (work, isolation) => transaction(tx => work({ ...tx, run: run(tx) }), isolation)
    const barcode = copies[3]
    const acts = [
      act('circulation.lend', { card, barcode }),
      act('circulation.return', { barcode: barcode?.toLowerCase() }),
      visit(),
    ]
    const { mock } = t.mock.method(database, 'transaction', cutOff)
    assert.equal(states(await send(acts)), 'again,again,received')
    mock.restore()
    assert.equal(states(await send(acts)), 'received,received,received')
  })

  it('refuses in words what is not in the list, of another version, at no place, or no act; nothing is written', async () => {
    const was = await count('journal')
    const lines = await send([
      act('circulation.undo', {}),
      act('people.reset-account', {}),
      visit({ version: 2 }),
      visit({ institution: 'KHONGCO' }),
      visit({ occurredAt: '2026-09-01T00:00:00.000Z' }),
      visit({ id: 'một' }),
      visit({ payload: 'x' }),
      act('visits.count', { kind: { toString: 'x' } }),
      act('visits.undo', { undone: "' or true" }),
      null,
      7,
      [],
    ])
    assert.ok(
      lines.every(({ state, reasons }) => state === 'refused' && reasons?.every(reason => /\p{Lu}.+\./u.test(reason))),
    )
    assert.equal(await count('journal'), was)
  })

  it('lets nobody do elsewhere what they may not do there', async () => {
    const elsewhere = await app.signIn('thu-thu-yen-bai')
    const [reader, museum] = [await app.signIn('ban-doc-01'), await app.signIn('kiem-ke-bao-tang')]
    const lending = act('circulation.lend', { card, barcode: copies[3] })
    const was = await count('journal')
    for (const who of [elsewhere, reader, museum])
      assert.equal(states(await send([lending, visit()], who)), 'refused,refused')
    assert.equal(
      states(await send([act('circulation.return', { barcode: copies[3] }, { institution: 'BTT' })], museum)),
      'refused',
    )
    assert.equal(await count('journal'), was)
    assert.equal(states(await send([lending])), 'received')
    await takeBack(copies[3])
  })

  it('gives an act whose id belongs to another one no answer of that one', async () => {
    const lending = act('circulation.lend', { card, barcode: copies[4] })
    assert.equal(states(await send([lending])), 'received')
    const [line] = await send([visit({ id: lending.id })])
    assert.deepEqual([line?.state, line?.reasons?.length], ['refused', 1])
    const librarian = await app.signIn('thu-thu-ta-phin')
    assert.equal(states(await send([lending], librarian)), 'refused', 'not even the same act of another person')
  })

  it('turns away bodies that are no sending, people not signed in, other people’s acts, and other sites', async () => {
    for (const body of ['', 'không phải JSON', '[]', '{"acts":[]}', `{"sentAt":"${now.toISOString()}"}`]) {
      const answer = await post(body)
      assert.equal(answer.status, 400, body)
      assert.match(((await answer.json()) as { detail: string }).detail, /Mời/)
    }
    const sending = { sentAt: now.toISOString(), acts: [visit()] }
    const was = await count('journal')
    const others = await post(JSON.stringify({ ...sending, by: newId() }))
    assert.equal(others.status, 409)
    assert.equal((await post(JSON.stringify(sending), { 'sec-fetch-site': 'same-origin' })).status, 401)
    assert.equal((await post(JSON.stringify(sending), { ...keeper, 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.equal(
      (await post(JSON.stringify({ ...sending, acts: [visit({ payload: 'x'.repeat(300_000) })] }))).status,
      413,
    )
    assert.equal(await count('journal'), was)
  })
})
