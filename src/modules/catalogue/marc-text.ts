import { type DataField, fieldsOf, type MarcRecord } from '../../standards/marc/index.ts'

/** Subfields with any of these one-letter codes, in the field's own order. */
export const subfields = (field: DataField, codes: string): string[] =>
  field.subfields.filter(subfield => codes.includes(subfield.code)).map(subfield => subfield.value)

const oneBlank = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** ISBD puts its punctuation at the ends of the subfields ("Truyện Kiều /", "Hà Nội :"); none of it belongs to the words. */
export const bare = (text: string): string =>
  oneBlank(text)
    .replace(/\s*[/:;=,]+$/u, '')
    .replace(/(?<=[^.\s]{3})\.$/u, '')
    .trim()

/** The words of these subfields in all fields with this tag, without ISBD's punctuation; empty ones are left out. */
export const texts = (record: MarcRecord, tag: string, codes: string): string[] =>
  fieldsOf(record, tag)
    .flatMap(field => subfields(field, codes).map(bare))
    .filter(text => text !== '')

export const first = (record: MarcRecord, tag: string, codes: string): string | null =>
  texts(record, tag, codes)[0] ?? null

/** What ISBD set between two parts of a title, as the subfield before it ends: " = " before a parallel one, else ": ". */
export function joined(parts: readonly string[]): string {
  let whole = ''
  for (const [at, part] of parts.entries()) {
    const word = bare(part)
    if (word === '') continue
    const before = oneBlank(parts[at - 1] ?? '')
    const sign = before.endsWith('=') ? ' = ' : before.endsWith(';') ? '; ' : ': '
    whole = whole === '' ? word : `${whole}${sign}${word}`
  }
  return whole
}
