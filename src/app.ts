import type { Hono } from 'hono'
import { arrivalRoutes } from './app/arrival-routes.ts'
import { holdingsOf } from './app/holdings.ts'
import { ownRoutes } from './app/pages.tsx'
import { peoplePort } from './app/people-port.tsx'
import { institutionsPort, placesPort, searchPort } from './app/ports.ts'
import { registers } from './app/registers.ts'
import { openSite } from './app/site.ts'
import { slowNetwork } from './app/slow-network.ts'
import { watchRoutes } from './app/watch.ts'
import { activityRoutes, comingUp } from './modules/activities/index.ts'
import { assistanceRoutes } from './modules/assistance/index.ts'
import { catalogueRoutes } from './modules/catalogue/index.ts'
import { circulationRoutes, stackLinks } from './modules/circulation/index.ts'
import { heritageRoutes } from './modules/heritage/index.ts'
import { importRoutes, importWorks } from './modules/imports/index.ts'
import { institutionsRoutes } from './modules/institutions/index.ts'
import { noticesRoutes } from './modules/notices/index.ts'
import { peopleRoutes, signInPath, signInStepPaths, whoIs } from './modules/people/index.ts'
import { placesRoutes } from './modules/places/index.ts'
import { planRoutes } from './modules/plan/index.ts'
import {
  answering,
  openSearchIndex,
  rebuildJobKind,
  rebuildWork,
  type SearchIndex,
  searchPaths,
  searchRoutes,
} from './modules/search/index.ts'
import { visitsRoutes } from './modules/visits/index.ts'
import { newId } from './platform/clock.ts'
import { readNode } from './platform/database/node.ts'
import {
  createMetrics,
  openDoor,
  type RequestContext,
  type RequestVariables,
  type Route,
  statusOf,
  type Turned,
} from './platform/http/index.ts'
import type { JobWork } from './platform/jobs/index.ts'
import type { World } from './platform/world.ts'
import { loadAssets, type Site, siteRoutes, TurnedPage, turnedInWords } from './site/index.ts'

/** The whole house, put together. */
export interface App {
  readonly web: Hono<{ Variables: RequestVariables }>
  readonly routes: readonly Route[]
  readonly index: SearchIndex
  /** Every kind of long work, for whoever runs jobs. */
  readonly works: Readonly<Record<string, JobWork>>
}

/** The long work of all modules, also for the command line, which runs it without the web. */
export const worksOf = (world: World, index: SearchIndex | null): Readonly<Record<string, JobWork>> => ({
  ...importWorks(world, registers),
  ...(index === null ? {} : { [rebuildJobKind]: rebuildWork(index) }),
})

function turnAway(site: Site, c: RequestContext, turned: Turned): Response | Promise<Response> {
  const status = statusOf[turned.code]
  c.header('Cache-Control', 'no-store')
  if (c.req.path.startsWith('/api/')) {
    const message = turnedInWords(c.var.lang, turned)
    return c.json({ error: turned.code, message, request: c.var.requestId }, status)
  }
  const { pathname, search } = new URL(c.req.url)
  const back = new URLSearchParams(c.req.method === 'GET' ? { ve: `${pathname}${search}` } : {})
  if (turned.code === 'finish-sign-in') return c.redirect(`${signInStepPaths[turned.step]}?${back}`, 303)
  const page = TurnedPage({
    frame: site.frame(c),
    turned,
    code: c.var.requestId,
    search: { action: searchPaths.search, query: c.req.query('q') ?? '' },
    signIn: `${signInPath}?${back}`,
  })
  return c.html(page, status)
}

/** Puts the modules together over a migrated database. `owner` is the one process that keeps the search snapshot. */
export async function openApp(world: World, options: { readonly owner: boolean }): Promise<App> {
  const { database, clock, config, log } = world
  const index = await openSearchIndex({ database, dataDir: config.dataDir, log, owner: options.owner })
  const assets = await loadAssets()
  const { demo } = await readNode(database)
  const site = openSite(assets, () => demo)
  const metrics = createMetrics()
  const asking = answering(index, { database, log })
  const routes: Route[] = [
    ...siteRoutes(site, assets),
    ...ownRoutes(world, site),
    ...arrivalRoutes(world),
    ...placesRoutes(world, site, placesPort(clock)),
    ...institutionsRoutes(world, site, {
      ...institutionsPort(clock),
      holdingsOf: holdingsOf(asking),
      comingUp: (institution, c) => comingUp(database, institution.id, c),
    }),
    ...peopleRoutes(world, site, peoplePort(world)),
    ...visitsRoutes(world, site),
    ...noticesRoutes(world, site),
    ...searchRoutes(asking, site, searchPort(database, clock)),
    ...importRoutes(world, registers, site),
    ...catalogueRoutes(world, site, { underWhereabouts: (c, work) => stackLinks(world, c, work) }),
    ...circulationRoutes(world, site),
    ...heritageRoutes(world, site),
    ...activityRoutes(world, site),
    ...assistanceRoutes(world, site),
    ...planRoutes(world, site),
    ...watchRoutes(world, metrics, index),
  ]
  const web = openDoor(
    {
      now: () => clock.now(),
      newId,
      whoIs: (token, now) => whoIs(world, token, now),
      turnAway: (c, turned) => turnAway(site, c, turned),
      afterChange: () => index.refreshOwn(),
      log,
      metrics,
      trustedProxy: config.trustedProxy,
      secure: config.tls !== null,
      ...(config.slowNetwork ? { before: slowNetwork() } : {}),
    },
    routes,
  )
  return { web, routes, index, works: worksOf(world, index) }
}
