export { type Ancestor, lineageUp, onTodaysMap, successorsOf } from './ask-lineage.ts'
export { placeDocuments } from './document.ts'
export { type Candidate, findByName } from './find-by-name.ts'
export { landmarkLabels } from './landmarks.ts'
export { loadPlaces } from './load.ts'
export type { PlaceFiles } from './official-units.ts'
export { paths as placePaths } from './paths.ts'
export {
  isValidOn,
  type PlaceOn,
  placeOn,
  versionNear,
} from './place.ts'
export { noPlacesPort, type PlacesPort } from './port.ts'
export { placesRoutes } from './routes.ts'
export {
  childrenOf,
  communesOn,
  type PlaceTile,
  placeByCode,
  placeById,
  placesByIds,
  placesWithCode,
  tilesOn,
} from './store.ts'
