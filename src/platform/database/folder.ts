import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { HouseRefused } from './refusal.ts'

/** A folder with this file in it is ours, and may be closed to others. */
const markName = '.bac-thang'
const markText = 'Dữ liệu của Bậc Thang nằm trong thư mục này. Sao lưu: npm run bac-thang -- backup <tệp>\n'

/** What an earlier start may have left in a folder that has no mark yet. */
const ownNames = new Set(
  'run logs files backups search postgres postgresql postgres-home secrets.json lost+found'.split(' '),
)

export const runFolder = (dataDir: string): string => join(dataDir, 'run')

/** The passwords of the two roles of our own server. */
export interface Secrets {
  readonly owner: string
  readonly app: string
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

export const isDiskFullError = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error))

/** What root leaves in the data of somebody else they could not read any more, so root works on its own data only. */
function refuseOthersData(dataDir: string): void {
  const { uid } = statSync(join(dataDir, markName))
  if (process.getuid?.() !== 0 || uid === 0) return
  const user = spawnSync('id', ['-nu', String(uid)], { encoding: 'utf8' }).stdout?.trim() || `#${uid}`
  throw new HouseRefused({ code: 'other-owner', dataDir, user })
}

/** Makes the data folder, readable by nobody else; a folder of somebody else's files is refused, and left as it is. */
export function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const names = readdirSync(dataDir)
    if (!names.includes(markName)) {
      if (names.some(name => !ownNames.has(name))) throw new HouseRefused({ code: 'strange-folder', dataDir })
      writeFileSync(join(dataDir, markName), markText, { mode: 0o600 })
    } else refuseOthersData(dataDir)
    if (process.platform !== 'win32') chmodSync(dataDir, 0o700)
    mkdirSync(runFolder(dataDir), { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    if (error instanceof HouseRefused) throw error
    throw new HouseRefused({ code: isDiskFullError(error) ? 'disk-full' : 'data-folder-not-writable', dataDir })
  }
}

/** Writes a small file whole or not at all. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600, flush: true })
  renameSync(draft, path)
}

/** The passwords if they were made before; null when the file is missing or cannot be read. */
export function readSecrets(dataDir: string): Secrets | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Secrets
  } catch {
    return null
  }
}

/** Random passwords of 192 bits. */
export function newSecrets(): Secrets {
  const fresh = () => randomBytes(24).toString('base64url')
  return { owner: fresh(), app: fresh() }
}

/** Keeps them where nobody else can read them. */
export const keepSecrets = (dataDir: string, secrets: Secrets): void =>
  writeWhole(join(dataDir, 'secrets.json'), JSON.stringify(secrets))
