import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Desks, openDesks } from '../../../tests/support/desk.ts'
import { lastCardNumber } from './card-store.ts'

describe('the series of an institution’s cards', () => {
  let desks: Desks

  before(async () => {
    desks = await openDesks()
  })
  after(() => desks.close())

  const last = (code: string) => desks.world.database.transaction(tx => lastCardNumber(tx, code))

  it('begins at nothing', async () => {
    assert.equal(await last('TVT'), 0)
  })

  it('goes on behind the highest number, whatever else begins alike', async () => {
    for (const number of ['TVT-000005', 'TVT-000105', 'TVT-000021', 'TVT-CU9999', 'TVTAPHIN-000900', 'TVT']) {
      await desks.giveCard(number)
    }
    assert.deepEqual([await last('TVT'), await last('TVTAPHIN'), await last('TV_')], [105, 900, 0])
  })
})
