import { describeObject, type MappedObject } from './describe-object.ts'
import type { ObjectField } from './fields.ts'

/** An object of the cells of one row, columns being recognised already by `fieldOfHeading` or by a person. */
export const objectFromCells = (cells: Readonly<Partial<Record<ObjectField, string>>>): MappedObject =>
  describeObject({ texts: cells, lang: 'vi', dayFirst: true })
