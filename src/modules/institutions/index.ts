export { type Changes, changeInstitution } from './change.ts'
export { closedDaysOf } from './closed-days.ts'
export { type InstitutionDocument, institutionDocument } from './document.ts'
export { institutionsInPlaces } from './entries.ts'
export { type FoundAct, foundInstitution } from './found.ts'
export type { FoundRefusal } from './founding.ts'
export type { Contact, Facility, Institution } from './institution.ts'
export { type Family, isKindId, type Kind, type KindId, kindOf, kinds } from './kinds.ts'
export { loadInstitutions } from './load.ts'
export { foundSentences } from './messages.ts'
export { type Commune, type HomeNetwork, homeNetwork, type NetworkMap, networkMap } from './network-map.ts'
export { paths as institutionPaths } from './paths.ts'
export { defaultPolicy, type LoanPolicy } from './policy.ts'
export { type InstitutionsPort, noInstitutionsPort, type StockChange } from './port.ts'
export { institutionsRoutes } from './routes.ts'
export {
  branchesOf,
  facilitiesOf,
  institutionByCode,
  institutionById,
  institutionsByIds,
  libraries,
  listInstitutions,
  policyOf,
} from './store.ts'
export { type Summary, summarise } from './summary.ts'
