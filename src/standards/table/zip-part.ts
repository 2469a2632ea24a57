import { crc32 } from './crc32.ts'
import { damaged, type Inflate, inflated } from './inflate.ts'
import type { TableLimits } from './limits.ts'
import { stop } from './problem.ts'
import { type RandomAccess, readExactly, readZipDirectory, shownName, viewOf, type ZipEntry } from './zip-directory.ts'

/** The parts of an OPC package (ECMA-376 part 2), by name without the first slash. */
export interface Package {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The octets of a part. Throws `Stopped`, also after the last of them, when they are not what was declared. */
  octets(name: string): AsyncGenerator<Uint8Array>
}

const readOctets = 1 << 16
/** Small parts may be as repetitive as they like. */
const ratioFrom = 1 << 20

/** Opens a ZIP; all that is read through it shares one budget of inflated octets. Throws `Stopped`. */
export async function openPackage(source: RandomAccess, limits: TableLimits, inflate: Inflate): Promise<Package> {
  const entries = await readZipDirectory(source, limits)
  let budget = limits.inflatedOctets

  /** Spends octets of the budget. */
  const spend = (entry: ZipEntry, octets: number): void => {
    budget -= octets
    if (budget < 0) stop({ code: 'zip-too-large', part: shownName(entry.name), limit: limits.inflatedOctets })
  }

  async function* read(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const part = shownName(entry.name)
    if (entry.method !== 0 && entry.method !== 8) stop({ code: 'zip-method', part })
    if (entry.inflated > budget) spend(entry, entry.inflated)
    if (entry.inflated > ratioFrom && entry.inflated > entry.compressed * limits.ratio)
      stop({ code: 'zip-ratio', part, limit: limits.ratio })
    const compressed = compressedOctets(source, entry)
    let octets = 0
    let crc = 0
    for await (const piece of entry.method === 8 ? inflated(inflate, compressed, part) : compressed) {
      octets += piece.length
      if (octets > entry.inflated) damaged(part)
      spend(entry, piece.length)
      crc = crc32(crc, piece)
      yield piece
    }
    if (octets !== entry.inflated || crc !== entry.crc) damaged(part)
  }

  return {
    names: [...entries.values()].map(({ name }) => name),
    has: name => entries.has(name.toLowerCase()),
    async *octets(name) {
      const entry = entries.get(name.toLowerCase()) ?? stop({ code: 'part-missing', part: shownName(name) })
      yield* read(entry)
    },
  }
}

/** What stands after the local header (APPNOTE 4.3.7), whose name must be that of the directory. */
async function* compressedOctets(source: RandomAccess, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const part = shownName(entry.name)
  const header = viewOf(await readExactly(source, entry.offset, 30))
  if (header.getUint32(0, true) !== 0x04034b50) damaged(part)
  const nameOctets = header.getUint16(26, true)
  const begin = entry.offset + 30 + nameOctets + header.getUint16(28, true)
  const end = begin + entry.compressed
  if (end > entry.end) stop({ code: 'zip-overlap', part })
  const name = new TextDecoder().decode(await readExactly(source, entry.offset + 30, nameOctets))
  if (name !== entry.name) damaged(part)
  for (let at = begin; at < end; at += readOctets) yield await readExactly(source, at, Math.min(readOctets, end - at))
}
