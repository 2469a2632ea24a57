import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { book, type Imports, openImports } from '../../../tests/support/imports.ts'
import { control, data, iso2709 } from '../../../tests/support/marc.ts'
import { sharedFile } from '../../../tests/support/shared.ts'
import { registers } from '../../app/registers.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { batchById, countBatch } from '../imports/batch-store.ts'
import { decide, requestApply } from '../imports/move-batch.ts'
import { listRecords } from '../imports/record-store.ts'
import { startImport } from '../imports/start-import.ts'
import { itemByBarcode } from './item-store.ts'

/** As many records of a file as a test has time for. */
function firstRecords(octets: Buffer, count: number): Buffer {
  let end = 0
  for (let at = 0; at < count; at += 1) end = octets.indexOf(0x1d, end) + 1
  return octets.subarray(0, end)
}

describe('an import', () => {
  let imports: Imports
  before(async () => {
    imports = await openImports()
  })
  after(() => imports.close())

  const outcomesOf = async (batch: string) =>
    (await listRecords(imports.world.database, batch, null, 0, 100)).map(record => record.outcome)

  it('refuses in words what no register reads, and keeps nothing of it', async () => {
    const refusalOf = async (octets: Uint8Array) => {
      const started = await imports.send(octets)
      assert.ok(!started.ok)
      return started.problems
    }
    assert.deepEqual(await refusalOf(new Uint8Array()), [{ code: 'file-empty' }])
    assert.deepEqual(await refusalOf(Buffer.from('PK\u0003\u0004…')), [{ code: 'file-compressed', kind: 'zip' }])
    assert.deepEqual(await refusalOf(Buffer.from([0x1f, 0x8b, 8, 0])), [{ code: 'packed-damaged' }])
    assert.deepEqual(await refusalOf(gzipSync(gzipSync('x'))), [{ code: 'file-compressed', kind: 'gzip' }])
    assert.deepEqual(await refusalOf(Buffer.from('%PDF-1.7')), [{ code: 'file-of-another-kind', kind: 'pdf' }])
    assert.deepEqual(await refusalOf(Buffer.from([0, 1, 2, 3])), [{ code: 'file-unknown' }])
    assert.equal((await imports.world.database.one<{ n: number }>(sql`select count(*) as n from file`)).n, 0)
  })

  it('of the same file for the same institution is one batch, for another institution another', async () => {
    const octets = book('Sách gửi hai lần', '2001')
    const first = await imports.send(octets)
    const again = await imports.send(octets)
    const other = await imports.send(octets, imports.BT)
    assert.ok(first.ok && again.ok && other.ok)
    assert.equal(again.value.batch, first.value.batch)
    assert.deepEqual([first.value.known, again.value.known, other.value.known], [false, true, false])
    assert.equal(again.value.job, first.value.job)
    assert.notEqual(other.value.batch, first.value.batch)
    await imports.run(first.value.batch)
    const third = await imports.send(octets)
    assert.ok(third.ok && third.value.job === null, 'a batch that was read is not read again')
  })

  it('of one act sent twice is one', async () => {
    const asked = { act: newId(), by: null, institution: imports.TVT, register: null, coding: null, fileName: 'a.mrc' }
    const once = await startImport(imports.world, registers, { ...asked, source: [book('Một việc', '1999')] })
    const twice = await startImport(imports.world, registers, { ...asked, source: [book('Một việc', '1999')] })
    assert.deepEqual(twice, once)
  })

  it('tells new, same, doubtful and problem apart, and joins what repeats within the file', async () => {
    const file = Buffer.concat([
      book('Truyện Kiều', '1979', 'K1'),
      book('TRUYỆN KIỀU'.normalize('NFD'), '1979', 'K2'),
      book('Truyện Kiều', '', 'K3'),
      iso2709([control('001', 'x'), data('500', '  ', 'a', 'Không có gì')]),
      Buffer.from('rác'),
    ])
    const batch = await imports.stage(file)
    assert.deepEqual(await outcomesOf(batch), ['new', 'same', 'doubtful', 'problem', 'problem'])
    const counts = await countBatch(imports.world.database, batch)
    assert.deepEqual([counts.records, counts.leftOut, counts.normalised], [5, 2, 1])
    await imports.apply(batch)
    assert.equal((await batchById(imports.world.database, batch))?.state, 'applied')
    const k1 = await itemByBarcode(imports.world.database, 'K1')
    const k2 = await itemByBarcode(imports.world.database, 'K2')
    const k3 = await itemByBarcode(imports.world.database, 'K3')
    assert.ok(k1 && k2 && k3)
    assert.equal(k2.edition, k1.edition)
    assert.notEqual(k3.edition, k1.edition, 'a doubt that nobody decided comes in as another edition')
    const [same] = await listRecords(imports.world.database, batch, 'problem', 0, 1)
    assert.equal(same?.state, 'left-out')
  })

  it('follows what a person decided: the same, another one, or not at all', async () => {
    await imports.apply(await imports.stage(book('Lục Vân Tiên', '1972', 'L1')))
    const file = Buffer.concat([
      book('Lục Vân Tiên', '', 'L2'),
      book('Lục Vân Tiên', '1972', 'L3'),
      book('Lục Vân Tiên', '1980', 'L4'),
    ])
    const batch = await imports.stage(file)
    assert.deepEqual(await outcomesOf(batch), ['doubtful', 'same', 'doubtful'])
    const say = (number: number, decision: 'same' | 'new' | 'skip') =>
      decide(imports.world, { ...imports.ask(batch), number, decision })
    assert.ok((await say(1, 'same')).ok)
    assert.ok((await say(2, 'new')).ok)
    assert.ok((await say(3, 'skip')).ok)
    await imports.apply(batch)
    const [l1, l2, l3] = await Promise.all(['L1', 'L2', 'L3'].map(code => itemByBarcode(imports.world.database, code)))
    assert.ok(l1 && l2 && l3)
    assert.equal(l2.edition, l1.edition)
    assert.notEqual(l3.edition, l1.edition)
    assert.equal(await itemByBarcode(imports.world.database, 'L4'), null)
    const late = await say(1, 'new')
    assert.ok(!late.ok && late.problems[0]?.code === 'not-staged')
  })

  it('leaves a taken barcode off and says so; a copy that is held already is not added twice', async () => {
    await imports.apply(await imports.stage(book('Chinh phụ ngâm', '1950', 'C1', 'C2')))
    const before = await imports.stockOf(imports.TVT)
    const batch = await imports.apply(
      await imports.stage(
        Buffer.concat([book('Cung oán ngâm', '1950', 'C1'), book('Chinh phụ ngâm', '1950', 'C2', 'C3')]),
      ),
    )
    const notes = (await listRecords(imports.world.database, batch, 'warned', 0, 10)).map(record => record.warnings)
    assert.deepEqual(notes, [[{ code: 'barcode-taken', barcode: 'C1' }], [{ code: 'copy-known', number: 'C2' }]])
    assert.equal((await imports.stockOf(imports.TVT)) ?? 0, (before ?? 0) + 2)
  })

  it('cut off in the middle and taken up again gives what an uncut one gives', async () => {
    const many = Buffer.concat(Array.from({ length: 1203 }, (_, n) => book(`Quyển số ${n}`, '2010', `Q${n}`)))
    const start = await imports.everything()
    const batch = await imports.stage(many)
    assert.ok((await requestApply(imports.world, imports.ask(batch))).ok)
    const stop = new AbortController()
    let reports = 0
    const cut = imports.run(batch, stop.signal, () => {
      if (++reports === 2) stop.abort()
    })
    await assert.rejects(cut)
    assert.equal((await countBatch(imports.world.database, batch)).applied, 500)
    await imports.run(batch)
    const counts = await countBatch(imports.world.database, batch)
    assert.deepEqual([counts.applied, counts.items], [1203, 1203])
    const end = await imports.everything()
    assert.deepEqual(
      [end.editions - start.editions, end.items - start.items, end.documents - start.documents],
      [1203, 1203, 1203],
    )
    assert.equal((end.stock ?? 0) - (start.stock ?? 0), 1203)
  })

  it('cut off while the file is read goes on behind what was staged', async () => {
    const many = Buffer.concat(Array.from({ length: 1500 }, (_, n) => book(`Cuốn thứ ${n}`, '2011')))
    const started = await imports.send(many)
    assert.ok(started.ok)
    const { batch } = started.value
    const stop = new AbortController()
    await assert.rejects(imports.run(batch, stop.signal, () => stop.abort()))
    assert.equal((await countBatch(imports.world.database, batch)).records, 1000)
    await imports.run(batch)
    const counts = await countBatch(imports.world.database, batch)
    assert.deepEqual([counts.records, counts.new], [1500, 1500])
  })

  it('of a file without one usable record fails and says why', async () => {
    const started = await imports.send(iso2709([control('001', 'x'), data('500', '  ', 'a', 'Không có gì')]))
    assert.ok(started.ok)
    await imports.run(started.value.batch)
    const batch = await batchById(imports.world.database, started.value.batch)
    assert.deepEqual([batch?.state, batch?.problem?.code], ['failed', 'no-record-read'])
    const applied = await requestApply(imports.world, imports.ask(started.value.batch))
    assert.ok(!applied.ok && applied.problems[0]?.code === 'not-staged')
  })

  it('survives what no title should be: very long, with signs that no database takes', async () => {
    const long = `${'Rất dài '.repeat(1100)}`
    const file = Buffer.concat([
      book(long, '2000', 'Z'.repeat(4000)),
      book('Nhan đề\u0000 lạ \u0007', '2000', 'Z2'),
      iso2709([control('001', '9'.repeat(4000)), control('003', 'VN'), data('245', '10', 'a', 'Số dài')]),
    ])
    const batch = await imports.apply(await imports.stage(file))
    assert.equal((await countBatch(imports.world.database, batch)).applied, 3)
  })

  const catalogue = sharedFile('data/marc/vietnamese-university/book3part0final.mrc')
  it('of a real Vietnamese catalogue takes or lists every record, and taken twice adds nothing', {
    skip: catalogue === null ? 'the Vietnamese university catalogue does not lie beside the clone' : false,
  }, async () => {
    const octets = firstRecords(readFileSync(catalogue ?? ''), 2500)
    const batch = await imports.apply(await imports.stage(octets, imports.BT))
    const counts = await countBatch(imports.world.database, batch)
    assert.deepEqual(
      [counts.records, counts.applied, counts.problem, counts.untitled, counts.normalised],
      [2500, 2500, 0, 0, 2500],
    )
    assert.equal(await imports.stockOf(imports.BT), counts.items)
    const before = await imports.everything()
    // One octet more makes it another file, as next month's export is.
    const again = await imports.apply(await imports.stage(Buffer.concat([octets, Buffer.from('\n')]), imports.BT))
    assert.notEqual(again, batch)
    assert.equal((await countBatch(imports.world.database, again)).items, 0)
    assert.deepEqual(await imports.everything(), before)
  })
})
