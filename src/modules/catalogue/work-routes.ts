import { isUuid } from '../../kernel/uuid.ts'
import { everyone, get, type Handler, type Route, readQuery } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { isKnownWork, recordOf } from './edition-store.ts'
import { movedTo } from './grouping-store.ts'
import { isWorkForm, recordPattern, workFormPath, workPath, workPattern } from './paths.ts'
import type { WorkPort } from './port.ts'
import { recordFile } from './record-file.ts'
import { sendWorkAs } from './work-forms.ts'
import { GonePage, NotWritablePage, WorkPage } from './work-page.tsx'
import { workStaffView } from './work-staff-view.ts'
import { readWork } from './work-view.ts'

/** What anybody may read of the catalogue. */
export function workRoutes({ database: db }: World, site: Site, port: WorkPort): Route[] {
  const show: Handler = async c => {
    const id = c.req.param('work') ?? ''
    if (!isUuid(id)) return c.notFound()
    const as = readQuery(c).text('as')
    if (as !== '') {
      const sent = await sendWorkAs(db, site, c, id, as)
      if (sent !== null) return sent
    }
    const view = await readWork(db, id, c.var.lang, c.var.now)
    if (view !== null) {
      const staff = await workStaffView(db, c.var.viewer, view)
      const todo = await port.underWhereabouts(c, id)
      return c.html(WorkPage({ frame: site.frame(c), view, origin: c.var.origin, staff, todo }) ?? '')
    }
    const moved = await movedTo(db, id)
    if (moved !== null) return c.redirect(isWorkForm(as) ? workFormPath(moved, as) : workPath(moved), 301)
    return (await isKnownWork(db, id)) ? c.html(GonePage({ frame: site.frame(c) }), 410) : c.notFound()
  }
  const download: Handler = async c => {
    const [, id = '', form] = /^([0-9a-f-]{36})\.(mrc|xml)$/.exec(c.req.param('file') ?? '') ?? []
    const record = isUuid(id) ? await recordOf(db, id) : null
    if (record === null || (form !== 'mrc' && form !== 'xml')) return c.notFound()
    const file = recordFile(record, form, c.var.lang)
    if (!file.ok) return c.html(NotWritablePage({ frame: site.frame(c), reasons: file.problems }), 409)
    c.header('Content-Type', form === 'mrc' ? 'application/marc' : 'application/marcxml+xml; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="${id}.${form}"`)
    return c.body(file.value)
  }
  return [get(recordPattern, everyone, download), get(workPattern, everyone, show)]
}
