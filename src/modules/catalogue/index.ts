export { type ItemDescription, describeItems } from './describe.ts'
export { queueWorkOfItem } from './documents.ts'
export type { EditionFacts, Item, ItemFacts, ItemStatus } from './edition.ts'
export { newestWorks, type Work } from './edition-store.ts'
export { batchById, countBatch, listBatches } from './import-store.ts'
export { itemByBarcode, itemById, keeperOfItem, lockItem, setItemStatus } from './item-store.ts'
export { importsPath, workPath } from './paths.ts'
export { catalogueWorks } from './works.ts'
export const catalogueRoutes = (..._x: unknown[]) => []
