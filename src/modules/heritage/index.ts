export { objectCandidates } from './candidates.ts'
export type { MappedObject, ObjectProblem, ObjectWarning } from './describe-object.ts'
export { queueObjects } from './documents.ts'
export { fieldOfHeading, type ObjectField, objectFields } from './fields.ts'
export { objectFromCells } from './from-cells.ts'
export { objectFromJson } from './from-json.ts'
export { heritageRegister } from './intake.ts'
export {
  decideObjectMatch,
  type ObjectCandidate,
  type ObjectMatch,
  type ObjectMatchFacts,
  objectMatchFacts,
} from './match.ts'
export { heritageWords } from './messages.ts'
export type { DescribedObject, MuseumObject, ObjectFacts } from './object.ts'
export { endObjects, insertObjects, type NewObject } from './object-store.ts'
export { objectPath, registerPath, registersPath } from './paths.ts'
export { decideShown } from './protocol.ts'
export { heritageRoutes } from './routes.ts'
export { recordObjectStock } from './stock.ts'
