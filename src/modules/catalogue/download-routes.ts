import { Readable } from 'node:stream'
import type { Db } from '../../platform/database/database.ts'
import { get, type Handler, type Permission, type RequestContext, type Route } from '../../platform/http/index.ts'
import type { ImportBatch } from './import-batch.ts'
import { leftOutFile, listingCsv } from './listing.ts'
import { batchPaths } from './paths.ts'

/** A file that is made while it goes out. */
export function attachment(c: RequestContext, parts: AsyncIterable<Uint8Array | string>, name: string, type: string) {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  c.header('Cache-Control', 'no-store')
  return c.body(Readable.toWeb(Readable.from(parts, { objectMode: false })) as ReadableStream)
}

/** What staff take home of a batch: the records left out, and the whole listing. */
export function downloadRoutes(
  db: Db,
  batchOf: (c: RequestContext) => Promise<ImportBatch | null>,
  permission: Permission,
): Route[] {
  const leftOut: Handler = async c => {
    const batch = await batchOf(c)
    if (batch === null) return c.notFound()
    return batch.format === 'marcxml'
      ? attachment(c, leftOutFile(db, batch), 'de-lai.xml', 'application/marcxml+xml')
      : attachment(c, leftOutFile(db, batch), 'de-lai.mrc', 'application/marc')
  }
  const list: Handler = async c => {
    const batch = await batchOf(c)
    if (batch === null) return c.notFound()
    return attachment(c, listingCsv(db, batch.id, c.var.lang), 'danh-sach.csv', 'text/csv; charset=utf-8')
  }
  return [get(batchPaths.leftOut(':batch'), permission, leftOut), get(batchPaths.list(':batch'), permission, list)]
}
