import { isUuid } from '../../kernel/uuid.ts'
import {
  everyone,
  get,
  may,
  owing,
  post,
  type RequestContext,
  type Route,
  signedIn,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/site.ts'
import { institutionByCode } from '../institutions/index.ts'
import * as account from './account-routes.tsx'
import { cardById, institutionOfCard } from './card-store.ts'
import * as leaving from './erase-reader-routes.tsx'
import * as journal from './journal-routes.tsx'
import * as own from './own-routes.tsx'
import {
  accountPath,
  codePath,
  endAppointmentPath,
  endSessionPath,
  erasePath,
  eraseReaderPath,
  historyPath,
  journalPath,
  looksPath,
  newReaderPath,
  newStaffPath,
  ownDataFilePath,
  ownDataPath,
  passwordPath,
  readersPath,
  renewCardPath,
  resetAccountPath,
  secondFactorPath,
  signInPath,
  signOutPath,
  staffPath,
} from './paths.ts'
import type { PeoplePort } from './port.ts'
import * as readers from './reader-routes.tsx'
import * as signIn from './sign-in-routes.tsx'
import * as staff from './staff-routes.tsx'

export function peopleRoutes(world: World, site: Site, port: PeoplePort): Route[] {
  const atCode = async (c: RequestContext) =>
    (await institutionByCode(world.database, c.req.param('code') ?? ''))?.id ?? null
  const ofCard = async (c: RequestContext) => {
    const id = c.req.param('card') ?? ''
    return isUuid(id) ? ((await cardById(world.database, id))?.institution ?? null) : null
  }
  /** Also of a card whose holder was erased: a form sent twice is told that it is done. */
  const ofLeaver = async (c: RequestContext) => {
    const id = c.req.param('leaver') ?? ''
    return isUuid(id) ? institutionOfCard(world.database, id) : null
  }
  const given = { world, site, port }
  return [
    get(signInPath, everyone, c => signIn.showSignIn(given, c)),
    post(signInPath, everyone, c => signIn.takeSignIn(given, c)),
    get(codePath, owing('enter-code'), c => signIn.showCode(given, c)),
    post(codePath, owing('enter-code'), c => signIn.takeCode(given, c)),
    post(signOutPath, everyone, c => signIn.takeSignOut(given, c)),
    get(passwordPath, owing('choose-password'), c => account.showPassword(given, c)),
    post(passwordPath, owing('choose-password'), c => account.takePassword(given, c)),
    get(secondFactorPath, owing('protect-account'), c => signIn.showSecondFactor(given, c)),
    post(secondFactorPath, owing('protect-account'), c => signIn.takeSecondFactor(given, c)),
    get(accountPath, signedIn, c => account.showAccount(given, c)),
    post(endSessionPath, signedIn, c => account.takeEndSession(given, c)),
    post(historyPath, signedIn, c => own.takeHistory(given, c)),
    get(ownDataPath, signedIn, c => own.showOwnData(given, c)),
    get(ownDataFilePath, signedIn, c => own.sendOwnData(given, c)),
    get(erasePath, signedIn, c => own.showErase(given, c)),
    post(erasePath, signedIn, c => own.takeErase(given, c)),
    get(readersPath(':code'), may('manage-people', atCode), c => readers.showReaders(given, c)),
    get(newReaderPath(':code'), may('manage-people', atCode), c => readers.showNewReader(given, c)),
    post(newReaderPath(':code'), may('manage-people', atCode), c => readers.takeNewReader(given, c)),
    post(renewCardPath(':card'), may('manage-people', ofCard), c => readers.takeRenewal(given, c)),
    get(eraseReaderPath(':leaver'), may('manage-people', ofLeaver), c => leaving.showEraseReader(given, c)),
    post(eraseReaderPath(':leaver'), may('manage-people', ofLeaver), c => leaving.takeEraseReader(given, c)),
    get(staffPath, may('operate', 'province'), c => staff.showStaff(given, c)),
    get(newStaffPath, may('operate', 'province'), c => staff.showNewStaff(given, c)),
    post(newStaffPath, may('operate', 'province'), c => staff.takeNewStaff(given, c)),
    post(resetAccountPath(':appointment'), may('operate', 'province'), c => staff.takeResetAccount(given, c)),
    post(endAppointmentPath(':appointment'), may('operate', 'province'), c => staff.takeEndAppointment(given, c)),
    get(journalPath, may('read-journal', 'some'), c => journal.showJournal(given, c)),
    get(looksPath, may('read-journal', 'some'), c => journal.showLooks(given, c)),
  ]
}
