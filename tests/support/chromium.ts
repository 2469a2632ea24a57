import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

/** Where the installers of macOS and Windows put Chrome, Chromium and Edge. */
function usualPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    const roots = ['/Applications', join(env.HOME ?? '/', 'Applications')]
    return roots.flatMap(root => apps.map(app => `${root}/${app}.app/Contents/MacOS/${app}`))
  }
  if (platform !== 'win32') return []
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(root => root !== undefined)
  const tails = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe']
  return roots.flatMap(root => [...tails, 'Microsoft\\Edge\\Application\\msedge.exe'].map(tail => join(root, tail)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The browser that the tests drive: `CHROMIUM` when it is set, else Chromium, Chrome or Edge where they are usually
 *  installed; null when there is none. */
export function findChromium(env = process.env, platform: NodeJS.Platform = process.platform): string | null {
  if (env.CHROMIUM !== undefined && env.CHROMIUM !== '') return isProgram(env.CHROMIUM) ? env.CHROMIUM : null
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(folder => folder !== '')
  const named = onPath.flatMap(name => folders.map(folder => join(folder, name)))
  return [...named, ...usualPlaces(env, platform)].find(isProgram) ?? null
}

/** What a person is told when there is no browser. */
export const noBrowser =
  'Không tìm thấy Chromium hay Chrome cho các bài kiểm thử trên trình duyệt. Hãy cài một trình duyệt, hoặc đặt ' +
  'CHROMIUM=/đường/dẫn/chrome, hoặc trên Debian và Ubuntu chạy "npm test -- --install-browser". ' +
  '(No Chromium or Chrome found: install one, set CHROMIUM to its path, or run "npm test -- --install-browser" on Debian.)'

/** Installs Debian's chromium by apt, as root or through `sudo -n`. Returns why it could not, or null. */
export function installChromium(): string | null {
  if (process.platform !== 'linux') return 'apt-get exists on Debian and Ubuntu only'
  const [program, ...before] = process.getuid?.() === 0 ? ['env'] : ['sudo', '-n', 'env']
  const apt = (...args: string[]): number | null =>
    spawnSync(program ?? 'env', [...before, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status
  // An update that fails in part may still have brought the one list that is needed: the installation tells.
  apt('update')
  const status = apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')
  return status === 0 ? null : `apt-get install chromium ended with ${status ?? 'no code'}`
}
