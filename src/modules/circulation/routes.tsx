import { localDateAt } from '../../kernel/local-date.ts'
import { get, may, post, type RequestContext, type Route, signedIn } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { institutionByCode, institutionsByIds, libraries } from '../institutions/index.ts'
import { askRoutes } from './ask-routes.tsx'
import { type Given, named } from './at-desk.ts'
import * as calls from './call-routes.tsx'
import { showDesk, takeCount, takeScan, takeUndo } from './desk-routes.ts'
import { DesksPage } from './desks-page.tsx'
import { showNote, takeNote } from './note-routes.tsx'
import { showOverdue, showReminders } from './overdue-routes.tsx'
import { showOwnLoans, takeOwnRenewal } from './own-routes.tsx'
import {
  calledPath,
  callListFilePath,
  callListPath,
  countPath,
  dayPath,
  deskPath,
  desksPath,
  monthPath,
  notePath,
  overduePath,
  ownLoansPath,
  quickDeskPath,
  remindersPath,
  renewOwnPath,
  requestPath,
  requestsPath,
  slipPath,
  stacksPath,
  undoPath,
} from './paths.ts'
import { showQuickDesk } from './quick-desk-routes.tsx'
import { showRequests, showSlip, showStacks, takeSlip, takeStacks, takeStep } from './request-routes.tsx'
import { showDay, showMonth } from './sheet-routes.tsx'

export function circulationRoutes(world: World, site: Site): Route[] {
  const atCode = async (c: RequestContext) =>
    (await institutionByCode(world.database, c.req.param('code') ?? ''))?.id ?? null
  const given = { world, site }
  return [
    ...askRoutes(given),
    get(desksPath, may('circulate', 'some'), c => chooseDesk(given, c)),
    get(deskPath(':code'), may('circulate', atCode), c => showDesk(given, c)),
    post(deskPath(':code'), may('circulate', atCode), c => takeScan(given, c)),
    post(undoPath(':code', ':act'), may('circulate', atCode), c => takeUndo(given, c)),
    post(countPath(':code'), may('circulate', atCode), c => takeCount(given, c)),
    get(requestsPath(':code'), may('circulate', atCode), c => showRequests(given, c)),
    post(requestsPath(':code'), may('circulate', atCode), c => takeSlip(given, c)),
    post(requestPath(':code', ':request'), may('circulate', atCode), c => takeStep(given, c)),
    get(slipPath(':code', ':request'), may('circulate', atCode), c => showSlip(given, c)),
    get(stacksPath(':code'), may('circulate', atCode), c => showStacks(given, c)),
    post(stacksPath(':code'), may('circulate', atCode), c => takeStacks(given, c)),
    get(notePath(':code', ':held'), may('circulate', atCode), c => showNote(given, c)),
    post(notePath(':code', ':held'), may('circulate', atCode), c => takeNote(given, c)),
    get(dayPath(':code'), may('circulate', atCode), c => showDay(given, c)),
    get(monthPath(':code'), may('circulate', atCode), c => showMonth(given, c)),
    get(quickDeskPath(':code'), may('circulate', atCode), c => showQuickDesk(given, c)),
    get(overduePath(':code'), may('circulate', atCode), c => showOverdue(given, c)),
    get(remindersPath(':code'), may('circulate', atCode), c => showReminders(given, c)),
    get(ownLoansPath, signedIn, c => showOwnLoans(given, c)),
    post(renewOwnPath(':loan'), signedIn, c => takeOwnRenewal(given, c)),
    get(callListPath(':code'), may('circulate', atCode), c => calls.showCallList(given, c)),
    get(callListFilePath(':code'), may('circulate', atCode), c => calls.showCallListFile(given, c)),
    post(calledPath(':code', ':loan'), may('circulate', atCode), c => calls.takeCalled(given, c)),
  ]
}

async function chooseDesk({ world, site }: Given, c: RequestContext) {
  const held = c.var.viewer.rights.filter(right => right.right === 'circulate')
  const ids = held.flatMap(right => (right.institution === null ? [] : [right.institution]))
  const everywhere = held.some(right => right.institution === null)
  const institutions = everywhere
    ? await libraries(world.database, localDateAt(c.var.now))
    : await institutionsByIds(world.database, [...new Set(ids)])
  const desks = institutions.map(institution => named(institution, c))
  const only = desks[0]
  if (desks.length === 1 && only) return c.redirect(deskPath(only.code), 303)
  return c.html(<DesksPage frame={site.staffFrame(c, null)} desks={desks} />)
}
