import { createHash } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type CopySession, withCopySession } from '../database/copy.ts'
import { appliedThrough } from '../database/migrate.ts'
import { readNode } from '../database/node.ts'
import { serverMajor } from '../database/ping.ts'
import { sql } from '../database/sql.ts'
import type { Files } from '../files/index.ts'
import { programVersion } from '../version.ts'
import {
  fileName,
  formatVersion,
  type Manifest,
  manifestName,
  partName,
  readMeName,
  sealName,
  type TableEntry,
} from './manifest.ts'
import { BackupRefused } from './refusal.ts'
import { rowSum } from './row-sum.ts'
import { copyOutOf, sequencesOf, type Table, tablesInLoadOrder } from './tables.ts'
import { createTar, type TarWriter } from './tar.ts'

export interface BackupOptions {
  /** The owner's address of the database. */
  readonly url: string
  readonly files: Files
  /** The .tar to make; it must not be there yet, and it is there only when it is whole. */
  readonly target: string
  readonly now: Date
  /** Told after each piece: what is being written, and the octets so far. */
  readonly report?: (what: string, octets: number) => void
}

const partSize = 4 << 20

const readMe = `Bản sao lưu của Bậc Thang. Khôi phục: npm run bac-thang -- restore <tệp này>
Tệp có dữ liệu cá nhân: xin cất ở nơi an toàn, đừng gửi qua thư điện tử.

A backup of Bậc Thang. Restore: npm run bac-thang -- restore <this file>
It holds personal data: keep it in a safe place.
`

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Writes everything that must be kept into one file: all rows as one moment saw them, while others go on working, then
 * the stored bytes that those rows name. Throws `BackupRefused` when the file cannot be written.
 */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const { target, now } = options
  if (await isThere(target)) throw new BackupRefused({ code: 'file-exists', file: target })
  const draft = `${target}.dang-ghi`
  await rm(draft, { force: true }).catch(() => undefined)
  const tar = await createTar(draft, now).catch(error => refuseToWrite(target, error))
  try {
    const manifest = await withCopySession(options.url, 'repeatable read', session => writeAll(session, tar, options))
    await tar.end()
    await moveIntoPlace(draft, target)
    return manifest
  } catch (error) {
    await tar.abandon()
    await rm(draft, { force: true })
    throw error
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function moveIntoPlace(draft: string, target: string): Promise<void> {
  await rename(draft, target)
  // The name too must survive a power cut; some systems cannot open a folder for that.
  const folder = await open(dirname(target)).catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

function refuseToWrite(file: string, error: unknown): never {
  throw new BackupRefused({ code: 'cannot-write', file, why: error instanceof Error ? error.message : String(error) })
}

async function writeAll(session: CopySession, tar: TarWriter, options: BackupOptions): Promise<Manifest> {
  if ((await appliedThrough(session)) === 0) throw new BackupRefused({ code: 'nothing-yet' })
  await tar.add(readMeName, Buffer.from(readMe))
  const head = {
    format: formatVersion,
    program: programVersion,
    createdAt: options.now.toISOString(),
    postgres: await serverMajor(session),
    node: await readNode(session),
    migrations: await session.many<Manifest['migrations'][number]>(
      sql`select number, name, checksum from migration order by number`,
    ),
  } as const
  const tables: TableEntry[] = []
  for (const table of await tablesInLoadOrder(session)) tables.push(await writeTable(session, tar, table, options))
  const sequences = await sequencesOf(session)
  const manifest: Manifest = { ...head, tables, sequences, ...(await writeFiles(session, tar, options)) }
  const text = Buffer.from(JSON.stringify(manifest, null, 1))
  await tar.add(manifestName, text)
  await tar.add(sealName, Buffer.from(`${sha256(text)}  ${manifestName}\n`))
  return manifest
}

async function writeTable(
  session: CopySession,
  tar: TarWriter,
  table: Table,
  { report }: BackupOptions,
): Promise<TableEntry> {
  const sum = rowSum()
  const parts: string[] = []
  let pending: Uint8Array[] = []
  let octets = 0
  const flush = async () => {
    const bytes = Buffer.concat(pending)
    await tar.add(partName(table.name, parts.length), bytes)
    parts.push(sha256(bytes))
    pending = []
    octets = 0
    report?.(table.name, tar.size())
  }
  for await (const chunk of session.copyOut(copyOutOf(table))) {
    sum.update(chunk)
    pending.push(chunk)
    octets += chunk.length
    if (octets >= partSize) await flush()
  }
  if (octets > 0) await flush()
  return { ...table, columns: [...table.columns], rows: sum.rows(), sum: sum.sum(), parts }
}

/** The bytes never change under their address, so they may be read after the rows. */
async function writeFiles(
  session: CopySession,
  tar: TarWriter,
  { files, report }: BackupOptions,
): Promise<Pick<Manifest, 'files' | 'missingFiles'>> {
  const named = await session.many<{ sha256: string }>(sql`select sha256 from file order by sha256`)
  const written: Manifest['files'] = []
  const missingFiles: string[] = []
  for (const { sha256: digest } of named) {
    const found = await stat(files.path(digest)).catch(() => null)
    const whole = found !== null && (await writeFile(tar, digest, found.size, files.read(digest)))
    if (whole) written.push({ sha256: digest, size: found.size })
    else missingFiles.push(digest)
    report?.('files', tar.size())
  }
  return { files: written, missingFiles }
}

/** False when the disk gave back other bytes than were kept; one spoilt file does not spoil the backup. */
async function writeFile(
  tar: TarWriter,
  digest: string,
  size: number,
  content: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  const hash = createHash('sha256')
  const measured = async function* () {
    for await (const chunk of content) {
      hash.update(chunk)
      yield chunk
    }
  }
  await tar.addStream(fileName(digest), size, measured())
  return hash.digest('hex') === digest
}
