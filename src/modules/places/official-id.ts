import { createHash } from 'node:crypto'
import type { LocalDate } from '../../kernel/local-date.ts'

/** Our own namespace for official units; drawn once, never to change. */
const namespace = Buffer.from('6d9f5f0a3c5e4b7c9d1e2f7a8b4c6d10', 'hex')

/**
 * The id of an official unit, the same on every node: two villages that never met must mean the same place when they
 * exchange facts, and a unit loaded twice must stay one. So it is not drawn but derived (UUID version 5, RFC 9562 §5.5)
 * from the code and the first day on which that code meant this unit; `null` is "since before our lists".
 */
export function officialPlaceId(code: string, validFrom: LocalDate | null): string {
  const hash = createHash('sha1')
    .update(namespace)
    .update(`vn:${code}@${validFrom ?? '..'}`)
    .digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
