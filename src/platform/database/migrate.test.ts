import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { type Database, openDatabase } from './database.ts'
import { migrate, migrationsFolder, readMigrations } from './migrate.ts'
import { rawSql, sql } from './sql.ts'

const folder = mkdtempSync(join(tmpdir(), 'bac-thang-steps-'))
let test: TestDatabase
let owner: Database
before(async () => {
  test = await testDatabase()
  owner = openDatabase({ url: test.ownerUrl, connections: 2 })
})
after(async () => {
  await owner.close()
  await test.close()
  rmSync(folder, { recursive: true })
})

const steps = readMigrations(migrationsFolder)
const next = String(steps.length + 1).padStart(4, '0')

/** All steps and one more. */
function withStep(text: string): string {
  for (const step of steps) writeFileSync(join(folder, step.name), step.text)
  writeFileSync(join(folder, `${next}-more.sql`), text)
  return folder
}

it('the application may use a new table at once, and may not change one that only grows', async () => {
  const text = `
    create table lived_in (n int);
    create table ledger (n bigint generated always as identity, said text);
    create trigger ledger_append_only before update or delete or truncate on ledger
      for each statement execute function refuse_change();`
  assert.equal(await migrate(owner, { folder: withStep(text) }), 1)
  const { db } = test
  assert.equal(await db.run(sql`insert into lived_in values (1)`), 1)
  assert.equal(await db.run(sql`update lived_in set n = 2`), 1)
  assert.equal(await db.run(sql`delete from lived_in`), 1)
  assert.equal(await db.run(sql`insert into ledger (said) values ('a')`), 1)
  for (const table of ['ledger', 'journal', 'fact']) {
    await assert.rejects(
      db.run(rawSql(`update ${table} set xid = xid`.replace('ledger set xid = xid', 'ledger set said = said'))),
      /permission denied/,
      table,
    )
    await assert.rejects(db.run(rawSql(`delete from ${table}`)), /permission denied/, table)
    await assert.rejects(db.run(rawSql(`truncate ${table} cascade`)), /permission denied/, table)
    await assert.rejects(owner.run(rawSql(`delete from ${table}`)), /append-only/, table)
  }
  await assert.rejects(db.run(sql`insert into migration values (999, '', '')`), /permission denied/)
})

it('rights that were lost are given again, and nothing is granted while none is missing', async () => {
  const rightsOf = async () =>
    (await owner.one<{ version: string }>(sql`select xmin::text as version from pg_class where relname = 'lived_in'`))
      .version
  const before = await rightsOf()
  assert.equal(await migrate(owner, { folder }), 0)
  assert.equal(await rightsOf(), before)
  await owner.run(sql`revoke select on lived_in from bac_thang`)
  assert.equal(await migrate(owner, { folder }), 0)
  assert.deepEqual(await test.db.many(sql`select * from lived_in`), [])
  await assert.rejects(test.db.run(sql`delete from ledger`), /permission denied/)
})
