import { type ZipFile, zip } from './zip.ts'

/** What is in a workbook, in the XML of SpreadsheetML. */
export interface XlsxContents {
  /** `sheetData` and what follows it, by the name of the sheet. */
  readonly sheets?: Readonly<Record<string, string>>
  readonly hidden?: readonly string[]
  /** The `si` elements. */
  readonly strings?: string
  /** Format codes; the style of a cell is its number in this list. */
  readonly formats?: readonly string[]
  readonly date1904?: boolean
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (rows: readonly [id: string, type: string, target: string][]): string =>
  `<?xml version="1.0"?><Relationships>${rows
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** The parts of a workbook as Excel lays them out; a test may change them before it zips them. */
export function xlsxParts({ sheets = {}, hidden = [], strings, formats = [], date1904 }: XlsxContents): ZipFile[] {
  const names = Object.keys(sheets)
  const workbook = `<workbook xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${names
    .map(
      (name, at) =>
        `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="s${at}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
    )
    .join('')}</sheets></workbook>`
  const styles = `<styleSheet><numFmts>${formats
    .map((code, at) => `<numFmt numFmtId="${at + 164}" formatCode="${escape(code)}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats
    .map((_, at) => `<xf numFmtId="${at + 164}"/>`)
    .join('')}</cellXfs></styleSheet>`
  return [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: '_rels/.rels', data: relations([['r1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', data: workbook },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations([
        ...names.map((_, at): [string, string, string] => [`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
        ['st', 'styles', '/xl/styles.xml'],
        ['ss', 'sharedStrings', 'sharedStrings.xml'],
      ]),
    },
    { name: 'xl/styles.xml', data: styles },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: `<sst>${strings}</sst>` }]),
    ...names.map((name, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: `<?xml version="1.0" encoding="UTF-8"?><worksheet>${sheets[name]}</worksheet>`,
    })),
  ]
}

export const xlsx = (contents: XlsxContents): Uint8Array => zip(xlsxParts(contents))

/** A workbook of one sheet with the rows given as `c` elements. */
export const sheetOf = (...rows: readonly string[]): XlsxContents => ({
  sheets: { Sách: `<sheetData>${rows.map(row => `<row>${row}</row>`).join('')}</sheetData>` },
})
