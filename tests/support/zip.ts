import { crc32, deflateRawSync } from 'node:zlib'
import type { RandomAccess } from '../../src/standards/table/index.ts'

/** One entry of a ZIP, and the lies that its headers may tell. */
export interface ZipFile {
  readonly name: string
  readonly data: string | Uint8Array
  readonly stored?: boolean
  readonly flags?: number
  readonly method?: number
  /** What the directory declares instead of the truth. */
  readonly declared?: {
    readonly inflated?: number
    readonly compressed?: number
    readonly crc?: number
    readonly offset?: number
  }
}

/** A ZIP (APPNOTE 6.3) of the files, written by the book except where they say otherwise. */
export function zip(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const data = Buffer.from(typeof file.data === 'string' ? new TextEncoder().encode(file.data) : file.data)
    const packed = file.stored ? data : deflateRawSync(data)
    const name = Buffer.from(file.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(file.flags ?? 0, 2)
    common.writeUInt16LE(file.method ?? (file.stored ? 0 : 8), 4)
    common.writeUInt32LE(file.declared?.crc ?? crc32(data), 10)
    common.writeUInt32LE(file.declared?.compressed ?? packed.length, 14)
    common.writeUInt32LE(file.declared?.inflated ?? data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE(20, 4)
    common.copy(header, 6)
    header.writeUInt32LE(file.declared?.offset ?? offset, 42)
    central.push(header, name)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed])
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

/** Octets in memory, as a file that may be read in any order. */
export const fileOf = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.length,
  read: async (offset, length) => bytes.slice(offset, offset + length),
})
