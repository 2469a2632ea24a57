const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a UUID of RFC 9562 (variant 10, versions 1–8) in small letters, as we and PostgreSQL write it. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && shape.test(text)

const randomBits = 74n
const millisecondBits = 48n
const lowBits = 62n
const mask = (bits: bigint): bigint => (1n << bits) - 1n

/**
 * A UUIDv7 (RFC 9562 §5.7) of a moment, in Unix milliseconds, and of at least ten bytes of chance. With `previous`, the
 * last one made by this process, it is always greater, even when the clock stands still or goes back: then it counts
 * on from `previous` by a step of chance (§6.2, method 2), so that nobody guesses the next one.
 */
export function uuidv7(milliseconds: number, randomBytes: Uint8Array, previous?: string): string {
  if (!Number.isInteger(milliseconds) || milliseconds < 0 || milliseconds >= 2 ** 48)
    throw new RangeError(`${milliseconds} is no moment of a UUIDv7`)
  if (randomBytes.length < 10) throw new RangeError('a UUIDv7 needs ten bytes of chance')
  const chance = randomBytes.slice(0, 10).reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n) & mask(randomBits)
  const fresh = (BigInt(milliseconds) << randomBits) | chance
  const last = previous === undefined ? -1n : valueOf(previous)
  if (fresh >> randomBits > last >> randomBits) return written(fresh)
  // A step of 1 to 2^32; an overflow of the chance simply carries into the milliseconds.
  return written(last + 1n + (chance & mask(32n)))
}

/** Milliseconds and chance of a UUIDv7 as one number of 122 bits, version and variant left out. */
function valueOf(uuid: string): bigint {
  if (!isUuid(uuid) || uuid[14] !== '7') throw new RangeError(`${uuid} is no UUIDv7`)
  const bits = BigInt(`0x${uuid.replaceAll('-', '')}`)
  const high = bits >> 80n
  const middle = (bits >> 64n) & mask(12n)
  return (high << randomBits) | (middle << lowBits) | (bits & mask(lowBits))
}

function written(value: bigint): string {
  const milliseconds = (value >> randomBits) & mask(millisecondBits)
  const high = (value >> lowBits) & mask(12n)
  const bits = (milliseconds << 80n) | (7n << 76n) | (high << 64n) | (2n << lowBits) | (value & mask(lowBits))
  const hex = bits.toString(16).padStart(32, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The milliseconds in a UUIDv7: roughly when it was made. */
export const uuidMilliseconds = (uuid: string): number => Number(valueOf(uuid) >> randomBits)
