import { z } from 'zod'

/** Raised when an older program could not restore what is written. */
export const formatVersion = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/)
const count = z.number().int().nonnegative()

export const manifestSchema = z.object({
  format: z.literal(formatVersion),
  program: z.string(),
  createdAt: z.iso.datetime(),
  postgres: z.number().int(),
  node: z.object({ id: z.uuid(), epoch: z.number().int(), demo: z.boolean() }),
  /** The steps that made the tables, in order. */
  migrations: z.array(z.object({ number: z.number().int(), name: z.string(), checksum: sha256 })),
  tables: z.array(
    z.object({
      name,
      columns: z.array(name).min(1),
      rows: count,
      /** See row-sum.ts. */
      sum: sha256,
      /** SHA-256 of each member `tables/<name>/000001.copy` … */
      parts: z.array(sha256),
    }),
  ),
  /** Where the numbering of each sequence stood; null when it was never used. */
  sequences: z.array(z.object({ name, last: z.number().int().nullable() })),
  /** Stored bytes, each the member `files/<sha256>`. */
  files: z.array(z.object({ sha256, size: count })),
  /** Named by a row, but absent from the data folder or spoilt there when the backup was written. */
  missingFiles: z.array(sha256),
})

/** What a backup holds and what proves that it is whole. */
export type Manifest = z.infer<typeof manifestSchema>
export type TableEntry = Manifest['tables'][number]

export const manifestName = 'manifest.json'
export const sealName = 'manifest.sha256'
export const readMeName = 'doc-toi.txt'
export const partName = (table: string, part: number): string =>
  `tables/${table}/${String(part + 1).padStart(6, '0')}.copy`
export const fileName = (digest: string): string => `files/${digest}`
