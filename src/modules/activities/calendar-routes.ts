import { isUuid } from '../../kernel/uuid.ts'
import { mayAt } from '../../kernel/viewer.ts'
import { everyone, get, type Handler, type RequestContext, type Route, readQuery } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { ActivityPage } from './activity-page.tsx'
import { activityById } from './activity-store.ts'
import { calendarFile } from './calendar-file.ts'
import { CalendarPage } from './calendar-page.tsx'
import { readCalendar } from './calendar-view.ts'
import { activityPath, calendarFilePath, calendarPath } from './paths.ts'
import { type ActivityView, describe } from './view.ts'

/** The event of an address as this viewer may see it; a draft is there for nobody else than its organisers. */
export async function activityAt(
  { database }: Pick<World, 'database'>,
  c: RequestContext,
): Promise<ActivityView | null> {
  const id = c.req.param('activity') ?? ''
  const activity = isUuid(id) ? await activityById(database, id) : null
  if (activity === null) return null
  if (activity.state === 'draft' && !mayAt(c.var.viewer, 'organise', activity.institution)) return null
  return (await describe(database, [activity], c.var.lang, c.var.now))[0] ?? null
}

/** What anybody may read of events. */
export function calendarRoutes(world: World, site: Site): Route[] {
  const list: Handler = async c => {
    const view = await readCalendar(world.database, readQuery(c), c)
    return c.html(CalendarPage({ frame: site.frame(c), view, origin: c.var.origin }))
  }
  const show: Handler = async c => {
    const view = await activityAt(world, c)
    if (view === null) return c.notFound()
    const organises = mayAt(c.var.viewer, 'organise', view.activity.institution)
    return c.html(ActivityPage({ frame: site.frame(c), view, origin: c.var.origin, now: c.var.now, organises }))
  }
  const file: Handler = async c => {
    const view = await activityAt(world, c)
    if (view === null) return c.notFound()
    c.header('Content-Type', 'text/calendar; charset=utf-8')
    c.header('Content-Disposition', 'attachment; filename="hoat-dong.ics"')
    return c.body(calendarFile(view, c.var.origin, c.var.lang))
  }
  return [
    get(calendarPath, everyone, list),
    get(activityPath(':activity'), everyone, show),
    get(calendarFilePath(':activity'), everyone, file),
  ]
}
