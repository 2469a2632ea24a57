import type { Route } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { arrivalsRoutes } from './arrivals-routes.ts'
import { importRoutes } from './import-routes.ts'
import { workRoutes } from './work-routes.ts'

/** Works and their records for everybody; imports for whoever holds that right at the institution. */
export const catalogueRoutes = (world: World, site: Site): Route[] => [
  ...workRoutes(world, site),
  ...arrivalsRoutes(world, site),
  ...importRoutes(world, site),
]
