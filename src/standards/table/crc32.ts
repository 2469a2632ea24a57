/** CRC-32 of ISO 3309, as ZIP has it (APPNOTE 4.4.7). */
const table = Uint32Array.from({ length: 256 }, (_, octet) => {
  let value = octet
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** `crc` carried on over more octets; 0 to begin with. */
export function crc32(crc: number, bytes: Uint8Array): number {
  let value = ~crc
  for (const octet of bytes) value = (table[(value ^ octet) & 0xff] ?? 0) ^ (value >>> 8)
  return ~value >>> 0
}
