/** A set of document ordinals, one bit each. */
export type Bitmap = Uint32Array<ArrayBuffer>

export const emptyBitmap = (size: number): Bitmap => new Uint32Array((size + 31) >>> 5)

export const hasBit = (bits: Bitmap, at: number): boolean => ((bits[at >>> 5] as number) & (1 << (at & 31))) !== 0

export function setBit(bits: Bitmap, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31))
}

export function clearBit(bits: Bitmap, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) & ~(1 << (at & 31))
}

export function countBits(bits: Bitmap): number {
  let total = 0
  for (let i = 0; i < bits.length; i += 1) {
    let word = bits[i] as number
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    total += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return total
}

/** The ordinals in the set, ascending. */
export function ordinalsOf(bits: Bitmap): Uint32Array<ArrayBuffer> {
  const ordinals = new Uint32Array(countBits(bits))
  let filled = 0
  for (let i = 0; i < bits.length; i += 1) {
    let word = bits[i] as number
    while (word !== 0) {
      const lowest = word & -word
      ordinals[filled] = (i << 5) + 31 - Math.clz32(lowest)
      filled += 1
      word ^= lowest
    }
  }
  return ordinals
}
