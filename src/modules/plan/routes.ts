import type { Route } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { factsRoutes } from './facts-routes.tsx'
import { figuresRoutes } from './figures-routes.tsx'
import { openPublications } from './publications.ts'
import { targetRoutes } from './target-routes.tsx'

export function planRoutes(world: World, site: Site): Route[] {
  const publications = openPublications(world.database)
  return [
    ...figuresRoutes(world, site, publications),
    ...targetRoutes(world, site),
    ...factsRoutes(world, site, publications),
  ]
}
