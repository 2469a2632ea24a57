import { isUuid } from '../../kernel/uuid.ts'
import { everyone, get, may, post, type RequestContext, type Route, signedIn } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { institutionByCode } from '../institutions/index.ts'
import { cardById } from '../people/index.ts'
import * as confirm from './confirm-routes.tsx'
import * as desk from './desk-routes.tsx'
import * as failed from './failed-routes.tsx'
import * as leave from './leave-routes.tsx'
import * as own from './own-routes.tsx'
import {
  cardContactPath,
  confirmPath,
  dropContactPath,
  leavePath,
  lettersPath,
  ownLettersPath,
  ownWishesPath,
  sendAgainPath,
} from './paths.ts'

export function noticesRoutes(world: World, site: Site): Route[] {
  const atCode = async (c: RequestContext) =>
    (await institutionByCode(world.database, c.req.param('code') ?? ''))?.id ?? null
  const ofCard = async (c: RequestContext) => {
    const id = c.req.param('card') ?? ''
    return isUuid(id) ? ((await cardById(world.database, id))?.institution ?? null) : null
  }
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
    get(cardContactPath(':card'), may('manage-people', ofCard), c => desk.showContact(given, c)),
    post(cardContactPath(':card'), may('manage-people', ofCard), c => desk.takeContact(given, c)),
    get(lettersPath(':code'), may('manage-people', atCode), c => failed.showFailed(given, c)),
    post(sendAgainPath(':code', ':notice'), may('manage-people', atCode), c => failed.takeSendAgain(given, c)),
  ]
}
