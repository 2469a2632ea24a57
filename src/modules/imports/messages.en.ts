import type { BatchState, RegisterName } from './import-batch.ts'
import type { Messages } from './messages.vi.ts'

const states: Readonly<Record<BatchState, string>> = {
  mapping: 'Columns to be reviewed',
  staging: 'Reading the file',
  staged: 'Waiting to be reviewed',
  applying: 'Coming in',
  applied: 'Taken in',
  withdrawing: 'Being withdrawn',
  withdrawn: 'Withdrawn',
  failed: 'Could not be read',
}

const registers: Readonly<Record<RegisterName, string>> = { catalogue: 'books', heritage: 'objects' }

const kinds = {
  xls: 'an old Excel file (.xls), or one with a password. Please open it in Excel and save it as .xlsx without a password',
  ods: 'an OpenDocument sheet (.ods). Please open it in LibreOffice and save it as .xlsx or .csv',
  pdf: 'a PDF. Please ask its maker for Excel or MARC',
  markup: 'a web page (HTML), even if its name ends in .xls. Please open it in Excel and save it as .xlsx',
} as const

const packedTooStrongly = ({ ratio }: { readonly ratio: number }) =>
  `The compressed file unpacks to over ${ratio} times its size, unlike real data, so the server stopped. Please unpack it on your computer, look at it and send the file inside.`
const packedDamaged = () => 'The compressed file (gzip) is damaged or cut off. Please compress or download it again.'

