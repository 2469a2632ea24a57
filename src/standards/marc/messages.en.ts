import type { MarcMessages } from './messages.vi.ts'

const shown = (text: string): string => text.replaceAll(' ', '␣')

const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase().padStart(4, '0')

const warnings: MarcMessages['warnings'] = {
  'record-length-wrong': ({ declared, octets }) =>
    `The leader gives a length of “${shown(declared)}”, the record has ${octets} bytes. It was read by its terminators.`,
  'base-address-wrong': ({ declared, octets }) =>
    `The leader says the data begins at “${shown(declared)}”, it begins at byte ${octets}. It was read by its terminators.`,
  'leader-mended': ({ found }) => `The leader “${shown(found)}” is not as MARC 21 has it. It is mended when written.`,
  'record-terminator-missing': () =>
    'The record has no record terminator (1D). It was told from the next one by its length.',
  'field-terminator-missing': ({ tag }) => `Field ${tag} has no field terminator (1E); its end may be cut off.`,
  'directory-terminator-missing': () => 'The directory has no terminator (1E). The address in the leader was used.',
  'directory-unordered': () => 'The directory lists fields in another order than the data. Its order was kept.',
  'directory-wrong': ({ entries, fields }) =>
    `The directory lists ${entries} fields, the data has ${fields}, and positions differ. They were matched again; please look at this record.`,
  'field-without-tag': ({ octet, octets }) =>
    `${octets} bytes of data from byte ${octet} on belong to no known field and were not taken.`,
  'field-missing': ({ tag }) => `The directory lists a field ${tag}, whose data is not there.`,
  'terminator-inside-field': ({ tag }) => `Field ${tag} has a stray terminator inside. A blank stands in its place.`,
  'tag-invalid': ({ tag }) => `“${shown(tag)}” is no field tag, so this field was not taken.`,
  'field-empty': ({ tag }) => `Field ${tag} has no subfields and was passed over.`,
  'indicators-mended': ({ tag, found }) =>
    `The indicators “${shown(found)}” of field ${tag} are not allowed. Wrong ones were made blank.`,
  'text-before-subfield': ({ tag }) => `Field ${tag} has text before its first subfield. It was put in subfield $a.`,
  'subfield-code-invalid': ({ tag, found }) =>
    `Field ${tag} has a subfield whose code is ${found === '' ? 'missing' : `“${shown(found)}”`}. Its text was added to the subfield before.`,
  'subfields-in-control-field': ({ tag }) => `The control field ${tag} has subfields. Their text was kept.`,
  'control-character': ({ tag }) => `Field ${tag} has control characters. Line ends became blanks.`,
  'text-damaged': ({ tag, octet, count }) =>
    `Field ${tag} has ${count} places that cannot be read in the record’s coding, the first at byte ${octet}. They show as �.`,
  'text-damaged-in-xml': ({ tag, count }) => `Field ${tag} has ${count} damaged characters, shown as �.`,
  'coding-mislabelled': () => 'The leader says MARC-8 but the text is UTF-8. It was read as UTF-8.',
  'leader-missing': () => 'The record has no leader. That of a printed book was used.',
  'ampersand-unescaped': () =>
    'The XML has a bare & or an unknown entity (such as &nbsp;). It was kept as it stands, as text.',
  'element-ignored': ({ element }) => `The element <${element}> is not part of MARCXML and was passed over.`,
  'more-warnings': ({ count }) => `${count} more remarks on this record.`,
  'attribute-missing': ({ element, attribute }) => `The element <${element}> lacks its attribute ${attribute}.`,
}

const problems: MarcMessages['problems'] = {
  'not-a-record': ({ octets }) => `These ${octets} bytes are not a MARC record. Please look at the file at this place.`,
  'no-fields': ({ octets }) => `No field could be read in this record of ${octets} bytes. Please export it again.`,
  'cut-at-end': ({ octets }) =>
    `The last record is cut off after ${octets} bytes. The file may not be complete; please copy it again.`,
  'record-too-large': ({ octets, limit }) =>
    `${octets} bytes in a row without a record terminator, over the limit of ${limit}. Please check that this is MARC.`,
  'xml-malformed': ({ reason }) =>
    `The XML is not well-formed (${reason}), so this record was not taken. Please mend the file at this place.`,
  'xml-doctype': () => 'The XML file declares a DOCTYPE and is not read, for safety. Please remove that line.',
  'xml-too-deep': ({ limit }) =>
    `The XML is nested over ${limit} levels and is not read. Please check that it is MARCXML.`,
  'xml-coding-unknown': ({ coding }) =>
    `The XML file is in the encoding “${coding}”, which cannot be read. Please convert it to UTF-8.`,
  'xml-without-records': () => 'The XML file has no MARC records. Please choose a MARCXML file.',
}

const refusals: MarcMessages['refusals'] = {
  'record-too-long': ({ octets, limit }) =>
    `The record has ${octets} bytes, ISO 2709 holds ${limit} at most. Please download it as MARCXML, which has no limit.`,
  'field-too-long': ({ tag, octets, limit }) =>
    `Field ${tag} has ${octets} bytes, ISO 2709 holds ${limit} at most. Please download it as MARCXML, which has no limit.`,
  'tag-not-allowed': ({ tag }) => `“${shown(tag)}” is no field tag. A tag is three digits, such as 245.`,
  'indicator-not-allowed': ({ tag, found }) =>
    `The indicator “${shown(found)}” of field ${tag} is not allowed. It is a digit, a lowercase letter or blank.`,
  'subfield-code-not-allowed': ({ tag, found }) =>
    `The subfield code “${shown(found)}” of field ${tag} is not allowed. It is a digit or a lowercase letter.`,
  'field-without-subfields': ({ tag }) => `Field ${tag} has no subfields. Please fill one in, or remove the field.`,
  'character-not-allowed': ({ tag, codePoint }) =>
    `Field ${tag} has the control character U+${hex(codePoint)}, which cannot be written. Please delete it.`,
}

export const en: MarcMessages = { warnings, problems, refusals }
