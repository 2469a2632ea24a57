import type { Route } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { factsRoutes } from './facts-routes.tsx'
import { figuresRoutes } from './figures-routes.tsx'
import { targetRoutes } from './target-routes.tsx'

export const planRoutes = (world: World, site: Site): Route[] => [
  ...figuresRoutes(world, site),
  ...targetRoutes(world, site),
  ...factsRoutes(world, site),
]
