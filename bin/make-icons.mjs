// Draws the logo's rectangles into public/icons/icon-192.png and icon-512.png. Run again only when the logo changes:
// node bin/make-icons.mjs
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'

const paper = [0xfa, 0xfa, 0xf5]
const cham = [0x27, 0x41, 0x8f]
const thread = [0xb0, 0x18, 0x5d]

// x, y, width, height in the logo's 20 × 16 units, as in src/site/logo.tsx.
const rectangles = [
  [0, 12, 20, 4, cham],
  [4, 7, 12, 4, cham],
  [8, 2, 4, 4, cham],
  [9, 0, 2, 1, thread],
]

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = bytes => (bytes.reduce((c, byte) => crcTable[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  const check = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, check])
}

/** PNG, true colour without transparency. The logo keeps to the middle 60 %, inside every mask a telephone may cut. */
function draw(size) {
  const unit = Math.floor((size * 0.6) / 20)
  const left = Math.floor((size - 20 * unit) / 2)
  const top = Math.floor((size - 16 * unit) / 2)
  const colourAt = (x, y) => {
    const inside = ([rx, ry, w, h]) =>
      x >= left + rx * unit && x < left + (rx + w) * unit && y >= top + ry * unit && y < top + (ry + h) * unit
    return rectangles.find(inside)?.[4] ?? paper
  }
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (_, x) => colourAt(x, y)).flat(),
  ])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.from(rows.flat()), { level: 9 })
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

for (const size of [192, 512]) {
  writeFileSync(fileURLToPath(new URL(`../public/icons/icon-${size}.png`, import.meta.url)), draw(size))
}
