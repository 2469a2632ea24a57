import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { institutionsPort, placesPort } from '../src/app/ports.ts'
import { loadDemonstration, type Say } from '../src/cli/demo-loader.ts'
import { localDateAt } from '../src/kernel/local-date.ts'
import { fixedClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { readNode } from '../src/platform/database/node.ts'
import { sql } from '../src/platform/database/sql.ts'
import { openFiles } from '../src/platform/files/index.ts'
import { createRateLimiter } from '../src/platform/http/index.ts'
import { silentLog } from '../src/platform/log.ts'
import type { World } from '../src/platform/world.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'
import { followFacts } from './support/figures.ts'
import { countRows } from './support/filled-database.ts'

/** A node in a data folder of its own. */
async function openNode() {
  const test = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'tinh-mau-'))
  const config = readConfig({ DATA_DIR: dataDir }, ['--lang=vi'])
  const files = openFiles(join(dataDir, 'files'))
  const worldAt = (now: Date): World => {
    const clock = fixedClock(now)
    return { database: test.db, clock, config, log: silentLog, files, limiter: createRateLimiter(clock) }
  }
  const load = (now: Date, say: Say = () => undefined) => {
    const world = worldAt(now)
    return loadDemonstration(
      world,
      { places: placesPort(world.clock), institutions: institutionsPort(world.clock) },
      say,
    )
  }
  const close = async () => {
    await test.close()
    rmSync(dataDir, { recursive: true })
  }
  return { db: test.db, load, close }
}

type Node = Awaited<ReturnType<typeof openNode>>

const openLoansDue = async (db: TestDatabase['db'], today: string) =>
  db.one<{ today: number; tomorrow: number; overdue: number; open: number }>(sql`
    select count(*) filter (where due_on = ${today}::date) as today,
           count(*) filter (where due_on = ${today}::date + 1) as tomorrow,
           count(*) filter (where due_on < ${today}::date) as overdue, count(*) as open
    from loan where returned_at is null`)

describe('the demonstration province', () => {
  const now = new Date('2026-11-24T02:00:00Z')
  let node: Node
  let loaded: Awaited<ReturnType<Node['load']>>

  before(async () => {
    node = await openNode()
    loaded = await node.load(now)
  })
  after(() => node.close())

  it('holds institutions, books, readers and a year of loans', async () => {
    const rows = await countRows(node.db)
    const atLeast = { institution: 60, edition: 400, item: 1500, card: 20, account: 12, loan: 400 }
    for (const [table, least] of Object.entries(atLeast))
      assert.ok((rows.get(table) ?? 0) >= least, `${table}: ${rows.get(table)}`)
    assert.equal((await readNode(node.db)).demo, true)
  })

  it('brings every book in by a batch, without a doubt or a problem', async () => {
    const { odd, loose } = await node.db.one<{ odd: number; loose: number }>(sql`
      select (select count(*) from import_record
              where outcome not in ('new', 'same') or state <> 'applied' or warnings <> '[]') as odd,
             (select count(*) from item where batch is null) as loose`)
    assert.deepEqual({ odd, loose }, { odd: 0, loose: 0 })
  })

  it('marks every institution and person as demonstration', async () => {
    const { real } = await node.db.one<{ real: number }>(sql`
      select (select count(*) from institution where not demo) + (select count(*) from person where not demo) as real`)
    assert.equal(real, 0)
  })

  it('has loans due today, tomorrow and three days late, a reader at the limit and an expired card', async () => {
    const due = await openLoansDue(node.db, '2026-11-24')
    assert.ok(due.today >= 1 && due.tomorrow >= 1 && due.overdue >= 1 && due.open >= 25, JSON.stringify(due))
    const { most } = await node.db.one<{ most: number }>(sql`
      select max(n) as most from (select count(*) as n from loan where returned_at is null group by card) as held`)
    assert.equal(most, 5)
    const { expired } = await node.db.one<{ expired: number }>(
      sql`select count(*) as expired from card where expires_on < ${localDateAt(now)}`,
    )
    assert.equal(expired, 1)
  })

  it('gives figures that equal the loans and the copies', async () => {
    await followFacts(node.db, () => now)
    const { wrong } = await node.db.one<{ wrong: number }>(sql`
      select count(*) as wrong from (
        select institution, date_trunc('month', lent_on)::date as month, count(*) as value from loan group by 1, 2
      ) as lent full join (select * from figure_cell where indicator = 'circulations') as cell using (institution, month)
      where lent.value is distinct from cell.value`)
    assert.equal(wrong, 0)
    const { cells, copies } = await node.db.one<{ cells: number; copies: number }>(sql`
      select (select sum(value) from figure_cell where indicator = 'copies') as cells, count(*) as copies from item`)
    assert.equal(cells, copies)
    const { months } = await node.db.one<{ months: number }>(
      sql`select count(distinct month) as months from figure_cell where indicator = 'circulations'`,
    )
    assert.equal(months, 13)
  })

  it('writes the passwords where only this user reads them, and never the same twice', async () => {
    assert.equal(statSync(loaded.file).mode & 0o777, 0o600)
    const text = readFileSync(loaded.file, 'utf8')
    assert.ok(loaded.accounts.every(({ login, password }) => text.includes(login) && text.includes(password)))
    assert.equal(new Set(loaded.accounts.map(({ password }) => password)).size, loaded.accounts.length)
  })

  it('changes nothing when it is loaded again', async () => {
    const before = await countRows(node.db)
    const again = await node.load(new Date('2026-12-24T02:00:00Z'))
    assert.equal(again.fresh, false)
    assert.deepEqual(again.accounts, loaded.accounts)
    assert.deepEqual(await countRows(node.db), before)
  })
})

describe('a loading that is cut off', () => {
  // Thứ Hai, mùng 3 Tết: every door is locked.
  const now = new Date('2027-02-08T02:00:00Z')
  let node: Node
  before(async () => {
    node = await openNode()
  })
  after(() => node.close())

  it('goes on where it stopped, at whatever step, and ends as one that was not', async () => {
    const cutAt = async (words: RegExp, at: Date) => {
      const cut: Say = line => {
        if (words.test(line)) throw new Error('cut')
      }
      await assert.rejects(node.load(at, cut), /^Error: cut$/)
    }
    await cutAt(/thư viện, bảo tàng/, now)
    await cutAt(/20\/40 thư viện/, now)
    await cutAt(/thẻ bạn đọc/, now)
    await cutAt(/mượn trả 250\//, now)
    // The next day: what was planned for the first day stays planned for it.
    await node.load(new Date('2027-02-09T02:00:00Z'))
    const rows = await countRows(node.db)
    const counted = await node.db.one<{ lent: number; acts: number; stocked: number }>(sql`
      select (select count(*) from fact where verb = 'copy.lent') as lent,
             (select count(*) from journal where type = 'circulation.lend') as acts,
             (select sum(quantity) from fact where verb = 'copies.stocked') as stocked`)
    assert.deepEqual(counted, { lent: rows.get('loan'), acts: rows.get('loan'), stocked: rows.get('item') })
    const { open, overdue } = await openLoansDue(node.db, '2027-02-08')
    assert.ok((rows.get('loan') ?? 0) >= 380 && open >= 25 && overdue >= 1, JSON.stringify({ open, overdue }))
    assert.equal(rows.get('card'), 24)
    assert.equal(rows.get('account'), 14)
  })
})
