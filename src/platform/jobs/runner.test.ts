import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { newId } from '../clock.ts'
import { enqueueJob, findJob, startJobRunner } from './index.ts'

describe('long jobs', () => {
  let test: TestDatabase
  before(async () => {
    test = await testDatabase()
  })
  after(() => test.close())

  /** The order in which steps were done, of a job of five steps that was queued before one of a single step. */
  async function stepsOf(takingTurns: readonly string[]): Promise<string[]> {
    const [long, short] = [newId(), newId()]
    const steps: string[] = []
    let at = 0
    for (const [id, kind] of [
      [long, 'test.long'],
      [short, 'test.short'],
    ] as const)
      await test.db.transaction(tx => enqueueJob(tx, { id, kind, subject: null }))
    const runner = await startJobRunner({
      database: test.db,
      holder: `test-${process.pid}`,
      works: {
        'test.long': async (_job, report) => {
          while (at < 5) {
            at += 1
            steps.push(`long ${at}`)
            await report(at, 5)
          }
        },
        'test.short': async () => {
          steps.push('short')
        },
      },
      takingTurns,
      turnMs: 0,
      log: { error: (values, message) => assert.fail(`${message} ${JSON.stringify(values)}`) },
    })
    while ((await findJob(test.db, long))?.state !== 'done' || (await findJob(test.db, short))?.state !== 'done')
      await new Promise(resolve => setTimeout(resolve, 20))
    await runner.stop()
    assert.equal((await findJob(test.db, long))?.attempts, 1)
    return steps
  }

  it('give way to whoever waits when their turn is over, and go on where they stopped', async () => {
    assert.deepEqual(await stepsOf(['test.long']), ['long 1', 'short', 'long 2', 'long 3', 'long 4', 'long 5'])
  })

  it('that cannot be cut off are done to their end', async () => {
    assert.deepEqual(await stepsOf([]), ['long 1', 'long 2', 'long 3', 'long 4', 'long 5', 'short'])
  })
})
