import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { StoredFile } from '../../platform/files/index.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { detectFormat } from '../../standards/marc/index.ts'
import { detectTable } from '../../standards/table/index.ts'
import { ensureBatch, isFileUsed, reopenBatch, setLayout } from './batch-store.ts'
import { type FileFormat, type ImportBatch, isTable, type RegisterName } from './import-batch.ts'
import { ensureJob } from './import-jobs.ts'
import { octetsOf } from './read-file.ts'
import { readLayout } from './read-layout.ts'
import type { ImportRefusal } from './refusal.ts'
import type { Register } from './register.ts'
import { Unpackable } from './unreadable.ts'

export interface StartImport {
  /** The act's id. */
  readonly act: string
  /** Who sends it; null for the command line and the demonstration. */
  readonly by: string | null
  readonly institution: string
  /** Into which register; null where the format tells: the first one that reads it. */
  readonly register: RegisterName | null
  /** What a delimited text is coded in; null where the file tells. */
  readonly coding: string | null
  readonly fileName: string
  readonly source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

export type StartedImport = {
  readonly batch: string
  /** The very same file had been sent for this institution before: this is that batch. */
  readonly known: boolean
  /** What reads the file; null when it had been read already, or waits for its columns to be agreed to. */
  readonly job: string | null
}

/** What kept bytes are, and where they are to go. */
type Kind = Pick<ImportBatch, 'format' | 'packed' | 'layout'> & { readonly register: Register }

/**
 * Keeps a file whole and queues its reading; a table first waits until somebody agreed to its columns. The same bytes
 * for the same register of an institution are the same batch: one that failed or was withdrawn is read anew, any other
 * is left as it is. Refuses what cannot be read, and then keeps nothing.
 */
export async function startImport(
  world: World,
  registers: readonly Register[],
  asked: StartImport,
): Promise<Result<StartedImport, ImportRefusal>> {
  const file = await world.files.keep(asked.source)
  const kind = await kindOf(world, registers, file, asked)
  if (!kind.ok) {
    if (!(await isFileUsed(world.database, file.sha256))) await world.files.remove(file.sha256)
    return kind
  }
  const { register, format, packed, layout } = kind.value
  const fileName = shortName(asked.fileName)
  const act = {
    id: asked.act,
    type: 'imports.start-import',
    version: 1,
    actor: asked.by,
    institution: asked.institution,
    occurredAt: world.clock.now(),
    payload: { file: file.sha256, fileName, register: register.name },
  }
  return perform<StartedImport, ImportRefusal>(world.database, act, async tx => {
    const fresh = newId()
    const batch = await ensureBatch(tx, {
      id: fresh,
      institution: asked.institution,
      register: register.name,
      file: file.sha256,
      fileSize: file.size,
      fileName,
      format,
      packed,
      layout,
      createdBy: asked.by,
    })
    const again = batch.state === 'failed' || batch.state === 'withdrawn'
    if ((again || batch.state === 'mapping') && layout !== null) await setLayout(tx, batch.id, layout)
    if (again) await reopenBatch(tx, batch.id, isTable(format) ? 'mapping' : 'staging')
    const toRead = (again && !isTable(format)) || batch.state === 'staging'
    const job = toRead ? await ensureJob(tx, batch.id, 'imports.stage', asked.by) : null
    return ok({ batch: batch.id, known: batch.id !== fresh, job })
  })
}

const detectOctets = 4096

/** What the kept bytes are, or why they cannot be read. */
async function kindOf(
  world: World,
  registers: readonly Register[],
  file: StoredFile,
  asked: StartImport,
): Promise<Result<Kind, ImportRefusal>> {
  if (file.size === 0) return refused([{ code: 'file-empty' }])
  const kept = { file: file.sha256, fileSize: file.size, packed: false }
  const packed = (await headOf(world, kept)).subarray(0, 2).toString('hex') === '1f8b'
  let head: Uint8Array
  try {
    head = await headOf(world, { ...kept, packed })
  } catch (error) {
    if (error instanceof Unpackable) return refused([error.why])
    throw error
  }
  const format = formatOf(head)
  if (!format.ok) return format
  if (packed && format.value === 'xlsx') return refused([{ code: 'file-compressed', kind: 'gzip' }])
  const register = registers.find(
    ({ name, formats }) => (asked.register === null || asked.register === name) && formats.includes(format.value),
  )
  if (register === undefined) {
    const other = registers.find(({ formats }) => formats.includes(format.value))
    return refused([
      other === undefined ? { code: 'file-unknown' } : { code: 'format-of-another-register', register: other.name },
    ])
  }
  if (!isTable(format.value)) return ok({ register, format: format.value, packed, layout: null })
  const table = { ...kept, packed, institution: asked.institution, format: format.value }
  const layout = await readLayout(world, register, table, { coding: asked.coding })
  return layout.ok ? ok({ register, format: format.value, packed, layout: layout.value }) : layout
}

async function headOf(world: World, kept: Parameters<typeof octetsOf>[1]): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let octets = 0
  for await (const part of octetsOf(world.files, kept)) {
    parts.push(part)
    octets += part.length
    if (octets >= detectOctets) break
  }
  return Buffer.concat(parts).subarray(0, detectOctets)
}

function formatOf(head: Uint8Array): Result<FileFormat, ImportRefusal> {
  const marc = detectFormat(head)
  const table = detectTable(head)
  if (marc === 'iso2709' && (table === 'delimited' || table === 'unknown')) return ok(marc)
  // Of markup, HTML is what Excel's "xls" from the web is; anything else may have MARCXML inside.
  if (marc === 'marcxml') return isHtml(head) ? refused([{ code: 'file-of-another-kind', kind: 'markup' }]) : ok(marc)
  if (table === 'xlsx') return ok(table)
  if (table === 'delimited') return ok(isJson(head) ? 'json-lines' : table)
  if (table === 'gzip' || table === 'zip') return refused([{ code: 'file-compressed', kind: table }])
  return refused([
    table === 'unknown' || table === 'markup'
      ? { code: 'file-unknown' }
      : { code: 'file-of-another-kind', kind: table },
  ])
}

const begins = (head: Uint8Array, pattern: RegExp): boolean =>
  pattern.test(new TextDecoder().decode(head.subarray(0, 512)).trimStart())

const isJson = (head: Uint8Array): boolean => begins(head, /^(?:\{\s*"|\[\s*\{)/)
const isHtml = (head: Uint8Array): boolean => begins(head, /^<(?:!doctype html|html|table)/i)

/** The name without folders and signs that no page could show. */
function shortName(typed: string): string {
  const name = typed.split(/[/\\]/).at(-1) ?? ''
  const clean = name
    .normalize('NFC')
    .replaceAll(/\p{Cc}|\p{Surrogate}/gu, '')
    .trim()
  return [...clean].slice(0, 120).join('') || 'marc'
}
