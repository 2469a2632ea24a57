import type { Route } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { arrivalsRoutes } from './arrivals-routes.ts'
import { workRoutes } from './work-routes.ts'

/** Works and their records. */
export const catalogueRoutes = (world: World, site: Site): Route[] => [
  ...workRoutes(world, site),
  ...arrivalsRoutes(world, site),
]
