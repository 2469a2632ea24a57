import { bytesAt, compareBytes, poolSize, type TextPool } from './text-pool.ts'

/** An open-addressing hash table over the keys of a pool: a slot holds ordinal + 1, zero is free. */
export type KeyTable = Uint32Array<ArrayBuffer>

/** FNV-1a over octets, 32 bits. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < bytes.length; i += 1) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return hash >>> 0
}

export function keyTableOf(keys: TextPool): KeyTable {
  const count = poolSize(keys)
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(count * 1.6 + 2)))
  const mask = table.length - 1
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    let slot = hashOf(bytesAt(keys, ordinal)) & mask
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = ordinal + 1
  }
  return table
}

/** The ordinal of `key`, or −1. */
export function findKey(table: KeyTable, keys: TextPool, key: Uint8Array): number {
  const mask = table.length - 1
  for (let slot = hashOf(key) & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
    const ordinal = (table[slot] as number) - 1
    if (compareBytes(bytesAt(keys, ordinal), key) === 0) return ordinal
  }
  return -1
}
