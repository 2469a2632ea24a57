// Installs the locked dependencies when they are missing or stale. Plain JavaScript with nothing but Node, because it
// runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
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
  return Object.entries(locked).every(([folder, { version, optional }]) => {
    if (folder === '' || (optional && present[folder] === undefined)) return true
    return present[folder]?.version === version
  })
}

/** Runs `npm ci` when it is needed; leaves the process with npm's exit code when that fails. */
export function ensureInstalled() {
  if (isInstalled()) return
  console.log('Đang cài các gói đã khóa trong package-lock.json … (installing the locked packages)')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const options = { cwd: root, stdio: 'inherit' }
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (done.status === 0) return
  console.error('Không cài được các gói. Kiểm tra mạng rồi chạy lại; hoặc chạy "npm ci" để xem lỗi.')
  process.exit(done.status ?? 1)
}
