import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { fileName, type Manifest, manifestName, manifestSchema, partName, readMeName, sealName } from './manifest.ts'
import { BackupRefused } from './refusal.ts'
import { contentOf, membersOf, TarBroken, type TarMember } from './tar.ts'

/** A backup that was read to its end and found whole. */
export interface CheckedBackup {
  readonly manifest: Manifest
  /** The content of a member, once more. */
  content(member: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** A manifest of a million files; more is no backup of ours. */
const longestManifest = 200 << 20

/**
 * Opens a backup and reads all of it: every part must be there and as it was written. Throws `BackupRefused`. The seal
 * is against damage and careless edits, not against somebody who writes a new one.
 */
export async function openBackup(path: string, report?: (octets: number) => void): Promise<CheckedBackup> {
  const file = await open(path, 'r').catch(error => {
    throw new BackupRefused({ code: 'cannot-read', file: path, why: error instanceof Error ? error.message : '' })
  })
  try {
    const members = await allMembers(file, path)
    const manifest = await readManifest(file, path, members)
    await checkMembers(file, path, members, manifest, report)
    return {
      manifest,
      content: name => {
        const member = members.get(name)
        if (member === undefined) throw new Error(`the backup has no ${name}`)
        return contentOf(file, member)
      },
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    if (error instanceof TarBroken) refuse(error.reason === 'cut-off' ? 'cut-off' : 'not-a-backup', path)
    throw error
  }
}

function refuse(code: 'cut-off' | 'not-a-backup' | 'newer-format', file: string): never {
  throw new BackupRefused({ code, file })
}

async function allMembers(file: FileHandle, path: string): Promise<Map<string, TarMember>> {
  const members = new Map<string, TarMember>()
  try {
    for await (const member of membersOf(file)) members.set(member.name, member)
  } catch (error) {
    // What begins as ours and then goes wrong is damaged rather than something else.
    if (error instanceof TarBroken && error.reason === 'not-tar' && members.has(readMeName)) {
      throw new BackupRefused({ code: 'damaged', file: path, member: [...members.keys()].at(-1) ?? '' })
    }
    if (error instanceof TarBroken && !members.has(readMeName)) refuse('not-a-backup', path)
    throw error
  }
  if (!members.has(readMeName)) refuse('not-a-backup', path)
  return members
}

async function readManifest(
  file: FileHandle,
  path: string,
  members: ReadonlyMap<string, TarMember>,
): Promise<Manifest> {
  const text = members.get(manifestName)
  const seal = members.get(sealName)
  if (text === undefined || seal === undefined) return refuse('cut-off', path)
  const damaged = new BackupRefused({ code: 'damaged', file: path, member: manifestName })
  if (text.size > longestManifest || seal.size > 1000) throw damaged
  const whole = await bytesOf(file, text)
  const digest = createHash('sha256').update(whole).digest('hex')
  if (!(await bytesOf(file, seal)).toString('utf8').startsWith(digest)) throw damaged
  const value: unknown = JSON.parse(whole.toString('utf8'))
  const parsed = manifestSchema.safeParse(value)
  if (parsed.success) return parsed.data
  if (typeof value === 'object' && value !== null && 'format' in value && Number(value.format) > 1) {
    refuse('newer-format', path)
  }
  throw damaged
}

async function bytesOf(file: FileHandle, member: TarMember): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of contentOf(file, member)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function checkMembers(
  file: FileHandle,
  path: string,
  members: ReadonlyMap<string, TarMember>,
  manifest: Manifest,
  report?: (octets: number) => void,
): Promise<void> {
  const damaged = (member: string) => new BackupRefused({ code: 'damaged', file: path, member })
  const expected = digestsOf(manifest)
  let read = 0
  for (const [name, digest] of expected) {
    const member = members.get(name)
    if (member === undefined) throw damaged(name)
    const hash = createHash('sha256')
    for await (const chunk of contentOf(file, member)) {
      hash.update(chunk)
      read += chunk.length
    }
    if (hash.digest('hex') !== digest) throw damaged(name)
    report?.(read)
  }
  const known = new Set([
    ...expected.keys(),
    readMeName,
    manifestName,
    sealName,
    ...manifest.missingFiles.map(fileName),
  ])
  const strange = [...members.keys()].find(name => !known.has(name))
  if (strange !== undefined) throw damaged(strange)
}

/** What every member must hold. */
function digestsOf({ tables, files }: Manifest): Map<string, string> {
  const parts = tables.flatMap(table =>
    table.parts.map((digest, at): [string, string] => [partName(table.name, at), digest]),
  )
  return new Map([...parts, ...files.map(({ sha256 }): [string, string] => [fileName(sha256), sha256])])
}
