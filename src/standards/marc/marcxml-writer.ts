import { ok, type Result, refused } from '../../kernel/result.ts'
import { writtenLeader } from './leader.ts'
import type { WriteRefusal } from './problem.ts'
import type { DataField, Field, MarcRecord } from './record.ts'
import { findUnwritable, writtenText } from './writable.ts'

const marcxmlNamespace = 'http://www.loc.gov/MARC21/slim'

/** What stands before and after the records of a file. */
export const marcxmlCollection = {
  open: `<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="${marcxmlNamespace}">\n`,
  close: '</collection>\n',
} as const

/**
 * One `record` element, valid against MARC21slim, with its namespace, so that it may stand alone, in a collection or
 * inside an answer of OAI-PMH or SRU. As the schema asks, control fields come first; a local control field (FMT)
 * becomes a data field with subfield a. No bounds of size; refuses values that no MARC field may have.
 */
export function writeMarcxml(record: MarcRecord): Result<string, WriteRefusal> {
  const problems = findUnwritable(record)
  if (problems.length > 0) return refused(problems)
  const fields = record.fields.map(field => ({ field, first: field.kind === 'control' && field.tag.startsWith('00') }))
  const lines = [
    `<record xmlns="${marcxmlNamespace}">`,
    `  <leader>${writtenLeader(record.leader, 0, 0)}</leader>`,
    ...fields.filter(({ first }) => first).map(({ field }) => controlElement(field)),
    ...fields.filter(({ first }) => !first).map(({ field }) => dataElement(asDataField(field))),
    '</record>\n',
  ]
  return ok(lines.join('\n'))
}

const asDataField = (field: Field): DataField =>
  field.kind === 'data'
    ? field
    : { kind: 'data', tag: field.tag, ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: field.value }] }

const controlElement = (field: Field): string =>
  `  <controlfield tag="${field.tag}">${field.kind === 'control' ? escaped(field.value) : ''}</controlfield>`

function dataElement({ tag, ind1, ind2, subfields }: DataField): string {
  const parts = subfields.map(({ code, value }) => `    <subfield code="${escaped(code)}">${escaped(value)}</subfield>`)
  return [`  <datafield tag="${tag}" ind1="${ind1}" ind2="${ind2}">`, ...parts, '  </datafield>'].join('\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string =>
  writtenText(text).replace(/[&<>"]/g, character => entities[character] ?? character)
