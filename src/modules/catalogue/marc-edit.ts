import type { DataField, Field, MarcRecord, Subfield } from '../../standards/marc/index.ts'
import { bare } from './marc-text.ts'

/** Subfields that link or qualify others and say nothing alone. MARC 21, Appendix A; 020 $q, 082 $2. */
const saysNothingAlone = '6823q'

/** The signs of ISBD behind the words: " /" of "Truyện Kiều /". */
export function signsAfter(value: string | undefined): string {
  const whole = (value ?? '').trim().replaceAll(/\s+/g, ' ')
  const words = bare(whole)
  return words !== '' && whole.startsWith(words) ? whole.slice(words.length) : ''
}

export const newField = (tag: string, indicators: string, parts: readonly Subfield[]): DataField => ({
  kind: 'data',
  tag,
  ind1: indicators.charAt(0),
  ind2: indicators.charAt(1),
  subfields: parts,
})

/** The record with one field more, behind those of its tag and before those of a higher one. */
export function withField(record: MarcRecord, field: Field): MarcRecord {
  const higher = record.fields.findIndex(other => other.tag > field.tag)
  const at = higher < 0 ? record.fields.length : higher
  return { ...record, fields: [...record.fields.slice(0, at), field, ...record.fields.slice(at)] }
}

/** The record with `next` in the place of a field of its own; a field that says nothing any more goes. */
export function replaceField(record: MarcRecord, old: DataField, next: DataField): MarcRecord {
  const silent = next.subfields.every(({ code }) => saysNothingAlone.includes(code))
  return { ...record, fields: record.fields.flatMap(field => (field === old ? (silent ? [] : [next]) : [field])) }
}

/** The field with all subfields of these codes replaced; where there was none, the new ones come behind those of `after`. */
export function withSubfields(field: DataField, codes: string, parts: readonly Subfield[], after = ''): DataField {
  const kept = field.subfields.filter(({ code }) => !codes.includes(code))
  const first = field.subfields.findIndex(({ code }) => codes.includes(code))
  const at = first >= 0 ? first : kept.findLastIndex(({ code }) => `68${after}`.includes(code)) + 1
  return { ...field, subfields: [...kept.slice(0, at), ...parts, ...kept.slice(at)] }
}

/** The field with the first subfield of this code that has words replaced, its signs kept; '' takes all of them away. */
export function withFirst(field: DataField, code: string, text: string): DataField {
  if (text === '') return withSubfields(field, code, [])
  const first = field.subfields.find(part => part.code === code && bare(part.value) !== '')
  const subfields = field.subfields.map(part =>
    part === first ? { code, value: `${text}${signsAfter(part.value)}` } : part,
  )
  return { ...field, subfields }
}

/** Positions of 008 overwritten; a record without a whole 008 stays as it is. */
export function withFixed(record: MarcRecord, from: number, text: string): MarcRecord {
  const fields = record.fields.map(field =>
    field.kind === 'control' && field.tag === '008' && field.value.length >= 40
      ? { ...field, value: field.value.slice(0, from) + text + field.value.slice(from + text.length) }
      : field,
  )
  return { ...record, fields }
}

/** Date and time of the latest transaction, by the clock of the place. MARC 21 Bibliographic, "005". */
export function stamped(record: MarcRecord, at: Date): MarcRecord {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  const value = `${local.slice(0, 19).replaceAll(/\D/g, '')}.0`
  const without = { ...record, fields: record.fields.filter(({ tag }) => tag !== '005') }
  return withField(without, { kind: 'control', tag: '005', value })
}
