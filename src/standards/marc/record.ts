/** One part of a data field: a code of one character and its text.
 *  MARC 21 Record Structure, "Variable Fields": delimiter 1F, code, data. */
export interface Subfield {
  readonly code: string
  readonly value: string
}

/** Tags 00X: data without indicators and subfields. MARC 21 Record Structure, "Variable Control Fields". */
export interface ControlField {
  readonly kind: 'control'
  readonly tag: string
  readonly value: string
}

/** All other tags: two indicators, then subfields. MARC 21 Record Structure, "Variable Data Fields". */
export interface DataField {
  readonly kind: 'data'
  readonly tag: string
  readonly ind1: string
  readonly ind2: string
  readonly subfields: readonly Subfield[]
}

export type Field = ControlField | DataField

/** A MARC 21 record: a leader of 24 characters and fields in the order in which the record gives them.
 *  All text is Unicode in NFC; what the readers hand out holds only tags, indicators and codes that may be written. */
export interface MarcRecord {
  readonly leader: string
  readonly fields: readonly Field[]
}

/** The data fields with this tag, in order. */
export const fieldsOf = (record: MarcRecord, tag: string): DataField[] =>
  record.fields.filter((field): field is DataField => field.kind === 'data' && field.tag === tag)

/** The value of the first control field with this tag. */
export const controlField = (record: MarcRecord, tag: string): string | null =>
  record.fields.find((field): field is ControlField => field.kind === 'control' && field.tag === tag)?.value ?? null

/** The first subfield with this code, in the first field with this tag that has one. */
export function subfield(record: MarcRecord, tag: string, code: string): string | null {
  for (const field of fieldsOf(record, tag)) {
    const found = field.subfields.find(part => part.code === code)
    if (found) return found.value
  }
  return null
}

/** Tags of control fields. MARC21slim, controltagDataType. */
export const isControlTag = (tag: string): boolean => /^00[1-9A-Za-z]$/.test(tag)

/** Tags of data fields: three digits or letters of one case. MARC21slim, tagDataType. */
export const isDataTag = (tag: string): boolean =>
  /^(?:0[1-9A-Z][0-9A-Z]|0[1-9a-z][0-9a-z]|[1-9A-Z][0-9A-Z]{2}|[1-9a-z][0-9a-z]{2})$/.test(tag)

/** A lowercase letter, a digit or a blank. MARC 21 Record Structure, "Variable Data Fields"; MARC21slim, indicatorDataType. */
export const isIndicator = (text: string): boolean => /^[0-9a-z ]$/.test(text)

/** ASCII graphics but "@" and "|", which MARC21slim (subfieldcodeDataType) leaves out. */
export const isSubfieldCode = (text: string): boolean => /^[!-?A-Z[-{}~]$/.test(text)
