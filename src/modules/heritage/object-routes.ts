import { isUuid } from '../../kernel/uuid.ts'
import { everyone, get, type Handler, type Route, readQuery } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { writeObject } from './object-forms.ts'
import { GonePage, NoSuchFormPage, ObjectPage } from './object-page.tsx'
import { wasShown } from './object-store.ts'
import { readObject } from './object-view.ts'
import { isObjectForm, objectFormTypes, objectPattern } from './paths.ts'

/** What anybody may read of a register; what is kept back is not there for them, in any form. */
export function objectRoutes({ database: db }: World, site: Site): Route[] {
  const show: Handler = async c => {
    const id = c.req.param('object') ?? ''
    if (!isUuid(id)) return c.notFound()
    const view = await readObject(db, id, c.var)
    if (view === null) return (await wasShown(db, id)) ? c.html(GonePage({ frame: site.frame(c) }), 410) : c.notFound()
    const as = readQuery(c).text('as')
    if (as === '') return c.html(ObjectPage({ frame: site.frame(c), view, origin: c.var.origin }))
    // 406 and not the page: a program that asked for a record must not take a page for one.
    if (!isObjectForm(as)) return c.html(NoSuchFormPage({ frame: site.frame(c), object: id }), 406)
    c.header('Content-Type', objectFormTypes[as])
    return c.body(writeObject(view, as, c.var.origin))
  }
  return [get(objectPattern, everyone, show)]
}
