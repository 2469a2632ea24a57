export { detectFormat, detectOctets, type FileFormat } from './detect.ts'
export {
  date1,
  date2,
  dateType,
  type Linkage,
  language,
  linkage,
  linkedField,
  placeOfPublication,
} from './fields.ts'
export { createIso2709Reader, type Iso2709Reader, readIso2709 } from './iso2709.ts'
export { writeIso2709 } from './iso2709-writer.ts'
export {
  bibliographicLevel,
  codingScheme,
  encodingLevel,
  multipartLevel,
  newLeader,
  recordStatus,
  typeOfRecord,
} from './leader.ts'
export { createMarcxmlReader, type MarcxmlReader, readMarcxml } from './marcxml.ts'
export { marcxmlCollection, marcxmlNamespace, marcxmlSchema, writeMarcxml } from './marcxml-writer.ts'
export { type MarcMessages, marcWords } from './messages.ts'
export type { Outcome, Problem, ProblemOutcome, RecordOutcome, Warning, WriteRefusal } from './problem.ts'
export {
  type ControlField,
  controlField,
  type DataField,
  type Field,
  fieldsOf,
  type MarcRecord,
  type Subfield,
  subfield,
} from './record.ts'
