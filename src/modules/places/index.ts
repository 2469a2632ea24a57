export { type Ancestor, lineageUp, onTodaysMap, type PlaceShare, successorsOf } from './ask-lineage.ts'
export { type PlaceDocument, placeDocuments } from './document.ts'
export { type Candidate, type FindOptions, findByName } from './find-by-name.ts'
export { landmarkLabels } from './landmarks.ts'
export { loadPlaces } from './load.ts'
export { officialPlaceId } from './official-id.ts'
export type { PlaceFiles } from './official-units.ts'
export { paths as placePaths } from './paths.ts'
export {
  isValidOn,
  type Level,
  type LineageEdge,
  type Place,
  type PlaceOn,
  type PlaceVersion,
  placeOn,
  type Tile,
  type Validity,
  versionNear,
  versionOn,
} from './place.ts'
export { noPlacesPort, type PlaceEntry, type PlacesPort } from './port.ts'
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
