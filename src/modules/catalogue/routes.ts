import type { Route } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { arrivalsRoutes } from './arrivals-routes.ts'
import { copiesRoutes } from './copies-routes.ts'
import { correctRoutes } from './correct-routes.ts'
import { describeRoutes } from './describe-routes.ts'
import { groupingRoutes } from './grouping-routes.ts'
import { noWorkPort, type WorkPort } from './port.ts'
import { workRoutes } from './work-routes.ts'

/** Works and their records. */
export const catalogueRoutes = (world: World, site: Site, port: WorkPort = noWorkPort): Route[] => [
  ...workRoutes(world, site, port),
  ...arrivalsRoutes(world, site),
  ...describeRoutes(world, site),
  ...correctRoutes(world, site),
  ...copiesRoutes(world, site),
  ...groupingRoutes(world, site),
]
