export { createAccount, type NewAccount } from './account.ts'
export { type Card, normaliseCardNumber, type Person } from './card.ts'
export { en as peopleWordsEn } from './messages.en.ts'
export { vi as peopleWordsVi } from './messages.vi.ts'
export { randomPassword } from './password.ts'
export {
  accountPath,
  journalPath,
  newReaderPath,
  readersPath,
  secondFactorPath,
  signInPath,
  signOutPath,
} from './paths.ts'
export type { OwnPart, PeoplePort } from './port.ts'
export { addPerson } from './register-reader.ts'
export { isRole, type Role, roleRights } from './role.ts'
export { peopleRoutes } from './routes.ts'
export { whoIs } from './session.ts'
export { type StaffSafety, staffSafety } from './staff-store.ts'
export { cardById, cardByNumber, cardsOf, findPerson, insertCard } from './store.ts'
