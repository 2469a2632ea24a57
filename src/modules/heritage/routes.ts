import type { Route } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { objectRoutes } from './object-routes.ts'
import { registerRoutes } from './register-routes.ts'

/** Objects for everybody; the registers for whoever keeps them. */
export const heritageRoutes = (world: World, site: Site): Route[] => [
  ...objectRoutes(world, site),
  ...registerRoutes(world, site),
]
