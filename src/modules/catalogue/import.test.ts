import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { loadSmallNetwork } from '../../../tests/support/institutions.ts'
import { control, data, iso2709 } from '../../../tests/support/marc.ts'
import { sharedFile } from '../../../tests/support/shared.ts'
import { type TestWorld, testWorld } from '../../../tests/support/world.ts'
import { localDate } from '../../kernel/local-date.ts'
import { newId } from '../../platform/clock.ts'
import { sql } from '../../platform/database/sql.ts'
import { findJob } from '../../platform/jobs/index.ts'
import { institutionByCode } from '../institutions/index.ts'
import { sumFacts } from '../participation/index.ts'
import { batchById, countBatch } from './batch-store.ts'
import { jobOfBatch } from './import-jobs.ts'
import { itemByBarcode, setItemStatus } from './item-store.ts'
import { decide, requestApply, requestStage, requestWithdraw } from './move-batch.ts'
import { listRecords } from './record-store.ts'
import { startImport } from './start-import.ts'
import { catalogueWorks } from './works.ts'

const today = localDate('2026-11-24')

const book = (title: string, year: string, ...barcodes: string[]) =>
  iso2709([
    data('100', '1 ', 'a', 'Nguyễn Du'),
    data('245', '10', 'a', title),
    data('260', '  ', 'c', year),
    ...barcodes.map(barcode => data('952', '  ', 'p', barcode, 'c', 'Kho mượn')),
  ])

