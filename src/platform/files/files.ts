import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Bytes kept whole under their SHA-256: the same bytes twice are one file. */
export interface StoredFile {
  readonly sha256: string
  /** Octets. */
  readonly size: number
}

export interface Files {
  /** Keeps a stream of bytes durably (written, flushed, renamed); refuses nothing by content. */
  keep(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<StoredFile>
  read(sha256: string, range?: { start: number; end: number }): AsyncIterable<Uint8Array>
  has(sha256: string): Promise<boolean>
  path(sha256: string): string
  remove(sha256: string): Promise<void>
}

export function openFiles(folder: string): Files {
  const path = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256 address')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    path,
    keep: async source => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = join(folder, `draft-${randomBytes(8).toString('hex')}`)
      try {
        const kept = await writeDraft(draft, source)
        await mkdir(join(folder, kept.sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
        await rename(draft, path(kept.sha256))
        return kept
      } finally {
        await rm(draft, { force: true })
      }
    },
    read: (sha256, range) => createReadStream(path(sha256), range && { start: range.start, end: range.end - 1 }),
    has: sha256 =>
      stat(path(sha256)).then(
        () => true,
        () => false,
      ),
    remove: sha256 => rm(path(sha256), { force: true }),
  }
}

async function writeDraft(
  draft: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(Readable.from(source, { objectMode: false }), measure, createWriteStream(draft, { mode: 0o600 }))
  const handle = await open(draft, 'r')
  await handle.sync()
  await handle.close()
  return { sha256: hash.digest('hex'), size }
}
