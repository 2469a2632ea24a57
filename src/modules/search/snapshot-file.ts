import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { NumberArray } from './engine/segment-arrays.ts'

/**
 * One file: magic, length of the header, header (JSON), the arrays one after another at multiples of eight octets, SHA-256 of all before.
 * Written beside and renamed, so that a reader sees the old one or the new one; whatever is not whole is not read.
 */
const magic = Buffer.from('BTSEARCH')
const digestLength = 32
const alignment = 8
const chunk = 32 * 1024 * 1024

const types = { u8: Uint8Array, u32: Uint32Array, i16: Int16Array, f64: Float64Array } as const
type TypeName = keyof typeof types

interface Entry {
  readonly name: string
  readonly type: TypeName
  readonly length: number
}

interface Header<Meta> {
  readonly meta: Meta
  readonly arrays: readonly Entry[]
}

const typeOf = (array: NumberArray): TypeName => {
  if (array instanceof Uint8Array) return 'u8'
  if (array instanceof Uint32Array) return 'u32'
  return array instanceof Int16Array ? 'i16' : 'f64'
}

const paddingAfter = (length: number): number => (alignment - (length % alignment)) % alignment

/** Writes a snapshot and gives its size in octets. */
export async function writeSnapshot(
  path: string,
  meta: object,
  arrays: ReadonlyMap<string, NumberArray>,
): Promise<number> {
  const entries = Array.from(arrays, ([name, array]): Entry => ({ name, type: typeOf(array), length: array.length }))
  const header = Buffer.from(JSON.stringify({ meta, arrays: entries } satisfies Header<object>))
  const lead = Buffer.alloc(16)
  magic.copy(lead)
  lead.writeUInt32LE(header.length, 8)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  const hash = createHash('sha256')
  let written = 0
  const write = async (bytes: Uint8Array) => {
    for (let from = 0; from < bytes.length; from += chunk) {
      const piece = bytes.subarray(from, from + chunk)
      hash.update(piece)
      await writeWhole(file, piece)
    }
    written += bytes.length
  }
  try {
    await write(lead)
    await write(header)
    await write(Buffer.alloc(paddingAfter(written)))
    for (const array of arrays.values()) {
      await write(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
      await write(Buffer.alloc(paddingAfter(written)))
    }
    await writeWhole(file, hash.digest())
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(beside, { force: true })
    throw error
  }
  await file.close()
  await rename(beside, path)
  return written + digestLength
}

async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at)).bytesWritten
}

export interface Snapshot {
  readonly meta: unknown
  readonly arrays: ReadonlyMap<string, NumberArray>
}

/** Reads a snapshot; null when there is none, a `string` that says why when it cannot be trusted. */
export async function readSnapshot(path: string): Promise<Snapshot | string | null> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return null
  try {
    return await readFrom(file, (await file.stat()).size)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await file.close()
  }
}

async function readFrom(file: FileHandle, size: number): Promise<Snapshot | string> {
  const hash = createHash('sha256')
  let at = 0
  const read = async (length: number): Promise<Uint8Array<ArrayBuffer>> => {
    if (at + length + digestLength > size) throw new Error('the file ends too early')
    const bytes = new Uint8Array(length)
    for (let filled = 0; filled < length; ) {
      const { bytesRead } = await file.read(bytes, filled, Math.min(chunk, length - filled), at + filled)
      if (bytesRead === 0) throw new Error('the file ends too early')
      hash.update(bytes.subarray(filled, filled + bytesRead))
      filled += bytesRead
    }
    at += length
    return bytes
  }
  const lead = Buffer.from(await read(16))
  if (!lead.subarray(0, 8).equals(magic)) return 'not a search snapshot'
  const header: Header<unknown> = JSON.parse(Buffer.from(await read(lead.readUInt32LE(8))).toString('utf8'))
  await read(paddingAfter(at))
  const arrays = new Map<string, NumberArray>()
  for (const { name, type, length } of header.arrays) {
    const { buffer } = await read(length * types[type].BYTES_PER_ELEMENT)
    arrays.set(name, new types[type](buffer))
    await read(paddingAfter(at))
  }
  const digest = Buffer.alloc(digestLength)
  await file.read(digest, 0, digestLength, at)
  if (at + digestLength !== size || !digest.equals(hash.digest())) return 'its checksum is wrong'
  return { meta: header.meta, arrays }
}
