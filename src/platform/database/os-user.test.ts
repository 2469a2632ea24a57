import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { after, afterEach, describe, it } from 'node:test'
import { opened, scratchFolder, serverPid } from '../../../tests/support/houses.ts'
import { openHouse } from './house.ts'
import { HouseRefused } from './refusal.ts'
import { sql } from './sql.ts'

const made = scratchFolder('root')
const usualPath = process.env.PATH
const homes: string[] = []
const own = (name: string) => ({
  dataDir: join(made.path, name, 'var'),
  pgBin: null,
  databaseUrl: null,
  purpose: 'command' as const,
})

/** This machine without some of its programs. */
function pathWithout(...names: string[]): string {
  const bin = join(made.path, `without ${names.join(' ')}`)
  mkdirSync(bin)
  for (const folder of (usualPath ?? '').split(':').filter(folder => existsSync(folder))) {
    for (const name of readdirSync(folder)) {
      if (!names.includes(name) && !existsSync(join(bin, name))) {
        rmSync(join(bin, name), { force: true })
        symlinkSync(join(folder, name), join(bin, name))
      }
    }
  }
  return bin
}

/** Where the cluster of a data folder went. */
function homeOf(dataDir: string): string {
  const home = readFileSync(join(dataDir, 'postgres-home'), 'utf8')
  homes.push(home)
  return home
}

describe('as root', { skip: process.getuid?.() !== 0 && 'only root lends PostgreSQL another user' }, () => {
  afterEach(() => {
    process.env.PATH = usualPath
  })
  after(() => {
    for (const home of homes) rmSync(home, { recursive: true, force: true })
    made.remove()
  })

  it('PostgreSQL runs as a user of our own, under a closed folder with a space', async () => {
    const options = own('nhà đóng')
    const house = await openHouse(options)
    const server = statSync(`/proc/${serverPid(options.dataDir)}`)
    assert.notEqual(server.uid, 0)
    assert.equal(statSync(made.path).mode & 0o777, 0o700)
    assert.equal(statSync(join(options.dataDir, 'postgres', 'data')).uid, server.uid)
    await house.close()
  })

  it('only the cluster moves where setpriv is missing, a line says so, and it is found again', async () => {
    const options = own('no setpriv')
    process.env.PATH = pathWithout('setpriv')
    const said: string[] = []
    const house = await openHouse({ ...options, say: line => said.push(line) })
    const home = homeOf(options.dataDir)
    assert.match(home, /^\/var\/lib\/bac-thang\/[0-9a-f]{12}$/)
    assert.equal(said.length, 1)
    assert.ok(said[0]?.includes(home), said[0])
    await house.asOwner(owner => owner.run(sql`create table kept as select 1 as n`))
    await house.close()
    assert.equal(existsSync(join(options.dataDir, 'postgres')), false)

    process.env.PATH = usualPath
    const again = await openHouse(options)
    assert.deepEqual(await again.asOwner(owner => owner.many(sql`select n from kept`)), [{ n: 1 }])
    await again.close()

    rmSync(home, { recursive: true })
    await assert.rejects(
      openHouse(options),
      (error: unknown) => error instanceof HouseRefused && error.refusal.code === 'moved-data-missing',
    )
  })

  it('only the cluster moves where the capability may not be given', async () => {
    const { dataDir } = own('no capability')
    const house = await opened({ dataDir }, { prefix: ['setpriv', '--bounding-set', '-dac_read_search', '--'] })
    assert.ok(existsSync(join(homeOf(dataDir), 'postgres', 'data', 'PG_VERSION')))
    assert.equal(await house.close(), 0)
  })

  it('a machine that cannot make the user says what to do', async () => {
    process.env.PATH = pathWithout('id', 'useradd', 'adduser')
    await assert.rejects(
      openHouse(own('no user')),
      (error: unknown) => error instanceof HouseRefused && error.refusal.code === 'no-os-user',
    )
  })
})
