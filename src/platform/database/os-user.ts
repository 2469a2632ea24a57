import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, statSync } from 'node:fs'
import { HouseRefused } from './refusal.ts'

/** PostgreSQL refuses to run as root, so root lends it a user of our own. */
export interface OsUser {
  readonly uid: number
  readonly gid: number
  /** How to run a program as this user: what stands before it on the command line. */
  readonly prefix: readonly string[]
  /** Whether it can reach a data folder under somebody's 0700 home. */
  readonly reachesClosedFolders: boolean
}

const userName = 'bac-thang'

const idOf = (flag: '-u' | '-g'): number | null => {
  const answer = spawnSync('id', [flag, userName], { encoding: 'utf8' })
  return answer.status === 0 ? Number(answer.stdout) : null
}

function ensureUser(): { uid: number; gid: number } {
  if (idOf('-u') === null) {
    spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', userName])
    if (idOf('-u') === null) spawnSync('adduser', ['-S', '-D', '-H', userName])
  }
  const uid = idOf('-u')
  const gid = idOf('-g')
  if (uid === null || gid === null) throw new HouseRefused({ code: 'no-os-user', user: userName })
  return { uid, gid }
}

/**
 * Reading and searching folders that are closed to others: enough to reach a data folder under a 0700 home, not to
 * write anywhere. An ambient capability survives the programs that PostgreSQL starts itself.
 */
const searchEverywhere = ['--inh-caps', '+dac_read_search', '--ambient-caps', '+dac_read_search']

function runsWith(prefix: readonly string[]): boolean {
  const [command = '', ...args] = prefix
  // By its full name: the folders in PATH may be closed to that user.
  return spawnSync(command, [...args, '/bin/sh', '-c', ':']).status === 0
}

/** The user to run PostgreSQL as; null when we are not root and it runs as ourselves. */
export function postgresUser(): OsUser | null {
  if (process.getuid?.() !== 0) return null
  const { uid, gid } = ensureUser()
  const plain = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const searching = [...plain, ...searchEverywhere]
  if (runsWith(searching)) return { uid, gid, prefix: searching, reachesClosedFolders: true }
  if (runsWith(plain)) return { uid, gid, prefix: plain, reachesClosedFolders: false }
  const su = ['su', '-s', '/bin/sh', userName, '-c', 'exec "$0" "$@"', '--']
  if (runsWith(su)) return { uid, gid, prefix: su, reachesClosedFolders: false }
  throw new HouseRefused({ code: 'no-os-user', user: userName })
}

/** Makes a folder that only this user can read. */
export function ownFolder(path: string, user: OsUser | null): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (user !== null && statSync(path).uid !== user.uid) chownSync(path, user.uid, user.gid)
}
