export { searchAddress } from './address.ts'
export { type Answering, answering } from './answering.ts'
export {
  type AttributeUpdate,
  type Display,
  type DocumentKind,
  keyOf,
  type SearchDocument,
} from './document.ts'
export { createMemoryIndex, type MemoryIndex } from './memory-index.ts'
export { type IndexStatus, openSearchIndex, type SearchIndex, type SearchIndexOptions } from './open.ts'
export { paths as searchPaths } from './paths.ts'
export type { Link, Name, SearchPort } from './port.ts'
export type {
  Facet,
  FacetChoice,
  FacetName,
  FacetValue,
  Hit,
  Matching,
  SearchAnswer,
  SearchQuery,
  Sort,
  Suggestion,
  SuggestQuery,
} from './query.ts'
export { rebuildJobKind, rebuildWork } from './rebuild-job.ts'
export { searchRoutes } from './routes.ts'
export { queueAttributes, queueDocuments, queueRemovals } from './store.ts'
