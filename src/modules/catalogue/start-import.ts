import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { StoredFile } from '../../platform/files/index.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { detectFormat, detectOctets } from '../../standards/marc/index.ts'
import { ensureBatch, isFileUsed, reopenBatch } from './batch-store.ts'
import type { ImportBatch } from './import-batch.ts'
import { ensureJob } from './import-jobs.ts'
import type { ImportRefusal } from './refusal.ts'

export interface StartImport {
  /** The act's id. */
  readonly act: string
  /** Who sends it; null for the command line and the demonstration. */
  readonly by: string | null
  readonly institution: string
  readonly fileName: string
  readonly source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

export type StartedImport = {
  readonly batch: string
  /** The very same file had been sent for this institution before: this is that batch. */
  readonly known: boolean
  /** What reads the file; null when it had been read already. */
  readonly job: string | null
}

/**
 * Keeps a file whole and queues its reading. The same bytes for the same institution are the same batch: one that
 * failed or was withdrawn is read anew, any other is left as it is. Refuses what is not MARC, and then keeps nothing.
 */
export async function startImport(world: World, asked: StartImport): Promise<Result<StartedImport, ImportRefusal>> {
  const file = await world.files.keep(asked.source)
  const format = await readFormat(world, file)
  if (!format.ok) {
    if (!(await isFileUsed(world.database, file.sha256))) await world.files.remove(file.sha256)
    return format
  }
  const fileName = shortName(asked.fileName)
  const act = {
    id: asked.act,
    type: 'catalogue.start-import',
    version: 1,
    actor: asked.by,
    institution: asked.institution,
    occurredAt: world.clock.now(),
    payload: { file: file.sha256, fileName },
  }
  return perform<StartedImport, ImportRefusal>(world.database, act, async tx => {
    const fresh = newId()
    const batch = await ensureBatch(tx, {
      id: fresh,
      institution: asked.institution,
      file: file.sha256,
      fileSize: file.size,
      fileName,
      format: format.value,
      createdBy: asked.by,
    })
    const again = batch.state === 'failed' || batch.state === 'withdrawn'
    if (again) await reopenBatch(tx, batch.id)
    const toRead = again || batch.state === 'staging'
    const job = toRead ? await ensureJob(tx, batch.id, 'catalogue.stage', asked.by) : null
    return ok({ batch: batch.id, known: batch.id !== fresh, job })
  })
}

/** What the kept bytes are, or why they cannot be read. */
async function readFormat(world: World, file: StoredFile): Promise<Result<ImportBatch['format'], ImportRefusal>> {
  if (file.size === 0) return refused([{ code: 'file-empty' }])
  const parts: Uint8Array[] = []
  for await (const part of world.files.read(file.sha256, { start: 0, end: Math.min(file.size, detectOctets) }))
    parts.push(part)
  const format = detectFormat(Buffer.concat(parts))
  if (format === 'gzip' || format === 'zip') return refused([{ code: 'file-compressed', kind: format }])
  return format === 'unknown' ? refused([{ code: 'file-unknown' }]) : ok(format)
}

/** The name without folders and signs that no page could show. */
function shortName(typed: string): string {
  const name = typed.split(/[/\\]/).at(-1) ?? ''
  const clean = name
    .normalize('NFC')
    .replaceAll(/\p{Cc}|\p{Surrogate}/gu, '')
    .trim()
  return [...clean].slice(0, 120).join('') || 'marc'
}
