import { controlField, type DataField, type MarcRecord } from './record.ts'

/** Positions of 008; empty where the field is missing or shorter. MARC 21 Bibliographic, "008". */
const fixed = (record: MarcRecord, from: number, to: number): string =>
  controlField(record, '008')?.slice(from, to + 1) ?? ''

/** 008/35–37: a code of the MARC Code List for Languages such as `vie`; null when it says nothing
 *  (blanks, fill characters, `und` undetermined, `zxx` no linguistic content, `mul` several). */
export function language(record: MarcRecord): string | null {
  const code = fixed(record, 35, 37).toLowerCase()
  return /^[a-z]{3}$/.test(code) && !['und', 'zxx', 'mul'].includes(code) ? code : null
}

/** 008/07–10: four digits, the last ones `u` where unknown (`199u`); null for blanks, fill characters and 9999,
 *  which only a second date may be. */
export const date1 = (record: MarcRecord): string | null => {
  const date = fixed(record, 7, 10)
  return /^\d[\du]{3}$/.test(date) && date !== '9999' ? date : null
}

/** 008/11–14: as date 1; `9999` where what began at date 1 goes on. */
export const date2 = (record: MarcRecord): string | null => {
  const date = fixed(record, 11, 14)
  return /^\d[\du]{3}$/.test(date) ? date : null
}

/** 008/15–17: a code of the MARC Code List for Countries such as `vm`; null when unknown (`xx`). */
export function placeOfPublication(record: MarcRecord): string | null {
  const code = fixed(record, 15, 17).trim().toLowerCase()
  return /^[a-z]{2,3}$/.test(code) && code !== 'xx' ? code : null
}

/** Subfield 6: which field this one is linked with. MARC 21, Appendix A, "Control Subfields", $6. */
export interface Linkage {
  readonly tag: string
  /** `00` when the 880 field has no partner. */
  readonly occurrence: string
  /** `$1` for Chinese, Japanese and Korean, `(N` Cyrillic …; null when not given. */
  readonly script: string | null
  readonly rightToLeft: boolean
}

/** The linkage of a field, as `880-01` or `245-01/$1` or `100-02/(2/r`; null without a well-formed subfield 6. */
export function linkage(field: DataField): Linkage | null {
  const value = field.subfields.find(({ code }) => code === '6')?.value ?? ''
  const found = /^([0-9A-Za-z]{3})-(\d{2})(?:\/([^/]*))?(\/r)?/.exec(value)
  if (!found) return null
  const [, tag = '', occurrence = '', script, right] = found
  return { tag, occurrence, script: script ? script : null, rightToLeft: right !== undefined }
}

/** The 880 field that gives `field` in another script, or the field of which this 880 is the other form. */
export function linkedField(record: MarcRecord, field: DataField): DataField | null {
  const link = linkage(field)
  if (link === null || link.occurrence === '00') return null
  const partner = record.fields.find(other => {
    if (other === field || other.kind !== 'data' || other.tag !== link.tag) return false
    const back = linkage(other)
    return back?.tag === field.tag && back.occurrence === link.occurrence
  })
  return partner?.kind === 'data' ? partner : null
}
