import { cellText } from './cell-text.ts'
import type { TableLimits } from './limits.ts'
import { stop } from './problem.ts'
import { readPart } from './xml-part.ts'
import { shownName } from './zip-directory.ts'
import type { Package } from './zip-part.ts'

export interface Sheet {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly date1904: boolean
  readonly sharedStrings: string | null
  readonly styles: string | null
}

interface Relationship {
  /** The last word of its type, which Transitional and Strict share. */
  readonly type: string
  readonly part: string
}

/** What a workbook has, and under which names. ECMA-376 part 1, 18.2. Throws `Stopped`. */
export async function readWorkbook(zip: Package, limits: TableLimits): Promise<Workbook> {
  const part = await findWorkbook(zip, limits)
  const relationships = await readRelationships(zip, part, limits)
  const partOf = (type: string): string | null =>
    [...relationships.values()].find(one => one.type === type && zip.has(one.part))?.part ?? null
  const sheets: Sheet[] = []
  let date1904 = false
  let root = ''
  await readPart(zip, part, {
    open: (name, attributes) => {
      root ||= name
      if (root !== 'workbook') stop({ code: 'not-a-workbook', part: shownName(part) })
      if (name === 'workbookPr') date1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet' || sheets.length >= limits.entries) return
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? ''
      const target = relationships.get(id)
      // Sheets of charts and dialogs have no cells.
      if (target?.type !== 'worksheet') return
      const named = cellText(attributes['name'] ?? '', 1, () => undefined).slice(0, 100)
      sheets.push({ name: named, part: target.part, hidden: (attributes['state'] ?? 'visible') !== 'visible' })
    },
  })
  return { sheets, date1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') }
}

async function findWorkbook(zip: Package, limits: TableLimits): Promise<string> {
  const usual = 'xl/workbook.xml'
  if (zip.has('_rels/.rels')) {
    for (const { type, part } of (await readRelationships(zip, '', limits)).values()) {
      if (type === 'officeDocument' && part.endsWith('.bin')) stop({ code: 'workbook-binary' })
      if (type === 'officeDocument' && zip.has(part)) return part
    }
  }
  if (zip.has(usual)) return usual
  const inner = zip.names.find(name => /\.(?:xlsx?|xlsm|ods|csv|tsv|txt|zip|rar|7z)$/i.test(name))
  return stop(
    inner === undefined ? { code: 'part-missing', part: usual } : { code: 'zip-holds-files', part: shownName(inner) },
  )
}

/** The relationships of a part, or of the package for ''. ECMA-376 part 2, 9.3. */
async function readRelationships(zip: Package, of: string, limits: TableLimits): Promise<Map<string, Relationship>> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const part = `${folder}_rels/${of.slice(folder.length)}.rels`
  const found = new Map<string, Relationship>()
  await readPart(zip, part, {
    open: (name, { Id, Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External' || Id === undefined) return
      if (found.size < limits.entries)
        found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: resolve(folder, Target) })
    },
  })
  return found
}

/** The name of a part from the folder of the one that points to it. */
function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`
  const names: string[] = []
  for (const name of path.split('/'))
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  return names.join('/')
}
