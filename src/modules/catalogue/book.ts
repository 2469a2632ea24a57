import type { Contributor, EditionFacts } from './edition.ts'

/** What people say of an edition, field by field, as they type it; lists have one value on each line. */
export const bookFields = [
  'title',
  'volume',
  'people',
  'publisher',
  'publicationPlace',
  'date',
  'isbns',
  'language',
  'extent',
  'series',
  'subjects',
  'classification',
  'notes',
] as const
export type BookField = (typeof bookFields)[number]
export type Book = Readonly<Record<BookField, string>>

export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim().replaceAll(/\s+/g, ' '))
    .filter(line => line !== '')

/** "Cao Xuân Hạo; dịch": no name has a semicolon, for catalogues part names by it. */
export const personLine = ({ name, role }: Contributor): string => (role === null ? name : `${name}; ${role}`)

export function personOf(line: string): Contributor {
  const [name = '', ...role] = line.split(';').map(part => part.trim())
  return { name, role: role.join('; ') || null }
}

const lines = (values: readonly string[]): string => linesOf(values.join('\n')).join('\n')

/** What the record says, as the form shows it. */
export function bookOf(facts: EditionFacts): Book {
  return {
    title: facts.title[0]?.text ?? '',
    volume: facts.volume ?? '',
    people: lines(facts.people.map(personLine)),
    publisher: facts.publisher ?? '',
    publicationPlace: facts.publicationPlace ?? '',
    date: facts.date ?? (facts.year === null ? '' : String(facts.year)),
    isbns: lines(facts.isbns),
    language: facts.language ?? '',
    extent: facts.extent ?? '',
    series: lines(facts.series),
    subjects: lines(facts.subjects),
    classification: facts.classification ?? '',
    notes: lines(facts.notes),
  }
}

export type BookChanges = Partial<Book>

/** What of `typed` differs from `shown`. */
export const changesBetween = (shown: Book, typed: Book): BookChanges =>
  Object.fromEntries(bookFields.filter(field => typed[field] !== shown[field]).map(field => [field, typed[field]]))
