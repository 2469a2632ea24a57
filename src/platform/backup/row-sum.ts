import { createHash } from 'node:crypto'

/** Counts the rows of a COPY stream and sums them up, whatever their order. */
export interface RowSum {
  update(chunk: Uint8Array): void
  /** 64 hex digits. */
  sum(): string
  rows(): number
}

const newline = 0x0a

/**
 * The SHA-256 of each row, added up in eight lanes modulo 2³²: equal rows in another order give the same sum. The text
 * format of COPY writes a newline inside a value as `\n`, so every octet 0A ends a row.
 */
export function rowSum(): RowSum {
  const lanes = new Uint32Array(8)
  let rows = 0
  let rest: Uint8Array[] = []
  const add = (row: Uint8Array) => {
    const digest = createHash('sha256').update(row).digest()
    for (let lane = 0; lane < 8; lane++) lanes[lane] = (lanes[lane] ?? 0) + digest.readUInt32BE(lane * 4)
    rows++
  }
  return {
    update: chunk => {
      let from = 0
      for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
        const row = chunk.subarray(from, at)
        add(rest.length === 0 ? row : Buffer.concat([...rest, row]))
        rest = []
        from = at + 1
      }
      // The stream may use its memory again.
      if (from < chunk.length) rest.push(chunk.slice(from))
    },
    sum: () => [...lanes].map(lane => lane.toString(16).padStart(8, '0')).join(''),
    rows: () => rows,
  }
}
