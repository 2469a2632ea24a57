import { isbn13 } from '../../kernel/isbn.ts'
import { controlField, type DataField, date1, fieldsOf, language, type MarcRecord } from '../../standards/marc/index.ts'
import type { Contributor, EditionFacts, ItemFacts } from './edition.ts'
import { languageTag } from './language.ts'

/** A record's edition and copies, in our words. */
export interface MappedRecord {
  readonly facts: EditionFacts
  readonly items: readonly ItemFacts[]
  readonly controlKey: string | null
  readonly bytes: Uint8Array
}

const subfields = (field: DataField, codes: string): string[] =>
  field.subfields.filter(subfield => codes.includes(subfield.code)).map(subfield => subfield.value)

/** ISBD puts its punctuation at the ends of the subfields ("Truyện Kiều /", "Hà Nội :"); none of it belongs to the words. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/\s*[/:;=,]+$/u, '')
    .replace(/(?<=[^.\s]{3})\.$/u, '')
    .trim()

const texts = (record: MarcRecord, tag: string, codes: string): string[] =>
  fieldsOf(record, tag)
    .flatMap(field => subfields(field, codes).map(bare))
    .filter(text => text !== '')

const first = (record: MarcRecord, tag: string, codes: string): string | null => texts(record, tag, codes)[0] ?? null

/** 245 $a $b; the volume ($n $p) stands beside the title. */
const titleOf = (record: MarcRecord): string => texts(record, '245', 'ab').join(': ')

/** Catalogues pack several names into one field with semicolons: "Đậu Thế Cấp; Nguyễn Đình Huy". */
function contributors(record: MarcRecord): Contributor[] {
  const people = ['100', '110', '111', '700', '710', '711'].flatMap(tag =>
    fieldsOf(record, tag).flatMap(field => {
      const role = subfields(field, 'e').map(bare)[0] ?? null
      return subfields(field, 'a')
        .flatMap(value => value.split(';'))
        .map(value => ({ name: bare(value), role }))
    }),
  )
  const seen = new Set<string>()
  return people.filter(({ name }) => name !== '' && !seen.has(name) && seen.add(name) !== undefined)
}

const subjectTags = ['600', '610', '611', '630', '650', '651', '653', '655']

const subjectsOf = (record: MarcRecord): string[] =>
  [
    ...new Set(
      subjectTags.flatMap(tag => fieldsOf(record, tag).map(field => subfields(field, 'abtxyz').map(bare).join(' – '))),
    ),
  ].filter(subject => subject !== '')

/** The first four-digit year of a date as catalogues write it: "[2005?]", "c2010", "1998-2001". */
function yearOf(date: string | null): number | null {
  const year = Number(/(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/.exec(date ?? '')?.[1])
  return Number.isNaN(year) ? null : year
}

/** 041 $a where the record has it, otherwise 008/35–37. */
export function editionFacts(record: MarcRecord): EditionFacts {
  const published = fieldsOf(record, '264').concat(fieldsOf(record, '260'))
  const part = (code: string) =>
    published.flatMap(field => subfields(field, code).map(bare)).find(text => text !== '') ?? null
  const date = part('c')
  const title = titleOf(record)
  const spoken = languageTag(first(record, '041', 'a') ?? language(record))
  return {
    title: title === '' ? [] : [{ lang: spoken ?? 'vi', text: title, state: 'original' }],
    volume: [...texts(record, '245', 'np')].join(', ') || first(record, '490', 'v'),
    otherTitles: ['130', '240', '242', '246', '740'].flatMap(tag => texts(record, tag, 'a')),
    people: contributors(record),
    statement: first(record, '245', 'c'),
    publisher: part('b'),
    publicationPlace: part('a'),
    date,
    year: yearOf(date) ?? yearOf(date1(record)),
    language: spoken,
    extent: texts(record, '300', 'abc').join('; ') || null,
    series: texts(record, '490', 'a'),
    subjects: subjectsOf(record),
    notes: [...texts(record, '500', 'a'), ...texts(record, '520', 'a')],
    classification: first(record, '082', 'a') ?? first(record, '080', 'a'),
    isbns: [...new Set(texts(record, '020', 'a').flatMap(text => isbn13(text) ?? []))],
  }
}

/** Copies as Koha (952) and MARC 21 holdings (852) write them; a semicolon list of numbers is a list of copies. */
export function itemFacts(record: MarcRecord): ItemFacts[] {
  const callNumber = first(record, '082', 'a') ?? first(record, '080', 'a')
  const koha = fieldsOf(record, '952').flatMap(field => copies(field, 'p', 'o', 'c', callNumber))
  if (koha.length > 0) return koha
  return fieldsOf(record, '852').flatMap(field => copies(field, 'p', 'h', 'c', callNumber))
}

function copies(
  field: DataField,
  barcodeCode: string,
  callCode: string,
  locationCode: string,
  fallback: string | null,
): ItemFacts[] {
  const location = subfields(field, locationCode).map(text => text.trim().replaceAll(/\s+/g, ' '))[0] ?? null
  const callNumber = subfields(field, callCode).map(bare)[0] ?? fallback
  const numbers = subfields(field, barcodeCode)
    .flatMap(value => value.split(';').map(one => one.trim()))
    .filter(one => one !== '')
  return numbers.map(number => ({ barcode: number, accessionNumber: number, callNumber, location }))
}

/** 003 and 001 together name a record for ever; 001 alone names it only in its own system. */
export function controlKey(record: MarcRecord): string | null {
  const number = controlField(record, '001')?.trim()
  const source = controlField(record, '003')?.trim()
  return number && source ? `(${source})${number}` : null
}

export const mapRecord = (record: MarcRecord, bytes: Uint8Array): MappedRecord => ({
  facts: editionFacts(record),
  items: itemFacts(record),
  controlKey: controlKey(record),
  bytes,
})
