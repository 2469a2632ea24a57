export { createAccount, isLogin } from './account.ts'
export { type Assistance, assistedBy, type Consent, consents, mayGoOn, type TurnOver } from './assistance.ts'
export { type Card, normaliseCardNumber, type Person } from './card.ts'
export { cardById, cardByNumber, cardsOf, insertCard } from './card-store.ts'
export {
  type Contact,
  type ContactKind,
  type ContactRefusal,
  contactKinds,
  formatPhone,
  parseEmail,
  parsePhone,
} from './contact.ts'
export {
  confirmContact,
  contactById,
  contactsOf,
  forgetContacts,
  putContact,
  removeContact,
} from './contact-store.ts'
export { replayErasures } from './erase-person.ts'
export { erasedPeople, hasAppointment } from './erasure-store.ts'
export { keepHistory } from './keep-history.ts'
export { noteLook } from './look.ts'
export { randomPassword } from './password.ts'
export {
  accountPath,
  journalPath,
  ownPageFor,
  readersPath,
  signInPath,
  signInStepPaths,
  signOutPath,
  staffPath,
} from './paths.ts'
export { displayNames, findPerson, languageOfPerson } from './person-store.ts'
export type { OwnRecords, PeoplePort } from './port.ts'
export { addPerson } from './register-reader.ts'
export { isRole } from './role.ts'
export { peopleRoutes } from './routes.ts'
export { forgetEndedSessions, whoIs } from './session.ts'
export { type StaffSafety, staffSafety } from './staff-store.ts'
