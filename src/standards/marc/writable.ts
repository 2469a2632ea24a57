import type { WriteRefusal } from './problem.ts'
import {
  type DataField,
  type Field,
  isControlTag,
  isDataTag,
  isIndicator,
  isSubfieldCode,
  type MarcRecord,
} from './record.ts'

/** Characters that neither format can carry: controls (1D to 1F would be structure), halves of surrogate pairs. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u

/** Tabs and line ends, which a field does not have, become one blank. */
export const writtenText = (text: string): string => (/[\t\n\r]/.test(text) ? text.replace(/[\t\n\r]+/g, ' ') : text)

/** Every reason why a field of this record can be written in neither format. */
export const findUnwritable = (record: MarcRecord): WriteRefusal[] => record.fields.flatMap(findInField)

function findInField(field: Field): WriteRefusal[] {
  const { kind, tag } = field
  // Local fields such as FMT of Aleph are control fields with a tag of letters.
  const allowed = kind === 'data' ? isDataTag(tag) : isControlTag(tag) || (isDataTag(tag) && !/^[0-9]/.test(tag))
  if (!allowed) return [{ code: 'tag-not-allowed', tag }]
  return kind === 'control' ? findInText(tag, field.value) : findInDataField(field)
}

function findInDataField({ tag, ind1, ind2, subfields }: DataField): WriteRefusal[] {
  const found: WriteRefusal[] = []
  for (const indicator of [ind1, ind2])
    if (!isIndicator(indicator)) found.push({ code: 'indicator-not-allowed', tag, found: indicator })
  if (subfields.length === 0) found.push({ code: 'field-without-subfields', tag })
  for (const { code, value } of subfields) {
    if (!isSubfieldCode(code)) found.push({ code: 'subfield-code-not-allowed', tag, found: code })
    found.push(...findInText(tag, value))
  }
  return found
}

function findInText(tag: string, text: string): WriteRefusal[] {
  const codePoint = unwritable.exec(text)?.[0].codePointAt(0)
  return codePoint === undefined ? [] : [{ code: 'character-not-allowed', tag, codePoint }]
}
