import type { LocalDate } from '../../kernel/local-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import {
  type Field,
  type MarcRecord,
  newLeader,
  type Subfield,
  type WriteRefusal,
  writeIso2709,
} from '../../standards/marc/index.ts'
import type { EditionFacts, ItemFacts } from './edition.ts'
import { languageCode } from './language.ts'

/** What names a record that we write: 003 and 001. */
export interface RecordName {
  /** The agency, as an institution's code. */
  readonly source: string
  readonly number: string
}

/** Edition and copies without a record of their own. */
export interface Description {
  readonly facts: EditionFacts
  readonly items: readonly ItemFacts[]
  readonly name: RecordName | null
  readonly enteredOn: LocalDate
}

const control = (tag: string, value: string): Field => ({ kind: 'control', tag, value })

/** A data field of the subfields that have a value; none when all are empty. */
function data(
  tag: string,
  indicators: string,
  ...parts: readonly (readonly [code: string, value: string | null])[]
): Field[] {
  const subfields = parts.flatMap(([code, value]): Subfield[] => (value ? [{ code, value }] : []))
  if (subfields.length === 0) return []
  return [{ kind: 'data', tag, ind1: indicators.charAt(0), ind2: indicators.charAt(1), subfields }]
}

/** 008 for printed books: when entered, date 1, country, language; the rest is filled. MARC 21 Bibliographic, "008". */
function fixedField({ year, language }: EditionFacts, enteredOn: LocalDate): string {
  const entered = enteredOn.replaceAll('-', '').slice(2)
  const date = year === null ? 'nuuuuuuuu' : `s${year}    `
  return `${entered}${date}vm ${'|'.repeat(17)}${languageCode(language) ?? 'und'}||`
}

/** Copies as Koha writes them, so that what we write is read back as it was. */
const holding = (item: ItemFacts): Field[] =>
  data(
    '952',
    '  ',
    ['1', item.status === 'missing' ? '1' : null],
    ['c', item.location],
    ['i', item.accessionNumber === item.barcode ? null : item.accessionNumber],
    ['o', item.callNumber],
    ['p', item.barcode],
  )

/** The record of an edition that was described by hand: reading it gives the same facts and copies. */
export function marcOf({ facts, items, name, enteredOn }: Description): MarcRecord {
  const [main, ...others] = facts.people
  const title = facts.title[0]?.text ?? ''
  const fields = [
    ...(name === null ? [] : [control('001', name.number), control('003', name.source)]),
    control('008', fixedField(facts, enteredOn)),
    ...facts.isbns.flatMap(isbn => data('020', '  ', ['a', isbn])),
    ...data('041', '0 ', ['a', languageCode(facts.language)]),
    ...data('082', '04', ['a', facts.classification]),
    ...(main === undefined ? [] : data('100', '0 ', ['a', main.name], ['e', main.role])),
    ...data('245', `${main === undefined ? 0 : 1}0`, ['a', title], ['n', facts.volume], ['c', facts.statement]),
    ...facts.otherTitles.flatMap(other => data('246', '3 ', ['a', other])),
    ...data('260', '  ', ['a', facts.publicationPlace], ['b', facts.publisher], ['c', facts.date ?? yearText(facts)]),
    ...data('300', '  ', ['a', facts.extent]),
    ...facts.series.flatMap(series => data('490', '0 ', ['a', series])),
    ...facts.notes.flatMap(note => data('500', '  ', ['a', note])),
    ...facts.subjects.flatMap(subject => data('650', ' 4', ['a', subject])),
    ...others.flatMap(person => data('700', '0 ', ['a', person.name], ['e', person.role])),
    ...items.flatMap(holding),
  ]
  return { leader: newLeader, fields }
}

const yearText = ({ year }: EditionFacts): string | null => (year === null ? null : String(year))

/** The octets of that record; refuses, with every reason, what ISO 2709 cannot hold. */
export const writeDescription = (description: Description): Result<Uint8Array, WriteRefusal> =>
  writeIso2709(marcOf(description))

/** A whole file of such records, for an import. */
export function writeDescriptions(descriptions: readonly Description[]): Result<Uint8Array, WriteRefusal> {
  const parts: Uint8Array[] = []
  for (const description of descriptions) {
    const written = writeDescription(description)
    if (!written.ok) return written
    parts.push(written.value)
  }
  return ok(Buffer.concat(parts))
}