export const en: Messages = {
  states,
  outcomes: { new: 'New', same: 'Held already', doubtful: 'Doubtful', problem: 'Not taken' },
  recordStates: { staged: 'waiting', applied: 'taken in', 'left-out': 'left out', withdrawn: 'withdrawn' },
  decisions: { same: 'It is the same', new: 'Another one', skip: 'Do not take' },
  notes: {
    'no-record-there': () =>
      'There is no record or row to read in the file. If the table is on another sheet, please review the columns again; otherwise export the file anew.',
    'no-record-read': () =>
      'No record of the file could be used. Please see the reason on each line, mend the file and send it again.',
    'packed-too-strongly': packedTooStrongly,
    'packed-damaged': packedDamaged,
  },
  refusals: {
    'no-file': () => 'No file was chosen. Please choose a .mrc, .xml, .xlsx or .csv file.',
    'no-institution': () => 'No institution was chosen. Please choose one from the list.',
    'not-yours': () =>
      'You have not been given the import of records for this institution. Please choose another one, or ask for the right.',
    'file-empty': () => 'This file cannot be read because it is empty. Please export it again.',
    'file-compressed': ({ kind }) =>
      `This file cannot be read because it is compressed (${kind}). Please unpack it and send the files inside.`,
    'file-of-another-kind': ({ kind }) => `This file cannot be read: it is ${kinds[kind]}, and send it again.`,
    'file-unknown': () =>
      'This file cannot be read: there is no MARC 21 (ISO 2709), MARCXML, Excel sheet or CSV in it. Please export it again as one of these.',
    'format-of-another-register': ({ register }) =>
      `Files of this kind bring only ${registers[register]}. Please choose “This file is” again.`,
    'packed-too-strongly': packedTooStrongly,
    'packed-damaged': packedDamaged,
    'sheet-unknown': ({ sheet }) => `There is no sheet “${sheet}” in the file. Please choose another one.`,
    'header-missing': ({ headerRow }) =>
      `Row ${headerRow} of the table is empty. Please see which row has the headings.`,
    'column-missing': ({ column }) =>
      `No column is “${column}”, and without it no row can come in. Please choose a column for “${column}”.`,
    'column-unknown': ({ column }) => `There is no kind of column “${column}”. Please choose from the list.`,
    'columns-changed': () =>
      'While you looked, somebody sent this file again and its columns are others. Please look once more.',
    'batch-unknown': () => 'There is no such batch. Please look at the list of batches.',
    'already-running': () => 'The server is doing this already. Please wait, the page refreshes itself.',
    'not-mapping': ({ state }) => `This batch is at “${states[state]}”, so its columns cannot be changed any more.`,
    'not-staged': ({ state }) => `This batch is at “${states[state]}”, so what you chose cannot be done now.`,
    'not-withdrawable': ({ state }) =>
      `This batch is at “${states[state]}”, so it cannot be withdrawn now. Please wait until the server has finished.`,
    'not-readable-again': ({ state }) =>
      `This batch is at “${states[state]}”, so its file is not read again. To do that, please withdraw the batch first.`,
    'record-not-waiting': ({ number }) => `Record ${number} is not waiting for a decision any more.`,
    'nothing-to-join': ({ number }) =>
      `Record ${number} matches nothing that it could join. Please choose “Another one”.`,
  },

  importsTitle: 'Import records',
  importsLead:
    'Send a file of MARC, Excel or CSV, review its records, then take them in. A mistake can be withdrawn as a whole.',
  batches: 'Batches sent',
  noBatches: 'No batch yet. Please send the first file with the form above.',
  sendFile: 'Send a file',
  refusedFile: (count: number) => `The file was not taken, ${count} ${count === 1 ? 'thing' : 'things'} to look at`,
  institution: 'Whose they are',
  chooseInstitution: 'Choose the institution',
  file: 'File',
  kind: 'This file is',
  coding: 'Coding of the text',
  codingHelp: 'Only where letters of an old spreadsheet look wrong. Unicode, TCVN3 and VNI are recognised.',
  codingTold: 'Recognised by itself',
  codings: {
    tcvn3: 'TCVN3 (ABC, fonts .VnTime)',
    vni: 'VNI (fonts VNI-Times)',
    'windows-1258': 'Windows-1258',
    'windows-1252': 'Windows-1252 (English, French)',
  },
  unicode: 'Unicode',
  fontRead: coding =>
    `The table was typed in ${coding} and is read as Unicode. If letters look wrong, please choose another coding.`,
  fileHelp: (limit: string) =>
    `MARC 21 (.mrc), MARCXML (.xml), Excel (.xlsx), CSV; compressed by gzip too; up to ${limit}. For a larger file, ask the administrator of the server to run: npm run bac-thang -- import marc FILE`,
  send: 'Send the file',
  fileColumn: 'File',
  stateColumn: 'Step',
  sentColumn: 'Sent at',
  recordsColumn: 'Records',
  copiesColumn: 'Added',
  nothingToChoose: 'You have not been given the import of records for any institution.',

  knownBatch: 'This file was sent for this institution before, so this is that batch. Nothing is imported twice.',
  progress: (done: string, total: string) => `${done} of ${total}`,
  progressOf: { staging: 'Read (KB)', applying: 'Records taken in', withdrawing: 'Records withdrawn' },
  refreshing: 'The page refreshes itself every few seconds. You may close it, the server goes on.',
  stopped: (code: string) =>
    `This work stopped half-way (code ${code}). What was written is kept, please press the button to go on.`,
  goOn: 'Go on',
  readAgain: 'Read the file again',
  records: 'Records of the file',
  counts: 'What the file holds',
  countNames: {
    records: 'Records in the file',
    new: 'New',
    same: 'Held already',
    doubtful: 'Doubtful, to be looked at',
    problem: 'Not taken',
    applied: 'Taken in',
    leftOut: 'Left out',
    withdrawn: 'Withdrawn',
    warned: 'With something to note',
    untitled: 'Needing a title',
    normalised: 'Decomposed text (NFD), composed again',
  },
  doubtfulAdvice: (count: string) =>
    `Doubtful records that nobody has decided: ${count}. Left as they are, they come in as new ones.`,
  all: 'All',
  warned: 'With notes',
  untitledTab: 'Needing a title',
  leftOut: 'Left out',
  filter: 'By outcome',
  number: 'No.',
  row: 'Row',
  title: 'Title',
  outcome: 'Outcome',
  why: 'Why, and notes',
  octet: (offset: string) => `octet ${offset}`,
  untitled: '(without a title)',
  matchedEntry: 'See the entry held',
  matchedRecord: (number: string) => `Like record ${number} of this file.`,
  seeEntry: 'Open its page',
  decided: (decision: string) => `Decided: ${decision}.`,
  decideFor: (number: string) => `Decide record ${number}`,
  noRecords: 'There is no record here.',
  next: 'See more',
  fromStart: 'Back to the first',
  apply: (register: string) => `Take into ${register}`,
  withdraw: 'Withdraw the batch',
  downloads: 'Download',
  downloadLeftOut: 'The records left out, as they stand in the file',
  downloadList: 'The whole list (CSV)',
  back: 'Back to this batch',
  backToList: 'Back to the list of batches',
  confirmApply: (count: string, register: string) => `Take ${count} records into ${register}?`,
  confirmApplyText: 'Everybody can find them at once. If it was a mistake, the whole batch can be withdrawn.',
  confirmWithdraw: (name: string) => `Withdraw the whole batch “${name}”?`,
  confirmDropText: 'Nothing of this batch has come in. The file is kept; sent again, it can be gone on with.',
  confirmWithdrawText: (copies: string) =>
    `${copies} copies of this batch leave the system, and the figures too. Copies on loan stay until they are returned.`,
  csv: [
    'No.',
    'First octet',
    'Octets',
    'Title',
    'Outcome',
    'Why',
    'Notes',
    'Decision',
    'State',
    'Id in the system',
    'Copies added',
  ],

  place: 'Where',

  columnsTitle: 'The columns of the table',
  columnsLead:
    'What each column means was guessed. Please look, correct what is wrong, then have the whole file read. The next file with these columns is understood as you say today.',
  columnsRemembered: 'A table with exactly these columns came from here before, so it is understood as then.',
  sheet: 'Sheet',
  headerRow: 'Row of the headings (0 for none)',
  lookAgain: 'Look again',
  columnHeading: 'Column of the table',
  columnMeans: 'This column is',
  eachColumn: 'What each column means',
  columnSample: 'The first rows',
  passOver: '(passed over)',
  columnNumber: (number: string) => `Column ${number}`,
  meansOf: (heading: string) => `Column “${heading}” means`,
  readTable: 'Read the whole file',
  askColumns: 'Review the columns again',
}
