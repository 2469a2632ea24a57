import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isAlive, scratchFolder, serverPid } from './support/houses.ts'
import { bacThang, freePort, type Started, start, started } from './support/program.ts'

const repository = dirname(dirname(fileURLToPath(import.meta.url)))
const folders: { path: string; remove(): void }[] = []
const running = new Set<number>()

function folder(name: string): string {
  const made = scratchFolder(name)
  folders.push(made)
  return made.path
}

async function serving(...args: Parameters<typeof started>): Promise<Started> {
  const server = await started(...args)
  running.add(server.pid)
  return server
}

after(() => {
  for (const pid of running) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  for (const { path, remove } of folders) {
    const data = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('secrets.json'))
    for (const name of data) {
      const pid = serverPid(dirname(join(path, name)))
      if (pid !== null) process.kill(pid, 'SIGKILL')
    }
    remove()
  }
})

describe('npm start', () => {
  it('serves from a clone and data under a closed folder with a space, called from elsewhere', async t => {
    const home = folder('nhà của An')
    chmodSync(home, 0o700)
    const clone = join(home, 'bac thang')
    mkdirSync(clone)
    for (const name of [
      'bin',
      'src',
      'migrations',
      'public',
      'seed',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ]) {
      spawnSync('cp', ['-r', join(repository, name), clone])
    }
    // npm's own copy of everything, so that nothing is read from outside the closed folder; links where they may be made.
    const copied = spawnSync('cp', ['-al', join(repository, 'node_modules'), clone]).status === 0
    if (!copied) {
      rmSync(join(clone, 'node_modules'), { recursive: true, force: true })
      symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'))
    }
    const dataDir = join(home, 'dữ liệu')
    const first = await serving({ clone, dataDir, cwd: '/tmp', env: { DEMO: '1' } }, await freePort())
    t.diagnostic(`first start, dependencies installed, with the demonstration: ${Math.round(first.milliseconds)} ms`)
    assert.match(first.said(), /Bậc Thang đang chạy: http/)
    const stopped = await first.stop('SIGINT')
    assert.deepEqual([stopped.code, stopped.err], [0, ''])
    assert.match(stopped.out, /Đã dừng/)
    assert.equal(serverPid(dataDir), null)

    const later = await serving({ clone, dataDir, cwd: '/tmp', env: { DEMO: '1' } }, await freePort())
    t.diagnostic(`later start: ${Math.round(later.milliseconds)} ms`)
    assert.ok(later.milliseconds < 12_000, 'a later start takes 4 s at most on an idle machine, three times that here')
    assert.equal((await later.stop('SIGTERM')).code, 0)
    assert.equal(serverPid(dataDir), null)
  })

  it('goes on where it was when ours and PostgreSQL were killed', async () => {
    const dataDir = join(folder('killed'), 'var')
    const first = await serving({ dataDir }, await freePort())
    const made = await bacThang({ dataDir }, 'admin', 'create', '--login', 'an')
    assert.equal(made.code, 0, made.err)
    process.kill(serverPid(dataDir) ?? 0, 'SIGKILL')
    await first.stop('SIGKILL')
    const again = await serving({ dataDir }, await freePort())
    const taken = await bacThang({ dataDir }, 'admin', 'create', '--login', 'an')
    assert.deepEqual([taken.code, taken.err.includes('an')], [1, true])
    assert.equal((await again.stop('SIGTERM')).code, 0)
  })

  it('refuses in a sentence: a second server, a taken port, a wrong setting, a restore under it, an open demonstration', async () => {
    const dataDir = join(folder('refused'), 'var')
    const port = await freePort()
    const first = await serving({ dataDir }, port)
    const refused = async (env: Record<string, string>, words: RegExp, data = dataDir) => {
      const outcome = await start({ dataDir: data, env }, Number(env.PORT ?? port))
      assert.ok('code' in outcome)
      assert.equal(outcome.code, 1, outcome.err)
      assert.match(outcome.err, words)
      assert.doesNotMatch(outcome.err, /\n.*\n|Error|\bat /, 'one sentence, no stack')
    }
    await refused({}, /đang chạy trên thư mục dữ liệu này \(tiến trình \d+, http/)
    await refused({ LANG: 'en_US.UTF-8' }, /already runs on this data folder/)
    const other = join(folder('other'), 'var')
    await refused({}, new RegExp(`Cổng ${port} đang có chương trình khác dùng`), other)
    assert.equal(serverPid(other), null, 'a start that failed leaves no PostgreSQL behind')
    await refused({ LOG_LEVEL: 'loud' }, /LOG_LEVEL nhận/, other)
    await refused({ HOST: '0.0.0.0', DEMO: '1' }, /Tài khoản mẫu chỉ để dùng trên máy này/, join(folder('open'), 'var'))

    const backup = join(dirname(dataDir), 'sao luu.tar')
    assert.equal((await bacThang({ dataDir }, 'backup', backup)).code, 0, 'a backup while it serves')
    const restore = await bacThang({ dataDir }, 'restore', backup, '--force')
    assert.deepEqual([restore.code, /Mời dừng nó trước bằng: kill \d+/.test(restore.err)], [1, true])
    assert.equal((await first.stop('SIGTERM')).code, 0)
  })

  it('shares the house with a command that came first', async () => {
    const dataDir = join(folder('first'), 'var')
    const made = await bacThang({ dataDir }, 'admin', 'create')
    assert.match(made.out, /Mật khẩu \(chỉ hiện một lần\): \S+/)
    const server = await serving({ dataDir }, await freePort())
    const doctor = await bacThang({ dataDir }, 'doctor')
    assert.match(doctor.out, /Đang chạy: tiến trình \d+, http/)
    assert.equal(doctor.code, 1, 'a real installation without a backup has something to mend')
    assert.match(doctor.out, /✖ Chưa có bản sao lưu nào\.\n {4}Sửa: npm run bac-thang -- backup/)
    const done = async (...args: string[]) => {
      const { code, out, err } = await bacThang({ dataDir }, ...args)
      assert.equal(code, 0, `${args.join(' ')}: ${out}${err}`)
    }
    await done('backup', join(dirname(dataDir), 'a.tar'))
    await done('doctor')
    await done('index', 'rebuild')
    assert.equal((await server.stop('SIGTERM')).code, 0)
    await done('index', 'rebuild')
    await done('figures', 'rebuild')
  })
})

/** The programs of another major release on this machine, as Debian keeps them; null when there are none. */
function otherPrograms(): string | null {
  const candidates = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const folders = candidates.map(major => join('/usr/lib/postgresql', major, 'bin'))
  return folders.find(bin => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb'))) ?? null
}

describe('backup and restore by command', () => {
  it('carry everything to another folder, and replace what is there only when told to', async () => {
    const [from, to] = [join(folder('from'), 'var'), join(folder('to'), 'var')]
    const file = join(dirname(from), 'sao luu.tar')
    await bacThang({ dataDir: from }, 'admin', 'create', '--login', 'an')
    assert.equal((await bacThang({ dataDir: from, cwd: dirname(from) }, 'backup', 'sao luu.tar')).code, 0)
    const again = await bacThang({ dataDir: from }, 'backup', file)
    assert.deepEqual([again.code, /Đã có tệp/.test(again.err)], [1, true])

    const restored = await bacThang({ dataDir: to }, 'restore', file)
    assert.deepEqual([restored.code, restored.err], [0, ''])
    assert.match(restored.out, /account +1\n/)
    assert.match((await bacThang({ dataDir: to }, 'admin', 'create', '--login', 'an')).err, /Đã có người dùng/)
    const twice = await bacThang({ dataDir: to }, 'restore', file)
    assert.deepEqual([twice.code, /mời thêm --force/.test(twice.err)], [1, true])
    const forced = await bacThang({ dataDir: to }, 'restore', file, '--force')
    assert.equal(forced.code, 0, forced.err)
    assert.ok(readdirSync(join(to, 'backups')).some(name => name.startsWith('truoc-khi-khoi-phuc-')))

    writeFileSync(file, 'x'.repeat(4000))
    const broken = await bacThang({ dataDir: to }, 'restore', file, '--force')
    assert.deepEqual([broken.code, /không phải bản sao lưu/.test(broken.err)], [1, true])
  })

  it('lead from one major release of PostgreSQL to another', async t => {
    const bin = otherPrograms()
    if (bin === null) return t.skip('only one PostgreSQL is on this machine')
    const dataDir = join(folder('major'), 'var')
    const file = join(dirname(dataDir), 'cu.tar')
    const older = { dataDir, env: { PG_BIN: bin } }
    assert.equal((await bacThang(older, 'admin', 'create', '--login', 'an')).code, 0)
    assert.equal((await bacThang(older, 'backup', file)).code, 0)
    const refused = await bacThang({ dataDir }, 'import', 'status')
    assert.equal(refused.code, 1)
    assert.match(refused.err, /thuộc PostgreSQL \d+.*restore .*--force/)
    assert.equal((await bacThang({ dataDir }, 'restore', file)).code, 1)
    const restored = await bacThang({ dataDir }, 'restore', file, '--force')
    assert.equal(restored.code, 0, restored.err)
    assert.match(restored.out, /còn ở .*data\.pg\d+-/)
    assert.match((await bacThang({ dataDir }, 'admin', 'create', '--login', 'an')).err, /Đã có người dùng/)
  })

  it('work on a PostgreSQL server of one’s own, by a role that may do nothing more', async t => {
    const server = folder('server')
    const { opened } = await import('./support/houses.ts')
    const house = await opened({ dataDir: join(server, 'var') })
    try {
      const pg = await import('pg')
      const owner = new pg.default.Client({ connectionString: house.urls.owner })
      await owner.connect()
      for (const name of ['own_one', 'own_two']) {
        await owner.query(`create role ${name} login password 'x'`)
        await owner.query(`create database ${name} owner ${name} template template0 encoding 'UTF8' locale 'C'`)
      }
      await owner.end()
      const urlOf = (name: string) => house.urls.owner.replace(/\/\/[^@]+@/, `//${name}:x@`).replace(/[^/]+$/, name)
      const place = (name: string) => ({ dataDir: join(server, name), env: { DATABASE_URL: urlOf(name) } })
      const file = join(server, 'a.tar')
      assert.equal((await bacThang(place('own_one'), 'admin', 'create', '--login', 'an')).code, 0)
      assert.equal((await bacThang(place('own_one'), 'backup', file)).code, 0)
      const restored = await bacThang(place('own_two'), 'restore', file)
      assert.deepEqual([restored.code, restored.err], [0, ''])
      const serve = await serving(place('own_two'), await freePort())
      assert.match((await bacThang(place('own_two'), 'admin', 'create', '--login', 'an')).err, /Đã có người dùng/)
      assert.equal((await serve.stop('SIGTERM')).code, 0)
      t.diagnostic(`by ${urlOf('own_two').replace(/:x@.*/, '')}, without superuser`)
      const wrong = { dataDir: join(server, 'own_one'), env: { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/none' } }
      const unreachable = await bacThang(wrong, 'import', 'status')
      assert.deepEqual([unreachable.code, /Không nối được tới máy chủ PostgreSQL/.test(unreachable.err)], [1, true])
    } finally {
      await house.close()
    }
  })
})

describe('the command line', () => {
  const dataDir = join(folder('words'), 'var')
  const cases: [args: string[], code: number, words: RegExp][] = [
    [[], 2, /import marc FILE… .*\n/],
    [['--help'], 0, /doctor .*chưa an toàn/],
    [['--help', '--lang=en'], 0, /doctor .*unsafe/],
    [['help', 'backup'], 0, /npm run bac-thang -- backup FILE/],
    [['import', 'marc', '--help', '--lang', 'en'], 0, /--institution CODE/],
    [['import', '--help'], 0, /import table FILE[\s\S]*import objects FILE[\s\S]*import withdraw BATCH/],
    [['docter'], 2, /Có phải: doctor/],
    [['indx', 'rebuild'], 2, /Có phải: index rebuild/],
    [['cà phê'], 2, /Không có lệnh “cà phê”/],
    [['backup'], 2, /Còn thiếu tên/],
    [['backup', 'a', 'b'], 2, /Thừa chữ/],
    [['backup', '--fast', 'a'], 2, /Không có tùy chọn --fast/],
    [['admin', 'create', '--login'], 2, /Tùy chọn --login/],
    [['backup', 'a.tar'], 1, /chưa có gì để sao lưu/],
    [['restore', '/none.tar'], 1, /Không đọc được tệp \/none\.tar/],
  ]
  for (const [args, code, words] of cases) {
    it(`${args.join(' ') || 'nothing'} → ${code}`, async () => {
      const outcome = await bacThang({ dataDir }, ...args)
      assert.match(outcome.out + outcome.err, words)
      assert.equal(outcome.code, code)
      assert.equal(existsSync(dataDir), false, 'asking makes no data folder')
    })
  }

  it('says that a port in use is in use', async () => {
    const port = await freePort()
    const taken = createServer().listen(port, '127.0.0.1')
    const outcome = await start({ dataDir: join(folder('port'), 'var'), env: { LANG: 'en' } }, port)
    taken.close()
    assert.ok('code' in outcome)
    assert.match(outcome.err, new RegExp(`PORT=${port + 1} npm start`))
  })
})
