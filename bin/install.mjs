// Installs the locked dependencies when they are missing or stale. Plain JavaScript with nothing but Node, because it
// runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The packages that a lock file lists, by their folder. An unreadable file lists none. */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** Whether node_modules holds what package-lock.json names, version by version. A missing optional package is no
 *  fault: it is meant for another platform, or somebody left it out. */
function isInstalled() {
  const locked = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  // Without a lock file npm says best what is wrong.
  const packages = Object.entries(locked)
  if (packages.length === 0) return false
  return packages.every(([folder, { version, optional }]) => {
    if (folder === '' || (optional && present[folder] === undefined)) return true
    return present[folder]?.version === version
  })
}

/** npm wants a folder to keep what it fetched. A service's own user may have no home: then one beside node_modules,
 *  for this once. */
function withCache(work) {
  const usual = process.env.npm_config_cache ?? join(homedir(), process.platform === 'win32' ? 'npm-cache' : '.npm')
  try {
    mkdirSync(usual, { recursive: true })
    accessSync(usual, constants.W_OK)
    return work(process.env)
  } catch {
    const cache = mkdtempSync(join(root, '.npm-cache-'))
    try {
      return work({ ...process.env, npm_config_cache: cache })
    } finally {
      rmSync(cache, { recursive: true, force: true })
    }
  }
}

function runNpm(env) {
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier']
  const options = { cwd: root, stdio: 'inherit', env }
  return npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** Runs `npm ci` when it is needed; leaves the process with npm's exit code when that fails. */
export function ensureInstalled() {
  if (isInstalled()) return
  console.log('Đang cài các gói đã khóa trong package-lock.json … (installing the locked packages)')
  const { status } = installed()
  if (status === 0) return
  console.error(
    `Không cài được các gói vào ${root}. Mời kiểm tra mạng, chỗ trống và quyền ghi, rồi chạy lại; hoặc chạy "npm ci" để xem lỗi.\n` +
      `The packages could not be installed into ${root}. Check network, space and write permission; or run "npm ci" to see why.`,
  )
  process.exit(status || 1)
}

function installed() {
  try {
    return withCache(runNpm)
  } catch (error) {
    // The clone itself cannot be written.
    console.error(error.message)
    return { status: 1 }
  }
}
