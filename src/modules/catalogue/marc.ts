import { isbn13 } from '../../kernel/isbn.ts'
import {
  controlField,
  type DataField,
  date1,
  fieldsOf,
  language,
  linkedField,
  type MarcRecord,
  recordStatus,
  typeOfRecord,
} from '../../standards/marc/index.ts'
import type { Note } from '../imports/index.ts'
import type { Contributor, EditionFacts, ItemFacts } from './edition.ts'
import { languageOfTitle, languageTag } from './language.ts'
import { itemsOf } from './marc-items.ts'
import { bare, first, joined, subfields, texts } from './marc-text.ts'

/** A record's edition and copies, in our words. */
export interface MappedRecord {
  readonly facts: EditionFacts
  readonly items: readonly ItemFacts[]
  readonly controlKey: string | null
  /** What was odd about the content; the codec has its own warnings about the form. */
  readonly warnings: readonly Note[]
}

/** Where names stand: what the title page names first, then everybody else. */
export const nameTags = ['100', '110', '111', '700', '710', '711']

/** Several names are packed into one field with semicolons: "Đậu Thế Cấp; Nguyễn Đình Huy". */
export function contributorsIn(field: DataField): Contributor[] {
  const role = subfields(field, 'e').map(bare)[0] ?? null
  return subfields(field, 'a')
    .flatMap(value => value.split(';'))
    .map(value => ({ name: bare(value), role }))
    .filter(({ name }) => name !== '')
}

function contributors(record: MarcRecord): Contributor[] {
  const people = nameTags.flatMap(tag => fieldsOf(record, tag).flatMap(contributorsIn))
  const seen = new Set<string>()
  return people.filter(({ name }) => !seen.has(name) && seen.add(name) !== undefined)
}

export const subjectTags = ['600', '610', '611', '630', '650', '651', '653', '655']

/** A heading with its subdivisions: "Văn học – Lịch sử". */
export const headingOf = (field: DataField): string => subfields(field, 'abtvxyz').map(bare).filter(Boolean).join(' – ')

const subjectsOf = (record: MarcRecord): string[] => {
  const subjects = subjectTags.flatMap(tag => fieldsOf(record, tag).map(headingOf))
  return [...new Set(subjects)].filter(subject => subject !== '')
}

/** The first four-digit year of a date as catalogues write it: "[2005?]", "c2010", "1998-2001". */
export function yearOf(date: string | null): number | null {
  const year = Number(/(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/.exec(date ?? '')?.[1])
  return Number.isNaN(year) ? null : year
}

/** 245 $n $p; where a catalogue has no place for it, in 490 $v beside no series. */
function volumeOf(record: MarcRecord): string | null {
  const loose = fieldsOf(record, '490').filter(field => subfields(field, 'a').length === 0)
  return texts(record, '245', 'np').join(', ') || (loose.flatMap(field => subfields(field, 'v').map(bare))[0] ?? null)
}

export const seriesTags = ['440', '490']

/** A series with the number in it: "Tủ sách Vàng; 5"; '' where only a number stands. */
export const seriesIn = (field: DataField): string =>
  subfields(field, 'a').length === 0 ? '' : subfields(field, 'av').map(bare).filter(Boolean).join('; ')

const seriesOf = (record: MarcRecord): string[] =>
  seriesTags.flatMap(tag =>
    fieldsOf(record, tag)
      .filter(field => subfields(field, 'a').length > 0)
      .map(seriesIn),
  )

/** The title in its own script (880), other titles of the same book. */
function otherTitlesOf(record: MarcRecord): string[] {
  const linked = fieldsOf(record, '245').flatMap(field => linkedField(record, field) ?? [])
  const titles = linked.map(field => (field.kind === 'data' ? joined(subfields(field, 'ab')) : ''))
  return [...titles, ...['130', '240', '242', '246', '740'].flatMap(tag => texts(record, tag, 'a'))].filter(
    title => title !== '',
  )
}

/** 041 $a where the record has it, several codes written together included; otherwise 008/35–37. */
const languageOf = (record: MarcRecord): string | null =>
  languageTag(/^[a-z]{3}/i.exec(first(record, '041', 'a') ?? '')?.[0] ?? null) ?? languageTag(language(record))

export function editionFacts(record: MarcRecord): EditionFacts {
  const published = fieldsOf(record, '264').concat(fieldsOf(record, '260'))
  const part = (code: string) =>
    published.flatMap(field => subfields(field, code).map(bare)).find(text => text !== '') ?? null
  const date = part('c')
  const title = joined(fieldsOf(record, '245').flatMap(field => subfields(field, 'ab')))
  const spoken = languageOf(record)
  return {
    title: title === '' ? [] : [{ lang: spoken ?? languageOfTitle(title), text: title, state: 'original' }],
    volume: volumeOf(record),
    otherTitles: otherTitlesOf(record),
    people: contributors(record),
    statement: first(record, '245', 'c'),
    publisher: part('b'),
    publicationPlace: part('a'),
    date,
    year: yearOf(date) ?? yearOf(date1(record)),
    language: spoken,
    extent: texts(record, '300', 'abc').join('; ') || null,
    series: seriesOf(record),
    subjects: subjectsOf(record),
    notes: [...texts(record, '500', 'a'), ...texts(record, '505', 'at'), ...texts(record, '520', 'a')],
    classification: first(record, '082', 'a') ?? first(record, '080', 'a'),
    isbns: [...new Set(texts(record, '020', 'a').flatMap(text => isbn13(text) ?? []))],
  }
}

/** The longest a control number of any system is; anything longer came about by damage. */
const longestControlKey = 80

/** 003 and 001 together name a record for ever; 001 alone names it only in its own system. */
export function controlKey(record: MarcRecord): string | null {
  const number = controlField(record, '001')?.trim()
  const source = controlField(record, '003')?.trim()
  const key = number && source ? `(${source})${number}` : null
  return key !== null && key.length <= longestControlKey ? key : null
}

/** An 020 that looks like an ISBN and is none; a row number there is not worth a word. */
const wrongIsbns = (record: MarcRecord): Note[] =>
  texts(record, '020', 'a')
    .filter(text => isbn13(text) === null && text.replaceAll(/\D/g, '').length >= 9)
    .map(text => ({ code: 'isbn-wrong', found: text.slice(0, 40) }))

/** Types of record that describe no edition (leader/06): holdings u v x y, authorities z, classification w, addresses q. */
const otherFormats: Readonly<Record<string, string>> = {
  u: 'holdings',
  v: 'holdings',
  x: 'holdings',
  y: 'holdings',
  z: 'authority',
  w: 'classification',
  q: 'community',
}

/** Why a record that could be read cannot come in; null when it can. One with a title is believed to be a book's. */
export function whyNotTaken(record: MarcRecord, facts: EditionFacts): Note | null {
  if (recordStatus(record) === 'd') return { code: 'deleted-at-source' }
  const format = otherFormats[typeOfRecord(record)]
  return facts.title.length === 0 && format !== undefined ? { code: 'not-bibliographic', format } : null
}

export function mapRecord(record: MarcRecord): MappedRecord {
  const { items, warnings } = itemsOf(record)
  return {
    facts: editionFacts(record),
    items,
    controlKey: controlKey(record),
    warnings: [...warnings, ...wrongIsbns(record)],
  }
}
