import { describeObject, type MappedObject } from './describe-object.ts'
import type { ObjectField } from './fields.ts'

/** An object of the cells of one row, which stand under the names of `objectFields`. */
export const objectFromCells = (cells: Readonly<Partial<Record<ObjectField, string>>>): MappedObject =>
  describeObject({ texts: cells, lang: 'vi', dayFirst: true })
