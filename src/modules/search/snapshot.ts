import { z } from 'zod'
import { setBit } from './engine/bitmap.ts'
import { columnNames, type Dictionaries, dictionaries } from './engine/columns.ts'
import { type Part, partOf } from './engine/part.ts'
import { arraysOf, type NumberArray, segmentFrom } from './engine/segment-arrays.ts'
import { poolOf, poolSize, type TextPool, textAt } from './engine/text-pool.ts'
import { readSnapshot, writeSnapshot } from './snapshot-file.ts'
import type { Cursor } from './store.ts'

/** Raised whenever files of before can no longer be read. */
const formatVersion = 1

/** What a snapshot must agree with to be of use. */
export interface SnapshotIdentity {
  /** Of the rules that turn text into terms. */
  readonly analyser: number
  readonly database: string
}

const metaSchema = z.object({
  format: z.literal(formatVersion),
  analyser: z.number(),
  database: z.string(),
  cursor: z.object({ xid: z.string().regex(/^\d+$/), key: z.string() }),
  parts: z.array(
    z.object({
      size: z.number(),
      dead: z.array(z.number()),
      storedInstead: z.array(z.tuple([z.number(), z.string()])),
    }),
  ),
})
type Meta = z.infer<typeof metaSchema>

const dictionaryNames = [...columnNames, 'audience'] as const

/** Writes what the index is now; later changes while writing do not reach the file. */
export function saveParts(
  path: string,
  identity: SnapshotIdentity,
  cursor: Cursor,
  parts: readonly Part[],
  numbers: Dictionaries,
): Promise<number> {
  const meta: Meta = {
    format: formatVersion,
    ...identity,
    cursor: { ...cursor },
    parts: parts.map(part => ({
      size: part.segment.size,
      dead: ordinals(part),
      storedInstead: [...part.storedInstead],
    })),
  }
  const arrays = new Map<string, NumberArray>()
  for (const name of dictionaryNames) {
    const pool = poolOf(numbers[name].all())
    arrays.set(`${name}.bytes`, pool.bytes)
    arrays.set(`${name}.starts`, pool.starts)
  }
  parts.forEach((part, at) => {
    for (const [name, array] of arraysOf(part.segment)) arrays.set(`${at}/${name}`, array)
    arrays.set(`${at}/available`, part.available.slice())
  })
  return writeSnapshot(path, meta, arrays)
}

const ordinals = (part: Part): number[] =>
  Array.from({ length: part.segment.size }, (_, ordinal) => ordinal).filter(
    ordinal => ((part.dead[ordinal >>> 5] ?? 0) & (1 << (ordinal & 31))) !== 0,
  )

export interface SavedIndex {
  readonly cursor: Cursor
  readonly parts: readonly Part[]
  readonly numbers: Dictionaries
}

/** The saved index; null when there is none, a sentence when there is one that cannot be used. */
export async function loadParts(path: string, identity: SnapshotIdentity): Promise<SavedIndex | string | null> {
  const snapshot = await readSnapshot(path)
  if (snapshot === null || typeof snapshot === 'string') return snapshot
  const meta = metaSchema.safeParse(snapshot.meta)
  if (!meta.success) return 'it was written by another version'
  const { analyser, database, cursor, parts } = meta.data
  if (analyser !== identity.analyser) return 'it was written under other rules of reading'
  if (database !== identity.database) return 'it belongs to another database'
  return {
    cursor,
    numbers: dictionaries(name => textsOf(snapshot.arrays, name)),
    parts: parts.map(({ size, dead, storedInstead }, at) => {
      const own = new Map<string, NumberArray>()
      for (const [name, array] of snapshot.arrays) {
        if (name.startsWith(`${at}/`)) own.set(name.slice(`${at}/`.length), array)
      }
      const part = partOf(segmentFrom(size, own))
      for (const ordinal of dead) setBit(part.dead, ordinal)
      part.deadCount = dead.length
      for (const [ordinal, stored] of storedInstead) part.storedInstead.set(ordinal, stored)
      return part
    }),
  }
}

function textsOf(arrays: ReadonlyMap<string, NumberArray>, name: string): string[] {
  const bytes = arrays.get(`${name}.bytes`)
  const starts = arrays.get(`${name}.starts`)
  if (!(bytes instanceof Uint8Array) || !(starts instanceof Uint32Array)) return []
  const pool: TextPool = { bytes, starts }
  return Array.from({ length: poolSize(pool) }, (_, at) => textAt(pool, at))
}
