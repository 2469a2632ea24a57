import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { openLog } from './log.ts'

const folder = mkdtempSync(join(tmpdir(), 'bac-thang log '))
after(() => rmSync(folder, { recursive: true, force: true }))

const linesOf = (path: string): { msg: string; [field: string]: unknown }[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))

it('writes one closed file a day, keeps thirty days, and leaves other files', () => {
  const logs = join(folder, 'days')
  mkdirSync(logs)
  for (const name of ['bac-thang-2026-10-24.log', 'bac-thang-2026-10-25.log', 'ghi-chu.log']) {
    writeFileSync(join(logs, name), '')
  }
  let now = new Date('2026-11-23T23:59:59Z')
  const log = openLog({ folder: logs, level: 'info', now: () => now })
  log.info('evening')
  assert.ok(readdirSync(logs).includes('bac-thang-2026-10-24.log'), 'thirty days ago is kept')
  now = new Date('2026-11-24T00:00:00Z')
  log.info('morning')
  log.debug('too fine')
  assert.deepEqual(readdirSync(logs).sort(), [
    'bac-thang-2026-10-25.log',
    'bac-thang-2026-11-23.log',
    'bac-thang-2026-11-24.log',
    'ghi-chu.log',
  ])
  const today = join(logs, 'bac-thang-2026-11-24.log')
  assert.deepEqual(
    linesOf(today).map(({ msg }) => msg),
    ['morning'],
  )
  assert.equal(statSync(today).mode & 0o777, 0o600)
})

it('never writes down what opens a door', () => {
  const logs = join(folder, 'secrets')
  const log = openLog({ folder: logs, level: 'info' })
  log.info({ password: 'hai-ba', session: { token: 'bon-nam', login: 'an' }, cookie: 'sau-bay' }, 'signed in')
  const [name = ''] = readdirSync(logs)
  assert.doesNotMatch(readFileSync(join(logs, name), 'utf8'), /hai-ba|bon-nam|sau-bay/)
  assert.equal(linesOf(join(logs, name))[0]?.msg, 'signed in')
})

it('tells whoever watches of warnings and errors only, in a short line', () => {
  const heard: string[] = []
  const log = openLog({ folder: join(folder, 'told'), level: 'info', tell: line => heard.push(line) })
  log.info('request')
  log.warn({ error: 'no answer\n    at somewhere' }, 'search index could not catch up')
  assert.equal(heard.length, 1)
  assert.match(heard[0] ?? '', /^\d\d:\d\d:\d\dZ warn search index could not catch up: no answer$/)
})

it('loses lines on a full disk, never the program, and goes on when there is room', t => {
  const disk = join(folder, 'small')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status !== 0) {
    return t.skip('this machine does not let us mount a small disk')
  }
  try {
    const heard: string[] = []
    const logs = join(disk, 'logs')
    const log = openLog({ folder: logs, level: 'info', tell: line => heard.push(line) })
    const ballast = join(disk, 'ballast')
    writeFileSync(ballast, Buffer.alloc(40 << 10))
    for (let n = 0; n < 1000; n++) log.info({ n }, 'a line of some length, as a request writes it')
    assert.equal(heard.length, 1, 'said once')
    assert.match(heard[0] ?? '', /^log cannot be written: /)
    rmSync(ballast)
    log.info('room again')
    const [name = ''] = readdirSync(logs)
    assert.match(readFileSync(join(logs, name), 'utf8'), /\n\{[^\n]*"room again"\}\n$/)
  } finally {
    spawnSync('umount', ['-l', disk])
  }
})
