import { everyone, get, post, type Route, signedIn } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import * as confirm from './confirm-routes.tsx'
import * as leave from './leave-routes.tsx'
import * as own from './own-routes.tsx'
import { confirmPath, dropContactPath, leavePath, ownLettersPath, ownWishesPath } from './paths.ts'

export function noticesRoutes(world: World, site: Site): Route[] {
  const given = { world, site }
  return [
    get(leavePath(':token'), everyone, c => leave.showLeave(given, c)),
    post(leavePath(':token'), everyone, c => leave.takeLeave(given, c)),
    get(confirmPath(':token'), everyone, c => confirm.showConfirm(given, c)),
    post(confirmPath(':token'), everyone, c => confirm.takeConfirm(given, c)),
    get(ownLettersPath, signedIn, c => own.showOwnLetters(given, c)),
    post(ownLettersPath, signedIn, c => own.takeOwnEmail(given, c)),
    post(ownWishesPath, signedIn, c => own.takeOwnWishes(given, c)),
    post(dropContactPath, signedIn, c => own.takeDropContact(given, c)),
  ]
}
