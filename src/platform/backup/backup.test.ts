import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { countRows, fillEveryTable } from '../../../tests/support/filled-database.ts'
import { openDatabase } from '../database/database.ts'
import { readNode } from '../database/node.ts'
import { rawSql, sql } from '../database/sql.ts'
import { openFiles } from '../files/index.ts'
import { BackupRefused, holdsData, openBackup, restoreBackup, writeBackup } from './index.ts'
import { inOrder } from './tables.ts'

const now = new Date('2026-11-24T03:00:00Z')
/** What does not travel, and the row that the restore itself writes. */
const atHome = ['job', 'session', 'migration']

let folder: string
let source: TestDatabase
let owner: ReturnType<typeof openDatabase>
let number = 0

const files = (name: string) => openFiles(join(folder, name))
const freshPath = () => join(folder, `sao luu ${++number}.tar`)

async function backUp(): Promise<string> {
  const target = freshPath()
  await writeBackup({ url: source.ownerUrl, files: files('here'), target, now })
  return target
}

async function restoreInto(database: TestDatabase, path: string, place = 'there'): Promise<void> {
  const backup = await openBackup(path)
  try {
    await restoreBackup(backup, { url: database.ownerUrl, files: files(place) })
  } finally {
    await backup.close()
  }
}

const refusedAs = (code: string) => (error: unknown) => error instanceof BackupRefused && error.refusal.code === code

