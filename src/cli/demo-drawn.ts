import { createHash } from 'node:crypto'

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A number from 0 to `below` − 1 that looks drawn but is the same on every machine. */
export const drawn = (key: string, below: number): number => hash(key).readUInt32BE(0) % below

/**
 * The id of an act of the loading, the same each time on one node: a loading that was cut off and starts again does
 * everything once. Another node gets other ids, so that two demonstrations never share an act.
 */
export function drawnId(node: string, key: string): string {
  const bytes = hash(`${node}:${key}`).subarray(0, 16)
  // UUID version 8, RFC 9562 §5.8.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
