import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Imports, openImports } from '../../../tests/support/imports.ts'
import { sharedFile } from '../../../tests/support/shared.ts'
import { localDate } from '../../kernel/local-date.ts'
import { sql } from '../../platform/database/sql.ts'
import { countBatch } from '../imports/batch-store.ts'
import { decide } from '../imports/move-batch.ts'
import { listRecords } from '../imports/record-store.ts'
import { sumFacts } from '../participation/index.ts'

const lines = (...objects: readonly object[]): Buffer => Buffer.from(objects.map(one => JSON.stringify(one)).join('\n'))
const basket = { 'Tên hiện vật': 'Gùi tre', 'Số kiểm kê': 'BT.01', 'Chất liệu': 'Tre, mây', 'Niên đại': 'Thế kỷ 20' }

describe('a file of objects', () => {
  let imports: Imports
  before(async () => {
    imports = await openImports()
  })
  after(() => imports.close())

  const bring = async (octets: Uint8Array) => imports.apply(await imports.stage(octets, imports.BT, 'heritage'))
  const records = (batch: string) => listRecords(imports.world.database, batch, null, 0, 50)
  const stock = async () => {
    const today = localDate('2026-11-24')
    const [sum] = await sumFacts(imports.world.database, [
      { verb: 'objects.stocked', institution: imports.BT, from: today, to: today },
    ])
    return sum ?? 0
  }
  /** Living objects, those of them that search may show, and the stock figure. */
  const everything = async () => ({
    ...(await imports.world.database.one<{ objects: number; findable: number }>(sql`
      select (select count(*) from museum_object where deleted_at is null) as objects,
             (select count(*) from search_document where deleted_at is null and key like 'object:%') as findable`)),
    stock: await stock(),
  })

  it('of JSON lines comes into the register of its institution, counted and findable', async () => {
    const batch = await bring(lines(basket, { title: 'Khung cửi', accession_number: 'BT.02' }))
    assert.deepEqual(
      (await records(batch)).map(({ outcome, title, items }) => [outcome, title, items]),
      [
        ['new', 'Gùi tre', 1],
        ['new', 'Khung cửi', 1],
      ],
    )
    assert.deepEqual(await everything(), { objects: 2, findable: 2, stock: 2 })
  })

  it('of rows goes the same way; a number that is there is the same object, and nothing is doubled', async () => {
    const before = await everything()
    const batch = await bring(
      Buffer.from(
        'TT;Số kiểm kê;Tên hiện vật;Chất liệu\n1;bt.01;Gùi tre;Tre\n2;BT.03;Ghế mây;Mây\n3;BT.03;Ghế mây;Mây\n',
      ),
    )
    assert.deepEqual(
      (await records(batch)).map(({ outcome, items }) => [outcome, items]),
      [
        ['same', 0],
        ['new', 1],
        ['same', 0],
      ],
    )
    assert.deepEqual(await everything(), {
      objects: before.objects + 1,
      findable: before.findable + 1,
      stock: before.stock + 1,
    })
  })

  it('leaves to a person whether a number stands for two things', async () => {
    const batch = await imports.stage(
      lines({ title: 'Nồi đồng', accession_number: 'BT.01' }, { title: 'Nồi gang', accession_number: 'BT.01' }),
      imports.BT,
      'heritage',
    )
    assert.deepEqual(
      (await records(batch)).map(({ outcome }) => outcome),
      ['doubtful', 'doubtful'],
    )
    assert.ok((await decide(imports.world, { ...imports.ask(batch), number: 2, decision: 'skip' })).ok)
    await imports.apply(batch)
    const [pot] = await records(batch)
    assert.deepEqual([pot?.items, pot?.warnings.map(({ code }) => code)], [1, ['number-taken']])
  })

  it('keeps back what is of rites, and says so; a record without a name is left out with its reason', async () => {
    const before = await everything()
    const batch = await bring(
      lines({ title: 'Tranh thờ Tam Thanh', accession_number: 'BT.09' }, { accession_number: 'X' }, { title: '' }),
    )
    const [painting, nameless] = await records(batch)
    assert.ok(painting?.warnings.some(({ code }) => code === 'kept-back'))
    assert.deepEqual(nameless?.reasons, [{ code: 'no-title' }])
    assert.deepEqual(await everything(), {
      objects: before.objects + 1,
      findable: before.findable,
      stock: before.stock + 1,
    })
  })

  it('ends before the sums below a register, which are no object', async () => {
    const rows = ['Số kiểm kê;Tên hiện vật', 'BT.70;Chum', ';Tổng cộng: 1 hiện vật']
    const [jar, sums] = await records(await imports.stage(Buffer.from(rows.join('\n')), imports.BT, 'heritage'))
    assert.deepEqual([jar?.outcome, sums?.reasons], ['new', [{ code: 'sums-row' }]])
  })

  it('withdrawn leaves the register as it was', async () => {
    const before = await everything()
    const batch = await bring(lines({ title: 'Sẽ rút', accession_number: 'BT.50' }, basket))
    await imports.withdraw(batch)
    assert.deepEqual(await everything(), before)
  })

  it('with a broken line loses that line alone', async () => {
    const batch = await bring(
      Buffer.concat([lines({ title: 'Trước' }), Buffer.from('\n{"title": "vỡ\n'), lines({ title: 'Sau' })]),
    )
    assert.deepEqual(
      (await records(batch)).map(({ outcome }) => outcome),
      ['new', 'problem', 'new'],
    )
  })

  const real = ['cmoa/cmoa-objects-5000', 'tate/tate-artworks-3000'].map(name =>
    sharedFile(`data/museum/${name}.jsonl.gz`),
  )
  it('as museums publish them comes in', {
    skip: real.includes(null) ? 'the records of Carnegie and Tate do not lie beside the clone' : false,
  }, async () => {
    const some = 300
    for (const path of real) {
      const whole = gunzipSync(readFileSync(path ?? '')).toString()
      const batch = await bring(gzipSync(whole.split('\n').slice(0, some).join('\n')))
      const { records, applied, problem, items } = await countBatch(imports.world.database, batch)
      assert.deepEqual([records, applied, problem, items], [some, some, 0, some])
    }
  })
})
