import { type DataField, fieldsOf, type MarcRecord } from '../../standards/marc/index.ts'

/** Subfields with any of these one-letter codes, in the field's own order. */
export const subfields = (field: DataField, codes: string): string[] =>
  field.subfields.filter(subfield => codes.includes(subfield.code)).map(subfield => subfield.value)

const oneBlank = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** Words that end in a dot of their own. */
const abbreviated = new Set('jr sr ed eds co corp inc ltd etc st dr no vol tr nxb'.split(' '))

/** A final dot is ISBD's, but for initials ("V. A."), abbreviations and what has dots inside ("v.v."). */
function withoutFinalDot(text: string): string {
  if (!text.endsWith('.')) return text
  const last = text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf(',')) + 1, -1)
  const own = last.length <= 1 || last.includes('.') || abbreviated.has(last.toLowerCase())
  return own ? text : text.slice(0, -1)
}

function withoutFinalSigns(text: string): string {
  let end = text.length
  while (end > 0 && ' /:;=,'.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** ISBD puts its punctuation at the ends of the subfields ("Truyện Kiều /", "Hà Nội :"); none of it belongs to the words. */
export const bare = (text: string): string => withoutFinalDot(withoutFinalSigns(oneBlank(text)))

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
