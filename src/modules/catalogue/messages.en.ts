import { counted } from '../../kernel/english-count.ts'
import type { Messages } from './messages.vi.ts'

export const en: Messages = {
  reasons: {
    'same-control-number': ({ controlKey }) => `Same control number ${controlKey}.`,
    'control-number-with-another-title': ({ controlKey }) =>
      `Same control number ${controlKey}, but another title. Two places may have used one number: please look.`,
    'same-isbn': ({ isbn }) => `Same ISBN ${isbn} and same title.`,
    'same-title-author-year': () => 'Same title, author and year.',
    'isbn-with-another-title': ({ isbn }) =>
      `Same ISBN ${isbn}, but another title. Please see whether it was mistyped.`,
    'same-title-author-unknown-year': () => 'Same title and author; one of the two has no year.',
    'same-title-year-unknown-author': () => 'Same title and year; one of the two has no author.',
  },
  notes: {
    'title-missing': () =>
      'Needs a title: the record was taken without one (245 $a). Please add it on the page of its description.',
    'nothing-described': () => 'There is no title, author, ISBN or number in it, so there is nothing to take.',
    'row-without-title': () =>
      'This row has no title, like a signature or a row written on, so it was not taken. If it is a book, please write its title in the row and send the table again.',
    'sums-row': () => 'This row gives the sums of the table and no book, so it was not taken.',
    'deleted-at-source': () => 'The sender marked this record as deleted (leader position 05), so it was not taken.',
    'not-bibliographic': ({ format }) =>
      `This is a MARC 21 ${format} record; it describes no book, so it was not taken.`,
    'isbn-wrong': ({ found }) => `“${found}” stands as an ISBN but is no correct one, so it is not used for finding.`,
    'number-too-long': ({ number }) => `The accession number “${number}” is too long, so this copy has none yet.`,
    'numbers-expanded': ({ range }) => `“${range}” was read as a whole range, one copy for each number.`,
    'copies-unclear': ({ found }) => `“${found}” was not understood as a number of copies, so it was not used.`,
    'copies-differ': ({ said, numbered }) =>
      `The cell says ${said} copies, but there are ${numbered} accession numbers; these count.`,
    'copy-known': ({ number }) => `Copy ${number} is in the catalogue already, so it was not added again.`,
    'copies-known': ({ count }) =>
      `${count} copies without a number are in the catalogue already, so they were not added again.`,
    'barcode-taken': ({ barcode }) =>
      `Barcode ${barcode} belongs to another copy in the province. This copy came in without a barcode: please label it anew.`,
  },
  register: { name: 'the catalogue', choice: 'Books (into the catalogue)', items: 'Copies added' },

  book: 'Book',
  books: 'Books',
  printings: (count: string) => `${count} editions`,
  onShelf: (count: string) => `${count} on the shelf`,
  allOut: 'All copies are on loan',
  noCopies: 'No copy in the province yet',
  where: 'Where it is',
  place: 'Held at',
  callNumber: 'Call number',
  state: 'State',
  lending: 'Loan period',
  shelfCount: (free: string) => `On the shelf, ${free}`,
  waiting: 'All on loan',
  notHere: 'Not on the shelf now',
  loanDays: (days: string) => counted(days, 'day'),
  readHere: 'To be read there',
  moreplaces: (count: string) => `${count} more places have this book. Please ask the library near you.`,
  description: 'Description',
  fact: {
    title: 'Title',
    otherTitles: 'Other titles',
    people: 'Authors',
    statement: 'Responsibility',
    language: 'Language',
    published: 'Published',
    extent: 'Extent',
    series: 'Series',
    subjects: 'Subjects',
    classification: 'Classification',
    isbn: 'ISBN',
  },
  notesTitle: 'About, notes',
  editions: 'Editions',
  edition: 'Edition',
  copies: 'Copies',
  year: (year: string) => year,
  noYear: 'No year given',
  download: 'Download the record',
  otherForms: 'The whole work in other forms',
  noSuchFormTitle: 'There is no such form',
  noSuchForm: 'This work can be had in these forms:',
  backToBook: 'Back to the book',
  heldAt: (places: string) => `Held at ${counted(places, 'place')} in the province`,
  takeAlong: 'Take this page along',
  scan: 'Scan the code with a telephone’s camera to open this page again, or send it to somebody.',
  cite: 'Cite as',
  notWritable: 'This record cannot be written in the form you chose. Please download it as MARCXML (.xml).',
  goneTitle: 'This book is not in the catalogue any more',
  goneText:
    'The record was withdrawn, perhaps because it came in by mistake or was joined with another. Please search by title.',
  search: 'Search for books',
}
