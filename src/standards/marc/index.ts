export { detectFormat, detectOctets, type FileFormat } from './detect.ts'
export {
  date1,
  date2,
  language,
  linkage,
  linkedField,
  placeOfPublication,
} from './fields.ts'
export { createIso2709Reader, readIso2709 } from './iso2709.ts'
export { writeIso2709 } from './iso2709-writer.ts'
export {
  bibliographicLevel,
  newLeader,
  recordStatus,
  typeOfRecord,
} from './leader.ts'
export { createMarcxmlReader, readMarcxml } from './marcxml.ts'
export { marcxmlCollection, writeMarcxml } from './marcxml-writer.ts'
export { marcWords } from './messages.ts'
export type { Outcome, Problem, ProblemOutcome, RecordOutcome, Warning, WriteRefusal } from './problem.ts'
export { readRecord } from './read-record.ts'
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
