export {
  type AttributeUpdate,
  type Display,
  type DocumentKind,
  documentKinds,
  keyOf,
  type SearchDocument,
} from './document.ts'
export { type IndexStatus, openSearchIndex, type SearchIndex, type SearchIndexOptions } from './open.ts'
export { paths as searchPaths } from './paths.ts'
export type { Link, SearchPort } from './port.ts'
export {
  type Facet,
  type FacetChoice,
  type FacetName,
  type FacetValue,
  facetNames,
  type Hit,
  type Matching,
  type SearchAnswer,
  type SearchQuery,
  type Sort,
  type Suggestion,
  type SuggestQuery,
  sorts,
} from './query.ts'
export { rebuildJobKind, rebuildWork } from './rebuild-job.ts'
export { searchRoutes } from './routes.ts'
export { queueAttributes, queueDocuments, queueRemovals } from './store.ts'
