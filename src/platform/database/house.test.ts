import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import pg from 'pg'
import { type HouseProcess, isAlive, opened, scratchFolder, serverPid } from '../../../tests/support/houses.ts'
import { openHouse } from './house.ts'
import { migrate, migrationsFolder, readMigrations } from './migrate.ts'
import { waitUntil } from './processes.ts'
import { type HouseRefusal, HouseRefused } from './refusal.ts'
import { rawSql, sql } from './sql.ts'

const isRoot = process.getuid?.() === 0
const own = (dataDir: string) => ({ dataDir, pgBin: null, databaseUrl: null, purpose: 'command' as const })

async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function refusalOf(opening: Promise<unknown>): Promise<HouseRefusal> {
  try {
    await opening
  } catch (error) {
    if (error instanceof HouseRefused) return error.refusal
    throw error
  }
  throw new Error('nothing was refused')
}

const killServer = (dataDir: string): number => {
  const pid = serverPid(dataDir) ?? 0
  process.kill(pid, 'SIGKILL')
  return pid
}

describe('the house of a data folder', () => {
  const folders: { path: string; remove(): void }[] = []
  const living = new Set<HouseProcess>()
  const folder = (name: string) => {
    const made = scratchFolder(name)
    folders.push(made)
    return join(made.path, 'var')
  }
  const open = async (...args: Parameters<typeof opened>): Promise<HouseProcess> => {
    const house = await opened(...args)
    living.add(house)
    return house
  }
  after(async () => {
    for (const house of living) await house.kill().catch(() => undefined)
    for (const { path, remove } of folders) {
      const pid = serverPid(join(path, 'var'))
      if (pid !== null) process.kill(pid, 'SIGKILL')
      remove()
    }
  })

  it('is closed to others, and its server ends with the last one out', async () => {
    const dataDir = folder('closed')
    const house = await openHouse(own(dataDir))
    const pid = serverPid(dataDir)
    assert.ok(pid !== null)
    assert.equal(statSync(dataDir).mode & 0o777, 0o700)
    for (const name of ['secrets.json', 'run/postgres.json', 'run/postgres.log']) {
      assert.equal(statSync(join(dataDir, name)).mode & 0o777, 0o600, name)
    }
    const wrong = house.urls.app.replace(/:[^:@]+@/, ':wrong@')
    await assert.rejects(ask(wrong, 'select 1'), /password authentication failed/)
    assert.deepEqual(await ask(house.urls.owner, 'show password_encryption'), [
      { password_encryption: 'scram-sha-256' },
    ])
    await house.close()
    assert.equal(isAlive(pid), false)
    assert.deepEqual(readdirSync(join(dataDir, 'run')).sort(), ['postgres.json', 'postgres.log'])
  })

  it('lets the application add to the journal, never change it', async () => {
    const dataDir = folder('journal')
    const house = await openHouse(own(dataDir))
    try {
      await house.asOwner(owner => migrate(owner))
      const added = sql`
        insert into journal (id, origin, epoch, type, version, occurred_at, payload, answer)
        select gen_random_uuid(), id, epoch, 'test.act', 1, now(), '{}', '{}' from node`
      assert.equal(await house.database.run(added), 1)
      await assert.rejects(house.database.run(sql`update journal set type = 'x'`), /permission denied/)
      await assert.rejects(
        house.asOwner(owner => owner.run(sql`delete from journal`)),
        /append-only/,
      )
      await assert.rejects(house.database.run(sql`create table mine (x int)`), /permission denied/)
    } finally {
      await house.close()
    }
  })

  it('serves once: a second server is refused with the first one’s number and address', async () => {
    const dataDir = folder('twice')
    const first = await open({ dataDir, purpose: 'serve' })
    const refused = await refusalOf(openHouse({ ...own(dataDir), purpose: 'serve' }))
    assert.deepEqual(refused, { code: 'another-serve', pid: first.child.pid, address: '' })
    assert.equal((await refusalOf(openHouse({ ...own(dataDir), purpose: 'alone' }))).code, 'stop-serve-first')
    assert.equal(await first.close(), 0)
  })

  it('keeps out everybody while data are replaced, and is not replaced under a command', async () => {
    const dataDir = folder('alone')
    const alone = await open({ dataDir, purpose: 'alone' })
    for (const purpose of ['serve', 'command', 'alone'] as const) {
      assert.equal((await refusalOf(openHouse({ ...own(dataDir), purpose }))).code, 'data-being-replaced')
    }
    await alone.close()
    const command = await open({ dataDir })
    assert.equal((await refusalOf(openHouse({ ...own(dataDir), purpose: 'alone' }))).code, 'command-running')
    await command.close()
  })

  it('stays up for the server when a command that came first leaves, and the reverse', async () => {
    const dataDir = folder('order')
    const command = await open({ dataDir })
    const serve = await open({ dataDir, purpose: 'serve' })
    const pid = serverPid(dataDir)
    await command.close()
    assert.equal(serverPid(dataDir), pid)
    const later = await open({ dataDir })
    await serve.close()
    assert.deepEqual(await ask(later.urls.app, 'select 1 as x'), [{ x: 1 }])
    await later.close()
    assert.equal(serverPid(dataDir), null)
  })

  it('opens for two commands at once in an empty folder, with one server', async () => {
    const dataDir = folder('both')
    const [one, other] = await Promise.all([open({ dataDir }), open({ dataDir })])
    assert.equal(one.urls.app, other.urls.app)
    await Promise.all([one.close(), other.close()])
    assert.equal(serverPid(dataDir), null)
  })

  it('loses nothing acknowledged when ours, PostgreSQL, or both are killed', async () => {
    const dataDir = folder('kill')
    const first = await open({ dataDir, purpose: 'serve' })
    const orphan = serverPid(dataDir)
    await ask(first.urls.owner, 'create table kept (n int); insert into kept values (1)')
    await first.kill()

    const second = await open({ dataDir, purpose: 'serve' })
    assert.equal(serverPid(dataDir), orphan, 'the orphaned server is taken over')
    await ask(second.urls.owner, 'insert into kept values (2)')
    killServer(dataDir)
    const back = async () =>
      ask(second.urls.owner, 'insert into kept values (3)').then(
        () => true,
        () => false,
      )
    assert.ok(await waitUntil(back, 20_000), 'a killed PostgreSQL comes back at the same address by itself')

    await second.kill()
    killServer(dataDir)
    const third = await open({ dataDir, purpose: 'serve' })
    assert.deepEqual(await ask(third.urls.owner, 'select n from kept order by n'), [{ n: 1 }, { n: 2 }, { n: 3 }])
    assert.equal(await third.close(), 0)
    assert.equal(serverPid(dataDir), null)
  })

  it('gives a command the server’s own address when PostgreSQL was killed a moment ago', async () => {
    const dataDir = folder('same address')
    const serve = await open({ dataDir, purpose: 'serve' })
    killServer(dataDir)
    const command = await open({ dataDir })
    assert.equal(command.urls.app, serve.urls.app)
    assert.deepEqual(await ask(serve.urls.owner, 'select 1 as x'), [{ x: 1 }])
    await command.close()
    await serve.close()
  })

  it('is not held up by what a power cut leaves: a dead lock, an empty one, another program under the old number', async () => {
    const dataDir = folder('power cut')
    await (await open({ dataDir })).close()
    const run = join(dataDir, 'run')
    writeFileSync(join(run, 'lock.json'), JSON.stringify({ pid: 1, started: 'long ago' }))
    await (await open({ dataDir })).close()
    writeFileSync(join(run, 'lock.json'), '')
    writeFileSync(join(run, 'lease-1.json'), '')
    await (await open({ dataDir })).close()

    const stranger = spawn('sleep', ['60'])
    try {
      const file = join(dataDir, 'postgres', 'data', 'postmaster.pid')
      writeFileSync(file, `${stranger.pid}\n${join(dataDir, 'postgres', 'data')}\n1\n5432\n\n127.0.0.1\n`)
      await (await open({ dataDir })).close()
      assert.ok(isAlive(stranger.pid ?? 0), 'a program that is not ours was stopped')
    } finally {
      stranger.kill()
    }
  })

  it('makes new passwords when their file was lost', async () => {
    const dataDir = folder('secrets')
    const before = await open({ dataDir })
    await ask(before.urls.owner, 'create table kept (n int)')
    await before.kill()
    rmSync(join(dataDir, 'secrets.json'))
    const afterwards = await open({ dataDir })
    assert.notEqual(afterwards.urls.owner, before.urls.owner)
    assert.deepEqual(await ask(afterwards.urls.owner, 'select n from kept'), [])
    assert.deepEqual(await ask(afterwards.urls.app, 'select 1 as x'), [{ x: 1 }])
    await afterwards.close()
  })

  it('refuses data of another major release, and leaves them as they are', async () => {
    const dataDir = folder('major')
    await (await open({ dataDir })).close()
    const version = join(dataDir, 'postgres', 'data', 'PG_VERSION')
    const major = Number(readFileSync(version, 'utf8'))
    writeFileSync(version, '9\n')
    const expected = { code: 'other-major', dataMajor: 9, programMajor: major, dataDir }
    assert.deepEqual(await refusalOf(openHouse(own(dataDir))), expected)
    writeFileSync(version, `${major}\n`)
    await (await open({ dataDir })).close()
  })

  it('refuses a folder of somebody else’s files, and leaves its mode', async () => {
    const dataDir = folder('strange')
    mkdirSync(dataDir, { recursive: true })
    chmodSync(dataDir, 0o755)
    writeFileSync(join(dataDir, 'luan-van.docx'), '')
    assert.equal((await refusalOf(openHouse(own(dataDir)))).code, 'strange-folder')
    assert.equal(statSync(dataDir).mode & 0o777, 0o755)
    assert.deepEqual(readdirSync(dataDir), ['luan-van.docx'])
  })

  it('says when the data folder cannot be made', async () => {
    const dataDir = folder('file')
    writeFileSync(dataDir, '')
    assert.equal((await refusalOf(openHouse(own(dataDir)))).code, 'data-folder-not-writable')
  })

  it('works however deep its path is', async () => {
    const dataDir = join(folder('deep'), ...Array.from({ length: 12 }, () => 'một thư mục có tên dài'))
    const house = await open({ dataDir })
    assert.deepEqual(await ask(house.urls.app, 'select 1 as x'), [{ x: 1 }])
    await house.close()
  })

  it('runs as an ordinary user without a home', {
    skip: ordinaryUser() === null && 'only root can become another user',
  }, async t => {
    const dataDir = folder('ordinary')
    const top = join(dataDir, '..')
    const prefix = ordinaryUser() ?? []
    spawnSync('chown', ['nobody', top])
    const mayRead = (path: string): boolean => {
      const [command, ...args] = [...prefix, process.execPath, '-e', `fs.readdirSync(${JSON.stringify(path)})`]
      return spawnSync(command, args).status === 0
    }
    if (![migrationsFolder, top].every(mayRead)) return t.skip('this user cannot read the program or the folder here')
    const env = { PATH: process.env.PATH, TMPDIR: top, HOME: '/nonexistent' }
    const house = await open({ dataDir }, { prefix, env })
    assert.deepEqual(await ask(house.urls.app, 'select 1 as x'), [{ x: 1 }])
    const server = serverPid(dataDir) ?? 0
    assert.equal(statSync(`/proc/${server}`).uid, statSync(top).uid)
    await house.close()
    assert.equal(serverPid(dataDir), null)
    const asRoot = await refusalOf(openHouse(own(dataDir)))
    assert.deepEqual(asRoot, { code: 'other-owner', dataDir, user: 'nobody' })
  })

  describe('on a full disk', () => {
    const mounted: string[] = []
    after(() => {
      for (const path of mounted) spawnSync('umount', ['-l', path])
    })
    const small = (name: string, size: string): string | null => {
      const path = folder(name)
      mkdirSync(path, { recursive: true })
      if (!isRoot || spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]).status !== 0) return null
      mounted.push(path)
      return path
    }

    it('says so at the first start', async t => {
      const dataDir = small('small', '16m')
      if (dataDir === null) return t.skip('this machine does not let us mount a small disk')
      assert.deepEqual(await refusalOf(openHouse(own(dataDir))), { code: 'disk-full', dataDir })
    })

    it('refuses the write, says so at the next start, and has everything acknowledged once there is room', async t => {
      const dataDir = small('filled', '200m')
      if (dataDir === null) return t.skip('this machine does not let us mount a small disk')
      const house = await open({ dataDir })
      const ballast = join(dataDir, 'files')
      writeFileSync(ballast, Buffer.alloc(50 << 20))
      await ask(
        house.urls.owner,
        'create table kept (n int, t text); alter table kept alter t set storage external; insert into kept values (1)',
      )
      const fill = 'insert into kept select n, repeat(md5(n::text), 300) from generate_series(1, 100000) n'
      await assert.rejects(ask(house.urls.owner, fill))
      await house.close()
      spawnSync('dd', ['if=/dev/zero', `of=${join(dataDir, 'files-more')}`, 'bs=64k'])
      assert.equal((await refusalOf(openHouse(own(dataDir)))).code, 'disk-full')
      for (const path of [ballast, join(dataDir, 'files-more')]) rmSync(path)
      const again = await open({ dataDir })
      assert.deepEqual(await ask(again.urls.owner, 'select n from kept'), [{ n: 1 }])
      await again.close()
    })
  })
})