describe('backup and restore', () => {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bac-thang-backup-'))
    source = await testDatabase()
    owner = openDatabase({ url: source.ownerUrl, connections: 2 })
    const kept = await files('here').keep([Buffer.alloc(3_000_000, 'bản ghi ')])
    await fillEveryTable(owner, kept)
    // More than one part of a table.
    await owner.run(sql`
    insert into search_document (key, body, available, display)
    select 'many:' || n, jsonb_build_object('t', repeat(md5(n::text), 40)), true, '{}' from generate_series(1, 5000) n`)
  })
  after(async () => {
    await owner.close()
    await source.close()
    await rm(folder, { recursive: true, force: true })
  })

  describe('a backup', () => {
    it('has every table with a row in it to carry', async () => {
      const empty = [...(await countRows(owner))].filter(([, rows]) => rows === 0).map(([name]) => name)
      assert.deepEqual(empty, [], 'tests/support/filled-database.ts needs a row for these tables')
    })

    it('restored elsewhere has equal counts and equal content in every table, and the stored bytes', async () => {
      const path = await backUp()
      const other = await testDatabase()
      const otherOwner = openDatabase({ url: other.ownerUrl, connections: 2 })
      try {
        assert.equal(await holdsData(otherOwner), false)
        await restoreInto(other, path)
        assert.equal(await holdsData(otherOwner), true)
        const [here, there] = [await countRows(owner), await countRows(otherOwner)]
        for (const name of atHome) here.delete(name)
        for (const [name, rows] of here) assert.equal(there.get(name), rows, name)
        assert.deepEqual([there.get('job'), there.get('session')], [0, 0])

        const again = freshPath()
        const { manifest: first, close } = await openBackup(path)
        await close()
        const second = await writeBackup({ url: other.ownerUrl, files: files('there'), target: again, now })
        const sums = (tables: typeof first.tables) =>
          tables.filter(({ name }) => name !== 'node').map(({ name, rows, sum }) => ({ name, rows, sum }))
        assert.deepEqual(sums(second.tables), sums(first.tables))
        assert.deepEqual(second.files, first.files)
        assert.deepEqual(second.sequences, first.sequences)
      } finally {
        await otherOwner.close()
        await other.close()
      }
    })

    it('raises the epoch, goes on numbering where it stood, and reads the facts anew', async () => {
      const path = await backUp()
      const other = await testDatabase()
      try {
        await restoreInto(other, path)
        const [here, there] = [await readNode(source.db), await readNode(other.db)]
        assert.deepEqual(there, { ...here, epoch: here.epoch + 1 })
        await restoreInto(other, path)
        assert.equal((await readNode(other.db)).epoch, here.epoch + 2)
        const { seq } = await other.db.one<{ seq: number }>(sql`
        insert into journal (id, origin, epoch, type, version, occurred_at, payload, answer)
        select gen_random_uuid(), id, epoch, 'test.next', 1, now(), '{}', '{}' from node returning seq`)
        assert.equal(seq, 2)
        const feed = await other.db.one<{ behind: boolean }>(
          sql`select bool_and(f.xid > p.xid and f.xid < pg_current_xact_id()) as behind from fact f, figure_position p`,
        )
        assert.equal(feed.behind, true)
        await assert.rejects(other.db.run(sql`delete from journal`), /permission denied/)
      } finally {
        await other.close()
      }
    })

    it('sees one moment while others write', async () => {
      const writing = backUp()
      for (let n = 0; n < 20; n++) {
        await owner.run(
          sql`insert into search_document (key, body, available, display) values (${`later:${n}`}, '{}', true, '{}')`,
        )
      }
      const backup = await openBackup(await writing)
      const documents = backup.manifest.tables.find(({ name }) => name === 'search_document')
      assert.ok(documents && documents.rows >= 5001 && documents.rows <= 5021)
      await backup.close()
      await owner.run(sql`delete from search_document where key like 'later:%'`)
    })

    it('is a plain tar for its owner only, under its name only when it is whole', async () => {
      const path = await backUp()
      const listed = spawnSync('tar', ['tf', path], { encoding: 'utf8' })
      assert.equal(listed.status, 0, listed.stderr)
      assert.match(listed.stdout, /^doc-toi\.txt\n/)
      assert.match(listed.stdout, /tables\/search_document\/000002\.copy\n/)
      assert.match(listed.stdout, /manifest\.json\nmanifest\.sha256\n$/)
      assert.equal((await stat(path)).mode & 0o777, 0o600)
      assert.deepEqual(
        (await readdir(folder)).filter(name => name.includes('dang-ghi')),
        [],
      )
    })

    it('never overwrites an older one, and says where it cannot write', async () => {
      const path = await backUp()
      const again = { url: source.ownerUrl, files: files('here'), target: path, now }
      await assert.rejects(writeBackup(again), refusedAs('file-exists'))
      await assert.rejects(writeBackup({ ...again, target: join(folder, 'none', 'a.tar') }), refusedAs('cannot-write'))
    })

    it('names stored bytes that are gone instead of failing', async () => {
      const other = openFiles(join(folder, 'emptied'))
      const target = freshPath()
      const { files: written, missingFiles } = await writeBackup({ url: source.ownerUrl, files: other, target, now })
      assert.deepEqual([written.length, missingFiles.length], [0, 1])
      await (await openBackup(target)).close()
    })
  })

  describe('a restore refuses', () => {
    const cases: [name: string, code: string, spoil: (path: string) => Promise<void>][] = [
      ['a file cut off in the middle', 'cut-off', async path => truncate(path, 2_000_000)],
      ['a file cut off at its last block', 'cut-off', async path => truncate(path, (await stat(path)).size - 1100)],
      ['something else', 'not-a-backup', path => writeFile(path, 'PK'.repeat(2000))],
      ['an empty file', 'not-a-backup', path => writeFile(path, '')],
      ['a changed row', 'damaged', path => change(path, 'TVT-000123', 'TVT-000124')],
      ['a changed count', 'damaged', path => change(path, '"rows": 5001', '"rows": 5000')],
      ['a renamed part', 'damaged', path => change(path, 'tables/card/000001', 'tables/card/000009')],
    ]
    for (const [name, code, spoil] of cases) {
      it(name, async () => {
        const path = await backUp()
        await spoil(path)
        await assert.rejects(openBackup(path), refusedAs(code))
      })
    }

    it('a backup of a newer program, and one whose steps differ', async () => {
      const backup = await openBackup(await backUp())
      const { manifest } = backup
      const options = { url: source.ownerUrl, files: files('here') }
      const step = manifest.migrations[0]
      assert.ok(step)
      const newer = [...manifest.migrations, { ...step, number: manifest.migrations.length + 1 }]
      const changed = manifest.migrations.map(one => ({ ...one, checksum: '0'.repeat(64) }))
      const withSteps = (migrations: typeof newer) => ({ ...backup, manifest: { ...manifest, migrations } })
      await assert.rejects(restoreBackup(withSteps(newer), options), refusedAs('newer-backup'))
      await assert.rejects(restoreBackup(withSteps(changed), options), refusedAs('other-migrations'))
      await backup.close()
    })

    it('rows that came out otherwise, and leaves the old data as they were', async () => {
      const other = await testDatabase()
      const otherOwner = openDatabase({ url: other.ownerUrl, connections: 1 })
      const backup = await openBackup(await backUp())
      try {
        await otherOwner.run(rawSql(`insert into file values ('${'a'.repeat(64)}', 1, 'text/plain')`))
        const tables = backup.manifest.tables.map(table =>
          table.name === 'loan' ? { ...table, sum: '0'.repeat(64) } : table,
        )
        const lying = { ...backup, manifest: { ...backup.manifest, tables } }
        const options = { url: other.ownerUrl, files: files('there') }
        await assert.rejects(restoreBackup(lying, options), refusedAs('loaded-differently'))
        const counts = await countRows(otherOwner)
        assert.deepEqual([counts.get('file'), counts.get('loan'), counts.get('node')], [1, 0, 1])
      } finally {
        await backup.close()
        await otherOwner.close()
        await other.close()
      }
    })
  })
})

describe('the order of loading', () => {
  const tables = ['a', 'b', 'c'].map(name => ({ name, columns: ['x'] }))
  it('puts whoever is referred to first', () =>
    assert.deepEqual(
      inOrder(tables, [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
      ]).map(({ name }) => name),
      ['c', 'b', 'a'],
    ))
  it('does not hide a circle', () =>
    assert.throws(
      () =>
        inOrder(tables, [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'a' },
        ]),
      /circle: a, b/,
    ))
})

/** Writes other octets of the same length over the first place where the text stands. */
async function change(path: string, text: string, other: string): Promise<void> {
  const at = (await readFile(path)).indexOf(text)
  assert.ok(at > 0, `${text} is not in the backup`)
  const file = await open(path, 'r+')
  await file.write(Buffer.from(other), 0, other.length, at)
  await file.close()
}
