import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { everyone } from '../../kernel/audience.ts'
import { localDate } from '../../kernel/local-date.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { sql } from '../../platform/database/sql.ts'
import {
  openSearchIndex,
  queueAttributes,
  queueDocuments,
  queueRemovals,
  type SearchDocument,
  type SearchIndex,
} from './index.ts'
import { beginning, readQueue } from './store.ts'

const work = (id: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  kind: 'work',
  id,
  url: `/w/${id}`,
  title,
  otherTitles: [],
  people: [],
  subjects: [],
  text: '',
  identifiers: [],
  language: 'vie',
  institutions: ['TVT'],
  places: ['LC'],
  year: null,
  available: true,
  audience: everyone,
  display: {},
  sortKey: sortKey(title),
  ...more,
})

const warnings: string[] = []
const log = { info: () => undefined, warn: (_: object, message: string) => void warnings.push(message) }

const asking = (text: string) => ({
  text,
  page: 1,
  pageSize: 100,
  grants: new Set<string>(),
  today: localDate('2026-11-24'),
})

const idsOf = (index: SearchIndex, text: string): string[] =>
  index
    .search(asking(text))
    .hits.map(hit => hit.id)
    .sort()

/** Waits for what other processes are promised within two seconds. */
async function soon(what: () => boolean): Promise<void> {
  const until = Date.now() + 2000
  while (!what()) {
    if (Date.now() > until) throw new Error('not within two seconds')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** Leaves a transaction open until the returned function is called. */
async function openTransaction(database: Database, work: (tx: Db) => Promise<void>): Promise<() => Promise<void>> {
  let finish: () => void = () => undefined
  const gate = new Promise<void>(resolve => {
    finish = resolve
  })
  let started: () => void = () => undefined
  const ready = new Promise<void>(resolve => {
    started = resolve
  })
  const whole = database.transaction(async tx => {
    await work(tx)
    started()
    await gate
  })
  await ready
  return async () => {
    finish()
    await whole
  }
}

describe('the search index of a database', () => {
  let test: TestDatabase
  let database: Database
  let folder: string
  const opened: SearchIndex[] = []
  const open = async (owner = false) => {
    const index = await openSearchIndex({ database, dataDir: folder, log, owner })
    opened.push(index)
    return index
  }
  before(async () => {
    test = await testDatabase()
    database = test.db
    folder = await mkdtemp(join(tmpdir(), 'search store '))
  })
  afterEach(async () => {
    for (const index of opened.splice(0)) await index.close()
  })
  after(async () => {
    await test.close()
    await rm(folder, { recursive: true })
  })

  it('shows a writer their own document right after the commit, and no other process later than two seconds', async () => {
    const [here, there] = [await open(), await open()]
    await database.transaction(tx => queueDocuments(tx, [work('a1', 'Ruộng bậc thang')]))
    await here.refresh(['work:a1'])
    assert.deepEqual(idsOf(here, 'ruong bac thang'), ['a1'])
    await soon(() => idsOf(there, 'ruong bac thang').length === 1)
  })

  it('shows nothing of a transaction that was rolled back', async () => {
    const index = await open()
    await assert.rejects(
      database.transaction(async tx => {
        await queueDocuments(tx, [work('a2', 'Không bao giờ có')])
        throw new Error('changed my mind')
      }),
    )
    await index.refreshOwn()
    await index.catchUp()
    assert.deepEqual(idsOf(index, 'khong bao gio co'), [])
  })

  it('shows a writer their document although an older transaction is still open, and then misses nothing of that one', async () => {
    const index = await open()
    const finish = await openTransaction(database, tx => queueDocuments(tx, [work('b1', 'Sách nhập chậm')]))
    await database.transaction(tx => queueDocuments(tx, [work('b2', 'Sách nhập nhanh')]))
    await index.refreshOwn()
    assert.deepEqual(idsOf(index, 'sach nhap'), ['b2'])
    await index.catchUp()
    assert.deepEqual(idsOf(index, 'sach nhap'), ['b2'])
    await finish()
    await index.catchUp()
    assert.deepEqual(idsOf(index, 'sach nhap'), ['b1', 'b2'])
  })

  it('replaces, changes cheaply, removes, and takes back', async () => {
    const index = await open()
    const change = async (act: (tx: Db) => Promise<void>) => {
      await database.transaction(act)
      await index.refreshOwn()
    }
    const found = () => index.search(asking('TN-77'))
    await change(tx =>
      queueDocuments(tx, [work('c1', 'Tên cũ', { identifiers: ['TN-77'], display: { line: 'một', state: 'có' } })]),
    )
    await change(tx =>
      queueDocuments(tx, [work('c1', 'Tên mới', { identifiers: ['TN-77'], display: { line: 'một', state: 'có' } })]),
    )
    assert.deepEqual(idsOf(index, 'cũ'), [])
    assert.deepEqual(idsOf(index, 'tên mới'), ['c1'])
    await change(tx =>
      queueAttributes(tx, [
        { key: 'work:c1', available: false },
        { key: 'work:c1', display: { state: 'hết' } },
      ]),
    )
    assert.deepEqual(found().hits[0]?.display, { line: 'một', state: 'hết' })
    assert.deepEqual(found().hits[0]?.available, false)
    await change(tx => queueRemovals(tx, ['work:c1', 'work:never-was']))
    assert.equal(found().total, 0)
    await change(tx => queueAttributes(tx, [{ key: 'work:c1', available: true }]))
    assert.equal(found().total, 0)
    await change(tx => queueDocuments(tx, [work('c1', 'Tên mới')]))
    assert.deepEqual(idsOf(index, 'tên mới'), ['c1'])
  })

  it('leaves unchanged documents alone', async () => {
    const same = [work('d1', 'Không đổi'), work('d2', 'Không đổi gì')]
    await database.transaction(tx => queueDocuments(tx, same))
    const rows = async () => (await readQueue(database, beginning, 10_000)).map(row => `${row.key} ${row.xid}`)
    const earlier = await rows()
    await database.transaction(tx => queueDocuments(tx, same))
    assert.deepEqual(await rows(), earlier)
  })

  it('keeps texts that PostgreSQL refuses as they are', async () => {
    const index = await open()
    await database.transaction(tx => queueDocuments(tx, [work('e1', 'Lạ\u0000 kỳ \ud800', { text: '\udc00' })]))
    await index.refreshOwn()
    assert.deepEqual(idsOf(index, 'la ky'), ['e1'])
  })

  it('opens from its snapshot, and from a damaged one through the database, with the same answers', async () => {
    const path = join(folder, 'search', 'index.snapshot')
    const first = await open(true)
    await first.saveSnapshot()
    await database.transaction(tx => queueDocuments(tx, [work('f1', 'Sau bản chụp')]))
    await database.transaction(tx => queueRemovals(tx, ['work:a1']))
    await first.close()
    const again = await open(true)
    await again.catchUp()
    assert.deepEqual(idsOf(again, 'sau bản chụp'), ['f1'])
    assert.deepEqual(idsOf(again, 'ruong bac thang'), [])
    const bytes = await readFile(path)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff
    await writeFile(path, bytes)
    warnings.length = 0
    const mended = await open(true)
    await mended.catchUp()
    assert.ok(warnings.some(message => message.includes('snapshot is not used')))
    assert.deepEqual(idsOf(mended, ''), idsOf(again, ''))
  })

  it('notices an index that differs from the database, and rebuilds it', async () => {
    const owner = await open(true)
    await owner.saveSnapshot()
    await owner.close()
    // A row that vanishes without a tombstone, as after a rescue by hand.
    await database.run(sql`delete from search_document where key = 'work:f1'`)
    warnings.length = 0
    const index = await open(true)
    await soon(() => idsOf(index, 'sau bản chụp').length === 0)
    assert.ok(warnings.some(message => message.includes('differs from the database')))
  })

  it('rebuilds while it answers, and loses nothing written meanwhile', async () => {
    const index = await open(true)
    const many = Array.from({ length: 3000 }, (_, i) => work(`g${i}`, `Truyện kể số ${i}`))
    await database.transaction(tx => queueDocuments(tx, many))
    await index.catchUp()
    const progress: number[] = []
    const rebuilding = index.rebuild(done => {
      progress.push(done)
    })
    await database.transaction(tx => queueDocuments(tx, [work('h1', 'Viết trong lúc dựng lại')]))
    assert.equal(idsOf(index, 'truyen ke').length, 100)
    await rebuilding
    await index.refreshOwn()
    assert.deepEqual(idsOf(index, 'viết trong lúc dựng lại'), ['h1'])
    assert.ok(progress.length > 5 && progress.every((done, at) => at === 0 || done >= (progress[at - 1] ?? 0)))
    const { documents } = index.status()
    const { count } = await database.one<{ count: number }>(
      sql`select count(*) from search_document where deleted_at is null`,
    )
    assert.equal(documents, count)
  })

  it('takes at least two thousand documents a second from a writer', async () => {
    const many = Array.from({ length: 4000 }, (_, i) =>
      work(`s${i}`, `Nghề thêu của người Dao đỏ, tập ${i}`, {
        people: ['Lý Mẩy Chạn'],
        text: 'Hoa văn, chất liệu và cách làm. '.repeat(8),
      }),
    )
    const started = performance.now()
    await database.transaction(async tx => {
      for (let from = 0; from < many.length; from += 500) await queueDocuments(tx, many.slice(from, from + 500))
    })
    const perSecond = (many.length * 1000) / (performance.now() - started)
    assert.ok(perSecond > 2000, `${Math.round(perSecond)} documents a second`)
  })
})
