import { writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { Page } from 'playwright-core'

/**
 * Pictures of a journey, one after the other, as an animated PNG: any browser shows it, and its first picture is what
 * a reader without animation sees. https://www.w3.org/TR/png-3/#apng-frame-based-animation
 */
export interface Film {
  /** Takes what the window shows now. All pages of a film have windows of one size. */
  take(page: Page): Promise<void>
  /** Writes the film; nothing without a picture. */
  save(path: string): void
}

const showsForMs = 2600
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function openFilm(): Film {
  const pictures: Buffer[] = []
  return {
    take: async page => {
      pictures.push(await page.screenshot({ type: 'png' }))
    },
    save: path => {
      if (pictures.length > 0) writeFileSync(path, animated(pictures))
    },
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const numbers = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => {
    bytes.writeUInt32BE(value, at * 4)
  })
  return bytes
}

/** The data of all chunks of a type in a PNG file. */
function dataOf(png: Buffer, wanted: string): Buffer[] {
  const found: Buffer[] = []
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === wanted) found.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return found
}

function animated(pictures: readonly Buffer[]): Buffer {
  const [header] = dataOf(pictures[0] ?? Buffer.alloc(0), 'IHDR')
  if (header === undefined) throw new Error('the first picture is no PNG')
  let sequence = 0
  const frames = pictures.flatMap((picture, at) => {
    if (!dataOf(picture, 'IHDR')[0]?.equals(header)) throw new Error(`picture ${at} has another size than the first`)
    const size = [header.readUInt32BE(0), header.readUInt32BE(4)] as const
    const delay = Buffer.from([showsForMs >> 8, showsForMs & 0xff, 1000 >> 8, 1000 & 0xff, 0, 0])
    const control = chunk('fcTL', Buffer.concat([numbers(sequence++, ...size, 0, 0), delay]))
    const data = dataOf(picture, 'IDAT').map(bytes =>
      at === 0 ? chunk('IDAT', bytes) : chunk('fdAT', Buffer.concat([numbers(sequence++), bytes])),
    )
    return [control, ...data]
  })
  const start = [signature, chunk('IHDR', header), chunk('acTL', numbers(pictures.length, 0))]
  return Buffer.concat([...start, ...frames, chunk('IEND', Buffer.alloc(0))])
}
