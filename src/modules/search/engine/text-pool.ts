/** Many strings in one block of UTF-8: string `i` lies at `starts[i] … starts[i + 1]`. */
export interface TextPool {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly starts: Uint32Array<ArrayBuffer>
}

export const poolSize = (pool: TextPool): number => pool.starts.length - 1

const startOf = (pool: TextPool, at: number): number => pool.starts[at] as number

/** The bytes of string `at`, as a view. */
export const bytesAt = (pool: TextPool, at: number): Uint8Array<ArrayBuffer> =>
  pool.bytes.subarray(startOf(pool, at), startOf(pool, at + 1))

export const textAt = (pool: TextPool, at: number): string => {
  const from = startOf(pool, at)
  return Buffer.from(pool.bytes.buffer, pool.bytes.byteOffset + from, startOf(pool, at + 1) - from).toString('utf8')
}

/** A pool that grows while it is written. */
export interface PoolWriter {
  add(text: string): void
  addBytes(bytes: Uint8Array): void
  finish(): TextPool
}

export function poolWriter(expected: number): PoolWriter {
  let bytes = Buffer.allocUnsafeSlow(Math.max(256, expected * 16))
  let starts = new Uint32Array(Math.max(16, expected + 1))
  let count = 0
  let length = 0
  const makeRoom = (more: number) => {
    if (length + more > bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, length + more))
      larger.set(bytes.subarray(0, length))
      bytes = larger
    }
    if (count + 2 > starts.length) {
      const larger = new Uint32Array(starts.length * 2)
      larger.set(starts)
      starts = larger
    }
  }
  const ended = (written: number) => {
    length += written
    count += 1
    starts[count] = length
  }
  return {
    add(text) {
      // A UTF-16 code unit needs at most three octets.
      makeRoom(text.length * 3)
      ended(bytes.write(text, length))
    },
    addBytes(added) {
      makeRoom(added.length)
      bytes.set(added, length)
      ended(added.length)
    },
    finish: () => ({ bytes: new Uint8Array(bytes.subarray(0, length)), starts: starts.slice(0, count + 1) }),
  }
}

export function poolOf(texts: readonly string[]): TextPool {
  const writer = poolWriter(texts.length)
  for (const text of texts) writer.add(text)
  return writer.finish()
}

/** Byte order, which is code-point order in UTF-8. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i += 1) {
    const difference = (a[i] as number) - (b[i] as number)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Code-point order of two strings: what {@link compareBytes} gives for their UTF-8. */
export function compareText(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i += 1) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    // Surrogates stand for code points above U+FFFF, so they come after U+E000–U+FFFF.
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? fromSurrogate(x) - fromSurrogate(y) : x - y
  }
  return a.length - b.length
}

const fromSurrogate = (unit: number): number => (unit < 0xe000 ? unit + 0x10000 : unit)

/** In a sorted pool, the first string not below `wanted`. */
export function lowerBound(pool: TextPool, wanted: Uint8Array): number {
  let low = 0
  let high = poolSize(pool)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareAt(pool, middle, wanted) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** In a sorted pool, the place of `wanted`, or −1. */
export function findText(pool: TextPool, wanted: Uint8Array): number {
  const at = lowerBound(pool, wanted)
  return at < poolSize(pool) && compareAt(pool, at, wanted) === 0 ? at : -1
}

function compareAt(pool: TextPool, at: number, wanted: Uint8Array): number {
  const from = startOf(pool, at)
  const length = startOf(pool, at + 1) - from
  const shared = Math.min(length, wanted.length)
  for (let i = 0; i < shared; i += 1) {
    const difference = (pool.bytes[from + i] as number) - (wanted[i] as number)
    if (difference !== 0) return difference
  }
  return length - wanted.length
}
