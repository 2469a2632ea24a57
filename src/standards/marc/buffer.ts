/** Octets that wait for more. */
export interface OctetBuffer {
  octets(): number
  /** Keeps a copy. */
  add(bytes: Uint8Array): void
  /** All that was kept, followed by `more`; nothing is kept any longer. `more` itself when nothing was. */
  take(more: Uint8Array): Uint8Array
}

export function createBuffer(): OctetBuffer {
  // Nothing yet: a record that comes whole, as kept ones do, needs no room.
  let room = new Uint8Array(0)
  let used = 0
  const add = (bytes: Uint8Array): void => {
    if (used + bytes.length > room.length) {
      const larger = new Uint8Array(Math.max(1 << 16, 2 * (used + bytes.length)))
      larger.set(room.subarray(0, used))
      room = larger
    }
    room.set(bytes, used)
    used += bytes.length
  }
  return {
    octets: () => used,
    add,
    take: more => {
      if (used === 0) return more
      const all = new Uint8Array(used + more.length)
      all.set(room.subarray(0, used))
      all.set(more, used)
      used = 0
      return all
    },
  }
}
