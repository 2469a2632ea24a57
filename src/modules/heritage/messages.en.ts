import { counted } from '../../kernel/english-count.ts'
import { fieldInfo } from './fields.ts'
import type { Messages } from './messages.vi.ts'

const problems: Messages['problems'] = {
  'not-an-object': () => 'This is no record of names and values, so it was not taken.',
  'no-title': () => 'The object has no title. Please write what it is called, or at least what kind of object it is.',
  'sums-row': () => 'This row gives the sums of the register and no object, so it was not taken.',
  'number-too-long': ({ number, limit }) =>
    `The accession number “${number}” is over ${limit} characters. Please see whether it stands in the wrong column.`,
}

const refusals: Messages['refusals'] = {
  'number-taken': ({ number }) => `The accession number ${number} is in the register already. Please check it.`,
  'object-gone': () => 'This object is not in the register any more. Please go back to the register.',
  'changed-meanwhile': () =>
    'Somebody corrected this object while you were writing, so nothing was saved. Please look at it in another tab; saving once more keeps what you wrote.',
}

export const en: Messages = {
  problems,
  warnings: {
    'no-number': () => 'There is no accession number. The object is taken all the same; please add the number later.',
    'title-from-kind': () => 'There is no title, so the kind of object was taken for one.',
    'date-not-read': ({ found }) =>
      `The date “${found}” may mean several times. It was kept as text, and no filter by year will find it.`,
    'text-cut': ({ field, limit }) => `“${fieldInfo(field).en}” is over ${limit} characters and was cut.`,
    'image-address-left-out': () => 'The picture was given as an address, not as the name of a file, and was left out.',
    'dimensions-without-unit': () => 'The dimensions are figures without a unit. Please add the unit.',
    'kept-back': () =>
      'Its words speak of worship, rites or the dead, so only staff of its keeper see it until the keeper decides.',
  },
  reasons: {
    'same-accession-number': ({ number }) => `The accession number ${number} and the title are the same.`,
    'accession-number-with-another-title': ({ number }) =>
      `The accession number ${number} is there, but at an object of another title. Please check the number.`,
    'same-title-maker-date-without-number': () =>
      'Title, maker and date are the same, but one of the two has no accession number. Please see whether it is one object.',
  },
  refusals,
  formProblems: {
    ...refusals,
    'no-title': problems['no-title'],
    'number-too-long': problems['number-too-long'],
    'number-missing': () => 'There is no accession number. Please write it as the register has it.',
    'text-too-long': ({ field, limit }) => `“${fieldInfo(field).en}” is over ${limit} characters. Please shorten it.`,
    'image-is-address': () => 'The picture needs the name of a file, not an address. Please write the name.',
  },
  protocol: {
    'ritual-book': 'ritual books, charms',
    'ritual-person': 'a ritual master’s things',
    rite: 'things of rites',
    altar: 'things of worship',
    'image-of-worship': 'images of worship',
    'the-dead': 'funerals, burials',
  },
  shownChoices: {
    'by-rule': 'Go by the words of the record: staff only, where they speak of rites, worship or the dead',
    everyone: 'Everyone: the museum has asked the community whose it is',
    staff: 'Staff only',
  },
  register: { name: 'the register of objects', choice: 'Objects (into a register)', items: 'Objects added' },
  object: 'Object',
  objects: 'Objects',
  where: 'Where to see it',
  moreHere: 'Other objects here',
  about: 'Description',
  record: 'Record',
  noRights: 'The keeper has not said who may use it. Please ask before you use a picture or text of this object again.',
  takeAlong: 'Take this page along',
  scan: 'Scan the code with a telephone, or print it beside the object.',
  cite: 'Cite as',
  otherForms: 'Other forms',
  goneTitle: 'This object is not in the register any more',
  goneText: 'Its keeper took the object out of the register. Please look for another one.',
  search: 'Search',
  noSuchFormTitle: 'There is no such form',
  noSuchForm: 'The object can be had in these forms:',
  backToObject: 'Back to the object',
  hiddenTitle: 'Only staff see this page',
  hiddenByRule: words =>
    `The record has words of things that the community should be asked about first: ${words}. When you have asked, please choose again who may see it.`,
  hiddenByChoice: 'Its keeper chose to show it to staff only.',
  correct: 'Correct',
  toRegister: 'Register',
  registers: 'Registers of objects',
  chooseRegister: 'Choose whose register it is.',
  noRegister: 'You keep no register of objects yet. Please ask the administrator.',
  objectsIn: count => counted(count, 'object'),
  registerOf: name => `Register of objects · ${name}`,
  find: 'Find in the register',
  findHelp: 'An accession number, or a part of a title; Vietnamese marks may be left out.',
  findButton: 'Find',
  onlyHidden: 'Only objects for staff',
  newObject: 'Register an object',
  download: 'Download the register (Excel, CSV)',
  found: (total, hidden) => `${counted(total, 'object')}, ${hidden} of them for staff only`,
  noObjects: 'There is no such object in the register.',
  added: number => `Object ${number} is in the register.`,
  corrected: number => `Object ${number} was corrected.`,
  number: 'Accession number',
  title: 'Title',
  shownState: { everyone: 'Everyone', staff: 'Staff only' },
  entered: 'Registered on',
  notSaved: count => `Not saved: ${count} to mend`,
  correctTitle: title => `Correct: ${title}`,
  numberHelp: 'As it stands on the object and in the book. A register uses each number once.',
  makersHelp: 'Semicolons between several names. Where no name is known, write the people or the village, or nothing.',
  dateHelp: 'As the register has it: 19th century, c. 1920, 1890–1900, 28/11/1975.',
  provenanceHelp: 'Who gave it, where and when it was collected. Only staff read this.',
  imageHelp: 'The name of a file, not an address.',
  otherTitlesHelp: 'Names in the language of its people, local names; semicolons between them.',
  whoSees: 'Who may see this object?',
  whoSeesHelp:
    'Things of rites and worship, and whatever a community keeps to itself, are for staff only until the community has been asked.',
  more: 'Details',
  save: 'Save',
  back: 'Back to the register',
  shownColumn: 'Who sees it',
}
