import type { TableLimits } from './limits.ts'
import { stop } from './problem.ts'

/** A file whose octets may be asked for in any order. `read` gives fewer octets only at the end of the file. */
export interface RandomAccess {
  readonly size: number
  read(offset: number, length: number): Promise<Uint8Array>
}

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly compressed: number
  readonly inflated: number
  /** Where its local header stands, and where it must have ended. */
  readonly offset: number
  readonly end: number
}

const endRecord = { signature: 0x06054b50, octets: 22, commentOctets: 65_535 }
const centralHeader = { signature: 0x02014b50, octets: 46 }
const locator64 = 0x07064b50

/** A name in OPC is short; what needs more is no workbook. */
const octetsPerEntry = 1024

export async function readExactly(source: RandomAccess, offset: number, length: number): Promise<Uint8Array> {
  if (offset < 0 || offset + length > source.size) stop({ code: 'zip-cut' })
  const bytes = await source.read(offset, length)
  return bytes.length === length ? bytes : stop({ code: 'zip-cut' })
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The entries of a ZIP by its central directory (APPNOTE 4.3.12), under their names in small letters, as OPC compares
 *  them. What a workbook never needs is refused: encryption, ZIP64, several disks, names that lead elsewhere, entries
 *  that lie over each other. Throws `Stopped`. */
export async function readZipDirectory(source: RandomAccess, limits: TableLimits): Promise<Map<string, ZipEntry>> {
  const { count, offset, octets } = await readEnd(source)
  if (count > limits.entries) stop({ code: 'zip-too-many-entries', entries: count, limit: limits.entries })
  if (octets > count * octetsPerEntry) stop({ code: 'zip-damaged' })
  const bytes = await readExactly(source, offset, octets)
  const entries: Omit<ZipEntry, 'end'>[] = []
  let at = 0
  for (let read = 0; read < count; read += 1) {
    const { entry, next } = readCentralHeader(bytes, at)
    entries.push(entry)
    at = next
  }
  return inOrder(entries, offset)
}

/** The end of central directory record. APPNOTE 4.3.16. */
async function readEnd(source: RandomAccess): Promise<{ count: number; offset: number; octets: number }> {
  const length = Math.min(source.size, endRecord.octets + endRecord.commentOctets + 20)
  const tail = await readExactly(source, source.size - length, length)
  const view = viewOf(tail)
  let at = length - endRecord.octets
  while (at >= 0 && !(view.getUint32(at, true) === endRecord.signature && endsWith(view, at))) at -= 1
  if (at < 0) return stop({ code: 'zip-cut' })
  const [disk, startDisk] = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)]
  const [here, count] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
  const [octets, offset] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)]
  if (at >= 20 && view.getUint32(at - 20, true) === locator64) stop({ code: 'zip64' })
  if (count === 0xffff || octets === 0xffffffff || offset === 0xffffffff) stop({ code: 'zip64' })
  const position = source.size - length + at
  if (disk !== 0 || startDisk !== 0 || here !== count || offset + octets !== position) stop({ code: 'zip-damaged' })
  return { count, offset, octets }
}

const endsWith = (view: DataView, at: number): boolean =>
  at + endRecord.octets + view.getUint16(at + 20, true) === view.byteLength

function readCentralHeader(bytes: Uint8Array, at: number): { entry: Omit<ZipEntry, 'end'>; next: number } {
  const view = viewOf(bytes)
  const { octets, signature } = centralHeader
  if (at + octets > bytes.length || view.getUint32(at, true) !== signature) return stop({ code: 'zip-damaged' })
  const nameOctets = view.getUint16(at + 28, true)
  const next = at + octets + nameOctets + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > bytes.length) stop({ code: 'zip-damaged' })
  const name = new TextDecoder().decode(bytes.subarray(at + octets, at + octets + nameOctets))
  const flags = view.getUint16(at + 8, true)
  if ((flags & 0x2041) !== 0) stop({ code: 'zip-encrypted' })
  if (unsafeName.test(name)) stop({ code: 'zip-name-unsafe', part: shownName(name) })
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressed: view.getUint32(at + 20, true),
    inflated: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
  if ([entry.compressed, entry.inflated, entry.offset].includes(0xffffffff)) stop({ code: 'zip64' })
  return { entry, next }
}

/** Absolute, of Windows, or leading upward. */
const unsafeName = /^$|^\/|[\\:\u0000-\u001f]|(?:^|\/)\.\.(?:\/|$)/

/** A name as a person may be shown it. */
export const shownName = (name: string): string => name.slice(0, 80).replace(/[\u0000-\u001f\u007f-\u009f]/g, '�')

/** Each entry with the place that it must have ended at: where the next one or the directory begins. */
function inOrder(entries: Omit<ZipEntry, 'end'>[], directory: number): Map<string, ZipEntry> {
  const sorted = entries.sort((a, b) => a.offset - b.offset)
  const byName = new Map<string, ZipEntry>()
  for (const [at, entry] of sorted.entries()) {
    const end = sorted[at + 1]?.offset ?? directory
    if (entry.offset + 30 + entry.compressed > end) stop({ code: 'zip-overlap', part: shownName(entry.name) })
    const key = entry.name.toLowerCase()
    if (byName.has(key)) stop({ code: 'zip-damaged' })
    byName.set(key, { ...entry, end })
  }
  return byName
}
