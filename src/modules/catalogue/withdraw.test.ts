import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { book, type Everything, type Imports, openImports } from '../../../tests/support/imports.ts'
import { registers } from '../../app/registers.ts'
import { findJob } from '../../platform/jobs/index.ts'
import { countBatch } from '../imports/batch-store.ts'
import { requestApply, requestStage, requestWithdraw } from '../imports/move-batch.ts'
import { importWorks } from '../imports/works.ts'
import { itemByBarcode, setItemStatus } from './item-store.ts'

describe('a batch', () => {
  let imports: Imports
  before(async () => {
    imports = await openImports()
  })
  after(() => imports.close())

  /** One edition of a work with one copy more than before. */
  const andOneBook = (before: Everything) => ({
    editions: before.editions + 1,
    items: before.items + 1,
    works: before.works + 1,
    documents: before.documents + 1,
    stock: before.stock + 1,
  })

  it('withdrawn leaves everything as it was, but for a copy on loan; read again it can come back', async () => {
    await imports.apply(await imports.stage(book('Nhị độ mai', '1960', 'N1')))
    const start = await imports.everything()
    const batch = await imports.apply(
      await imports.stage(Buffer.concat([book('Nhị độ mai', '1960', 'N2'), book('Phan Trần', '1960', 'N3', 'N4')])),
    )
    await imports.withdraw(batch)
    assert.deepEqual(await imports.everything(), start)
    assert.equal((await countBatch(imports.world.database, batch)).withdrawn, 2)

    assert.ok((await requestStage(imports.world, imports.ask(batch))).ok)
    await imports.run(batch)
    await imports.apply(batch)
    const n3 = await itemByBarcode(imports.world.database, 'N3')
    assert.ok(n3)
    await setItemStatus(imports.world.database, n3.id, 'on-loan')
    await imports.withdraw(batch)
    const end = await imports.everything()
    assert.deepEqual(end, andOneBook(start))
    assert.equal(await itemByBarcode(imports.world.database, 'N4'), null)
    assert.ok(await itemByBarcode(imports.world.database, 'N3'))
  })

  it('taken back on another day takes its copies off the day on which they were counted', async () => {
    const start = await imports.stockOf(imports.TVT)
    const batch = await imports.apply(await imports.stage(book('Hoa tiên', '1961', 'H1')))
    imports.world.clock.set(new Date('2026-12-05T02:00:00Z'))
    await imports.withdraw(batch)
    imports.world.clock.set(new Date('2026-11-24T02:00:00Z'))
    assert.equal(await imports.stockOf(imports.TVT), start)
  })

  it('taken back while it is coming in stops there', async () => {
    const start = await imports.everything()
    const many = Buffer.concat(Array.from({ length: 900 }, (_, n) => book(`Tập san ${n}`, '1990', `TS${n}`)))
    const batch = await imports.stage(many)
    const applying = await requestApply(imports.world, imports.ask(batch))
    assert.ok(applying.ok)
    const job = await findJob(imports.world.database, applying.value.job)
    assert.ok(job)
    let asked: Promise<unknown> | null = null
    const report = async (done: number) => {
      if (done === 500) asked = requestWithdraw(imports.world, imports.ask(batch))
      await asked
    }
    await importWorks(imports.world, registers)['imports.apply']?.(job, report, new AbortController().signal)
    assert.equal((await countBatch(imports.world.database, batch)).applied, 500)
    await imports.run(batch)
    assert.deepEqual(await imports.everything(), start)
    assert.equal((await countBatch(imports.world.database, batch)).withdrawn, 900)
  })
})
