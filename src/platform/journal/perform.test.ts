import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { ok, refused } from '../../kernel/result.ts'
import { newId } from '../clock.ts'
import { sql } from '../database/sql.ts'
import { type Act, ActIdReused, listEntries, perform } from './index.ts'

describe('an act', () => {
  let test: TestDatabase
  before(async () => {
    test = await testDatabase()
  })
  after(() => test.close())

  const act = (changes: Partial<Act> = {}): Act => ({
    id: newId(),
    type: 'test.count',
    version: 1,
    actor: null,
    institution: null,
    occurredAt: new Date('2026-11-24T02:00:00Z'),
    payload: {},
    ...changes,
  })

  it('is performed once, and gives the same answer when it comes again', async () => {
    const once = act()
    let times = 0
    const work = async () => ok({ times: ++times })
    assert.deepEqual(await perform(test.db, once, work), ok({ times: 1 }))
    assert.deepEqual(await perform(test.db, once, work), ok({ times: 1 }))
    assert.equal(times, 1)
  })

  it('that comes twice at the same moment is performed once', async () => {
    const once = act()
    let times = 0
    const work = async () => {
      await new Promise(resolve => setTimeout(resolve, 50))
      return ok({ times: ++times })
    }
    const answers = await Promise.all([perform(test.db, once, work), perform(test.db, once, work)])
    assert.deepEqual(answers, [ok({ times: 1 }), ok({ times: 1 })])
  })

  it('that is refused leaves no trace, and may be tried again', async () => {
    const once = act({ type: 'test.refused' })
    const refusal = await perform(test.db, once, async tx => {
      await tx.run(sql`insert into file (sha256, size, media_type) values (${'0'.repeat(64)}, 1, 'text/plain')`)
      return refused([{ code: 'no' }])
    })
    assert.deepEqual(refusal, refused([{ code: 'no' }]))
    assert.equal((await test.db.one<{ n: number }>(sql`select count(*) as n from file`)).n, 0)
    assert.equal((await listEntries(test.db, { institutions: null, type: 'test.refused', limit: 5 })).length, 0)
    assert.ok((await perform(test.db, once, async () => ok(null))).ok)
  })

  it('cannot take the id of another act', async () => {
    const once = act()
    await perform(test.db, once, async () => ok(null))
    await assert.rejects(
      perform(test.db, { ...once, type: 'test.other' }, async () => ok(null)),
      ActIdReused,
    )
  })

  it('stays in the journal: the application may neither change nor delete it', async () => {
    await assert.rejects(test.db.run(sql`update journal set type = 'x'`), /permission denied/)
    await assert.rejects(test.db.run(sql`delete from journal`), /permission denied/)
  })
})
