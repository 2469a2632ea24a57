import { type FileHandle, open } from 'node:fs/promises'

/**
 * POSIX ustar archives (IEEE 1003.1, pax "ustar Interchange Format") as far as a backup needs them: plain files with
 * names of at most 100 octets, in 512-octet blocks, ended by two empty ones. `tar tf` reads them.
 */
const block = 512
const nameLength = 100
const empty = Buffer.alloc(block)

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`

const padding = (size: number): number => (block - (size % block)) % block

/** Sizes of 8 GiB and more do not fit eleven octal digits; then the number is binary, with the first bit set (GNU, pax). */
function writeSize(header: Buffer, size: number): void {
  if (size < 0o77777777777) {
    header.write(octal(size, 11), 124, 'ascii')
    return
  }
  header.writeBigUInt64BE(BigInt(size), 128)
  header[124] = 0x80
}

const readSize = (header: Buffer): number =>
  (header[124] ?? 0) & 0x80
    ? Number(header.readBigUInt64BE(128))
    : Number.parseInt(header.toString('ascii', 124, 136), 8) || 0

/** The sum of all octets, the checksum's own eight counted as blanks. */
const checksum = (header: Buffer): number =>
  header.reduce((sum, octet, at) => sum + (at >= 148 && at < 156 ? 0x20 : octet), 0)

function headerOf(name: string, size: number, at: Date): Buffer {
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(name) > nameLength) throw new Error(`a name too long for tar: ${name}`)
  header.write(name, 0)
  header.write(octal(0o600, 7), 100)
  header.write(octal(0, 7), 108)
  header.write(octal(0, 7), 116)
  writeSize(header, size)
  header.write(octal(Math.floor(at.getTime() / 1000), 11), 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

export interface TarWriter {
  add(name: string, content: Uint8Array): Promise<void>
  /** `size` octets must come. */
  addStream(name: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void>
  /** Octets so far. */
  size(): number
  /** Ends the archive and waits until it is on the disk. */
  end(): Promise<void>
  /** Gives the file up. */
  abandon(): Promise<void>
}

/** Creates the file; one that is there already is an error (EEXIST). Readable by its owner only. */
export async function createTar(path: string, at: Date): Promise<TarWriter> {
  const file = await open(path, 'wx', 0o600)
  let written = 0
  const write = async (bytes: Uint8Array): Promise<void> => {
    for (let from = 0; from < bytes.length; ) from += (await file.write(bytes, from)).bytesWritten
    written += bytes.length
  }
  const addStream: TarWriter['addStream'] = async (name, size, content) => {
    await write(headerOf(name, size, at))
    let came = 0
    for await (const chunk of content) {
      came += chunk.length
      await write(chunk)
    }
    if (came !== size) throw new Error(`${name} has ${came} octets, not ${size}`)
    await write(empty.subarray(0, padding(size)))
  }
  return {
    add: async (name, content) => {
      await write(headerOf(name, content.length, at))
      await write(content)
      await write(empty.subarray(0, padding(content.length)))
    },
    addStream,
    size: () => written,
    end: async () => {
      await write(Buffer.concat([empty, empty]))
      await file.sync()
      await file.close()
    },
    abandon: () => file.close().catch(() => undefined),
  }
}

/** A file inside an archive. */
export interface TarMember {
  readonly name: string
  readonly size: number
  /** Where its content begins, in octets. */
  readonly start: number
}

/** What keeps an archive from being read. */
export class TarBroken extends Error {
  readonly reason: 'not-tar' | 'cut-off'
  constructor(reason: 'not-tar' | 'cut-off') {
    super(reason)
    this.reason = reason
  }
}

async function readBlock(file: FileHandle, at: number): Promise<Buffer> {
  const bytes = Buffer.alloc(block)
  const { bytesRead } = await file.read(bytes, 0, block, at)
  if (bytesRead < block) throw new TarBroken('cut-off')
  return bytes
}

/** The members in order. Throws `TarBroken` when the end of the archive is not where it should be. */
export async function* membersOf(file: FileHandle): AsyncGenerator<TarMember> {
  for (let at = 0; ; ) {
    const header = await readBlock(file, at)
    if (header.equals(empty)) return
    if (Number.parseInt(header.toString('ascii', 148, 156), 8) !== checksum(header)) throw new TarBroken('not-tar')
    const size = readSize(header)
    const end = header.indexOf(0)
    yield { name: header.toString('utf8', 0, end > 0 && end < nameLength ? end : nameLength), size, start: at + block }
    at += block + size + padding(size)
  }
}

const chunkSize = 1 << 20

export async function* contentOf(file: FileHandle, { size, start }: TarMember): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const bytes = Buffer.alloc(Math.min(chunkSize, size - at))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start + at)
    if (bytesRead === 0) throw new TarBroken('cut-off')
    at += bytesRead
    yield bytes.subarray(0, bytesRead)
  }
}
