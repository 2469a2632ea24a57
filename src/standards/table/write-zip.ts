import { crc32 } from './crc32.ts'

/** A file of an archive. */
export interface ZipFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** DEFLATE (RFC 1951) by the stream that the platform has. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Fields of a header one after another, each of so many octets, the least first. */
function header(...fields: readonly (readonly [value: number, octets: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, octets]) => sum + octets, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, octets] of fields) {
    if (octets === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += octets
  }
  return bytes
}

/** 1 January 1980, the first day that ZIP knows: what a file says does not depend on when it was made. */
const noDay = 0x21
const version = 20
const namesInUtf8 = 0x800
const deflated = 8

/** An archive of these files (PKWARE's APPNOTE 4.3), in their order, each deflated. */
export async function writeZip(files: readonly ZipFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  const add = (...added: readonly Uint8Array[]) => {
    pieces.push(...added)
    at += added.reduce((sum, { length }) => sum + length, 0)
  }
  for (const { name, bytes } of files) {
    const packed = await deflate(new Uint8Array(bytes))
    const title = new TextEncoder().encode(name)
    const offset = at
    const common = [
      [version, 2],
      [namesInUtf8, 2],
      [deflated, 2],
      [0, 2],
      [noDay, 2],
      [crc32(0, bytes), 4],
      [packed.length, 4],
      [bytes.length, 4],
      [title.length, 2],
      [0, 2],
    ] as const
    add(header([0x04034b50, 4], ...common), title, packed)
    directory.push(header([0x02014b50, 4], [version, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), title)
  }
  const start = at
  add(...directory)
  const octets = at - start
  add(header([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [octets, 4], [start, 4], [0, 2]))
  const whole = new Uint8Array(at)
  let end = 0
  for (const piece of pieces) {
    whole.set(piece, end)
    end += piece.length
  }
  return whole
}
