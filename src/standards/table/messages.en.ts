import type { TableMessages } from './messages.vi.ts'

const formats: Readonly<Record<string, string>> = {
  xls: 'an old Excel workbook (.xls), or a file locked by a password. Please save it as .xlsx without a password',
  ods: 'an OpenDocument spreadsheet (.ods). Please save it as .xlsx or .csv in LibreOffice',
  zip: 'a ZIP file. Please unpack it and choose the spreadsheet inside',
  gzip: 'a GZIP file. Please unpack it and choose the file inside',
  pdf: 'a PDF. Please ask for the spreadsheet itself (.xlsx or .csv)',
  markup: 'a page of HTML or XML. Please open it in Excel or LibreOffice and save it as .xlsx',
  delimited: 'plain text (such as CSV), not .xlsx. Please read it as CSV',
  xlsx: 'an .xlsx workbook, not CSV. Please read it as .xlsx',
}

const listed = (names: readonly string[]): string =>
  names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '')

const column = (number: number): string => `The cell in column ${number}`

const problems: TableMessages['problems'] = {
  'not-a-table': ({ format }) =>
    `This is ${formats[format] ?? 'no kind of file that we know. Please choose .xlsx or .csv'}.`,
  'no-rows': () => 'The table has no row with text. Please check that this is the right file and sheet.',
  'cell-too-long': ({ limit }) =>
    `A cell of this row is over ${limit} characters, so it was not taken. Please mend it.`,
  'row-too-long': ({ limit }) => `This row is over ${limit} characters, so it was not taken. Please mend it.`,
  'too-many-columns': ({ limit }) =>
    `This row has text beyond the first ${limit} columns, so it was not taken. Please remove columns.`,
  'too-many-rows': ({ limit }) => `The table has over ${limit} rows. The rest was not read; please split the file.`,
  'coding-unknown': () =>
    'The text is not UTF-8. Please save it as “CSV UTF-8” (TCVN3 or VNI: convert to Unicode first), or name its encoding.',
  'coding-unsupported': ({ coding }) => `The encoding “${coding}” cannot be read. Please save the file as UTF-8.`,
  'quotes-unbalanced': ({ count }) =>
    `Over ${count} rows have a quote (") that is never closed. Please export the file again, or save it as .xlsx.`,
  'zip-damaged': () => 'The .xlsx file is damaged. Please copy it again, or save it as a new file in Excel.',
  'zip-cut': () => 'The .xlsx file is cut off; it may not be complete. Please copy it again.',
  'zip-encrypted': () => 'The .xlsx file is locked by a password. Please remove it and save the file again.',
  zip64: () => 'The .xlsx file is a ZIP64 (very large) and is not read. Please save it again in Excel, or split it.',
  'zip-method': ({ part }) =>
    `“${part}” is compressed in a way that cannot be read. Please save the file anew in Excel.`,
  'zip-too-many-entries': ({ entries, limit }) =>
    `The .xlsx file has ${entries} parts, over the limit of ${limit}. Please save the sheet alone as a new file.`,
  'zip-name-unsafe': ({ part }) =>
    `The file has a part of the unsafe name “${part}”. Please ask for the original file.`,
  'zip-overlap': ({ part }) => `“${part}” overlaps another part of the file, which is not read, for safety.`,
  'zip-part-damaged': ({ part }) =>
    `“${part}” is damaged or not of the size it declares. Please copy the file again; the rows read may not be all.`,
  'zip-too-large': ({ part, limit }) =>
    `“${part}” inflates beyond ${limit} bytes for the whole file. Please split it into several files.`,
  'zip-ratio': ({ part, limit }) =>
    `“${part}” inflates over ${limit} times, which is not read, for safety. Please delete empty formatted rows in Excel and save.`,
  'zip-holds-files': ({ part }) =>
    `This is a ZIP of other files (“${part}”). Please unpack it and choose the one inside.`,
  'part-missing': ({ part }) => `The .xlsx file lacks “${part}”. Please save it as a new file in Excel.`,
  'workbook-binary': () => 'This is a binary Excel workbook (.xlsb). Please save it as .xlsx.',
  'not-a-workbook': ({ part }) =>
    `This is no spreadsheet (its main part is “${part}”; it may be a Word document or slides). Please choose an .xlsx file.`,
  'sheet-missing': ({ sheet, sheets }) =>
    sheets.length === 0
      ? 'The .xlsx file has no sheets. Please check the original.'
      : `There is no sheet “${sheet}”. The sheets of the file: ${listed(sheets)}.`,
  'xml-malformed': ({ part, reason }) =>
    `“${part}” of the .xlsx file is not well-formed (${reason}). Please save it as a new file in Excel.`,
  'xml-doctype': ({ part }) => `“${part}” declares a DOCTYPE and is not read, for safety.`,
  'xml-too-deep': ({ part, limit }) => `“${part}” is nested over ${limit} levels and is not read.`,
  'xml-too-large': ({ part, limit }) => `“${part}” has a stretch of over ${limit} characters and is not read.`,
  'too-many-strings': ({ limit }) =>
    `The text of the .xlsx file is over ${limit} characters. Please split it, or save it as .csv.`,
  'too-many-styles': ({ limit }) => `The .xlsx file has over ${limit} styles. Please save it as .csv.`,
}

const warnings: TableMessages['warnings'] = {
  ragged: ({ cells, expected }) =>
    `The row has ${cells} cells where others have ${expected}. Please see that none is in a wrong column.`,
  'quote-inside': ({ column: at }) => `${column(at)} has a quote (") not written as CSV has it. It was kept as text.`,
  'quote-not-closed': () =>
    'The row has a quote (") that is never closed. It was read as text; please look at this row.',
  'text-damaged': ({ column: at }) => `${column(at)} has damaged characters, shown as �.`,
  'control-character': ({ column: at }) => `${column(at)} has control characters, which were left out.`,
  'formula-without-value': ({ column: at }) =>
    `${column(at)} is a formula without a result and was left empty. Please save the file again in Excel.`,
  'error-value': ({ column: at, found }) => `${column(at)} is the formula error ${found}.`,
  'string-missing': ({ column: at }) => `${column(at)} points to text that is not in the file and was left empty.`,
  'number-unreadable': ({ column: at, found }) => `${column(at)} should be a number but is “${found}”. Kept as text.`,
  'cell-twice': ({ column: at }) => `${column(at)} is there twice. The later one was taken.`,
  'row-number-wrong': ({ found }) => `The file gives the row number “${found}”, out of order. Counting went on.`,
}

const delimiters: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': '|' }

const notes: TableMessages['notes'] = {
  delimited: ({ delimiter, coding }) =>
    `Read as ${coding.toUpperCase()}, with ${delimiters[delimiter] ?? delimiter} between cells.`,
  'other-sheets': ({ sheet, others }) => `The sheet “${sheet}” was read. Not read: ${listed(others)}.`,
  'merged-cells': ({ count, first }) =>
    `The sheet has ${count} merged areas (the first is ${first}). Their text stands in the first cell only.`,
}

export const en: TableMessages = { problems, warnings, notes }
