import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import { type FeedPosition, factsAfter, feedStart, record } from './index.ts'

const library = newId()

describe('the feed of facts', () => {
  let test: TestDatabase
  before(async () => {
    test = await testDatabase()
  })
  after(() => test.close())

  /** Records facts of one act inside a transaction of the caller's. */
  const recordIn = (tx: Db, act: string, count: number) =>
    record(
      tx,
      { id: act },
      Array.from({ length: count }, () => ({
        verb: 'copy.lent' as const,
        object: null,
        institution: library,
        facility: null,
        place: null,
        quantity: 1,
        occurredAt: new Date('2026-11-24T02:00:00Z'),
        person: null,
      })),
    )

  /**
   * Reads on until so many facts have come. Transactions of other tests on the same server hold facts back too, so what
   * is committed may take a moment.
   */
  async function readOn(position: FeedPosition, count: number, limit = 100) {
    const ids: string[] = []
    let at = position
    for (const deadline = Date.now() + 20_000; ids.length < count && Date.now() < deadline; ) {
      const page = await factsAfter(test.db, at, limit)
      ids.push(...page.facts.map(({ id }) => id))
      at = page.position
      if (page.facts.length === 0) await wait(5)
    }
    return { ids, position: at }
  }

  it('holds back what came after a transaction that is still open, and then gives both, the open one first', async () => {
    const begun = withResolvers()
    const mayEnd = withResolvers()
    let slow: string[] = []
    const long = test.db.transaction(async tx => {
      slow = await recordIn(tx, newId(), 2)
      begun.resolve()
      await mayEnd.promise
    })
    await begun.promise
    const quick = await test.db.transaction(tx => recordIn(tx, newId(), 2))
    const meanwhile = await factsAfter(test.db, feedStart, 10)
    assert.deepEqual(meanwhile.facts, [], 'a reader who took the quick ones now would skip the slow ones for ever')
    mayEnd.resolve()
    await long
    const { ids, position } = await readOn(meanwhile.position, 4)
    assert.deepEqual(ids, [...slow, ...quick])
    assert.deepEqual(await factsAfter(test.db, position, 10), { facts: [], position })
  })

  it('gives each fact once whatever commits, waits and fails beside it, and an act’s own in their order', async () => {
    const { position: start } = await readOn(feedStart, 4)
    const kept: string[][] = []
    let writing = true
    const write = async (seed: number) => {
      for (let turn = 0; turn < 15; turn++) {
        const pause = (seed * 7 + turn * 13) % 17
        const fails = (seed + turn) % 5 === 0
        const ids = await test.db
          .transaction(async tx => {
            const first = await recordIn(tx, newId(), 1 + (turn % 3))
            await wait(pause)
            const second = await recordIn(tx, newId(), 1)
            if (fails) throw new Error('given up')
            return [...first, ...second]
          })
          .catch(() => null)
        if (ids !== null) kept.push(ids)
      }
    }
    const seen: string[] = []
    let at = start
    const read = async (): Promise<void> => {
      while (writing) {
        const page = await readOn(at, 1, 3)
        seen.push(...page.ids)
        at = page.position
      }
    }
    const reading = read()
    await Promise.all([1, 2, 3, 4, 5].map(write))
    writing = false
    // A last fact lets a reader go who waits for one.
    kept.push(await test.db.transaction(tx => recordIn(tx, newId(), 1)))
    await reading
    const all = kept.flat()
    seen.push(...(await readOn(at, all.length - seen.length)).ids)
    assert.deepEqual([...seen].sort(), [...all].sort())
    assert.ok(kept.length >= 45, `${kept.length} transactions`)
    for (const ids of kept) {
      const from = seen.indexOf(ids[0] ?? '')
      assert.deepEqual(seen.slice(from, from + ids.length), ids, 'a transaction’s facts stand together')
    }
  })

  it('goes on from where a reader stood, page by page', async () => {
    const { count } = await test.db.one<{ count: number }>(sql`select count(*) as count from fact`)
    const { ids } = await readOn(feedStart, count, 1000)
    assert.equal(ids.length, count)
    assert.deepEqual((await readOn(feedStart, count, 1)).ids, ids)
  })
})

/** A promise that others settle; Node 20 has no Promise.withResolvers. */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}
