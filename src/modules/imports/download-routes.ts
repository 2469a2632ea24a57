import { Readable } from 'node:stream'
import type { Db } from '../../platform/database/database.ts'
import { get, type Handler, type Permission, type RequestContext, type Route } from '../../platform/http/index.ts'
import type { FileFormat, ImportBatch } from './import-batch.ts'
import { leftOutFile, listingCsv } from './listing.ts'
import { batchPaths } from './paths.ts'
import { type Register, registerOf } from './register.ts'

/** A file that is made while it goes out. */
export function attachment(c: RequestContext, parts: AsyncIterable<Uint8Array | string>, name: string, type: string) {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  c.header('Cache-Control', 'no-store')
  return c.body(Readable.toWeb(Readable.from(parts, { objectMode: false })) as ReadableStream)
}

const csv = ['de-lai.csv', 'text/csv; charset=utf-8'] as const

/** A name and a media type for what was left out of a file of each format. */
const leftOutTypes: Readonly<Record<FileFormat, readonly [name: string, type: string]>> = {
  iso2709: ['de-lai.mrc', 'application/marc'],
  marcxml: ['de-lai.xml', 'application/marcxml+xml'],
  delimited: csv,
  xlsx: csv,
  'json-lines': ['de-lai.jsonl', 'application/x-ndjson'],
}

/** What staff take home of a batch: the records left out, and the whole listing. */
export function downloadRoutes(
  db: Db,
  registers: readonly Register[],
  batchOf: (c: RequestContext) => Promise<ImportBatch | null>,
  permission: Permission,
): Route[] {
  const leftOut: Handler = async c => {
    const batch = await batchOf(c)
    if (batch === null) return c.notFound()
    const [name, type] = leftOutTypes[batch.format]
    return attachment(c, leftOutFile(db, batch), name, type)
  }
  const list: Handler = async c => {
    const batch = await batchOf(c)
    if (batch === null) return c.notFound()
    return attachment(
      c,
      listingCsv(db, batch, registerOf(registers, batch), c.var.lang),
      'danh-sach.csv',
      'text/csv; charset=utf-8',
    )
  }
  return [get(batchPaths.leftOut(':batch'), permission, leftOut), get(batchPaths.list(':batch'), permission, list)]
}
