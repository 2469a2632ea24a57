import { type CopySession, withCopySession } from '../database/copy.ts'
import { migrate, migrationsFolder, readMigrations } from '../database/migrate.ts'
import { type Node, raiseEpoch, readNode } from '../database/node.ts'
import { rawSql, sql } from '../database/sql.ts'
import type { Files } from '../files/index.ts'
import type { CheckedBackup } from './check.ts'
import { fileName, type Manifest, partName, type TableEntry } from './manifest.ts'
import { BackupRefused } from './refusal.ts'
import { rowSum } from './row-sum.ts'
import { clearSchema, copyInto, copyOutOf, emptyTable, hasRows, setSequence, tablesInLoadOrder } from './tables.ts'

export interface RestoreOptions {
  /** The owner's address of the database. */
  readonly url: string
  readonly files: Files
  /** Told after each table, with the rows that it now has. */
  readonly report?: (table: string, rows: number) => void
  readonly migrations?: string
}

/** Refuses a backup whose tables this program cannot make. Looks at nothing but the two lists. */
export function refuseUnknownSteps(manifest: Manifest, folder = migrationsFolder): void {
  const known = readMigrations(folder)
  const last = manifest.migrations.at(-1)?.number ?? 0
  if (last > known.length) throw new BackupRefused({ code: 'newer-backup', through: last, known: known.length })
  for (const step of manifest.migrations) {
    if (known[step.number - 1]?.checksum !== step.checksum) {
      throw new BackupRefused({ code: 'other-migrations', name: step.name })
    }
  }
}

/**
 * Replaces all that the database holds by a backup, in one transaction: whatever interrupts it leaves the old data as
 * they were. The tables are made by the backup's own steps, loaded, compared row by row with what was written, and then
 * brought up to this program. Nobody else may use the database meanwhile.
 */
export async function restoreBackup(backup: CheckedBackup, options: RestoreOptions): Promise<void> {
  refuseUnknownSteps(backup.manifest, options.migrations)
  await restoreFiles(backup, options.files)
  await withCopySession(options.url, 'read committed', session => replaceAll(session, backup, options))
  await withCopySession(options.url, 'read committed', session => session.run(rawSql('analyze')))
}

/** Content-addressed: what is there already is the same, and what a failed restore leaves is found again. */
async function restoreFiles({ manifest, content }: CheckedBackup, files: Files): Promise<void> {
  for (const { sha256 } of manifest.files) {
    if (!(await files.has(sha256))) await files.keep(content(fileName(sha256)))
  }
}

async function replaceAll(session: CopySession, backup: CheckedBackup, options: RestoreOptions): Promise<void> {
  const { manifest } = backup
  const folder = options.migrations ?? migrationsFolder
  // Somebody who holds a table open is told of, not waited for.
  await session.run(sql`set local lock_timeout = '20s'`)
  const before = await nodeBefore(session)
  await clearSchema(session)
  await migrate(session, { folder, through: manifest.migrations.at(-1)?.number ?? 0 })
  const entries = new Map(manifest.tables.map(entry => [entry.name, entry]))
  for (const { name } of await tablesInLoadOrder(session)) {
    const entry = entries.get(name)
    if (entry === undefined) throw new BackupRefused({ code: 'loaded-differently', table: name })
    entries.delete(name)
    await loadTable(session, backup, entry)
    options.report?.(name, entry.rows)
  }
  const [strange] = entries.keys()
  if (strange !== undefined) throw new BackupRefused({ code: 'loaded-differently', table: strange })
  for (const sequence of manifest.sequences) await setSequence(session, sequence)
  // (origin, epoch, seq) must never name two acts: not those of this node after the backup was written either.
  const epochs = [manifest.node.epoch, before?.id === manifest.node.id ? before.epoch : 0]
  await raiseEpoch(session, Math.max(...epochs) + 1)
  await migrate(session, { folder })
}

async function nodeBefore(session: CopySession): Promise<Node | null> {
  const { present } = await session.one<{ present: boolean }>(sql`select to_regclass('node') is not null as present`)
  return present && (await hasRows(session, 'node')) ? readNode(session) : null
}

async function loadTable(session: CopySession, backup: CheckedBackup, entry: TableEntry): Promise<void> {
  await emptyTable(session, entry.name)
  const parts = async function* () {
    for (const at of entry.parts.keys()) yield* backup.content(partName(entry.name, at))
  }
  const loaded = entry.parts.length === 0 ? 0 : await session.copyIn(copyInto(entry), parts())
  const sum = rowSum()
  for await (const chunk of session.copyOut(copyOutOf(entry))) sum.update(chunk)
  if (loaded !== entry.rows || sum.rows() !== entry.rows || sum.sum() !== entry.sum) {
    throw new BackupRefused({ code: 'loaded-differently', table: entry.name })
  }
}
