import { everyone, get, may, post, type RequestContext, type Route, signedIn } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/site.ts'
import { institutionByCode } from '../institutions/index.ts'
import * as account from './account-routes.tsx'
import { journalPage } from './journal-page.tsx'
import {
  accountPath,
  codePath,
  endSessionPath,
  journalPath,
  newReaderPath,
  passwordPath,
  readersPath,
  renewCardPath,
  secondFactorPath,
  signInPath,
  signOutPath,
} from './paths.ts'
import type { PeoplePort } from './port.ts'
import * as readers from './reader-routes.tsx'
import { cardById } from './store.ts'

export function peopleRoutes(world: World, site: Site, port: PeoplePort): Route[] {
  const atCode = async (c: RequestContext) =>
    (await institutionByCode(world.database, c.req.param('code') ?? ''))?.id ?? null
  const ofCard = async (c: RequestContext) =>
    (await cardById(world.database, c.req.param('card') ?? ''))?.institution ?? null
  const given = { world, site, port }
  return [
    get(signInPath, everyone, c => account.showSignIn(given, c)),
    post(signInPath, everyone, c => account.takeSignIn(given, c)),
    get(codePath, signedIn, c => account.showCode(given, c)),
    post(codePath, signedIn, c => account.takeCode(given, c)),
    post(signOutPath, everyone, c => account.takeSignOut(given, c)),
    get(accountPath, signedIn, c => account.showAccount(given, c)),
    get(secondFactorPath, signedIn, c => account.showSecondFactor(given, c)),
    post(secondFactorPath, signedIn, c => account.takeSecondFactor(given, c)),
    post(passwordPath, signedIn, c => account.takePassword(given, c)),
    post(endSessionPath, signedIn, c => account.takeEndSession(given, c)),
    get(readersPath(':code'), may('manage-people', atCode), c => readers.showReaders(given, c)),
    get(newReaderPath(':code'), may('manage-people', atCode), c => readers.showNewReader(given, c)),
    post(newReaderPath(':code'), may('manage-people', atCode), c => readers.takeNewReader(given, c)),
    post(renewCardPath(':card'), may('manage-people', ofCard), c => readers.takeRenewal(given, c)),
    get(journalPath, may('read-journal', 'some'), c => journalPage(given, c)),
  ]
}