describe('an import', () => {
  let world: TestWorld
  let TVT: string
  let BT: string

  before(async () => {
    world = await testWorld()
    await loadSmallNetwork(world.database)
    TVT = (await institutionByCode(world.database, 'TVT'))?.id ?? ''
    BT = (await institutionByCode(world.database, 'BT'))?.id ?? ''
  })
  after(() => world.close())

  const send = (octets: Uint8Array, institution = TVT, fileName = 'sach.mrc') =>
    startImport(world, { act: newId(), by: null, institution, fileName, source: [octets] })

  /** Runs the job that is to bring the batch on, until the signal stops it. */
  async function run(batch: string, signal = new AbortController().signal, onReport = () => {}): Promise<void> {
    const found = await batchById(world.database, batch)
    const job = found && (await jobOfBatch(world.database, found))
    assert.ok(job)
    const report = async () => onReport()
    await catalogueWorks(world)[job.kind]?.(job, report, signal)
    await world.database.run(sql`update job set state = 'done' where id = ${job.id}`)
  }

  async function stage(octets: Uint8Array, institution = TVT): Promise<string> {
    const started = await send(octets, institution)
    assert.ok(started.ok)
    await run(started.value.batch)
    return started.value.batch
  }

  const ask = (batch: string) => ({ act: newId(), by: null, batch })

  async function apply(batch: string): Promise<string> {
    assert.ok((await requestApply(world, ask(batch))).ok)
    await run(batch)
    return batch
  }

  async function withdraw(batch: string): Promise<void> {
    assert.ok((await requestWithdraw(world, ask(batch))).ok)
    await run(batch)
  }

  const outcomesOf = async (batch: string) =>
    (await listRecords(world.database, batch, null, 0, 100)).map(record => record.outcome)

  const stockOf = async (institution: string) =>
    (await sumFacts(world.database, [{ verb: 'copies.stocked', institution, from: today, to: today }]))[0]

  const living = async (table: 'edition' | 'item' | 'work' | 'search_document') => {
    const counts = {
      edition: sql`select count(*) as n from edition where deleted_at is null`,
      item: sql`select count(*) as n from item where deleted_at is null`,
      work: sql`select count(*) as n from work where deleted_at is null`,
      search_document: sql`select count(*) as n from search_document where deleted_at is null and key like 'work:%'`,
    }
    return (await world.database.one<{ n: number }>(counts[table])).n
  }

  const everything = async () => ({
    editions: await living('edition'),
    items: await living('item'),
    works: await living('work'),
    documents: await living('search_document'),
    stock: await stockOf(TVT),
  })

  it('refuses in words what is no MARC, and keeps nothing of it', async () => {
    const refusalOf = async (octets: Uint8Array) => {
      const started = await send(octets)
      assert.ok(!started.ok)
      return started.problems
    }
    assert.deepEqual(await refusalOf(new Uint8Array()), [{ code: 'file-empty' }])
    assert.deepEqual(await refusalOf(Buffer.from('PK\u0003\u0004…')), [{ code: 'file-compressed', kind: 'zip' }])
    assert.deepEqual(await refusalOf(Buffer.from([0x1f, 0x8b, 8, 0])), [{ code: 'file-compressed', kind: 'gzip' }])
    assert.deepEqual(await refusalOf(Buffer.from('Nhan đề,Tác giả\nTruyện Kiều,Nguyễn Du')), [{ code: 'file-unknown' }])
    assert.equal((await world.database.one<{ n: number }>(sql`select count(*) as n from file`)).n, 0)
  })

  it('of the same file for the same institution is one batch, for another institution another', async () => {
    const octets = book('Sách gửi hai lần', '2001')
    const first = await send(octets)
    const again = await send(octets)
    const other = await send(octets, BT)
    assert.ok(first.ok && again.ok && other.ok)
    assert.equal(again.value.batch, first.value.batch)
    assert.deepEqual([first.value.known, again.value.known, other.value.known], [false, true, false])
    assert.equal(again.value.job, first.value.job)
    assert.notEqual(other.value.batch, first.value.batch)
    await run(first.value.batch)
    const third = await send(octets)
    assert.ok(third.ok && third.value.job === null, 'a batch that was read is not read again')
  })

  it('of one act sent twice is one', async () => {
    const asked = { act: newId(), by: null, institution: TVT, fileName: 'a.mrc' }
    const once = await startImport(world, { ...asked, source: [book('Một việc', '1999')] })
    const twice = await startImport(world, { ...asked, source: [book('Một việc', '1999')] })
    assert.deepEqual(twice, once)
  })

  it('tells new, same, doubtful and problem apart, and joins what repeats within the file', async () => {
    const file = Buffer.concat([
      book('Truyện Kiều', '1979', 'K1'),
      book('TRUYỆN KIỀU'.normalize('NFD'), '1979', 'K2'),
      book('Truyện Kiều', '', 'K3'),
      iso2709([control('001', 'x'), data('100', '1 ', 'a', 'Vô danh')]),
      Buffer.from('rác'),
    ])
    const batch = await stage(file)
    assert.deepEqual(await outcomesOf(batch), ['new', 'same', 'doubtful', 'problem', 'problem'])
    const counts = await countBatch(world.database, batch)
    assert.deepEqual([counts.records, counts.leftOut, counts.normalised], [5, 2, 1])
    await apply(batch)
    assert.equal((await batchById(world.database, batch))?.state, 'applied')
    const k1 = await itemByBarcode(world.database, 'K1')
    const k2 = await itemByBarcode(world.database, 'K2')
    const k3 = await itemByBarcode(world.database, 'K3')
    assert.ok(k1 && k2 && k3)
    assert.equal(k2.edition, k1.edition)
    assert.notEqual(k3.edition, k1.edition, 'a doubt that nobody decided comes in as another edition')
    const [same] = await listRecords(world.database, batch, 'problem', 0, 1)
    assert.equal(same?.state, 'left-out')
  })

  it('follows what a person decided: the same, another one, or not at all', async () => {
    await apply(await stage(book('Lục Vân Tiên', '1972', 'L1')))
    const file = Buffer.concat([
      book('Lục Vân Tiên', '', 'L2'),
      book('Lục Vân Tiên', '1972', 'L3'),
      book('Lục Vân Tiên', '1980', 'L4'),
    ])
    const batch = await stage(file)
    assert.deepEqual(await outcomesOf(batch), ['doubtful', 'same', 'doubtful'])
    const say = (number: number, decision: 'same' | 'new' | 'skip') =>
      decide(world, { ...ask(batch), number, decision })
    assert.ok((await say(1, 'same')).ok)
    assert.ok((await say(2, 'new')).ok)
    assert.ok((await say(3, 'skip')).ok)
    await apply(batch)
    const [l1, l2, l3] = await Promise.all(['L1', 'L2', 'L3'].map(code => itemByBarcode(world.database, code)))
    assert.ok(l1 && l2 && l3)
    assert.equal(l2.edition, l1.edition)
    assert.notEqual(l3.edition, l1.edition)
    assert.equal(await itemByBarcode(world.database, 'L4'), null)
    const late = await say(1, 'new')
    assert.ok(!late.ok && late.problems[0]?.code === 'not-staged')
  })

  it('leaves a taken barcode off and says so; a copy that is held already is not added twice', async () => {
    await apply(await stage(book('Chinh phụ ngâm', '1950', 'C1', 'C2')))
    const before = await stockOf(TVT)
    const batch = await apply(
      await stage(Buffer.concat([book('Cung oán ngâm', '1950', 'C1'), book('Chinh phụ ngâm', '1950', 'C2', 'C3')])),
    )
    const notes = (await listRecords(world.database, batch, 'warned', 0, 10)).map(record => record.warnings)
    assert.deepEqual(notes, [[{ code: 'barcode-taken', barcode: 'C1' }], [{ code: 'copy-known', number: 'C2' }]])
    assert.equal((await stockOf(TVT)) ?? 0, (before ?? 0) + 2)
  })

  it('cut off in the middle and taken up again gives what an uncut one gives', async () => {
    const many = Buffer.concat(Array.from({ length: 1203 }, (_, n) => book(`Quyển số ${n}`, '2010', `Q${n}`)))
    const start = await everything()
    const batch = await stage(many)
    assert.ok((await requestApply(world, ask(batch))).ok)
    const stop = new AbortController()
    let reports = 0
    const cut = run(batch, stop.signal, () => {
      if (++reports === 2) stop.abort()
    })
    await assert.rejects(cut)
    assert.equal((await countBatch(world.database, batch)).applied, 500)
    await run(batch)
    const counts = await countBatch(world.database, batch)
    assert.deepEqual([counts.applied, counts.items], [1203, 1203])
    const end = await everything()
    assert.deepEqual(
      [end.editions - start.editions, end.items - start.items, end.documents - start.documents],
      [1203, 1203, 1203],
    )
    assert.equal((end.stock ?? 0) - (start.stock ?? 0), 1203)
  })

  it('cut off while the file is read goes on behind what was staged', async () => {
    const many = Buffer.concat(Array.from({ length: 1500 }, (_, n) => book(`Cuốn thứ ${n}`, '2011')))
    const started = await send(many)
    assert.ok(started.ok)
    const { batch } = started.value
    const stop = new AbortController()
    await assert.rejects(run(batch, stop.signal, () => stop.abort()))
    assert.equal((await countBatch(world.database, batch)).records, 1000)
    await run(batch)
    const counts = await countBatch(world.database, batch)
    assert.deepEqual([counts.records, counts.new], [1500, 1500])
  })

  it('withdrawn leaves everything as it was, but for a copy on loan; read again it can come back', async () => {
    await apply(await stage(book('Nhị độ mai', '1960', 'N1')))
    const start = await everything()
    const batch = await apply(
      await stage(Buffer.concat([book('Nhị độ mai', '1960', 'N2'), book('Phan Trần', '1960', 'N3', 'N4')])),
    )
    await withdraw(batch)
    assert.deepEqual(await everything(), start)
    assert.equal((await countBatch(world.database, batch)).withdrawn, 2)

    assert.ok((await requestStage(world, ask(batch))).ok)
    await run(batch)
    await apply(batch)
    const n3 = await itemByBarcode(world.database, 'N3')
    assert.ok(n3)
    await setItemStatus(world.database, n3.id, 'on-loan')
    await withdraw(batch)
    const end = await everything()
    assert.deepEqual(end, { ...start, editions: start.editions + 1, works: start.works + 1, ...oneMore(start) })
    assert.equal(await itemByBarcode(world.database, 'N4'), null)
    assert.ok(await itemByBarcode(world.database, 'N3'))
  })

  const oneMore = (start: Awaited<ReturnType<typeof everything>>) => ({
    items: start.items + 1,
    documents: start.documents + 1,
    stock: (start.stock ?? 0) + 1,
  })

  it('taken back on another day takes its copies off the day on which they were counted', async () => {
    const start = await stockOf(TVT)
    const batch = await apply(await stage(book('Hoa tiên', '1961', 'H1')))
    world.clock.set(new Date('2026-12-05T02:00:00Z'))
    await withdraw(batch)
    world.clock.set(new Date('2026-11-24T02:00:00Z'))
    assert.equal(await stockOf(TVT), start)
  })

  it('taken back while it is coming in stops there', async () => {
    const start = await everything()
    const many = Buffer.concat(Array.from({ length: 900 }, (_, n) => book(`Tập san ${n}`, '1990', `TS${n}`)))
    const batch = await stage(many)
    const applying = await requestApply(world, ask(batch))
    assert.ok(applying.ok)
    const job = await findJob(world.database, applying.value.job)
    assert.ok(job)
    let asked: Promise<unknown> | null = null
    const report = async (done: number) => {
      if (done === 500) asked = requestWithdraw(world, ask(batch))
      await asked
    }
    await catalogueWorks(world)['catalogue.apply']?.(job, report, new AbortController().signal)
    assert.equal((await countBatch(world.database, batch)).applied, 500)
    await run(batch)
    assert.deepEqual(await everything(), start)
    assert.equal((await countBatch(world.database, batch)).withdrawn, 900)
  })

  it('of a file without one usable record fails and says why', async () => {
    const started = await send(iso2709([control('001', 'x'), data('100', '1 ', 'a', 'Không nhan đề')]))
    assert.ok(started.ok)
    await run(started.value.batch)
    const batch = await batchById(world.database, started.value.batch)
    assert.deepEqual([batch?.state, batch?.problem?.code], ['failed', 'no-record-read'])
    const applied = await requestApply(world, ask(started.value.batch))
    assert.ok(!applied.ok && applied.problems[0]?.code === 'not-staged')
  })

  it('survives what no title should be: very long, with signs that no database takes', async () => {
    const long = `${'Rất dài '.repeat(1100)}`
    const file = Buffer.concat([
      book(long, '2000', 'Z'.repeat(4000)),
      book('Nhan đề\u0000 lạ \u0007', '2000', 'Z2'),
      iso2709([control('001', '9'.repeat(4000)), control('003', 'VN'), data('245', '10', 'a', 'Số dài')]),
    ])
    const batch = await apply(await stage(file))
    assert.equal((await countBatch(world.database, batch)).applied, 3)
  })

  const catalogue = sharedFile('data/marc/vietnamese-university/book3part0final.mrc')
  it('of a real Vietnamese catalogue takes or lists every record, and taken twice adds nothing', {
    skip: catalogue === null ? 'the Vietnamese university catalogue does not lie beside the clone' : false,
  }, async () => {
    const octets = readFileSync(catalogue ?? '')
    const batch = await apply(await stage(octets, BT))
    const counts = await countBatch(world.database, batch)
    assert.deepEqual(
      [counts.records, counts.applied + counts.leftOut, counts.problem, counts.normalised],
      [10000, 10000, 2, 10000],
    )
    assert.equal(await stockOf(BT), counts.items)
    const before = await everything()
    // One octet more makes it another file, as next month's export is.
    const again = await apply(await stage(Buffer.concat([octets, Buffer.from('\n')]), BT))
    assert.notEqual(again, batch)
    assert.equal((await countBatch(world.database, again)).items, 0)
    assert.deepEqual(await everything(), before)
  })
})
