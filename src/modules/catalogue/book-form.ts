import { lengthInCodePoints } from '../../kernel/code-points.ts'
import { isbn13 } from '../../kernel/isbn.ts'
import type { Form } from '../../platform/http/index.ts'
import { type Book, type BookField, bookFields, linesOf } from './book.ts'
import { yearOf } from './marc.ts'

/** The names under which a browser sends the fields. */
export const bookNames: Readonly<Record<BookField, string>> = {
  title: 'nhan-de',
  volume: 'tap',
  people: 'tac-gia',
  publisher: 'nxb',
  publicationPlace: 'noi-xb',
  date: 'nam',
  isbns: 'isbn',
  language: 'tieng',
  extent: 'kho-sach',
  series: 'tung-thu',
  subjects: 'de-tai',
  classification: 'phan-loai',
  notes: 'ghi-chu',
}

export type BookProblem =
  | { readonly code: 'no-title' }
  | { readonly code: 'line-too-long'; readonly field: BookField; readonly limit: number }
  | { readonly code: 'too-many-lines'; readonly field: BookField; readonly limit: number }
  | { readonly code: 'year-wrong'; readonly typed: string }
  | { readonly code: 'isbn-unreadable'; readonly typed: string }
  /** `right`: the same number with the check digit that would hold. */
  | { readonly code: 'isbn-wrong'; readonly typed: string; readonly right: string }

/** Fields of which each line is a value. */
const listed: readonly BookField[] = ['people', 'isbns', 'series', 'subjects', 'notes']

const mostLines = 60
const longest = (field: BookField): number => (field === 'notes' ? 2000 : 500)

/** One spelling of what was typed: blanks put right, ISBNs as thirteen digits. A field that was not sent stays as `shown`. */
export function readBook(form: Pick<Form, 'text' | 'has'>, shown: Book | null = null): Book {
  const read = (field: BookField): string => {
    if (shown !== null && !form.has(bookNames[field])) return shown[field]
    const lines = linesOf(form.text(bookNames[field])).map(line => (field === 'isbns' ? (isbn13(line) ?? line) : line))
    return listed.includes(field) ? [...new Set(lines)].join('\n') : lines.join(' ')
  }
  return Object.fromEntries(bookFields.map(field => [field, read(field)])) as Book
}

/** The same number with the check digit that holds; null where it is no ISBN at all. */
function mendedIsbn(typed: string): string | null {
  const digits = typed.toUpperCase().replaceAll(/[^\dX]/g, '')
  const last = '0123456789X'.split('').find(digit => isbn13(digits.slice(0, -1) + digit) !== null)
  return [10, 13].includes(digits.length) && last !== undefined ? digits.slice(0, -1) + last : null
}

function isbnProblem(typed: string): BookProblem[] {
  if (isbn13(typed) !== null) return []
  const right = mendedIsbn(typed)
  return [right === null ? { code: 'isbn-unreadable', typed } : { code: 'isbn-wrong', typed, right }]
}

/** Everything that keeps these fields from being written; `titleOwed`: there must be a title. */
export function bookProblems(book: Book, titleOwed: boolean): BookProblem[] {
  const problems: BookProblem[] = titleOwed && book.title === '' ? [{ code: 'no-title' }] : []
  for (const field of bookFields) {
    const lines = linesOf(book[field])
    if (lines.some(line => lengthInCodePoints(line) > longest(field)))
      problems.push({ code: 'line-too-long', field, limit: longest(field) })
    if (lines.length > mostLines) problems.push({ code: 'too-many-lines', field, limit: mostLines })
  }
  // "[199-?]" is a date too; a bare number is meant as a year.
  if (/^\d+$/.test(book.date) && yearOf(book.date) === null) problems.push({ code: 'year-wrong', typed: book.date })
  return [...problems, ...linesOf(book.isbns).flatMap(isbnProblem)]
}

export const fieldOfProblem = (problem: BookProblem): string => {
  if (problem.code === 'no-title') return bookNames.title
  if (problem.code === 'year-wrong') return bookNames.date
  return 'field' in problem ? bookNames[problem.field] : bookNames.isbns
}

/** What the form showed when it was opened, as it came back in a hidden field; null when that is not readable. */
export function parseShown(text: string): Book | null {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return null
    const values = new Map<string, unknown>(Object.entries(read))
    const whole = bookFields.every(field => typeof values.get(field) === 'string')
    return whole ? (Object.fromEntries(bookFields.map(field => [field, values.get(field)])) as Book) : null
  } catch {
    return null
  }
}
