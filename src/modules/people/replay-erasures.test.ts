import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openDesks } from '../../../tests/support/desk.ts'
import { peoplePort } from '../../app/people-port.tsx'
import { openBackup, restoreBackup, writeBackup } from '../../platform/backup/index.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { eraseReader, replayErasures } from './erase-person.ts'
import { erasedPeople } from './erasure-store.ts'

describe('a person who was erased', () => {
  let desks: Awaited<ReturnType<typeof openDesks>>
  before(async () => {
    desks = await openDesks()
  })
  after(() => desks.close())

  it('does not come back with the backup of an earlier day', async () => {
    const { world } = desks
    const { database, files } = world
    const person = await desks.giveCard('TVT-000009')
    await database.run(sql`update person set display_name = 'Người Trở Lại' where id = ${person}`)
    const card = await database.one<{ id: string }>(sql`select id from card where person = ${person}`)
    const target = join(world.config.dataDir, 'truoc.tar')
    const url = world.test.ownerUrl
    await writeBackup({ url, files, target, now: world.clock.now() })

    const port = peoplePort(world)
    const asked = { act: newId(), by: newId(), card: card.id, institution: desks.at.TVT, lang: 'vi' as const }
    assert.ok((await eraseReader(world, port, { ...asked, now: world.clock.now() })).ok)
    assert.equal(await replayErasures(world, port), 0, 'nothing to do while nothing came back')

    const backup = await openBackup(target)
    await restoreBackup(backup, { url, files })
    await backup.close()
    const names = () => database.many(sql`select id from person where display_name = 'Người Trở Lại'`)
    assert.equal((await names()).length, 1)
    assert.equal(await replayErasures(world, port), 1)
    assert.deepEqual(await names(), [])
    assert.deepEqual(await erasedPeople(database), [person])
    assert.equal(await replayErasures(world, port), 0)
  })
})
