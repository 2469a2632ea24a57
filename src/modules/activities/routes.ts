import type { Route } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { organiseRoutes } from './organise-routes.ts'
import { signUpRoutes } from './sign-up-routes.ts'
import { ticketRoutes } from './ticket-routes.ts'

/** Events for everybody, the form to sign up, the ticket that one gets, and the organisers' own pages. */
export const activityRoutes = (world: World, site: Site): Route[] => [
  ...calendarRoutes(world, site),
  ...signUpRoutes(world, site),
  ...ticketRoutes(world, site),
  ...deskRoutes(world, site),
  ...organiseRoutes(world, site),
]
