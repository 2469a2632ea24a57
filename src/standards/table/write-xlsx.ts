import { xmlDeclaration, xmlText } from '../../kernel/xml.ts'
import { writeZip, type ZipFile } from './write-zip.ts'

/** What a cell may hold; null is an empty one. Text is text whatever it begins with: nothing here is a formula. */
export type WrittenCell =
  | string
  | number
  | null
  /** 1 is shown as 100,0 %. */
  | { readonly share: number }
  | { readonly heading: string }

export interface WrittenSheet {
  /** Shortened to what a sheet may be called. */
  readonly name: string
  readonly rows: readonly (readonly WrittenCell[])[]
  /** Of the first columns, in characters. */
  readonly widths?: readonly number[]
  /** So many rows stay in sight; none without. */
  readonly frozenRows?: number
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** By their place in `cellXfs`. `text` is quoted, so that a program that lets somebody edit it keeps it text. */
const style = { plain: 0, text: 1, count: 2, share: 3, heading: 4 } as const

const styles = `${xmlDeclaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" quotePrefix="1"/><xf xfId="0" numFmtId="3" applyNumberFormat="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" fontId="1" applyFont="1" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

/** 'A', 'Z', 'AA' of 0, 25, 26. */
const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)

/** A text as it stands in a sheet: what looks like an escape of ECMA-376 (22.9.2.19, ST_Xstring) is one itself. */
const stringText = (text: string): string => xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))

const written = (at: string, kind: number, text: string): string =>
  `<c r="${at}" s="${kind}" t="inlineStr"><is><t xml:space="preserve">${stringText(text)}</t></is></c>`

function cellXml(cell: WrittenCell, at: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return written(at, style.text, cell)
  if (typeof cell === 'number') return `<c r="${at}" s="${style.count}"><v>${cell}</v></c>`
  if ('share' in cell) return `<c r="${at}" s="${style.share}"><v>${cell.share}</v></c>`
  return written(at, style.heading, cell.heading)
}

function sheetXml({ rows, widths = [], frozenRows = 0 }: WrittenSheet): string {
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
  const view = frozenRows > 0 ? `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` : ''
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const body = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`)).join('')}</row>`,
  )
  const cols = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
  return `${xmlDeclaration}<worksheet xmlns="${main}">${view}${cols}<sheetData>${body.join('')}</sheetData></worksheet>`
}

/** At most 31 characters, none of those that a reference to a sheet uses, no two alike but for capitals. */
function sheetNames(sheets: readonly WrittenSheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, at) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .slice(0, 31)
        .trim() || `${at + 1}`
    const free = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 27)} ${at + 1}` : plain
    taken.add(free.toLowerCase())
    return free
  })
}

/** A workbook (ECMA-376, .xlsx) of these sheets. At least one sheet. */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const part = (name: string, text: string): ZipFile => ({ name, bytes: new TextEncoder().encode(text) })
  const numbers = sheets.map((_, at) => at + 1)
  const overrides = numbers.map(
    at => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  )
  const named = sheetNames(sheets).map(
    (name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const links = numbers.map(
    at => `<Relationship Id="rId${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  )
  return writeZip([
    part(
      '[Content_Types].xml',
      `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${overrides.join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `${xmlDeclaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `${xmlDeclaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${named.join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `${xmlDeclaration}<Relationships xmlns="${packageRelations}">${links.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part('xl/styles.xml', styles),
    ...sheets.map((sheet, at) => part(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet))),
  ])
}
