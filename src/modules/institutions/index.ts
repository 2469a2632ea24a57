export { closedDaysOf, servedHours } from './closed-days.ts'
export { institutionDocument, placeCodesOf } from './document.ts'
export { institutionsInPlaces } from './entries.ts'
export { foundInstitution } from './found.ts'
export type { Institution } from './institution.ts'
export { kinds } from './kinds.ts'
export { languageName, spokenLanguages } from './languages.ts'
export { loadInstitutions } from './load.ts'
export { homeNetwork, networkMap } from './network-map.ts'
export { paths as institutionPaths } from './paths.ts'
export { type InstitutionPagesPort, type InstitutionsPort, noInstitutionsPort, type StockChange } from './port.ts'
export { institutionsRoutes } from './routes.ts'
export {
  branchesOf,
  facilitiesByIds,
  facilitiesOf,
  holdingInstitutions,
  institutionByCode,
  institutionById,
  institutionsByIds,
  libraries,
  listInstitutions,
  policyOf,
} from './store.ts'
export { summarise } from './summary.ts'