describe('migrations', () => {
  const made = scratchFolder('migrations')
  const dataDir = join(made.path, 'var')
  after(() => made.remove())

  it('refuse a newer database and a changed step, and call for a backup before they change anything', async () => {
    const house = await openHouse(own(dataDir))
    const steps = join(made.path, 'steps')
    mkdirSync(steps)
    const [first, second] = readMigrations(migrationsFolder)
    assert.ok(first && second)
    try {
      await house.asOwner(async owner => {
        const calls: string[] = []
        const beforeChange = async (from: number, to: number) => {
          calls.push(`${from}→${to}`)
        }
        writeFileSync(join(steps, first.name), first.text)
        assert.equal(await migrate(owner, { folder: steps, beforeChange }), 1)
        assert.deepEqual(calls, [], 'an empty database needs no backup')
        writeFileSync(join(steps, second.name), 'create table half (x int); select 1/0')
        await assert.rejects(migrate(owner, { folder: steps, beforeChange }), /division by zero/)
        assert.deepEqual(calls, ['1→2'])
        assert.deepEqual(await owner.many(sql`select to_regclass('half') as half`), [{ half: null }])
        writeFileSync(join(steps, second.name), second.text)
        // Two processes at once, as a server and a command are.
        await Promise.all([1, 2, 3, 4, 5, 6].map(() => migrate(owner, { folder: steps })))

        writeFileSync(join(steps, first.name), `${first.text}\n-- changed`)
        const changed = await refusalOf(migrate(owner, { folder: steps }))
        assert.deepEqual(changed, { code: 'changed-migration', name: first.name })
        writeFileSync(join(steps, first.name), first.text.replaceAll('\n', '\r\n'))
        assert.equal(await migrate(owner, { folder: steps }), 0, 'line ends of another system are no change')
        rmSync(join(steps, second.name))
        assert.deepEqual(await refusalOf(migrate(owner, { folder: steps })), {
          code: 'newer-database',
          applied: 2,
          known: 1,
        })
        await owner.run(rawSql('drop table if exists half'))
      })
    } finally {
      await house.close()
    }
  })
})

/** How root becomes nobody; null for everybody else. */
function ordinaryUser(): string[] | null {
  if (!isRoot || !existsSync('/usr/bin/setpriv')) return null
  return ['setpriv', '--reuid=nobody', '--regid=65534', '--clear-groups', '--']
}
