import { createHash } from 'node:crypto'
import { xmlDeclaration } from '../../kernel/xml.ts'
import type { Db } from '../../platform/database/database.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import type { Site } from '../../site/index.ts'
import { writeOaiDc } from '../../standards/dublin-core/index.ts'
import { readRecord } from '../../standards/marc/index.ts'
import { institutionsByIds } from '../institutions/index.ts'
import { toDublinCore } from './dublin-core.ts'
import type { Edition } from './edition.ts'
import { editionsOfWorks, recordsOfEditions, worksById } from './edition-store.ts'
import { itemsOfEditions } from './item-store.ts'
import { publicRecord } from './marc-public.ts'
import { isWorkForm, workFormTypes, workPath } from './paths.ts'
import { recordsFile } from './record-file.ts'
import { workJson } from './work-json.ts'
import { NoSuchFormPage, NotWritablePage } from './work-page.tsx'

/** GET /sach/:work?as=…; null when there is no such work. */
export async function sendWorkAs(db: Db, site: Site, c: RequestContext, id: string, as: string) {
  const [work] = await worksById(db, [id])
  const editions = await editionsOfWorks(db, [id])
  const [newest] = editions
  if (work === undefined || newest === undefined) return null
  // 406 and not the page: a program that asked for a record must not take a page for one.
  if (!isWorkForm(as)) return c.html(NoSuchFormPage({ frame: site.frame(c), work: id }), 406)
  if (as === 'marc' || as === 'marcxml') return sendRecords(db, site, c, { id, editions, as })
  c.header('Content-Type', workFormTypes[as])
  if (as === 'dc') {
    const record = toDublinCore(newest.facts, `${c.var.origin}${workPath(id)}`)
    return c.body(`${xmlDeclaration}${writeOaiDc(record)}`)
  }
  const items = await itemsOfEditions(db, idsOf(editions))
  const keepers = await institutionsByIds(db, [...new Set(items.map(item => item.keeper))])
  return c.body(JSON.stringify(workJson({ work, editions, items, keepers }, c.var.origin)))
}

const idsOf = (editions: readonly Edition[]): string[] => editions.map(edition => edition.id)

async function sendRecords(
  db: Db,
  site: Site,
  c: RequestContext,
  { id, editions, as }: { id: string; editions: readonly Edition[]; as: 'marc' | 'marcxml' },
) {
  const kept = await recordsOfEditions(db, idsOf(editions))
  const records = kept.map(({ format, bytes }) => publicRecord(readRecord(format, bytes)))
  const form = as === 'marc' ? 'mrc' : 'xml'
  const file = recordsFile(records, form, c.var.lang)
  if (!file.ok) return c.html(NotWritablePage({ frame: site.frame(c), reasons: file.problems }), 409)
  // Downloads pass the door as they are, so they bring their own tag.
  const etag = `"${createHash('sha256').update(file.value).digest('base64url').slice(0, 22)}"`
  c.header('ETag', etag)
  if ((c.req.header('if-none-match') ?? '').split(/,\s*/).includes(etag)) return c.body(null, 304)
  c.header('Content-Type', workFormTypes[as])
  c.header('Content-Disposition', `attachment; filename="${id}.${form}"`)
  return c.body(file.value)
}
