import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, it } from 'node:test'
import { fileURLToPath } from 'node:url'

const repository = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'bac-thang cài đặt '))
after(() => rmSync(folder, { recursive: true, force: true }))

const lock = (version: string) =>
  JSON.stringify({
    packages: { 'node_modules/a': { version }, 'node_modules/b': { version: '1.0.0', optional: true } },
  })

/** A clone that only installs, with an npm that says how it was called. */
function clone(name: string, { locked, present }: { locked?: string; present?: string }): string {
  const root = join(folder, name)
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  cpSync(join(repository, 'bin', 'install.mjs'), join(root, 'bin', 'install.mjs'))
  writeFileSync(
    join(root, 'try.mjs'),
    "import { ensureInstalled } from './bin/install.mjs'\nensureInstalled()\nconsole.log('goes on')\n",
  )
  if (locked !== undefined) writeFileSync(join(root, 'package-lock.json'), lock(locked))
  if (present !== undefined) {
    const packages = { 'node_modules/a': { version: present } }
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
  }
  return root
}

const npm = join(folder, 'npm.js')
writeFileSync(npm, "console.log('npm', process.argv[2], process.env.npm_config_cache); process.exit(+process.env.CODE)")

function run(root: string, code = 0, environment: Record<string, string> = {}) {
  const env = { PATH: '', HOME: folder, npm_execpath: npm, CODE: String(code), ...environment }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'try.mjs')], { env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

it('does not call npm where everything locked is there; a package for another platform is not missed', () => {
  assert.deepEqual(run(clone('whole', { locked: '1.0.0', present: '1.0.0' })), {
    status: 0,
    stdout: 'goes on\n',
    stderr: '',
  })
})

it('installs what is missing or stale, by npm ci', () => {
  for (const root of [
    clone('missing', { locked: '1.0.0' }),
    clone('stale', { locked: '1.1.0', present: '1.0.0' }),
    clone('without a lock', { present: '1.0.0' }),
  ]) {
    assert.match(run(root).stdout, /npm ci .*\ngoes on\n$/)
  }
})

it('says in a sentence that nothing could be installed, with npm’s own exit code', () => {
  const root = clone('failing', { locked: '1.0.0' })
  const failed = run(root, 7)
  assert.equal(failed.status, 7)
  assert.doesNotMatch(failed.stdout, /goes on/)
  assert.match(failed.stderr, /^Không cài được các gói vào .*npm ci.*\n.* could not be installed .*\n$/)
  assert.equal(run(root, 0, { npm_execpath: '' }).status, 1, 'without npm on this machine')
})

it('gives npm a folder for this once where the home cannot be written', t => {
  const home = join(folder, 'home')
  writeFileSync(home, '')
  const root = clone('homeless', { locked: '1.0.0' })
  const { status, stdout } = run(root, 0, { HOME: home })
  assert.equal(status, 0)
  assert.match(stdout, /npm ci .*homeless\/\.npm-cache-/)
  assert.deepEqual(
    readdirSync(root).filter(name => name.startsWith('.npm')),
    [],
  )
  if (process.getuid?.() === 0) return t.diagnostic('a clone that cannot be written is not tried as root')
  chmodSync(root, 0o500)
  assert.equal(run(root, 0, { HOME: home }).status, 1)
  chmodSync(root, 0o700)
})
